package alias

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"copydesk/generator/internal/news"
)

var update = flag.Bool("update", false, "rewrite the golden archives")

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
			part := map[string]string{}
			for _, f := range ar.Files {
				part[f.Name] = strings.TrimSuffix(string(f.Data), "\n")
			}
			headline, headlined := unmark(t, part["headline"])
			body, mentions := unmark(t, part["body"])
			a := newArticle(headline, body)
			got := dump(a, Resolve(a, nil, mentions, headlined))
			if *update {
				for i := range ar.Files {
					if ar.Files[i].Name == "names" {
						ar.Files[i].Data = []byte(got)
					}
				}
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := part["names"] + "\n"; got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}
