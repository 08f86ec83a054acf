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
	all := Candidates(a, sentences, names)
	slices.SortStableFunc(all, func(x, y Candidate) int { return cmp.Compare(y.Score, x.Score) })
	out := make([]news.Phrase, 0, most)
	for _, c := range all[:min(most, len(all))] {
		c.Text = label(a.Body, c.Spans, c.Features[capital] > 0.5)
		out = append(out, c.Phrase)
	}
	return out
}
