package search

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func wordsOf(text string) []string {
	var words []string
	Words(text, func(w []byte) { words = append(words, string(w)) })
	return words
}

// oddWords are the cases in which Go and the browser could cut or fold differently.
var oddWords = []struct{ text, want string }{
	{"Moon Jae-in", "moon jae in"},
	{"U.N. envoy", "un envoy"},
	{"(U.S.)", "us"},
	{"at 5 p.m.today", "at 5 pm today"},
	{"J.K.Rowlson", "jk rowlson"},
	{"example.com", "example com"},
	{"Seoul's", "seoul"},
	{"SEOUL’S", "seoul"},
	{"O’Dowd's", "odowd"},
	{"'quoted'", "quoted"},
	{"don''t", "don t"},
	{"Łódź", "lodz"},
	{"A\u030Alesund", "alesund"},
	{"Straße", "strasse"},
	{"İstanbul ısı", "istanbul isi"},
	{"ΟΔΟΣ", "οδοσ"},
	{"ﬁsh", "fish"},
	{"km²", "km2"},
	{"½", "12"},
	{"1,000.50", "1 000 50"},
	{"東京 2020", "東京 2020"},
	{"\u0301", ""},
	{"’s", "s"},
	{"", ""},
}

func TestWords(t *testing.T) {
	for _, c := range oddWords {
		if got := strings.Join(wordsOf(c.text), " "); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

// FuzzWords states that words are letters and digits in lower case, and that folding one again changes nothing.
func FuzzWords(f *testing.F) {
	for _, c := range oddWords {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, w := range wordsOf(text) {
			if !utf8.ValidString(w) || strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
				t.Errorf("%q has the word %q", text, w)
			}
			if again := wordsOf(w); !slices.Equal(again, []string{w}) {
				t.Errorf("%q folds to %q, and that to %q", text, w, again)
			}
		}
	})
}
