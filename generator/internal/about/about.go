// Package about decides what an article is filed under.
//
// In go the article with its names and phrases; out come the names and the subjects that it is about, each with a score from 0 to 1 and a
// reason in one line, and the rest with the reason why not. A name is judged by a logistic model and boosted trees of how an article
// treats what it is about (salience.go, weights.go, trees.go; after Dunietz and Gillick 2014), a subject by a table of news subjects and by
// the article's own phrases.
// The package finds no names and merges none; it looks at one article at a time.
package about

import (
	"cmp"
	"slices"
	"strings"

	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/news"
)

const (
	fewest = 2 // names, where an article has so many
	most   = 8
	// mostLong is how many names a long article may have, of at least longText bytes.
	mostLong = 9
	longText = 4000
)

// Filing is what File returns: the entities with About, Score and Reason, most salient first, and the tags, taken and rejected.
type Filing struct {
	Entities       []news.Entity
	Tags, Rejected []news.Tag
}

// File weighs the entities and phrases of a.
func File(a *news.Article, sentences []news.Sentence, names alias.Names, phrases []news.Phrase) Filing {
	var f Filing
	taken, rejected, chosen := subjects(a, names, phrases)
	weighed := Weigh(a, sentences, names, phrases)
	scores := make([]float64, len(weighed))
	for i := range weighed {
		if scores[i] = score(&weighed[i].Features); weighed[i].Barred != "" {
			scores[i] = 0
		} else if takesUp(&names.Entities[i], weighed[i].led, chosen) || capitals[names.Entities[i].Name] == "" && site(a, weighed[i].sites, chosen) {
			scores[i], weighed[i].takes = max(scores[i], enough), true
		}
	}
	giveWay(names.Entities, weighed, scores)
	for i, about := range Take(scores, threshold, Most(a)) {
		e := names.Entities[i]
		e.About, e.Score = about, scores[i]
		e.Reason = reason(&weighed[i], &e)
		f.Entities = append(f.Entities, e)
		tag := news.Tag{Name: e.Name, Kind: e.Kind, Entity: e.ID, Score: e.Score, Reason: e.Reason}
		if about {
			f.Tags = append(f.Tags, tag)
		} else {
			f.Rejected = append(f.Rejected, tag)
		}
	}
	slices.SortStableFunc(f.Entities, func(x, y news.Entity) int { return cmp.Compare(y.Score, x.Score) })
	f.Tags, f.Rejected = append(f.Tags, taken...), append(f.Rejected, rejected...)
	best := func(x, y news.Tag) int { return cmp.Compare(y.Score, x.Score) }
	slices.SortStableFunc(f.Tags, best)
	slices.SortStableFunc(f.Rejected, best)
	return f
}

// enough is the score of a name that takes up the article's subjects, though it be named but once.
const enough = 0.5

// takesUp reports whether the organization e, the subject of the sentence led that opens a paragraph, acts in it on two or more of the chosen
// subjects: "The Security Council is discussing sanctions over the missile test."
func takesUp(e *news.Entity, led news.Span, chosen []*Subject) bool {
	if led.Len() == 0 || e.Kind != news.Organization || outlet(e.Name) {
		return false
	}
	n := 0
	for _, s := range chosen {
		if s.within(led) {
			n++
		}
	}
	return n >= 2
}

// site reports whether the sentences, of two or more paragraphs, tell what happens at a place, and one of them speaks of a chosen subject.
func site(a *news.Article, sentences []news.Span, chosen []*Subject) bool {
	return len(sentences) > 1 && a.Paragraph(sentences[0].Start) < a.Paragraph(sentences[len(sentences)-1].Start) &&
		slices.ContainsFunc(sentences, func(s news.Span) bool {
			return slices.ContainsFunc(chosen, func(c *Subject) bool { return c.within(s) })
		})
}

// within reports whether the sentence speaks of the subject.
func (s *Subject) within(sentence news.Span) bool {
	return slices.ContainsFunc(s.evidence.starts, func(at int) bool { return sentence.Start <= at && at < sentence.End })
}

// surely is how many times the score of an administration its head must have to be filed beside it.
const surely = 1.25

// giveWay lowers the score of a head of government who has little more of it than the administration: two headings would lead to one thing.
func giveWay(entities []news.Entity, weighed []Weighed, scores []float64) {
	for i := range entities {
		holder, ok := strings.CutSuffix(entities[i].Name, " administration")
		if !ok {
			continue
		}
		for j := range entities {
			e := &entities[j]
			if e.Kind == news.Person && scores[j] < surely*scores[i] && (e.Name == holder || strings.HasSuffix(e.Name, " "+holder)) {
				weighed[j].saidBy, scores[j] = entities[i].Name, scores[j]/3
			}
		}
	}
}

// Most returns how many names a may be filed under.
func Most(a *news.Article) int {
	if len(a.Body) >= longText {
		return mostLong
	}
	return most
}

// Take tells which of the scores are high enough: those above least, but at least two and no more than most; a score of 0 is never taken.
func Take(scores []float64, least float64, most int) []bool {
	order := make([]int, len(scores))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(scores[j], scores[i]) })
	taken := make([]bool, len(scores))
	for n, i := range order {
		taken[i] = n < most && scores[i] > 0 && (scores[i] >= least || n < fewest && scores[i] >= least/2)
	}
	return taken
}
