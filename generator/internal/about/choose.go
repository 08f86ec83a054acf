package about

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/keyphrase"
	"copydesk/generator/internal/news"
)

const (
	fewestSubjects = 3
	mostSubjects   = 6
)

// subjects returns the tags of the subjects, and those that it files.
func subjects(a *news.Article, names alias.Names, phrases []news.Phrase) (taken, rejected []news.Tag, chosen []*Subject) {
	all := Subjects(a, names, phrases)
	scores := make([]float64, len(all))
	for i := range all {
		scores[i] = all[i].score()
	}
	filed := TakeSubjects(all, scores, subjectThreshold)
	for i, ok := range filed {
		if !ok && scores[i] <= subjectThreshold/3 {
			continue
		}
		tag := news.Tag{Name: all[i].Name, Kind: news.Subject, Score: scores[i], Reason: all[i].reason()}
		switch {
		case ok:
			taken, chosen = append(taken, tag), append(chosen, all[i])
		case scores[i] >= subjectThreshold:
			tag.Reason = better(all, filed, i) + "; " + tag.Reason
			rejected = append(rejected, tag)
		default:
			tag.Reason = "too little of it; " + tag.Reason
			rejected = append(rejected, tag)
		}
	}
	return taken, rejected, chosen
}

// fill is the part of the threshold that will do while an article has fewer than three subjects.
const fill = 0.6

// TakeSubjects tells which of all are filed, given their scores: three to six, none that repeats a better one.
func TakeSubjects(all []*Subject, scores []float64, least float64) []bool {
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(scores[j], scores[i]) })
	good := map[string]bool{}
	for i := range all {
		if all[i].FromTable && scores[i] >= least {
			good[all[i].Name] = true
		}
	}
	taken := make([]bool, len(all))
	var words [][]string
	for _, i := range order {
		if len(words) == mostSubjects || scores[i] < least && (len(words) >= fewestSubjects || scores[i] < least*fill) {
			break
		}
		w := all[i].words
		if e := &all[i].evidence; !all[i].FromTable && e.literal == 1 && !e.literalHeadline && len(w) > 1 && shares(w, words) {
			continue
		}
		if slices.ContainsFunc(all[i].ClueOf, func(s string) bool { return good[s] }) || repeats(w, words) {
			continue
		}
		if j := narrower(all, scores, order, w, math.Max(least*fill, scores[i]/narrowing)); j >= 0 {
			i, w = j, all[j].words
		}
		taken[i] = true
		words = append(words, w)
	}
	return taken
}

// narrowing is how many times better than a narrower subject a wider one must be to be filed instead. An editor files "military talks",
// not "military", wherever the article has both.
const narrowing = 2

// narrower returns the best subject that has all the words of w and more, that the article names more than once or in its headline, and that
// has at least the score; -1 where there is none.
func narrower(all []*Subject, scores []float64, order []int, w []string, least float64) int {
	for _, j := range order {
		if scores[j] < least {
			break
		}
		e := &all[j].evidence
		if o := all[j].words; len(o) > len(w) && within(w, o) && (all[j].FromTable || e.literal > 1 || e.literalHeadline) {
			return j
		}
	}
	return -1
}

// shares reports whether one of the words w is in those taken.
func shares(w []string, taken [][]string) bool {
	for _, o := range taken {
		if slices.ContainsFunc(w, func(x string) bool { return slices.Contains(o, x) }) {
			return true
		}
	}
	return false
}

// repeats reports whether the words w add nothing to those taken: all of one are in the other, or two of them share one word with w already.
func repeats(w []string, taken [][]string) bool {
	alike := 0
	for _, o := range taken {
		if within(w, o) || within(o, w) || w[len(w)-1] == o[len(o)-1] {
			return true
		}
		if slices.ContainsFunc(w, func(x string) bool { return slices.Contains(o, x) }) {
			alike++
		}
	}
	return alike > 1
}

// better says which filed subject stands for subject i, which has the score but was left out.
func better(all []*Subject, filed []bool, i int) string {
	w := all[i].words
	for j := range all {
		if !filed[j] {
			continue
		}
		o := all[j].words
		if slices.Contains(all[i].ClueOf, all[j].Name) || repeats(w, [][]string{o}) {
			return "“" + all[j].Name + "” says it"
		}
	}
	return "others say it better"
}

func foldWords(name string) []string {
	f := strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' })
	for i := range f {
		f[i] = keyphrase.Singular(f[i])
	}
	return f
}

// within reports whether every word of a is one of b.
func within(a, b []string) bool {
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return true
}
