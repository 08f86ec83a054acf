package tagger

import (
	"slices"
	"testing"

	"copydesk/generator/internal/news"
)

// TestTicker finds where names can be: not in stock codes.
func TestTicker(t *testing.T) {
	for text, want := range map[string][]string{
		"The FTSE .FTSE fell":      {"The FTSE"},
		"Asia Breweries APBB.SI":   {"Asia Breweries"},
		"GRNT.L Granite":           {"Granite"},
		"the U.N and the St. Ives": {"U.N", "St. Ives"},
	} {
		d := NewDocument(&Lexicon{})
		d.Add(text, []news.Sentence{{Span: news.Span{End: len(text)}}})
		d.Ready()
		s := &d.Sentences[0]
		var got []string
		for _, r := range s.Runs {
			got = append(got, text[s.Tokens[r.First].Start:s.Tokens[r.Last-1].End])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: names can be in %q, want %q", text, got, want)
		}
	}
}
