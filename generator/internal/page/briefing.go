package page

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"copydesk/generator/internal/news"
	"copydesk/generator/internal/topic"
)

// wordsAMinute is how fast a news text is read; a common figure for adults reading English prose silently (Brysbaert 2019: 238).
const wordsAMinute = 238

// briefing lays out one article.
func (m *whole) briefing(a *topic.Article) Page {
	var f Fields
	f.add("title", title(a))
	if !a.Dated.IsZero() {
		f.add("date", a.Dated.UTC())
	}
	f.add("slug", a.Slug)
	if a.Dated.IsZero() {
		f.add("url", a.Path)
	}
	f.add("description", description(a))
	f.add("authors", texts(a.Byline.Names()))
	tags := make([]any, 0, len(a.Filed))
	for i := range a.Filed {
		tags = append(tags, Text(a.Filed[i].Name))
	}
	f.add("tags", tags)
	f.add("aliases", texts(a.Redirects))
	if draft(a) {
		f.add("draft", true)
	}
	f.add("params", m.params(a))
	return Page{Source: a.File, Front: f, Body: body(a)}
}

func title(a *topic.Article) string { return cmp.Or(Text(a.Headline), a.Slug) }

// description returns the standfirst, or else the first sentence.
func description(a *topic.Article) string {
	if a.Standfirst != "" || len(a.Sentences) == 0 {
		return Text(a.Standfirst)
	}
	return Text(a.Sentences[0].Of(a.Body))
}

// params lays out what is Copydesk's own.
func (m *whole) params(a *topic.Article) Fields {
	var f Fields
	f.add("standfirst", Text(a.Standfirst))
	var d Fields
	d.add("raw", Text(a.Dateline.Raw))
	d.add("place", Text(a.Dateline.Place))
	d.add("country", Text(a.Dateline.Country))
	f.add("dateline", d)
	f.add("credit", Text(credit(a.Byline)))
	f.add("reporters", reporters(a.Byline))
	words := len(strings.Fields(a.Body))
	f.add("words", words)
	f.add("minutes", max(1, int(math.Round(float64(words)/wordsAMinute))))
	f.add("keypoints", each(a.Summary, func(s news.Span) Fields {
		return Fields{{"p", a.Paragraph(s.Start)}, {"text", Text(s.Of(a.Body))}}
	}))
	f.add("topics", each(a.Filed, func(x topic.Filing) Fields { return filing(a, x) }))
	f.add("named", each(few(a.Named), func(x topic.Filing) Fields {
		s := ""
		if x.Topic != nil {
			s = x.Topic.Slug
		}
		return Fields{{"name", Text(x.Name)}, {"slug", s}, {"kind", string(x.Kind)}, {"mentions", x.Mentions}, {"paragraphs", numbers(x.Paragraphs)}, {"page", x.Topic != nil}}
	}))
	f.add("quotes", each(few(a.Quotes), func(q news.Quote) Fields {
		return Fields{{"p", a.Paragraph(q.Start)}, {"text", Text(q.Of(a.Body))}, {"speaker", Text(a.SpeakerName(q))}, {"slug", topicSlug(a, q.Entity)}}
	}))
	f.add("dates", m.dates(a))
	f.add("related", each(a.Related, func(r topic.Relation) Fields {
		return append(head(r.To), Field{"reason", Text(r.Reason)}, Field{"direction", r.Direction})
	}))
	f.add("retold", each(a.Retold, head))
	f.add("corrections", each(a.Corrections, func(c news.Correction) Fields {
		var f Fields
		f.add("date", day(c.Date))
		f.add("text", Text(c.Text))
		return f
	}))
	m.standing(&f, a)
	f.add("source", source(a))
	return f
}

// filing lays out a receipt: why an article is filed under a topic.
func filing(a *topic.Article, x topic.Filing) Fields {
	f := Fields{{"name", Text(x.Name)}, {"slug", x.Topic.Slug}, {"kind", string(x.Kind)}, {"score", round(x.Score)}, {"mentions", x.Mentions},
		{"paragraphs", numbers(x.Paragraphs)}, {"as", texts(x.As)}}
	f.add("described", Text(x.Described.Of(a.Body)))
	f.add("reason", Text(x.Reason))
	return f
}

// head returns the fields that lead to an article.
func head(a *topic.Article) Fields {
	return Fields{{"path", a.Path}, {"title", title(a)}, {"date", day(a.Dated)}}
}

// topicSlug returns the slug of the topic that the article's entity belongs to, or "".
func topicSlug(a *topic.Article, entity string) string {
	if entity == "" {
		return ""
	}
	for _, list := range [...][]topic.Filing{a.Filed, a.Named} {
		for i := range list {
			if list[i].Topic != nil && slices.Contains(list[i].Entities, entity) {
				return list[i].Topic.Slug
			}
		}
	}
	return ""
}

// dates lays out the dates of the text by what they say, the same words of one paragraph once.
func (m *whole) dates(a *topic.Article) []any {
	type saying struct {
		p           int
		value, text string
	}
	var all []topic.Date
	said := map[saying]bool{}
	for _, d := range a.Dates {
		k := saying{a.Paragraph(d.Start), d.Value, d.Surface}
		if said[k] {
			continue
		}
		said[k] = true
		all = append(all, topic.Date{DateRef: d, Sentence: topic.Passage{Article: a, Span: a.Around(d.Span)}})
	}
	byValue(all)
	return each(few(all), func(d topic.Date) Fields { return m.dateFields(d, false) })
}

// credit returns the lines of the byline that say more than who wrote: "Choe Sang-Hun reported from Seoul and …".
func credit(b news.Byline) string {
	var out []string
	for _, line := range strings.Split(b.Raw, "\n") {
		line = strings.TrimSpace(line)
		lower := strings.ToLower(line)
		if line == "" || strings.HasPrefix(lower, "by ") || slices.Contains(b.Names(), line) {
			continue
		}
		out = append(out, line)
	}
	return strings.Join(out, " ")
}

// reporters lists the authors whose place the byline gives.
func reporters(b news.Byline) []any {
	var out []any
	for _, a := range b.Authors {
		if a.Place != "" {
			out = append(out, Fields{{"name", Text(a.Name)}, {"place", Text(a.Place)}})
		}
	}
	return out
}

// source tells what the page was made of and what was done to it.
func source(a *topic.Article) Fields {
	f := Fields{{"file", Text(topic.SourceFile(a.File))}, {"sha256", a.SHA256}}
	counts := map[string]int{}
	for _, r := range a.Removed {
		counts[r.Reason]++
	}
	var removed Fields
	for _, reason := range slices.Sorted(maps.Keys(counts)) {
		removed = append(removed, Field{Text(reason), counts[reason]})
	}
	f.add("removed", removed)
	f.add("repairs", each(few(a.Repairs), func(r news.Repair) Fields { return Fields{{"from", Text(r.From)}, {"to", Text(r.To)}} }))
	return f
}

func numbers(list []int) []any {
	out := make([]any, len(list))
	for i, n := range list {
		out[i] = n
	}
	return out
}

// round cuts a score to two decimals, more than anyone reads.
func round(x float64) float64 { return math.Round(x*100) / 100 }

// edition lays out the day that comes as the nth, the newest as the first.
func (m *whole) edition(e *topic.Edition, n int) Page {
	f := Fields{{"title", e.Day.Format("Monday, January 2, 2006")}, {"date", e.Day}}
	var p Fields
	if n > 0 {
		p.add("newer", day(m.Editions[n-1].Day))
	}
	if n+1 < len(m.Editions) {
		p.add("older", day(m.Editions[n+1].Day))
	}
	p.add("count", len(e.Articles))
	p.add("articles", each(e.Articles, func(a *topic.Article) Fields {
		x := head(a)
		x.add("description", description(a))
		x.add("place", Text(a.Dateline.Place))
		return x
	}))
	p.add("coming", each(e.Coming, func(d topic.Date) Fields { return m.dateFields(d, true) }))
	p.add("topics", each(e.Topics, func(n topic.Neighbour) Fields {
		return Fields{{"name", Text(n.Topic.Name)}, {"slug", n.Topic.Slug}, {"kind", string(n.Topic.Kind)}, {"count", n.Count}}
	}))
	f.add("params", p)
	return Page{Front: f}
}
