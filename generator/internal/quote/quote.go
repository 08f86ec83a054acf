// Package quote finds what is quoted and who said it.
package quote

import (
	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/news"
)

// Find returns the quotations of a in order.
func Find(a *news.Article, sentences []news.Sentence, names alias.Names) []news.Quote { return nil }
