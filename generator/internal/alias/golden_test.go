package alias

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"copydesk/generator/internal/golden"
	"copydesk/generator/internal/news"
)

var kindLetters = map[string]news.Kind{"P": news.Person, "L": news.Place, "O": news.Organization, "E": news.Event, "X": news.Other}

// unmark reads text in which names stand as [Moon|P].
func unmark(t testing.TB, marked string) (string, []news.Mention) {
	t.Helper()
	var b strings.Builder
	var ms []news.Mention
	for {
		before, rest, found := strings.Cut(marked, "[")
		b.WriteString(before)
		if !found {
			return b.String(), ms
		}
		inside, after, ok := strings.Cut(rest, "]")
		surface, letter, ok2 := strings.Cut(inside, "|")
		if !ok || !ok2 || kindLetters[letter] == "" {
			t.Fatalf("bad mark: [%s", inside)
		}
		start := b.Len()
		b.WriteString(surface)
		ms = append(ms, news.Mention{Span: news.Span{Start: start, End: b.Len()}, Surface: surface, Kind: kindLetters[letter]})
		marked = after
	}
}

// newArticle makes an article of a headline and a body with blank lines between its paragraphs.
func newArticle(headline, body string) *news.Article {
	a := &news.Article{Headline: headline, Body: body}
	at := 0
	for p := range strings.SplitSeq(body, "\n\n") {
		a.Paragraphs = append(a.Paragraphs, news.Span{Start: at, End: at + len(p)})
		at += len(p) + 2
	}
	return a
}

// dump shows names readably.
func dump(a *news.Article, n Names) string {
	var b strings.Builder
	for _, e := range n.Entities {
		fmt.Fprintf(&b, "%s: %s (%s) %d", e.ID, e.Name, e.Kind, e.Count)
		if e.InHeadline {
			b.WriteString(" headline")
		}
		fmt.Fprintf(&b, " %v\n", e.Paragraphs)
		if len(e.Aliases) > 0 {
			fmt.Fprintf(&b, "\talso %s\n", strings.Join(e.Aliases, "; "))
		}
		for _, s := range e.Described {
			fmt.Fprintf(&b, "\tis %s\n", s.Of(a.Body))
		}
	}
	mark := func(text string, ms []news.Mention) {
		at := 0
		for _, m := range ms {
			fmt.Fprintf(&b, "%s[%s|%s]", text[at:m.Start], m.Surface, m.Entity)
			at = m.End
		}
		b.WriteString(text[at:] + "\n")
	}
	if a.Headline != "" {
		mark(a.Headline, n.Headlined)
	}
	mark(a.Body, n.Mentions)
	return b.String()
}

// TestGolden reads archives of a headline, a body and the names that their marks come to.
func TestGolden(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, archive *txtar.Archive) {
		part := map[string]*txtar.File{}
		for i, f := range archive.Files {
			part[f.Name] = &archive.Files[i]
		}
		text := func(name string) string {
			if part[name] == nil {
				return ""
			}
			return strings.TrimSuffix(string(part[name].Data), "\n")
		}
		headline, headlined := unmark(t, text("headline"))
		body, mentions := unmark(t, text("body"))
		a := newArticle(headline, body)
		part["names"].Data = []byte(dump(a, Resolve(a, nil, mentions, headlined)))
	})
}
