package keyphrase

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/golden"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/source"
	"copydesk/generator/internal/token"
	"copydesk/generator/internal/wire"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestExtract reads archives of an article (headline, blank line, body), its names, one a line, and the phrases in their order.
func TestExtract(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, archive *txtar.Archive) {
		a, sentences, names := article(archive)
		var got bytes.Buffer
		for _, p := range Extract(a, sentences, names) {
			fmt.Fprintf(&got, "%.2f %s (%d)\n", p.Score, p.Text, len(p.Spans))
		}
		archive.Files[2].Data = got.Bytes()
	})
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
	a, sentences, names := article(golden.Read(b, "testdata/harbour.txtar"))
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
