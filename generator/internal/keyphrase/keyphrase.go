// Package keyphrase finds the topical phrases of an article and scores them.
//
// In goes an article with its sentences and names; out come phrases, best first, each with the places where the body has it. A candidate
// is a run of one to four words that ends in a noun and passes over no verb, preposition or mark; number and case are folded. What kind of
// word each is tells a small lexicon (data/lexicon.tsv), and else its ending: there is no tagger. Candidates are ranked by a logistic
// model of a few weights (rank.go, weights.go) after the manner of KEA (Witten et al. 1999). The package decides nothing about tags: see about.
package keyphrase

import (
	"cmp"
	"slices"

	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/news"
)

// most is how many phrases Extract returns.
const most = 40

// Extract returns up to 40 candidates, names among them, best first.
func Extract(a *news.Article, sentences []news.Sentence, names alias.Names) []news.Phrase {
	t := readArticle(a, sentences, names)
	groups, w := gather(t), Weights(a)
	type ranked struct {
		score float64
		group int32
	}
	order := make([]ranked, 0, len(groups))
	for i := range groups {
		if groups[i].count > 0 {
			f := t.features(&groups[i])
			order = append(order, ranked{score(&f, w), int32(i)})
		}
	}
	slices.SortFunc(order, func(x, y ranked) int {
		if c := cmp.Compare(y.score, x.score); c != 0 {
			return c
		}
		return cmp.Compare(x.group, y.group)
	})
	out := make([]news.Phrase, 0, min(most, len(order)))
	for _, r := range order[:min(most, len(order))] {
		g := &groups[r.group]
		out = append(out, news.Phrase{Text: t.label(a.Body, g), Score: r.score, Spans: t.spans(g)})
	}
	return out
}
