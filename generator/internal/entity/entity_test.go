package entity

import (
	"testing"

	"copydesk/generator/internal/news"
	"copydesk/generator/internal/token"
)

func TestModel(t *testing.T) {
	if _, err := model(); err != nil {
		t.Fatal(err)
	}
}

func TestFindBothTexts(t *testing.T) {
	a := &news.Article{Headline: "Portugal sends Maria Lopes to Geneva", Body: "Portugal's envoy, Ms. Lopes, will fly to Geneva, Switzerland."}
	a.Paragraphs = []news.Span{{Start: 0, End: len(a.Body)}}
	body, headline := Find(a, token.Sentences(a))
	check := func(text string, got []news.Mention, want ...string) {
		if len(got) != len(want) {
			t.Fatalf("%v in %q, want %q", got, text, want)
		}
		for i, m := range got {
			if m.Surface != want[i] || m.Of(text) != want[i] {
				t.Errorf("got %q (%v), want %q", m.Surface, m.Span, want[i])
			}
		}
	}
	check(a.Headline, headline, "Portugal", "Maria Lopes", "Geneva")
	check(a.Body, body, "Portugal", "Lopes", "Geneva", "Switzerland")
}
