package page

import (
	"copydesk/generator/internal/topic"
)

// thinOutputs are the forms of a thin topic's page, as hugo.toml names them: nobody follows it, so it has no feeds and is no data.
var thinOutputs = [...]string{"html"}

// topicPage lays out one topic.
func (m *whole) topicPage(t *topic.Topic) Page {
	f := Fields{{"title", Text(t.Name)}, {"slug", t.Slug}}
	if newest := t.Newest(); !newest.IsZero() {
		f.add("date", newest)
	}
	f.add("description", Text(t.Description))
	f.add("aliases", texts(t.Redirects))
	if t.Thin {
		f.add("outputs", texts(thinOutputs[:])) // so that Hugo does not run the templates of the others
	}
	p := Fields{{"kind", string(t.Kind)}}
	p.add("of", slugs(t.Of))
	p.add("of_names", names(t.Of))
	p.add("known_as", texts(t.KnownAs))
	p.add("described", each(t.Described, func(x topic.Passage) Fields {
		return append(place(x), Field{"text", Text(x.Text())}, Field{"date", day(x.Article.Dated)}, Field{"title", title(x.Article)})
	}))
	p.add("thin", t.Thin)
	if !t.Thin && len(m.Articles) <= m.WholeFeeds {
		p.add("whole_feeds", true)
	}
	m.prominence(&p, m.busy[t])
	p.add("count", len(t.Appearances))
	p.add("articles", appearances(t.Appearances))
	p.add("passages", each(t.Passages, func(x topic.Passage) Fields {
		return append(place(x), Field{"text", Text(x.Text())}, Field{"title", title(x.Article)}, Field{"date", day(x.Article.Dated)})
	}))
	p.add("dates", each(t.Dates, func(d topic.Date) Fields { return m.dateFields(d, true) }))
	p.add("quotes", each(t.Quotes, func(q topic.Quote) Fields {
		speaker := q.Speaker
		if q.By {
			speaker = t.Name
		}
		return append(place(q.Passage), Field{"text", Text(q.Text())}, Field{"speaker", Text(speaker)}, Field{"by", q.By}, Field{"date", day(q.Article.Dated)})
	}))
	p.add("related", neighbours(t.Neighbours))
	p.add("pairs", each(t.Pairs, func(x *topic.Topic) Fields {
		other := x.Of[0]
		if other == t {
			other = x.Of[1]
		}
		return Fields{{"name", Text(x.Name)}, {"slug", x.Slug}, {"with", other.Slug}, {"count", len(x.Appearances)}}
	}))
	p.add("coverage", each(t.Coverage, func(m topic.Month) Fields { return Fields{{"month", m.Month}, {"count", m.Count}} }))
	p.add("open", each(t.Open, func(d topic.Date) Fields {
		return append(Fields{{"value", Text(d.Value)}, {"text", Text(d.Surface)}, {"sentence", Text(d.Sentence.Text())}}, place(d.Sentence)...)
	}))
	p.add("same_as", texts(t.SameAs))
	f.add("params", p)
	return Page{Front: f}
}

// slugs returns the last parts of the topics' addresses.
func slugs(list []*topic.Topic) []any {
	out := make([]any, 0, len(list))
	for _, t := range list {
		out = append(out, t.Slug)
	}
	return out
}

// names returns the names of the topics.
func names(list []*topic.Topic) []any {
	out := make([]any, 0, len(list))
	for _, t := range list {
		out = append(out, Text(t.Name))
	}
	return out
}

// mostDescribed is how many articles are listed with a description: the newest, for feeds, and the newest about the topic, for its page. Of the
// others the title is enough.
const mostDescribed = 12

// appearances lays out the articles that name a topic.
func appearances(list []topic.Appearance) []any {
	all, about := 0, 0
	return each(list, func(x topic.Appearance) Fields {
		f := head(x.Article)
		all++
		if x.About {
			about++
		}
		if all <= mostDescribed || x.About && about <= mostDescribed {
			f.add("description", description(x.Article))
		}
		return append(f, Field{"about", x.About}, Field{"mentions", x.Mentions})
	})
}

// neighbours lays out the related topics. A sentence that names several of them stands with the first.
func neighbours(list []topic.Neighbour) []any {
	said := map[string]bool{}
	return each(list, func(n topic.Neighbour) Fields {
		f := Fields{{"name", Text(n.Topic.Name)}, {"slug", n.Topic.Slug}, {"kind", string(n.Topic.Kind)}, {"count", n.Count}, {"reason", Text(n.Reason)}}
		if n.Sentence.Article != nil && !said[n.Sentence.Text()] {
			said[n.Sentence.Text()] = true
			f = append(append(f, Field{"sentence", Text(n.Sentence.Text())}), place(n.Sentence)...)
		}
		return f
	})
}
