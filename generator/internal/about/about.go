// Package about decides what an article is filed under.
package about

import (
	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/news"
)

// Filing is what File returns: the entities with About, Score and Reason, most salient first, and the tags, taken and rejected.
type Filing struct {
	Entities       []news.Entity
	Tags, Rejected []news.Tag
}

// File weighs the entities and phrases of a.
func File(a *news.Article, sentences []news.Sentence, names alias.Names, phrases []news.Phrase) Filing {
	return Filing{Entities: names.Entities}
}
