// Package alias makes one entity of its many names inside an article.
//
// In go the names that were found, out comes each with the entity it stands for, and the entities with their forms, their best name and
// how the article says who or what they are. Two things that merely share a word stay two: the package would rather leave one thing
// in two entities than make one of two. It looks at one article only, follows no pronouns, and knows no people: what it knows of the world
// is a table of countries with their other names, titles, nicknames and surnames that come first.
package alias

import "copydesk/generator/internal/news"

// Names is what Resolve returns: the mentions, each with its Entity, and the entities in order of first mention.
type Names struct {
	Mentions, Headlined []news.Mention
	Entities            []news.Entity
}

// Resolve merges the mentions that name one thing.
//
// It returns new slices and leaves mentions and headlined as they are. Every mention has an Entity that exists, and its Kind becomes that
// of its entity. Mentions of "the North" and its like are added where the article has one country they can stand for; of the mentions
// given, "Trump" is widened to "Trump administration", "North and South" becomes two, and stock symbols are left out.
func Resolve(a *news.Article, sentences []news.Sentence, mentions, headlined []news.Mention) Names {
	d := &desk{article: a}
	d.read(mentions, headlined)
	d.completePossessives()
	d.nameAdministrations()
	d.addHalves()
	d.divide()
	d.register()
	d.mergeCountries()
	d.mergeBodies()
	d.mergeDefined()
	d.mergeAcronyms()
	d.mergeReordered()
	d.mergeStorms()
	d.mergeShortened()
	d.mergePlurals()
	d.mergePeople()
	d.assignSurnames()
	return d.names()
}
