package entity

import (
	"fmt"
	"strings"
	"testing"

	"copydesk/generator/internal/golden"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/token"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestGolden reads archives of made-up news: an article (headline, blank line, paragraphs) and the names that Find finds in it, one a line.
func TestGolden(t *testing.T) {
	golden.RunPairs(t, "testdata/golden/*.txtar", func(_ *txtar.Archive, text string) string { return found(text) })
}

// found lists the names of an article's headline and body, each with its kind.
func found(text string) string {
	headline, body, _ := strings.Cut(text, "\n\n")
	a := article(body)
	a.Headline = headline
	inBody, inHeadline := Find(a, token.Sentences(a))
	var b strings.Builder
	list := func(of string, mentions []news.Mention) {
		for _, m := range mentions {
			fmt.Fprintf(&b, "%s: %s %q\n", of, m.Kind, m.Surface)
		}
	}
	list("headline", inHeadline)
	list("body", inBody)
	return b.String()
}
