package page_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/page"
	"copydesk/generator/internal/topic"
	"copydesk/generator/internal/topic/topictest"
)

var update = flag.Bool("update", false, "rewrite the golden archives")

// TestGolden lays out the marked texts of each archive (raw/*.txt, topics.yaml) and compares the content with the rest of it.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no archives", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			input := slices.DeleteFunc(slices.Clone(ar.Files), func(f txtar.File) bool { return !isInput(f.Name) })
			got := txtar.Format(&txtar.Archive{Comment: ar.Comment, Files: append(input, layOut(input)...)})
			if *update {
				if err := os.WriteFile(file, got, 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want, _ := os.ReadFile(file); string(got) != string(want) {
				t.Errorf("content differs from %s; run with -update and read the diff. Got:\n%s", file, got)
			}
		})
	}
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
	c, more := topic.Build(corpus, links, opts)
	pages, rest := page.Make(c)
	var out []txtar.File
	for _, p := range pages {
		out = append(out, txtar.File{Name: "content/" + p.Path, Data: page.Encode(page.Seal(p))})
	}
	said := ""
	for _, d := range slices.Concat(ds, more, rest) {
		said += d.String() + "\n"
	}
	if said != "" {
		out = append(out, txtar.File{Name: "diagnostics", Data: []byte(said)})
	}
	return out
}
