// Package entity finds the names in an article and tells what kind of thing each names.
//
// In goes an article with its sentences, out go mentions: spans of the text, each with its kind, never overlapping. Titles ("President") and the
// possessive 's are outside, the longest name is one mention, and nationalities, days and generic nouns are none. The work is done by package
// tagger; this package holds its data, which `go run ./generator/internal/entity/train` makes (data/README.md). It does not know which
// mentions name the same thing.
package entity

import (
	_ "embed"
	"sync"

	"copydesk/generator/internal/entity/tagger"
	"copydesk/generator/internal/news"
)

//go:embed data/names.bin
var data []byte

// model is decoded once, at its first use.
var model = sync.OnceValues(load)

func load() (*tagger.Model, error) { return tagger.Load(data) }

// Find returns the names in the body and in the headline of a, in order, not overlapping, without Entity.
func Find(a *news.Article, sentences []news.Sentence) (body, headline []news.Mention) {
	m, err := model()
	if err != nil { // the embedded data are part of the program, and TestModel loads them
		return nil, nil
	}
	return m.Find(a, sentences)
}
