package about

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/news"
)

// Subject is a topical heading that an article might be filed under.
type Subject struct {
	Name       string
	FromTable  bool // a subject of the table; else a phrase of the article
	Features   [subjectFeatureCount]float64
	Background string   // the subject of the table whose share of texts counts
	ClueOf     []string // of a phrase: the subjects of the table that it gives away by itself
	words      []string // of Name, folded
	evidence   subjectEvidence
}

// The features of a subject. Those of a table's subject and of a phrase share the list, but not the weights.
const (
	sBias = iota
	sTwoWords
	sThreeWords
	sWeight
	sHeadline
	sLede
	sClues
	sLiteral
	sLiteralHeadline
	sLiteralLede
	sLiteralFrequency
	sDensity
	sParagraphs
	sFirst
	sRarity
	sRank
	sBest
	sPhraseScore
	sHeadKnown
	sSingular
	sLong
	sPrior
	sRarityHead
	sRarityOneWord
	sNounHead
	sVerbHead
	sAdjectiveFirst
	sVerbFirst
	sGeneric
	sKnownOneWord
	sCount
	sRankOneWord
	subjectFeatureCount
)

// SubjectFeatureNames are the names of the features, in their order.
var SubjectFeatureNames = [subjectFeatureCount]string{"sBias", "sTwoWords", "sThreeWords", "sWeight", "sHeadline", "sLede", "sClues", "sLiteral",

	"sLiteralHeadline", "sLiteralLede", "sLiteralFrequency", "sDensity", "sParagraphs", "sFirst", "sRarity", "sRank", "sBest", "sPhraseScore",
	"sHeadKnown", "sSingular", "sLong", "sPrior", "sRarityHead", "sRarityOneWord", "sNounHead", "sVerbHead", "sAdjectiveFirst", "sVerbFirst",
	"sGeneric", "sKnownOneWord", "sCount", "sRankOneWord"}

// Subjects returns the headings that the article might be filed under: those of the table first, then its own phrases.
func Subjects(a *news.Article, names alias.Names, phrases []news.Phrase) []*Subject {
	if !english(a.Body) {
		return nil
	}
	v := table()
	met := make(map[int32]*Subject, 64)
	var out []*Subject
	add := func(f find, headline bool) {
		s := met[f.clue.subject]
		if s == nil {
			name := v.subjects[f.clue.subject]
			s = &Subject{Name: name, FromTable: true, Background: name, words: v.folded[f.clue.subject]}
			s.evidence.first = f.span.Start
			met[f.clue.subject] = s
			out = append(out, s)
		}
		s.evidence.meet(a, f, headline)
	}
	v.meet(a.Headline, func(f find) { add(f, true) })
	m := 0
	v.meet(a.Body, func(f find) {
		for m < len(names.Mentions) && names.Mentions[m].End <= f.span.Start {
			m++
		}
		// What is only a part of a name says little: "Bank of America" is no bank robbery.
		if m < len(names.Mentions) && names.Mentions[m].Overlaps(f.span) && !f.span.Contains(names.Mentions[m].Span) {
			return
		}
		add(f, false)
	})
	out = slices.DeleteFunc(out, func(s *Subject) bool { return named(names.Entities, s.Name) })
	rank(out)
	for _, s := range out {
		s.measure(a)
	}
	return append(out, phraseSubjects(a, names, phrases, out, met)...)
}

// named reports whether the article has a name of these very words: "Congress" is no subject beside itself.
func named(entities []news.Entity, subject string) bool {
	for i := range entities {
		if same(entities[i].Name, subject) {
			return true
		}
		for _, alias := range entities[i].Aliases {
			if same(alias, subject) {
				return true
			}
		}
	}
	return false
}

// same reports whether two names are alike but for case; most differ in their first letter already.
func same(x, y string) bool {
	if x != "" && y != "" && x[0] < utf8.RuneSelf && y[0] < utf8.RuneSelf && x[0]|0x20 != y[0]|0x20 {
		return false
	}
	return strings.EqualFold(x, y)
}

// english reports whether body has as many of the commonest English words as English has; a short text has the benefit of the doubt.
func english(body string) bool {
	if len(body) < 500 {
		return true
	}
	n := 0
	for _, w := range []string{" the ", " of ", " and ", " to ", " a ", " in "} {
		if n += strings.Count(body, w); n*150 > len(body) {
			return true
		}
	}
	return false
}

// rank orders the table's subjects by their evidence, most first, and keeps the order in each.
func rank(all []*Subject) {
	slices.SortFunc(all, func(x, y *Subject) int {
		return cmp.Or(cmp.Compare(y.evidence.strength(), x.evidence.strength()), cmp.Compare(x.Name, y.Name))
	})
	for i, s := range all {
		s.Features[sRank] = math.Log(float64(i+1)) / 3
		s.Features[sBest] = s.evidence.strength() / math.Max(0.1, all[0].evidence.strength())
	}
}

func (s *Subject) measure(a *news.Article) {
	f, e := &s.Features, &s.evidence
	words := strings.Count(s.Name, " ") + 1
	f[sBias], f[sTwoWords], f[sThreeWords] = 1, truth(words == 2), truth(words >= 3)
	f[sWeight] = math.Log(1+e.weight) / 2
	f[sHeadline] = math.Min(2, e.headline) / 2
	f[sLede] = math.Log(1+e.lede) / 2
	f[sClues] = math.Log(math.Max(1, float64(len(e.clues)))) / 2
	f[sLiteral] = truth(e.literal > 0)
	f[sLiteralHeadline], f[sLiteralLede] = truth(e.literalHeadline), truth(e.literalLede)
	f[sLiteralFrequency] = math.Log(1+float64(e.literal)) / 2
	f[sDensity] = math.Log(1+e.weight*1000/float64(len(a.Body)+200)) / 2
	f[sParagraphs] = float64(e.paragraphs) / float64(len(a.Paragraphs)+1)
	f[sFirst] = float64(e.first) / float64(len(a.Body)+1)
	b := backgrounds().of[s.Background]
	s.Compare(b.met, b.right, backgrounds().texts)
}

// Compare sets the features that tell how common the subject is: the number of texts in which it was met, and in which an editor agreed.
func (s *Subject) Compare(met, right, texts float64) {
	s.Features[sRarity] = -math.Log((met+0.5)/(texts+1)) / 4
	s.Features[sPrior] = math.Log((right + 0.6) / (met + 6) * 10)
	if s.Background == "" {
		s.Features[sRarity], s.Features[sPrior] = 1.5, 0
	}
}

func (s *Subject) score() float64 {
	w := &phraseWeights
	if s.FromTable {
		w = &subjectWeights
	}
	z := 0.0
	for i, x := range s.Features {
		z += x * w[i]
	}
	return 1 / (1 + math.Exp(-z))
}
