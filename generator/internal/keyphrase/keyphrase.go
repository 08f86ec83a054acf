// Package keyphrase finds the topical phrases of an article and scores them.
package keyphrase

import (
	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/news"
)

// Extract returns up to 20 candidates, names among them, best first.
func Extract(a *news.Article, sentences []news.Sentence, names alias.Names) []news.Phrase { return nil }
