// Package search writes the search index that lies beside the site, for static/search.js to read in the reader's browser.
//
// What comes in: the briefings and topics as values, in any order. What goes out: small script files, each of which hands one piece of
// data to the function copydeskSearch. They are scripts, not JSON, because a page opened from a disk may load scripts and may not fetch.
//
// The index is cut like the leaves of a B-tree, so that a query loads a few pieces of it however large the site is:
//
//	manifest.js      where each piece begins, and the name of its file
//	wN-HASH.js       words in order, each with the briefings and the topics that have it
//	dN-HASH.js       what is shown of a briefing: address, headline, date, description
//	tN-HASH.js       what is shown of a topic: address, name, kind, number of briefings, other names
//	vN-HASH.js       spellings, to find the word that a mistyped one stands for
//
// The ranking is BM25F (Robertson, Zaragoza and Taylor 2004, "Simple BM25 extension to multiple weighted fields"): the part that depends on
// the briefing is computed here and kept in five bits; the rarity of a word is computed in the browser from the number of its briefings.
//
// The package reads no files and writes none, knows no Hugo, and does not search: that is search.js, which must cut and fold words
// exactly as Words does.
package search

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"copydesk/generator/internal/news"
)

// Doc is a briefing to be found.
type Doc struct {
	Path        string // from the root of the site, "/2017/07/slug/"; unique
	Title       string
	Date        time.Time
	Description string // shown below the title; where it is empty, the body's first lines are
	Body        string // plain text
	Tags        []string
}

// Topic is a topic page to be found under any of its names.
type Topic struct {
	Path     string // from the root of the site, "/topics/slug/"; unique
	Name     string
	Aliases  []string
	Kind     news.Kind
	Articles int // briefings filed under it: topics with more come first
}

// File is one file of the index.
type File struct {
	Name string // below the folder of the index, no slash in it
	Data []byte
}

// Index returns the files of the index, sorted by name. The order of docs and topics does not matter. It fails on a path that is empty,
// does not begin with a slash or comes twice.
func Index(docs []Doc, topics []Topic) ([]File, error) {
	docs, topics = ordered(docs, topics)
	if err := checkPaths(docs, topics); err != nil {
		return nil, err
	}
	words := newLexicon(docs)
	for id := range docs {
		words.addDoc(id, &docs[id])
	}
	for id := range topics {
		words.addTopic(id, &topics[id])
	}
	terms := words.sorted()
	m := newManifest(docs, topics)
	m.addWords(terms)
	m.addSpellings(terms)
	m.addDocs(docs)
	m.addTopics(topics)
	return m.finish()
}

// ordered returns copies in the order of their ids: briefings from the oldest, so that a new one disturbs few files and a higher id is
// fresher; topics from the one with most briefings, so that the first ids are the likeliest answers.
func ordered(docs []Doc, topics []Topic) ([]Doc, []Topic) {
	docs, topics = slices.Clone(docs), slices.Clone(topics)
	slices.SortFunc(docs, func(a, b Doc) int {
		if c := a.Date.Compare(b.Date); c != 0 {
			return c
		}
		return strings.Compare(a.Path, b.Path)
	})
	slices.SortFunc(topics, func(a, b Topic) int {
		if a.Articles != b.Articles {
			return b.Articles - a.Articles
		}
		return strings.Compare(a.Path, b.Path)
	})
	return docs, topics
}

// checkPaths refuses addresses that cannot be linked to or that two pages share.
func checkPaths(docs []Doc, topics []Topic) error {
	seen := make(map[string]bool, len(docs)+len(topics))
	check := func(path, title string) error {
		if !strings.HasPrefix(path, "/") {
			return fmt.Errorf("index %q: path %q does not begin with a slash", title, path)
		}
		if seen[path] {
			return fmt.Errorf("index %q: path %q is taken", title, path)
		}
		seen[path] = true
		return nil
	}
	for i := range docs {
		if err := check(docs[i].Path, docs[i].Title); err != nil {
			return err
		}
	}
	for i := range topics {
		if err := check(topics[i].Path, topics[i].Name); err != nil {
			return err
		}
	}
	return nil
}
