package desk

import (
	"fmt"
	"os"
	"path/filepath"

	"copydesk/generator/internal/search"
	"copydesk/generator/internal/topic"
)

// writeIndex writes the search index of the corpus into search/ of a built site.
func writeIndex(public string, c *topic.Corpus) error {
	files, err := Index(c)
	if err != nil {
		return fmt.Errorf("index: %w", err)
	}
	dir := filepath.Join(public, "search")
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return fmt.Errorf("index: %w", err)
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o666); err != nil {
			return fmt.Errorf("index: %w", err)
		}
	}
	return nil
}

// Index returns the files of the search index of the corpus.
func Index(c *topic.Corpus) ([]search.File, error) {
	docs := make([]search.Doc, len(c.Articles))
	for i, a := range c.Articles {
		docs[i] = search.Doc{Path: a.Path, Title: a.Headline, Date: a.Dated, Description: a.Standfirst, Body: a.Body}
		if len(a.Summary) > 0 && a.Standfirst == "" {
			docs[i].Description = a.Summary[0].Of(a.Body)
		}
		for _, f := range a.Filed {
			docs[i].Tags = append(docs[i].Tags, f.Name)
		}
	}
	topics := make([]search.Topic, len(c.Topics))
	for i, t := range c.Topics {
		topics[i] = search.Topic{Path: "/topics/" + t.Slug + "/", Name: t.Name, Aliases: t.KnownAs, Kind: t.Kind, Articles: len(t.Appearances)}
	}
	return search.Index(docs, topics)
}
