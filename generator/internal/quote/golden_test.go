package quote

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/golden"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/slug"
	"copydesk/generator/internal/token"
	"github.com/rogpeppe/go-internal/txtar"
)

// article reads a text with a paragraph a line in which names stand in braces, {Ada Hale} or {Hale=Ada Hale}; the people among them have two words or
// end in *: {Hale*=Ada Hale}. The braces are taken out.
func article(marked string) (*news.Article, []news.Sentence, alias.Names) {
	a := &news.Article{}
	var names alias.Names
	entities := map[string]bool{}
	var b strings.Builder
	for line := range strings.Lines(marked) {
		start := b.Len()
		line = strings.TrimSuffix(line, "\n")
		for {
			before, rest, ok := strings.Cut(line, "{")
			b.WriteString(before)
			if !ok {
				break
			}
			name, after, _ := strings.Cut(rest, "}")
			line = after
			surface, full, ok := strings.Cut(name, "=")
			if !ok {
				full = surface
			}
			kind := news.Organization
			if surface != strings.TrimSuffix(surface, "*") || strings.Count(full, " ") == 1 {
				kind = news.Person
			}
			surface = strings.TrimSuffix(surface, "*")
			full = strings.TrimSuffix(full, "*")
			m := news.Mention{Span: news.Span{Start: b.Len(), End: b.Len() + len(surface)}, Surface: surface, Kind: kind, Entity: slug.Make(full)}
			names.Mentions = append(names.Mentions, m)
			if !entities[m.Entity] {
				entities[m.Entity] = true
				names.Entities = append(names.Entities, news.Entity{ID: m.Entity, Name: full, Kind: kind})
			}
			b.WriteString(surface)
		}
		if b.Len() > start {
			a.Paragraphs = append(a.Paragraphs, news.Span{Start: start, End: b.Len()})
		}
		b.WriteByte('\n')
	}
	a.Body = b.String()
	return a, token.Sentences(a), names
}

// dump is the readable form of quotes in the golden files.
func dump(a *news.Article, quotes []news.Quote) string {
	var b strings.Builder
	for _, q := range quotes {
		speaker := q.Speaker
		if q.Entity != "" {
			speaker += " = " + q.Entity
		}
		fmt.Fprintf(&b, "[%s] %s (%s, %.2f)\n", speaker, q.Of(a.Body), q.Cue, q.Confidence)
	}
	return b.String()
}

// TestGolden reads archives whose files are pairs of a text, marked as article wants it, and its quotes.
func TestGolden(t *testing.T) {
	golden.RunPairs(t, "testdata/*.txtar", func(_ *txtar.Archive, text string) string {
		a, sentences, names := article(text)
		return dump(a, Find(a, sentences, names))
	})
}

// FuzzFind checks on any text that quotes slice back, stand in order, and name a speaker only together with how sure that is.
func FuzzFind(f *testing.F) {
	f.Add("“We will go,” {Ada Hale} said. “And soon.”\n“Or later,” she added.")
	f.Add("He called it ‘a day’ and \"a night\n\"of sorts,\" ''said {Port Guild}''")
	f.Add("“one ‘two “three’ four” five’")
	f.Fuzz(func(t *testing.T, marked string) {
		a, sentences, names := article(marked)
		last := -1
		for _, q := range Find(a, sentences, names) {
			if q.Start < last || q.End <= q.Start || q.End > len(a.Body) {
				t.Fatalf("%+v after %d", q, last)
			}
			if (q.Speaker == "") != (q.Confidence == 0) || q.Speaker != "" && !strings.Contains(a.Body, q.Speaker) {
				t.Fatalf("%+v", q)
			}
			last = q.Start
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("“We have waited long enough,” {Ada Hale} told reporters on Monday. “The harbour needs a new wall, and it needs it now.”\n"+
		"The council, which met the growers last week, has not answered the letter that {Hale*=Ada Hale} wrote to it, a spokesman said.\n", 500)
	a, sentences, names := article(text)
	b.SetBytes(int64(len(a.Body)))
	b.ReportAllocs()
	for b.Loop() {
		Find(a, sentences, names)
	}
}

// TestLinear checks that text without sentences, all of it quoted, takes no more than a few times as long for twice the length.
func TestLinear(t *testing.T) {
	for _, piece := range []string{"“aaaa” ", "“‘aaaa’ said ", "he said “aaaa” ", "“aaaa ", "'aaaa' \"bbbb\" the statement said "} {
		took := func(n int) time.Duration { // the best of three, for the machine may have other work
			a, sentences, names := article(strings.Repeat(piece, n))
			best := time.Hour
			for range 3 {
				start := time.Now()
				Find(a, sentences, names)
				best = min(best, time.Since(start))
			}
			return best
		}
		if small, large := took(4000), took(16000); large > 12*small+50*time.Millisecond {
			t.Errorf("%q: %v for 4000, %v for 16000", piece, small, large)
		}
	}
}
