package tagger

import (
	"testing"

	"copydesk/generator/internal/news"
)

// TestApostrophes finds a listed name whichever apostrophe the text is written with.
func TestApostrophes(t *testing.T) {
	lex := NewLexicon(map[string]Listed{"People's Daily": bodies}, nil)
	for _, text := range []string{"the People's Daily said", "the People’s Daily said"} {
		d := NewDocument(lex)
		d.Add(text, []news.Sentence{{Span: news.Span{End: len(text)}}})
		d.Ready()
		s := &d.Sentences[0]
		if len(s.Tokens) != 5 || s.listed[1][begin] != bodies || s.listed[3][last] != bodies {
			t.Errorf("%q: %v listed as %v", text, s.Tokens, s.listed)
		}
	}
}
