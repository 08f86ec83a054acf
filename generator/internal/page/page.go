// Package page lays a corpus out as files of content: front matter with finished values, and a Markdown body.
//
// In goes a topic.Corpus, out come Pages: briefings, topics and editions. Encode and Decode turn a page into bytes and back, and Merge keeps
// what an editor changed in a page that the program wrote. The package touches no disk and knows no Hugo, only what Hugo reads.
package page

import (
	"cmp"
	"iter"
	"slices"
	"time"

	"copydesk/generator/internal/topic"
)

// Page is one file of content.
type Page struct {
	Path    string // slash-separated, below content/: "briefings/2017-07-18-slug.md"
	Address string // site-relative: "/2017/07/slug/"
	Source  string // the raw text it was made of, for messages; "" for topics and editions
	Front   Fields
	Body    string // Markdown
}

// Fields is front matter in the order in which it is written.
type Fields []Field

// Field is one entry of front matter. Value is a string, bool, int, float64, time.Time, nil, []any or Fields.
type Field struct {
	Key   string
	Value any
}

// Get returns the value of the key, or nil.
func (f Fields) Get(key string) any {
	for i := range f {
		if f[i].Key == key {
			return f[i].Value
		}
	}
	return nil
}

// String returns the value of the key where it is a string, and "" elsewhere.
func (f Fields) String(key string) string {
	s, _ := f.Get(key).(string)
	return s
}

// Fields returns the value of the key where it is a mapping.
func (f Fields) Fields(key string) Fields {
	m, _ := f.Get(key).(Fields)
	return m
}

// Slot is where a page will stand. Pages are laid out one at a time, so that those of a large corpus are never all in memory.
type Slot struct {
	Path, Address string   // as in Page
	Redirects     []string // addresses that lead to the page
	lay           func() Page
}

// Plan returns the slots of the corpus: its briefings and editions newest first, its topics by address. Slots may be laid out in parallel.
func Plan(c *topic.Corpus, o Options) []Slot {
	m := among(c, o)
	slots := make([]Slot, 0, len(c.Articles)+len(c.Topics)+len(c.Pairs)+len(c.Editions))
	for _, a := range c.Articles {
		slots = append(slots, Slot{"briefings/" + a.Name + ".md", a.Path, a.Redirects, func() Page { return m.briefing(a) }})
	}
	for _, list := range [...][]*topic.Topic{c.Topics, c.Pairs} {
		for _, t := range list {
			slots = append(slots, Slot{"topics/" + t.Slug + ".md", t.Path(), t.Redirects, func() Page { return m.topicPage(t) }})
		}
	}
	for i, e := range c.Editions {
		slots = append(slots, Slot{"editions/" + day(e.Day) + ".md", e.Day.Format("/2006/01/02/"), nil, func() Page { return m.edition(e, i) }})
	}
	return slots
}

// Laid lays out the pages of the slots, one after the other.
func Laid(slots []Slot) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		for _, s := range slots {
			if !yield(s.Page()) {
				return
			}
		}
	}
}

// Page lays out the page of the slot.
func (s Slot) Page() Page {
	p := s.lay()
	p.Path, p.Address = s.Path, s.Address
	return p
}

// add appends a field whose value may be left out when it is empty.
func (f *Fields) add(key string, value any) {
	switch v := value.(type) {
	case string:
		if v == "" {
			return
		}
	case []any:
		if len(v) == 0 {
			return
		}
	case Fields:
		if len(v) == 0 {
			return
		}
	}
	*f = append(*f, Field{key, value})
}

// texts returns the strings as values, each made safe.
func texts(list []string) []any {
	out := make([]any, 0, len(list))
	for _, s := range list {
		out = append(out, Text(s))
	}
	return out
}

// mostRows is how many rows a list of a page has at most: far above what any article needs, and low enough for a page of a text without end.
const mostRows = 500

// few returns the first rows of a list.
func few[T any](list []T) []T { return list[:min(len(list), mostRows)] }

// each returns f of every element as values.
func each[T any](list []T, f func(T) Fields) []any {
	out := make([]any, 0, len(list))
	for _, v := range list {
		out = append(out, f(v))
	}
	return out
}

// day formats a date as front matter has it inside lists.
func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// place returns the fields that tell where a passage stands.
func place(p topic.Passage) Fields {
	return Fields{{"path", p.Article.Path}, {"p", p.Paragraph()}}
}

// dateFields returns a date with its sentence; path is left out on the article's own page. A date that was to come as the article was written
// and still is has ahead too.
func (m *whole) dateFields(d topic.Date, path bool) Fields {
	f := Fields{{"p", d.Sentence.Article.Paragraph(d.Start)}, {"text", Text(d.Surface)}, {"value", Text(d.Value)},
		{"precision", string(d.Precision)}, {"coming", d.Coming}}
	if d.Coming && d.Value >= m.today[:min(len(d.Value), len(m.today))] {
		f.add("ahead", true)
	}
	f = append(f, Field{"sentence", Text(d.Sentence.Text())})
	if path {
		f = append(Fields{{"path", d.Sentence.Article.Path}}, f...)
	}
	return f
}

// byValue sorts dates by what they say.
func byValue(dates []topic.Date) {
	slices.SortStableFunc(dates, func(a, b topic.Date) int {
		return cmp.Or(cmp.Compare(a.Value, b.Value), cmp.Compare(a.Start, b.Start))
	})
}
