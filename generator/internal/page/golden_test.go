package page_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/golden"
	"copydesk/generator/internal/page"
	"copydesk/generator/internal/topic"
	"copydesk/generator/internal/topic/topictest"
)

// TestGolden lays out the marked texts of each archive (raw/*.txt, topics.yaml) and compares the content with the rest of it.
func TestGolden(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, a *txtar.Archive) {
		input := slices.DeleteFunc(a.Files, func(f txtar.File) bool { return !isInput(f.Name) })
		a.Files = append(input, layOut(input)...)
	})
}

func isInput(name string) bool { return strings.HasPrefix(name, "raw/") || name == "topics.yaml" }

// layOut returns the content that the input comes to, and what was said about it.
func layOut(input []txtar.File) []txtar.File {
	var texts []topictest.Text
	var opts topic.Options
	var ds []diag.Diagnostic
	for _, f := range input {
		if f.Name == "topics.yaml" {
			opts.Decisions, ds = topic.ParseDecisions(topic.DecisionsFile, f.Data)
			continue
		}
		texts = append(texts, topictest.Text{File: f.Name, Marked: string(f.Data)})
	}
	corpus, links := topictest.Corpus(texts)
	c, more := topic.Build(corpus, opts)
	c.Relate(links)
	var out []txtar.File
	for p := range page.Laid(page.Plan(c, page.Options{})) {
		out = append(out, txtar.File{Name: "content/" + p.Path, Data: page.Encode(page.Seal(p))})
	}
	said := ""
	for _, d := range slices.Concat(ds, more) {
		said += d.String() + "\n"
	}
	if said != "" {
		out = append(out, txtar.File{Name: "diagnostics", Data: []byte(said)})
	}
	return out
}
