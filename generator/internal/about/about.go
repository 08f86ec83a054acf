// Package about decides what an article is filed under.
//
// In go the article with its names and phrases; out come the names and the subjects that it is about, each with a score from 0 to 1 and a
// reason in one line, and the rest with the reason why not. A name is judged by a logistic model of how an article treats what it is
// about (salience.go, weights.go; after Dunietz and Gillick 2014), a subject by a table of news subjects and by the article's own phrases.
// The package finds no names and merges none; it looks at one article at a time.
package about

import (
	"cmp"
	"slices"

	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/news"
)

const (
	fewest = 2 // names, where an article has so many
	most   = 8
)

// Filing is what File returns: the entities with About, Score and Reason, most salient first, and the tags, taken and rejected.
type Filing struct {
	Entities       []news.Entity
	Tags, Rejected []news.Tag
}

// File weighs the entities and phrases of a.
func File(a *news.Article, sentences []news.Sentence, names alias.Names, phrases []news.Phrase) Filing {
	var f Filing
	weighed := Weigh(a, sentences, names, phrases)
	scores := make([]float64, len(weighed))
	for i := range weighed {
		if scores[i] = score(&weighed[i].Features); barred(a, &names.Entities[i], weighed[i].count) != "" {
			scores[i] = 0
		}
	}
	for i, taken := range Take(scores, threshold) {
		e := names.Entities[i]
		e.About, e.Score = taken, scores[i]
		e.Reason = reason(a, &weighed[i], &e)
		f.Entities = append(f.Entities, e)
		tag := news.Tag{Name: e.Name, Kind: e.Kind, Entity: e.ID, Score: e.Score, Reason: e.Reason}
		if taken {
			f.Tags = append(f.Tags, tag)
		} else {
			f.Rejected = append(f.Rejected, tag)
		}
	}
	slices.SortStableFunc(f.Entities, func(x, y news.Entity) int { return cmp.Compare(y.Score, x.Score) })
	taken, rejected := subjects(a, names, phrases)
	f.Tags, f.Rejected = append(f.Tags, taken...), append(f.Rejected, rejected...)
	best := func(x, y news.Tag) int { return cmp.Compare(y.Score, x.Score) }
	slices.SortStableFunc(f.Tags, best)
	slices.SortStableFunc(f.Rejected, best)
	return f
}

// Take tells which of the scores are high enough: those above least, but at least two and at most eight; a score of 0 is never taken.
func Take(scores []float64, least float64) []bool {
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
