package keyphrase

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/source"
	"copydesk/generator/internal/token"
	"copydesk/generator/internal/wire"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the golden archives")

// TestExtract reads archives of an article (headline, blank line, body), its names, one a line, and the phrases in their order.
func TestExtract(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			a, sentences, names := article(archive)
			var got bytes.Buffer
			for _, p := range Extract(a, sentences, names) {
				fmt.Fprintf(&got, "%.2f %s (%d)\n", p.Score, p.Text, len(p.Spans))
			}
			want := &archive.Files[len(archive.Files)-1]
			if *update {
				want.Data = got.Bytes()
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if !bytes.Equal(got.Bytes(), want.Data) {
				t.Errorf("got:\n%s\nwant:\n%s", got.Bytes(), want.Data)
			}
		})
	}
}

func article(archive *txtar.Archive) (*news.Article, []news.Sentence, alias.Names) {
	text := strings.TrimSpace(string(archive.Files[0].Data))
	headline, body, ok := strings.Cut(text, "\n\n")
	if !ok {
		headline, body = "", text
	}
	a := wire.Plain(source.File{Text: body})
	a.Headline = headline
	var names alias.Names
	for i := range body {
		for _, name := range strings.Split(strings.TrimSpace(string(archive.Files[1].Data)), "\n") {
			if name != "" && strings.HasPrefix(body[i:], name) {
				names.Mentions = append(names.Mentions, news.Mention{Span: news.Span{Start: i, End: i + len(name)}, Surface: name, Entity: name})
			}
		}
	}
	return &a, token.Sentences(&a), names
}

func BenchmarkExtract(b *testing.B) {
	archive, err := txtar.ParseFile("testdata/harbour.txtar")
	if err != nil {
		b.Fatal(err)
	}
	a, sentences, names := article(archive)
	b.SetBytes(int64(len(a.Body)))
	for b.Loop() {
		Extract(a, sentences, names)
	}
}

func TestSingular(t *testing.T) {
	for word, want := range map[string]string{"talks": "talk", "policies": "policy", "taxes": "tax", "news": "news", "business": "business",
		"children": "child", "buses": "bus", "crisis": "crisis", "churches": "church", "houses": "house", "gas": "gas", "series": "series"} {
		if got := Singular(word); got != want {
			t.Errorf("Singular(%q) = %q, want %q", word, got, want)
		}
	}
}

func FuzzExtract(f *testing.F) {
	f.Add("Ferry talks\n\nThe island’s ferry operators met the harbour board on Tuesday. Ferry fares will rise, the board’s chair said.")
	f.Add("’s ’s - -a a’s .a. 1,2,3 É́\x00\n\nU.S.-led U.S talks")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		a := wire.Plain(source.File{Text: text})
		for _, p := range Extract(&a, token.Sentences(&a), alias.Names{}) {
			if p.Text == "" || len(p.Spans) == 0 || p.Score < 0 || p.Score > 1 {
				t.Fatalf("a phrase without words, places or a proper score: %+v", p)
			}
			for _, s := range p.Spans {
				if s.Start < 0 || s.End > len(a.Body) || s.Start >= s.End {
					t.Fatalf("%q: span %v outside the body", p.Text, s)
				}
			}
		}
	})
}
