package about

import (
	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/news"
)

func subjects(a *news.Article, names alias.Names, phrases []news.Phrase) (taken, rejected []news.Tag) {
	return nil, nil
}
