package about

import (
	"strings"
	"testing"

	"copydesk/generator/internal/news"
)

func TestTorn(t *testing.T) {
	for phrase, want := range map[string]bool{
		"expectations central banks": true, "loans bankers": true, "shareholders vote": true, "interest rates steady": true,
		"interest rates": false, "sports stadium": false, "central banks": false, "arms control": false, "labor market": false,
	} {
		if got := torn(strings.Fields(phrase)); got != want {
			t.Errorf("%s: got %v, want %v", phrase, got, want)
		}
	}
}

func TestPredicate(t *testing.T) {
	for _, c := range []struct {
		body, phrase string
		want         bool
	}{
		{"The bank wants to cheer investors today.", "cheer investors", true},
		{"They will deepen trade ties.", "deepen trade ties", true},
		{"It sold the yard to private investors.", "private investors", false},
		{"The law applies to banks alone.", "banks", false},
		{"A tax on sugar drinks was dropped.", "sugar drinks", false},
	} {
		at := strings.Index(c.body, c.phrase)
		first, _, _ := strings.Cut(c.phrase, " ")
		if got := predicate(c.body, first, []news.Span{{Start: at, End: at + len(c.phrase)}}); got != c.want {
			t.Errorf("%s: got %v, want %v", c.phrase, got, c.want)
		}
	}
}
