package tagger

import (
	"slices"
	"testing"

	"copydesk/generator/internal/news"
)

func TestAddEuroZone(t *testing.T) {
	const text = "Spain left the euro zone, said Eurozone Watch of Riga."
	d := NewDocument(&Lexicon{})
	d.Add(text, []news.Sentence{{Span: news.Span{End: len(text)}}})
	watch := Name{7, 9, organization}
	got := d.Sentences[0].addEuroZone([]Name{{0, 1, place}, watch, {10, 11, place}})
	if want := []Name{{0, 1, place}, {3, 5, place}, watch, {10, 11, place}}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
