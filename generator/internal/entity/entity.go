// Package entity finds the names in an article and tells what kind of thing each names.
package entity

import "copydesk/generator/internal/news"

// Find returns the names in the body and in the headline of a, in order, not overlapping, without Entity.
func Find(a *news.Article, sentences []news.Sentence) (body, headline []news.Mention) {
	return nil, nil
}
