// Package annotate runs the stages that understand one article.
//
// In goes an article, out comes the same article with names, subjects, quotes, dates and key sentences. It reads no files.
package annotate

import (
	"copydesk/generator/internal/about"
	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/entity"
	"copydesk/generator/internal/keyphrase"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/quote"
	"copydesk/generator/internal/summary"
	"copydesk/generator/internal/token"
	"copydesk/generator/internal/when"
)

// Annotate returns a with all that can be understood of it.
func Annotate(a news.Article) *news.Annotated {
	sentences := token.Sentences(&a)
	body, headline := entity.Find(&a, sentences)
	names := alias.Resolve(&a, sentences, body, headline)
	phrases := keyphrase.Extract(&a, sentences, names)
	filing := about.File(&a, sentences, names, phrases)
	return &news.Annotated{
		Article:   a,
		Sentences: sentences,
		Mentions:  names.Mentions,
		Headlined: names.Headlined,
		Entities:  filing.Entities,
		Phrases:   phrases,
		Tags:      filing.Tags,
		Rejected:  filing.Rejected,
		Summary:   summary.Pick(&a, sentences, filing, names.Mentions),
		Quotes:    quote.Find(&a, sentences, names),
		Dates:     when.Find(&a, sentences),
	}
}
