// Package related finds the articles of a corpus that belong together, and says why.
package related

import "copydesk/generator/internal/news"

// Link leads from one article to another.
type Link struct {
	To     int     // index in the corpus
	Score  float64 // 0 to 1
	Reason string
}

// Rank returns for each article at most 10 others, best first.
func Rank(corpus []*news.Annotated) [][]Link { return make([][]Link, len(corpus)) }
