package proof

import (
	"slices"
	"strings"
	"testing"

	"copydesk/generator/internal/news"
	"copydesk/generator/internal/page"
)

func TestVerbatim(t *testing.T) {
	const raw = "Rain fell on the SHARE THIS town. It was w\xc3\xa8t, said Ann.\n"
	a := &news.Article{Removed: []news.Removal{{Span: news.Span{Start: 17, End: 28}}}, Repairs: []news.Repair{{At: strings.Index(raw, "w\xc3\xa8t"), From: "w\xc3\xa8t", To: "wet"}}}
	for words, want := range map[string]int{
		"Rain fell on the town.":                       0, // what was removed is left out
		"It was wet, said Ann":                         0, // what was repaired is mended
		"It was dry, said Ann":                         1,
		"Rain fell on the SHARE THIS town. It was wet": 1,
	} {
		p := page.Page{Path: "topics/rain.md", Front: page.Fields{{Key: "params", Value: page.Fields{{Key: "passages", Value: []any{page.Fields{{Key: "path", Value: "/a/"}, {Key: "text", Value: words}}}}}}}}
		if ds := Verbatim([]Source{{raw, a, "/a/"}}, slices.Values([]page.Page{p})); len(ds) != want {
			t.Errorf("%q: %d remarks, want %d: %v", words, len(ds), want, ds)
		}
	}
}
