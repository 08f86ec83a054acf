package keyphrase

import (
	"strings"
	"testing"

	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/source"
	"copydesk/generator/internal/token"
	"copydesk/generator/internal/wire"
)

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
