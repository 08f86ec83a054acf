// Package topictest makes annotated articles for tests out of texts in which the names are marked by hand.
//
// A text begins with lines of "headline:", "date:", "standfirst:", "dateline:", "byline:", "about:" (tags, by comma) and "related:" (files,
// by comma), then a blank line, then the body. In the body [Ms. Lind/person=Ana Lind] is a mention of the person Ana Lind,
// [pier repairs/subject] a phrase, [I saw it/quote=Ana Lind] a quote, [on Friday/date=2024-03-08] a date, [the mayor/described=Ana Lind] says
// who someone is, [It rained./key] is a key sentence. Marks may hold others. It is no stage: nothing is found, all is told.
package topictest

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"

	"copydesk/generator/internal/news"
	"copydesk/generator/internal/related"
	"copydesk/generator/internal/slug"
	"copydesk/generator/internal/token"
)

// Text is one marked text with its file name.
type Text struct{ File, Marked string }

// Corpus returns the articles of the texts and the links between them.
func Corpus(list []Text) ([]*news.Annotated, [][]related.Link) {
	corpus := make([]*news.Annotated, len(list))
	links := make([][]related.Link, len(list))
	at := map[string]int{}
	for i, t := range list {
		at[t.File] = i
	}
	for i, t := range list {
		var to []string
		corpus[i], to = article(t)
		for n, file := range to {
			if j, ok := at[file]; ok {
				links[i] = append(links[i], related.Link{To: j, Score: 0.9 - 0.1*float64(n)})
			}
		}
	}
	return corpus, links
}

// article reads one marked text; related are the files it names.
func article(t Text) (a *news.Annotated, links []string) {
	head, marked, _ := strings.Cut(strings.TrimSpace(t.Marked), "\n\n")
	sum := sha256.Sum256([]byte(t.Marked))
	a = &news.Annotated{Article: news.Article{File: t.File, SHA256: hex.EncodeToString(sum[:])}}
	var about []string
	for _, line := range strings.Split(head, "\n") {
		name, value, _ := strings.Cut(line, ": ")
		switch name {
		case "headline":
			a.Headline = value
		case "standfirst":
			a.Standfirst = value
		case "date":
			a.Date.Raw = value
			a.Date.Time, _ = time.Parse(time.DateOnly, value)
		case "dateline":
			a.Dateline = news.Dateline{Raw: value, Place: value}
		case "byline":
			a.Byline = news.Byline{Raw: "By " + value, Authors: []news.Author{{Name: value}}}
		case "about":
			about = strings.Split(value, ", ")
		case "related":
			links = strings.Split(value, ", ")
		}
	}
	m := marks{a: a}
	m.read(marked)
	a.Body = m.body.String()
	at := 0
	for _, p := range strings.Split(a.Body, "\n\n") {
		a.Paragraphs = append(a.Paragraphs, news.Span{Start: at, End: at + len(p)})
		at += len(p) + 2
	}
	m.finish(about)
	return a, links
}

// marks reads the marks of one text.
type marks struct {
	a    *news.Annotated
	body strings.Builder
}

// read takes the marks out of s, which may hold marks inside marks.
func (m *marks) read(s string) {
	for s != "" {
		i := strings.IndexByte(s, '[')
		if i < 0 {
			m.body.WriteString(s)
			return
		}
		m.body.WriteString(s[:i])
		s = s[i+1:]
		end, depth := 0, 1
		for end < len(s) && depth > 0 {
			switch s[end] {
			case '[':
				depth++
			case ']':
				depth--
			}
			end++
		}
		mark := s[:end-1]
		s = s[end:]
		slash := strings.LastIndexByte(mark, '/')
		start := m.body.Len()
		m.read(mark[:slash])
		what, value, _ := strings.Cut(mark[slash+1:], "=")
		m.mark(news.Span{Start: start, End: m.body.Len()}, what, value)
	}
}

// mark notes what the span of the body is.
func (m *marks) mark(s news.Span, what, value string) {
	a, text := m.a, s.Of(m.body.String())
	switch what {
	case "quote":
		a.Quotes = append(a.Quotes, news.Quote{Span: s, Speaker: value, Entity: slug.Make(value), Cue: "said", Confidence: 0.9})
	case "date":
		a.Dates = append(a.Dates, news.DateRef{Span: s, Surface: text, Value: value, Precision: news.Day, Coming: value > a.Date.Raw})
	case "described":
		e := m.entity(value, news.Person)
		e.Described = append(e.Described, s)
	case "key":
		a.Summary = append(a.Summary, s)
	case "subject":
		a.Phrases = append(a.Phrases, news.Phrase{Text: text, Score: 0.5, Spans: []news.Span{s}})
	default:
		if value == "" {
			value = text
		}
		e := m.entity(value, news.Kind(what))
		e.Kind = news.Kind(what)
		e.Count++
		if text != e.Name {
			e.Aliases = append(e.Aliases, text)
		}
		a.Mentions = append(a.Mentions, news.Mention{Span: s, Surface: text, Kind: e.Kind, Entity: e.ID})
	}
}

// entity returns the entity of the name, made where it is new.
func (m *marks) entity(name string, kind news.Kind) *news.Entity {
	id := slug.Make(name)
	if m.a.Entity(id) == nil {
		m.a.Entities = append(m.a.Entities, news.Entity{ID: id, Name: name, Kind: kind})
	}
	return m.a.Entity(id)
}

// finish adds what follows from the marks.
func (m *marks) finish(about []string) {
	a := m.a
	a.Sentences = token.Sentences(&a.Article)
	for i := range a.Entities {
		e := &a.Entities[i]
		for _, x := range a.Mentions {
			if p := a.Paragraph(x.Start); x.Entity == e.ID && (len(e.Paragraphs) == 0 || e.Paragraphs[len(e.Paragraphs)-1] != p) {
				e.Paragraphs = append(e.Paragraphs, p)
			}
		}
	}
	for n, name := range about {
		t := news.Tag{Name: name, Kind: news.Subject, Score: 1 - 0.1*float64(n), Reason: "told so"}
		if e := a.Entity(slug.Make(name)); e != nil {
			e.About, t.Kind, t.Entity = true, e.Kind, e.ID
		}
		a.Tags = append(a.Tags, t)
	}
}
