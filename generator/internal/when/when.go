// Package when resolves the dates that a text names against its date of publication.
package when

import "copydesk/generator/internal/news"

// Find returns the dates that the body of a names, in order.
func Find(a *news.Article, sentences []news.Sentence) []news.DateRef { return nil }
