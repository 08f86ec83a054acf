package annotate_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"copydesk/generator/internal/annotate"
	"copydesk/generator/internal/clean"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/source"
	"copydesk/generator/internal/wire"
)

// rawTexts returns the raw text of the project and the made-up ones of testdata.
func rawTexts(tb testing.TB) map[string][]byte {
	tb.Helper()
	texts := map[string][]byte{}
	paths, err := filepath.Glob("../../../content/raw/2017-07-18-*.txt")
	if err != nil || len(paths) == 0 {
		tb.Fatalf("no raw text of 2017-07-18: %v", err)
	}
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			tb.Fatal(err)
		}
		texts[filepath.Base(path)] = raw
	}
	archive, err := txtar.ParseFile("testdata/copy.txtar")
	if err != nil {
		tb.Fatal(err)
	}
	for _, f := range archive.Files {
		texts[f.Name] = f.Data
	}
	return texts
}

// read takes a raw text all the way.
func read(path string, raw []byte) *news.Annotated {
	file, _ := source.Decode(path, raw)
	cleaned, _ := clean.Clean(file)
	article, _ := wire.Parse(cleaned)
	return annotate.Annotate(article)
}

// TestAnnotate holds every stage to its part: there is something of each, and spans are of the text they name.
func TestAnnotate(t *testing.T) {
	for name, raw := range rawTexts(t) {
		a := read(name, raw)
		if len(a.Sentences) == 0 || len(a.Entities) == 0 || len(a.Phrases) == 0 || len(a.Tags) == 0 || len(a.Summary) == 0 || len(a.Quotes) == 0 || len(a.Dates) == 0 {
			t.Errorf("%s: %d sentences, %d entities, %d phrases, %d tags, %d key sentences, %d quotes, %d dates; want some of each", name,
				len(a.Sentences), len(a.Entities), len(a.Phrases), len(a.Tags), len(a.Summary), len(a.Quotes), len(a.Dates))
		}
		for _, m := range a.Mentions {
			if got := m.Of(a.Body); got != m.Surface {
				t.Errorf("%s: mention %q stands at %q", name, m.Surface, got)
			}
		}
	}
}

// BenchmarkRead measures all the stages of one text together, from raw bytes to the annotated article.
func BenchmarkRead(b *testing.B) {
	texts := rawTexts(b)
	size := 0
	for name, raw := range texts {
		size += len(raw)
		read(name, raw) // loads the tables, which are read once a run
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for name, raw := range texts {
			read(name, raw)
		}
	}
}
