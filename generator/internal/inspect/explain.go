package inspect

import (
	"fmt"
	"io"
	"strings"

	"copydesk/generator/internal/news"
)

// ExplainAll writes every tag of a with its score and reason, then the rejected candidates.
func ExplainAll(w io.Writer, a *news.Annotated) error {
	p := &printer{}
	for _, group := range []struct {
		title string
		tags  []news.Tag
	}{{"filed under", a.Tags}, {"rejected", a.Rejected}} {
		p.section(group.title)
		for _, t := range group.tags {
			p.row(tagLine(t), t.Reason)
		}
	}
	_, err := io.WriteString(w, strings.TrimPrefix(p.String(), "\n"))
	return err
}

// Explain writes what is known of the tags and candidates that wanted names: reason, other names, the sentences. It reports whether there are any.
func Explain(w io.Writer, a *news.Annotated, wanted string) (found bool, err error) {
	p := &printer{}
	for _, group := range []struct {
		verdict string
		tags    []news.Tag
	}{{"filed under", a.Tags}, {"rejected", a.Rejected}} {
		for _, t := range group.tags {
			e := a.Entity(t.Entity)
			if !matches(t, e, wanted) {
				continue
			}
			found = true
			p.section(group.verdict)
			p.row(tagLine(t), t.Reason)
			if e != nil {
				p.section("named as")
				p.row(strings.Join(append([]string{e.Name}, e.Aliases...), ", "), "")
			}
			p.section("where")
			for _, s := range naming(a, t) {
				p.para(fmt.Sprintf("%3d  ", s.Paragraph), s.Of(a.Body))
			}
		}
	}
	_, err = io.WriteString(w, strings.TrimPrefix(p.String(), "\n"))
	return found, err
}

func tagLine(t news.Tag) string { return fmt.Sprintf("%-28s %-12s %4.2f", t.Name, t.Kind, t.Score) }

// matches reports whether the tag, or one of its entity's names, has wanted in it.
func matches(t news.Tag, e *news.Entity, wanted string) bool {
	names := []string{t.Name}
	if e != nil {
		names = append(names, e.Aliases...)
	}
	for _, n := range names {
		if strings.Contains(strings.ToLower(n), strings.ToLower(wanted)) {
			return true
		}
	}
	return false
}

// naming returns the sentences of a that name the tag's entity, or hold its phrase.
func naming(a *news.Annotated, t news.Tag) []news.Sentence {
	var spans []news.Span
	for _, m := range a.Mentions {
		if t.Entity != "" && m.Entity == t.Entity {
			spans = append(spans, m.Span)
		}
	}
	for _, ph := range a.Phrases {
		if t.Entity == "" && ph.Text == t.Name {
			spans = append(spans, ph.Spans...)
		}
	}
	var out []news.Sentence
	for _, s := range a.Sentences {
		for _, sp := range spans {
			if s.Contains(sp) {
				out = append(out, s)
				break
			}
		}
	}
	return out
}
