// Package proof reads a site as a proofreader does: every sentence shown must be in its source, every link must lead somewhere.
//
// In go texts, pages and the folder of a built site; out come diagnostics. The package changes nothing and makes nothing.
package proof

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/page"
)

// Source is a raw text, decoded, with the page that was made of it.
type Source struct {
	Text    string
	Article *news.Article
	Path    string // site-relative address of its page
}

// shown are the fields of front matter that hold words of an article.
var shown = [...]string{"text", "sentence", "standfirst", "described"}

// Verbatim tells of every sentence, quote and date on the generated pages that its source does not have. Letters and digits are compared, so
// that spaces and punctuation, which are mended, do not matter. A raw text is taken less its removals, with its repairs.
func Verbatim(sources []Source, pages iter.Seq[page.Page]) []diag.Diagnostic {
	text, article := map[string]string{}, map[string]*news.Article{}
	for _, s := range sources {
		text[s.Path], article[s.Path] = news.Letters(mended(s.Text, s.Article)), s.Article
	}
	var ds []diag.Diagnostic
	for p := range pages {
		home := p.Address
		check := func(path, words string) {
			if from, ok := text[path]; ok && !strings.Contains(from, news.Letters(words)) {
				ds = append(ds, diag.Diagnostic{Path: "content/" + p.Path, Code: "not-verbatim", Severity: diag.Error,
					Text: fmt.Sprintf("shows words that %s does not have: %q", path, words), Fix: "send the raw text with a report: this is a fault of the program"})
			}
		}
		var walk func(f page.Fields, path string)
		walk = func(f page.Fields, path string) {
			if to := f.String("path"); to != "" {
				path = to
			}
			for _, field := range f {
				if field.Key == "corrections" {
					continue // the editor's words
				}
				switch v := field.Value.(type) {
				case string:
					if slices.Contains(shown[:], field.Key) {
						check(path, v)
					}
				case page.Fields:
					walk(v, path)
				case []any:
					for _, item := range v {
						if m, ok := item.(page.Fields); ok {
							walk(m, path)
						}
					}
				}
			}
		}
		walk(p.Front, home)
		if a := article[home]; a != nil {
			for _, p := range a.Paragraphs {
				check(home, p.Of(a.Body))
			}
		}
	}
	diag.Sort(ds)
	return ds
}

// mended returns a raw text less its removals, with its repairs.
func mended(text string, a *news.Article) string {
	type change struct {
		news.Span
		to string
	}
	var changes []change
	for _, r := range a.Removed {
		changes = append(changes, change{r.Span, ""})
	}
	for _, r := range a.Repairs {
		changes = append(changes, change{news.Span{Start: r.At, End: r.At + len(r.From)}, r.To})
	}
	slices.SortStableFunc(changes, func(a, b change) int { return a.Start - b.Start })
	var b strings.Builder
	at := 0
	for _, c := range changes {
		if c.Start < at || c.End > len(text) {
			continue
		}
		b.WriteString(text[at:c.Start])
		b.WriteString(c.to)
		at = c.End
	}
	b.WriteString(text[at:])
	return b.String()
}
