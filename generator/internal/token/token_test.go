package token

import (
	"slices"
	"strings"
	"testing"

	"copydesk/generator/internal/news"
)

func TestWords(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Seoul's plan", "Seoul|'s|plan"},
		{"the U.S.-led force", "the|U.S.|-|led|force"},
		{"Moon Jae-in, of the pro-Beijing bloc", "Moon|Jae-in|,|of|the|pro|-|Beijing|bloc"},
		{"Mr. O'Neil paid $3.5m to AT&T Inc. (NYSE: T)", "Mr.|O'Neil|paid|$|3.5m|to|AT&T|Inc.|(|NYSE|:|T|)"},
		{"“We’re late,” he said--twice.", "“|We|’re|late|,|”|he|said|--|twice|."},
		{"at 10:30 p.m. on Nov. 3", "at|10:30|p.m.|on|Nov.|3"},
		{"a 12,500-seat hall", "a|12,500-seat|hall"},
		{"see https://example.org/a?b=c, please", "see|https://example.org/a?b=c|,|please"},
		{"Yahoo!'s rise", "Yahoo|!|'s|rise"},
		{"No. I say no. 5", "No|.|I|say|no|.|5"},
		{"No. 5 is alive", "No.|5|is|alive"},
		{"Al-Qaeda and 'friends'", "Al-Qaeda|and|'|friends|'"},
		{"the EU. Then", "the|EU|.|Then"},
		{"Müller’s São Tomé", "Müller|’s|São|Tomé"},
	} {
		var got []string
		for _, w := range Words(c.text, 0) {
			got = append(got, w.Text)
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("Words(%q)\n got %s\nwant %s", c.text, g, c.want)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Mr. Park left. He was tired.", []string{"Mr. Park left.", "He was tired."}},
		{"He moved to the U.S. The rest stayed.", []string{"He moved to the U.S.", "The rest stayed."}},
		{"The U.S. Senate sat until 3 p.m. Tuesday.", []string{"The U.S. Senate sat until 3 p.m. Tuesday."}},
		{"“Stop!” she cried. “Now.” And they did.", []string{"“Stop!” she cried.", "“Now.”", "And they did."}},
		{"Rates rose 3.5 percent. No. 2 was Acme Inc. of Ohio.", []string{"Rates rose 3.5 percent.", "No. 2 was Acme Inc. of Ohio."}},
		{"Harry S. Truman won. (Few saw it.) Next?", []string{"Harry S. Truman won.", "(Few saw it.)", "Next?"}},
	} {
		a := article(c.text)
		var got []string
		for _, s := range Sentences(a) {
			got = append(got, s.Of(a.Body))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("Sentences(%q)\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// article returns an article whose paragraphs are the lines of text.
func article(text string) *news.Article {
	a := &news.Article{Body: text}
	for i := 0; i < len(text); {
		n := strings.IndexByte(text[i:], '\n')
		if n < 0 {
			n = len(text) - i
		}
		if n > 0 {
			a.Paragraphs = append(a.Paragraphs, news.Span{Start: i, End: i + n})
		}
		i += n + 1
	}
	return a
}

func FuzzToken(f *testing.F) {
	for _, s := range []string{"Mr. O'Neil’s AT&T", "U.S.-led --...''", "http://", "a\xff.B c", "…”) X", "12:30://", "3.  \n\n. -"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, w := range Words(text, 0) {
			if w.Start < last || w.End <= w.Start || text[w.Start:w.End] != w.Text {
				t.Fatalf("token %+v after %d of %q", w, last, text)
			}
			for i := last; i < w.Start; {
				size, class := classAt(text, i)
				if class == letter || class == digit {
					t.Fatalf("%q of %q is in no word", text[i:i+size], text)
				}
				i += size
			}
			last = w.End
		}
		a := article(text)
		last = 0
		for _, s := range Sentences(a) {
			if s.Start < last || s.End <= s.Start || !a.Paragraphs[s.Paragraph-1].Contains(s.Span) {
				t.Fatalf("sentence %+v after %d of %q", s, last, text)
			}
			if strings.TrimSpace(text[last:s.Start]) != "" {
				t.Fatalf("%q of %q is in no sentence", text[last:s.Start], text)
			}
			last = s.End
		}
	})
}

var sample = strings.Repeat("Mr. Ortega's deputy, Ana-Luisa Ruiz, told the U.N. in Geneva on Nov. 3 that 12,500 people “had no water.” The talks go on.\n", 400)

func BenchmarkWords(b *testing.B) {
	b.SetBytes(int64(len(sample)))
	var buf []Token
	for b.Loop() {
		buf = AppendWords(buf[:0], sample, 0)
	}
}

func BenchmarkSentences(b *testing.B) {
	a := article(sample)
	b.SetBytes(int64(len(sample)))
	for b.Loop() {
		Sentences(a)
	}
}
