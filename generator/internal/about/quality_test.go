package about

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/entity"
	"copydesk/generator/internal/keyphrase"
	"copydesk/generator/internal/source"
	"copydesk/generator/internal/token"
	"copydesk/generator/internal/wire"

	"github.com/rogpeppe/go-internal/txtar"
)

// The least F measures, in percent, that File must reach on testdata/quality: names and subjects as an editor filed the articles.
const (
	nameBaseline    = 90
	subjectBaseline = 60
)

// TestQuality files a few made-up articles from their bare text, names found by the program, and compares with what an editor made of them.
// Each archive has an article and its filing: lines "about: Name" and "subject: heading".
func TestQuality(t *testing.T) {
	paths, err := filepath.Glob("testdata/quality/*.txtar")
	if err != nil || len(paths) < 6 {
		t.Fatalf("%d archives: %v", len(paths), err)
	}
	var names, heads filing
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		archive := txtar.Parse(b)
		headline, body, _ := strings.Cut(string(archive.Files[0].Data), "\n\n")
		a := wire.Plain(source.File{Text: strings.TrimSpace(body)})
		a.Headline = headline
		sentences := token.Sentences(&a)
		found, headlined := entity.Find(&a, sentences)
		resolved := alias.Resolve(&a, sentences, found, headlined)
		f := File(&a, sentences, resolved, keyphrase.Extract(&a, sentences, resolved))
		var about, subjects, filed, headings []string
		for line := range strings.Lines(string(archive.Files[1].Data)) {
			if name, ok := strings.CutPrefix(strings.TrimSpace(line), "about: "); ok {
				about = append(about, name)
			} else if name, ok := strings.CutPrefix(strings.TrimSpace(line), "subject: "); ok {
				subjects = append(subjects, name)
			}
		}
		for _, tag := range f.Tags {
			if tag.Entity != "" {
				filed = append(filed, tag.Name)
			} else {
				headings = append(headings, tag.Name)
			}
		}
		names.compare(filed, about, func(x, y string) bool { return x == y })
		heads.compare(headings, subjects, func(x, y string) bool {
			return within(foldWords(x), foldWords(y)) || within(foldWords(y), foldWords(x))
		})
		t.Logf("%s: filed %q and %q, an editor %q and %q", filepath.Base(path), filed, headings, about, subjects)
	}
	t.Logf("names F %.1f, subjects F %.1f", names.f(), heads.f())
	if names.f() < nameBaseline || heads.f() < subjectBaseline {
		t.Errorf("names F %.1f, the baseline is %d; subjects F %.1f, the baseline is %d", names.f(), nameBaseline, heads.f(), subjectBaseline)
	}
}

// filing counts what was filed and what should have been.
type filing struct{ right, filed, wanted float64 }

func (s *filing) compare(filed, wanted []string, same func(x, y string) bool) {
	s.filed, s.wanted = s.filed+float64(len(filed)), s.wanted+float64(len(wanted))
	for _, x := range filed {
		if slices.ContainsFunc(wanted, func(y string) bool { return same(x, y) }) {
			s.right++
		}
	}
}

func (s *filing) f() float64 { return 200 * s.right / (s.filed + s.wanted) }

func TestPeopled(t *testing.T) {
	got := peopled("Japanese officials and two Swedes met the German minister; the Japanese left. English is a language, Polished shoes are not.")
	for country, n := range map[string]int{"Japan": 2, "Sweden": 1, "Germany": 1} {
		if got[country] != n {
			t.Errorf("%s: %d, want %d (%v)", country, got[country], n, got)
		}
	}
}
