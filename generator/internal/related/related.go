// Package related finds the articles of a corpus that belong together, and says why.
//
// In goes a corpus, out come for each article its nearest others, each with a score and a reason in words. An article is a vector of its terms, which
// are the stems of its words, the names in it and its subjects, weighed by tf-idf (Salton and Buckley 1988), names above words; nearness is the cosine of
// two vectors. The package compares no pair that shares nothing rare: an inverted index with bounded lists makes the time grow with the number
// of articles, not with its square. It knows no dates and reads no meaning beyond the words; it calls nothing a duplicate, but two
// copies of one text score near 1.
package related

import (
	"cmp"
	"math"
	"slices"

	"copydesk/generator/internal/news"
)

// Link leads from one article to another.
type Link struct {
	To     int     // index in the corpus
	Score  float64 // 0 to 1, the cosine of the two articles
	Reason string  // what they share, in words: "both about Panmunjom and military talks"
}

const (
	most       = 10   // links an article
	candidates = 40   // articles compared in full with each article
	least      = 0.08 // score of a link; what scores less shares a few everyday words
)

// Rank returns for each article at most 10 others, best first. The links are the same in whatever order the corpus comes.
func Rank(corpus []*news.Annotated) [][]Link {
	order := inOrder(corpus)
	vectors := vectorize(corpus, order)
	x := index(vectors)
	links := make([][]Link, len(corpus))
	for i, at := range order {
		for _, n := range x.nearest(i) {
			to := order[n.article]
			links[at] = append(links[at], Link{To: to, Score: math.Round(n.score*1e4) / 1e4, Reason: x.reason(corpus[at], corpus[to], i, n.article)})
		}
	}
	return links
}

// inOrder returns the indices of the corpus in the order of its files, which no walk of the folder changes.
func inOrder(corpus []*news.Annotated) []int {
	order := make([]int, len(corpus))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Or(cmp.Compare(corpus[i].File, corpus[j].File), cmp.Compare(corpus[i].SHA256, corpus[j].SHA256))
	})
	return order
}
