package page

import (
	"cmp"
	"slices"
	"strings"

	"copydesk/generator/internal/news"
	"copydesk/generator/internal/topic"
)

// link is a mention that leads to a topic.
type link struct {
	news.Span
	topic *topic.Topic
}

// body returns the article's text as Markdown: the first mention of every topic that has a page leads to it, all else is plain text.
// The Nth paragraph of the article is the Nth paragraph of the page.
func body(a *topic.Article) string {
	links := firstMentions(a)
	var b strings.Builder
	b.Grow(len(a.Body) + len(a.Body)/4)
	for i, p := range a.Paragraphs {
		if i > 0 {
			b.WriteString("\n\n")
		}
		start := b.Len()
		at := p.Start
		for len(links) > 0 && links[0].Start < p.End {
			l := links[0]
			links = links[1:]
			if l.Start < at || l.End > p.End {
				continue
			}
			inline(&b, a.Body[at:l.Start], at == p.Start, false)
			b.WriteByte('[')
			inline(&b, l.Of(a.Body), false, false)
			b.WriteString("](" + l.topic.Path() + ")")
			at = l.End
		}
		inline(&b, a.Body[at:p.End], at == p.Start, true)
		if b.Len() == start {
			b.WriteString("\u2060") // a paragraph of nothing visible still counts
		}
	}
	return b.String()
}

// inline writes a stretch of a paragraph; first and last tell whether it begins and ends the paragraph, where spaces say nothing.
func inline(b *strings.Builder, s string, first, last bool) {
	s = clean(s)
	if first {
		s = strings.TrimLeft(s, " ")
	}
	if last {
		s = strings.TrimRight(s, " ")
	}
	escape(b, s)
}

// firstMentions returns the first linkable mention of every topic with a page, in order. Of mentions that overlap the longest counts; one in
// the dateline, or one that a quotation mark cuts, does not.
func firstMentions(a *topic.Article) []link {
	var all []link
	for _, list := range [...][]topic.Filing{a.Filed, a.Named} {
		for i := range list {
			if list[i].Topic == nil {
				continue
			}
			for _, s := range list[i].Spans {
				if linkable(a, s) {
					all = append(all, link{s, list[i].Topic})
				}
			}
		}
	}
	slices.SortFunc(all, func(x, y link) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), -cmp.Compare(x.End, y.End), cmp.Compare(x.topic.Slug, y.topic.Slug))
	})
	var out []link
	for _, l := range all {
		if n := len(out); n > 0 && out[n-1].Overlaps(l.Span) {
			if l.Len() > out[n-1].Len() {
				out[n-1] = l
			}
			continue
		}
		out = append(out, l)
	}
	seen := map[*topic.Topic]bool{}
	return slices.DeleteFunc(out, func(l link) bool {
		again := seen[l.topic]
		seen[l.topic] = true
		return again
	})
}

// linkable reports whether a mention may be a link.
func linkable(a *topic.Article, s news.Span) bool {
	text := s.Of(a.Body)
	if strings.ContainsAny(text, "\n\"“”„«»") || strings.Trim(text, " ") == "" {
		return false
	}
	return !strings.HasPrefix(a.Body, a.Dateline.Raw) || s.Start >= len(a.Dateline.Raw)
}
