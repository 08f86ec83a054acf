package about

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/golden"
	"copydesk/generator/internal/keyphrase"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/source"
	"copydesk/generator/internal/token"
	"copydesk/generator/internal/wire"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestFile reads archives of three files: article (headline, blank line, body), names (kind, name, aliases) and want, what File makes of them.
func TestFile(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, archive *txtar.Archive) {
		a, sentences, names := article(archive)
		archive.Files[2].Data = []byte(dump(a, File(a, sentences, names, keyphrase.Extract(a, sentences, names))))
	})
}

// article makes an article of the archive; the names are found wherever the text has them, the longest first.
func article(archive *txtar.Archive) (*news.Article, []news.Sentence, alias.Names) {
	headline, body, _ := strings.Cut(string(archive.Files[0].Data), "\n\n")
	a := wire.Plain(source.File{Text: strings.TrimSpace(body)})
	a.Headline = headline
	var names alias.Names
	forms := map[string]int{}
	for line := range strings.Lines(string(archive.Files[1].Data)) {
		f := strings.Split(strings.TrimSpace(line), " | ")
		if f[0] == "reporter" {
			a.Byline.Authors = append(a.Byline.Authors, news.Author{Name: f[1]})
			f[0] = string(news.Person)
		}
		for _, form := range f[1:] {
			forms[form] = len(names.Entities)
		}
		names.Entities = append(names.Entities, news.Entity{ID: strings.ToLower(strings.ReplaceAll(f[1], " ", "-")), Name: f[1], Kind: news.Kind(f[0])})
	}
	names.Mentions, names.Headlined = mentions(a.Body, forms, names.Entities), mentions(a.Headline, forms, names.Entities)
	return &a, token.Sentences(&a), names
}

func mentions(text string, forms map[string]int, entities []news.Entity) []news.Mention {
	var out []news.Mention
	for i := 0; i < len(text); i++ {
		best := ""
		for form := range forms {
			if strings.HasPrefix(text[i:], form) && len(form) > len(best) && (i == 0 || !letter(text[i-1])) {
				best = form
			}
		}
		if best != "" {
			e := entities[forms[best]]
			out = append(out, news.Mention{Span: news.Span{Start: i, End: i + len(best)}, Surface: best, Kind: e.Kind, Entity: e.ID})
			i += len(best) - 1
		}
	}
	return out
}

func dump(a *news.Article, f Filing) string {
	var b bytes.Buffer
	for _, list := range []struct {
		title string
		tags  []news.Tag
	}{{"filed", f.Tags}, {"rejected", f.Rejected}} {
		fmt.Fprintln(&b, list.title)
		for _, t := range list.tags {
			fmt.Fprintf(&b, "  %.2f %s (%s): %s\n", t.Score, t.Name, t.Kind, t.Reason)
		}
	}
	return b.String()
}

// TestFileBounds checks what every filing must keep to.
func TestFileBounds(t *testing.T) {
	for _, path := range golden.Paths(t, "testdata/*.txtar") {
		a, sentences, names := article(golden.Read(t, path))
		f := File(a, sentences, names, keyphrase.Extract(a, sentences, names))
		check(t, f, names)
	}
}

func check(t *testing.T, f Filing, names alias.Names) {
	t.Helper()
	if len(f.Entities) != len(names.Entities) {
		t.Errorf("%d entities of %d", len(f.Entities), len(names.Entities))
	}
	count := map[news.Kind]int{}
	for _, list := range [][]news.Tag{f.Tags, f.Rejected} {
		if !slices.IsSortedFunc(list, func(x, y news.Tag) int { return int(1e9 * (y.Score - x.Score)) }) {
			t.Errorf("not best first: %v", list)
		}
		for _, tag := range list {
			if tag.Name == "" || tag.Reason == "" || tag.Score < 0 || tag.Score > 1 || (tag.Entity == "") != (tag.Kind == news.Subject) {
				t.Errorf("bad tag %+v", tag)
			}
		}
	}
	for _, tag := range f.Tags {
		count[tag.Kind]++
	}
	if n := len(f.Tags) - count[news.Subject]; n > mostLong || count[news.Subject] > mostSubjects {
		t.Errorf("%d names and %d subjects filed", n, count[news.Subject])
	}
}

func TestTake(t *testing.T) {
	for _, c := range []struct {
		scores []float64
		want   []bool
	}{
		{nil, []bool{}},
		{[]float64{0.9, 0.1, 0.5}, []bool{true, false, true}},
		{[]float64{0.3, 0.1}, []bool{true, false}},
		{[]float64{0, 0}, []bool{false, false}},
		{[]float64{1, 1, 1, 1, 1, 1, 1, 1, 1}, []bool{true, true, true, true, true, true, true, true, false}},
	} {
		if got := Take(c.scores, 0.5, most); !slices.Equal(got, c.want) {
			t.Errorf("Take(%v) = %v, want %v", c.scores, got, c.want)
		}
	}
}

func TestSubjectTable(t *testing.T) {
	v := table()
	if n := len(v.subjects); n < 400 {
		t.Fatalf("only %d subjects", n)
	}
	seen := map[string]bool{}
	for _, s := range v.subjects {
		if seen[s] || s != strings.ToLower(s) || strings.TrimSpace(s) != s {
			t.Errorf("subject %q is there twice or badly written", s)
		}
		seen[s] = true
	}
	for text, want := range map[string]string{
		"Firefighters fought the blaze.":           "fires",
		"He was arrested on Friday.":               "arrests",
		"Two ballistic missiles were test-fired.":  "missile tests",
		"The central bank’s rate increase":         "interest rates",
		"A cease-fire and later another ceasefire": "ceasefire",
	} {
		found := false
		v.meet(text, func(f find) {
			found = found || v.subjects[f.clue.subject] == want
			if f.span.Start < 0 || f.span.End > len(text) || f.span.Len() <= 0 {
				t.Errorf("%q: clue at %v", text, f.span)
			}
		})
		if !found {
			t.Errorf("%q: no evidence of %q", text, want)
		}
	}
}

func FuzzFile(f *testing.F) {
	f.Add("Harbour board raises fees\n\nThe harbour board raised its fees on Monday, Anna Holm said.", "person | Anna Holm | Holm\norganization | harbour board")
	f.Add("“\n\n”’s ’s ,", "place | s")
	f.Fuzz(func(t *testing.T, text, names string) {
		text, names = strings.ToValidUTF8(text, "?"), strings.ToValidUTF8(names, "?")
		archive := &txtar.Archive{Files: []txtar.File{{Data: []byte(text)}, {}}}
		seen := map[string]bool{}
		for line := range strings.Lines(names) {
			fields := strings.Split(strings.TrimSpace(line), " | ")
			if len(fields) > 1 && !slices.Contains(fields, "") && !seen[strings.ToLower(fields[1])] && strings.TrimSpace(fields[1]) == fields[1] {
				seen[strings.ToLower(fields[1])] = true
				archive.Files[1].Data = append(archive.Files[1].Data, line...)
			}
		}
		a, sentences, n := article(archive)
		for i := range n.Entities {
			n.Entities[i].Kind = news.Person
		}
		check(t, File(a, sentences, n, keyphrase.Extract(a, sentences, n)), n)
	})
}

func BenchmarkFile(b *testing.B) {
	a, sentences, names := article(golden.Read(b, "testdata/ferry.txtar"))
	b.SetBytes(int64(len(a.Body)))
	for b.Loop() {
		File(a, sentences, names, keyphrase.Extract(a, sentences, names))
	}
}

func TestTicker(t *testing.T) {
	for name, want := range map[string]bool{"BLS.N": true, "T.N": true, "RDSa.L": true, "0005.HK": true, "U.S.": false, "U.S": false,
		"Amazon.com": false, "J.K. Rowling": false, "St. Louis": false, "Yahoo": false} {
		if got := ticker(name); got != want {
			t.Errorf("ticker(%q) = %v", name, got)
		}
	}
}
