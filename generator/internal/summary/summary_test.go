package summary

import (
	"strings"
	"testing"

	"copydesk/generator/internal/about"
	"copydesk/generator/internal/golden"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/slug"
	"copydesk/generator/internal/token"
	"github.com/rogpeppe/go-internal/txtar"
)

// article reads a text whose first line is the headline, the others paragraphs. subjects are the names that it is about, best first.
func article(text string, subjects []string) (*news.Article, []news.Sentence, about.Filing, []news.Mention) {
	headline, body, _ := strings.Cut(text, "\n")
	a := &news.Article{Headline: headline, Body: body}
	at := 0
	for line := range strings.Lines(body) {
		if n := len(strings.TrimSuffix(line, "\n")); n > 0 {
			a.Paragraphs = append(a.Paragraphs, news.Span{Start: at, End: at + n})
		}
		at += len(line)
	}
	var filing about.Filing
	var mentions []news.Mention
	for i, s := range subjects {
		filing.Entities = append(filing.Entities, news.Entity{ID: slug.Make(s), Name: s, About: true, Score: 1 / float64(1+i)})
	}
	for i := range body {
		for _, s := range subjects {
			if strings.HasPrefix(body[i:], s) {
				mentions = append(mentions, news.Mention{Span: news.Span{Start: i, End: i + len(s)}, Surface: s, Entity: slug.Make(s)})
			}
		}
	}
	return a, token.Sentences(a), filing, mentions
}

// TestGolden reads archives of pairs: a text, its headline first, and its key sentences. The comment lists what the texts are about.
func TestGolden(t *testing.T) {
	golden.RunPairs(t, "testdata/*.txtar", func(archive *txtar.Archive, text string) string {
		a, sentences, filing, mentions := article(text, strings.Split(strings.TrimSpace(string(archive.Comment)), ", "))
		got := ""
		for _, s := range Pick(a, sentences, filing, mentions) {
			got += s.Of(a.Body) + "\n"
		}
		return got
	})
}

func TestPointsBack(t *testing.T) {
	for text, want := range map[string]bool{
		"He left the room.":                       true,
		"In its reply the council said no.":       true,
		"The council also raised the fee.":        true,
		"The council raised the fee.":             false,
		"In Ellis the council raised the fee.":    false,
		"“They are late,” said the clerk.":        true,
		"Hershel Orr left the council in a huff.": false,
	} {
		if got := pointsBack(text); got != want {
			t.Errorf("%s: got %v, want %v", text, got, want)
		}
	}
}

// TestNoEcho checks that no key sentence says what stands above it already.
func TestNoEcho(t *testing.T) {
	const deck = "The harbour wall of Ellis fell into the sea on Monday after heavy rain, the port said."
	a, sentences, filing, mentions := article("Harbour wall falls in Ellis after heavy rain\n"+deck+"\nThe harbour wall of Ellis falls after heavy rain.\n"+
		"Nobody was hurt, but two fishing boats sank at their moorings.\nThe mayor had asked for a new wall three times in ten years.\n"+
		"Repairs will take until the spring and cost nine million crowns, engineers reckon.", []string{"Ellis"})
	picked := func() (text string) {
		for _, s := range Pick(a, sentences, filing, mentions) {
			text += s.Of(a.Body) + "\n"
		}
		return text
	}
	if got := picked(); !strings.HasPrefix(got, deck) || strings.Contains(got, "falls after") {
		t.Errorf("got %q", got)
	}
	a.Standfirst = "The harbour wall of Ellis fell into the sea on Monday after heavy rain, the port said"
	if got := picked(); strings.Contains(got, "fell into the sea") || strings.Count(got, "\n") < 2 {
		t.Errorf("below its standfirst: got %q", got)
	}
}

// FuzzPick checks on any text that at most four sentences are picked, each one of the article's, in order, none twice.
func FuzzPick(f *testing.F) {
	f.Add("The wall falls\nThe wall fell on Monday. Nobody was hurt.\nIt will be built again, the mayor said. A wall fell on Monday.")
	f.Fuzz(func(t *testing.T, text string) {
		a, sentences, filing, mentions := article(text, []string{"Ellis"})
		spans := Pick(a, sentences, filing, mentions)
		if len(spans) > 4 {
			t.Fatalf("%d sentences", len(spans))
		}
		last := -1
		for _, s := range spans {
			if s.Start <= last {
				t.Fatalf("%v after %d", s, last)
			}
			last = s.Start
			found := false
			for _, x := range sentences {
				found = found || x.Span == s
			}
			if !found {
				t.Fatalf("%v is no sentence", s)
			}
		}
	})
}

func BenchmarkPick(b *testing.B) {
	text := "The harbour wall falls\n" + strings.Repeat("The harbour wall of Ellis fell into the sea on Monday after a night of heavy rain, the port said. Nobody was hurt, but two boats sank.\n"+
		"The mayor had asked for a new wall three times, and three times the council had put the matter off to another year.\n", 20)
	a, sentences, filing, mentions := article(text, []string{"Ellis"})
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Pick(a, sentences, filing, mentions)
	}
}
