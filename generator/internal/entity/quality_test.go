package entity

import (
	"os"
	"strings"
	"testing"

	"copydesk/generator/internal/news"
	"copydesk/generator/internal/token"
)

// baseline is the least F measure, in percent, that Find must reach on testdata/baseline.txt: span and kind of each name exact.
const baseline = 93

// label is a mark in testdata/baseline.txt for each kind.
var label = map[string]news.Kind{"PER": news.Person, "LOC": news.Place, "ORG": news.Organization, "EVT": news.Event, "OTH": news.Other}

func TestQuality(t *testing.T) {
	right, found, gold := 0, 0, 0
	for _, text := range marked(t) {
		a, names := unmark(t, text)
		want := map[news.Mention]bool{}
		for _, n := range names {
			want[n] = true
		}
		body, _ := Find(a, token.Sentences(a))
		found, gold = found+len(body), gold+len(names)
		for _, m := range body {
			if want[m] {
				right++
			} else {
				t.Logf("found %q as %s", m.Surface, m.Kind)
			}
			delete(want, m)
		}
		for m := range want {
			t.Logf("missed %q, %s", m.Surface, m.Kind)
		}
	}
	f := 200 * float64(right) / float64(found+gold)
	t.Logf("F %.1f: %d right of %d found, %d marked", f, right, found, gold)
	if f < baseline {
		t.Errorf("F is %.1f, the baseline is %d", f, baseline)
	}
}

// marked returns the articles of testdata/baseline.txt with their marks.
func marked(t testing.TB) []string {
	b, err := os.ReadFile("testdata/baseline.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(b), "\n")
	return strings.Split(text, "\n---\n")
}

// unmark returns text as an article without its marks, and what they mark.
func unmark(t testing.TB, text string) (*news.Article, []news.Mention) {
	var b strings.Builder
	var names []news.Mention
	for text != "" {
		before, rest, ok := strings.Cut(text, "⟦")
		b.WriteString(before)
		if !ok {
			break
		}
		inside, after, _ := strings.Cut(rest, "⟧")
		name, kind, ok := strings.Cut(inside, "¦")
		if !ok || label[kind] == "" {
			t.Fatalf("bad mark %q", inside)
		}
		start := b.Len()
		b.WriteString(name)
		names = append(names, news.Mention{Span: news.Span{Start: start, End: b.Len()}, Surface: name, Kind: label[kind]})
		text = after
	}
	return article(b.String()), names
}

// article returns an article of body, whose lines are the paragraphs.
func article(body string) *news.Article {
	a := &news.Article{Body: body}
	at := 0
	for line := range strings.SplitSeq(body, "\n") {
		if line != "" {
			a.Paragraphs = append(a.Paragraphs, news.Span{Start: at, End: at + len(line)})
		}
		at += len(line) + 1
	}
	return a
}

func FuzzFind(f *testing.F) {
	for _, text := range marked(f) {
		a, _ := unmark(f, text)
		f.Add("", a.Body)
	}
	f.Add("MAYOR OF CORK RESIGNS", "CORK — “I go,” said the Mayor.\n\nHe’s gone.")
	f.Add("\xff", "A\x00B ⟦ \xe2\x80 Mr. .Mr")
	f.Fuzz(func(t *testing.T, headline, body string) {
		a := article(body)
		a.Headline = headline
		inBody, inHeadline := Find(a, token.Sentences(a))
		sound(t, body, inBody)
		sound(t, headline, inHeadline)
	})
}

// sound checks that mentions are in order, do not overlap and slice back.
func sound(t *testing.T, text string, mentions []news.Mention) {
	last := 0
	for _, m := range mentions {
		if m.Start < last || m.End <= m.Start || m.Of(text) != m.Surface || m.Kind == "" {
			t.Fatalf("mention %+v after %d of %q", m, last, text)
		}
		last = m.End
	}
}

func BenchmarkFind(b *testing.B) {
	var articles []*news.Article
	var sentences [][]news.Sentence
	size := 0
	for _, text := range marked(b) {
		a, _ := unmark(b, strings.Repeat(text+"\n", 8))
		articles = append(articles, a)
		sentences = append(sentences, token.Sentences(a))
		size += len(a.Body)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for i, a := range articles {
			Find(a, sentences[i])
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		load()
	}
}
