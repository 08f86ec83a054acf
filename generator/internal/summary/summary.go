// Package summary picks the key sentences of an article.
package summary

import (
	"copydesk/generator/internal/about"
	"copydesk/generator/internal/news"
)

// Pick returns the spans of the key sentences in reading order.
func Pick(a *news.Article, sentences []news.Sentence, filing about.Filing, mentions []news.Mention) []news.Span {
	return nil
}
