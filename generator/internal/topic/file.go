package topic

import (
	"cmp"
	"slices"
	"strings"

	"copydesk/generator/internal/news"
)

// file works out, for every article, what it is filed under and what else it names.
func (b *builder) file() {
	for i, a := range b.Articles {
		filings, byGroup := b.entityFilings(i, a)
		for _, p := range a.Phrases {
			g := b.subjects[b.stems.key(p.Text)]
			if g == nil || g.root().topic == nil || len(p.Spans) == 0 {
				continue
			}
			g = g.root()
			if byGroup[g] == nil {
				byGroup[g] = &Filing{group: g, Name: g.name, Kind: g.kind}
				filings = append(filings, byGroup[g])
			}
			byGroup[g].Spans = append(byGroup[g].Spans, p.Spans...)
		}
		for _, t := range a.Tags {
			g := b.tagGroup(i, a, t)
			if g == nil {
				continue
			}
			f := byGroup[g]
			if f == nil {
				f = &Filing{group: g, Name: g.name, Kind: g.kind}
				byGroup[g] = f
				filings = append(filings, f)
			}
			if len(f.Spans) == 0 && t.Entity == "" {
				f.Spans = occurrences(a.Body, t.Name)
			}
			if f.Topic == nil {
				f.Topic, f.Score, f.Reason = g.topic, t.Score, t.Reason
				a.Filed = append(a.Filed, Filing{group: g})
			}
		}
		for _, f := range filings {
			f.finish(a)
		}
		for j := range a.Filed {
			a.Filed[j] = *byGroup[a.Filed[j].group]
		}
		for _, f := range filings {
			if f.Topic == nil {
				f.Topic = f.group.topic
				a.Named = append(a.Named, *f)
			}
		}
		slices.SortStableFunc(a.Named, func(x, y Filing) int {
			return cmp.Or(-cmp.Compare(x.Mentions, y.Mentions), cmp.Compare(x.Name, y.Name))
		})
	}
}

// occurrences returns where text has the phrase as whole words, in large letters or small.
func occurrences(text, phrase string) []news.Span {
	var out []news.Span
	for at := 0; at+len(phrase) <= len(text); at++ {
		if phrase == "" || text[at]|0x20 != phrase[0]|0x20 || !strings.EqualFold(text[at:at+len(phrase)], phrase) {
			continue
		}
		end := at + len(phrase)
		if (at == 0 || !letter(text[at-1])) && (end == len(text) || !letter(text[end])) {
			out = append(out, news.Span{Start: at, End: end})
		}
	}
	return out
}

// entityFilings returns the filings of the names of article i, in order of the entities, and by group.
func (b *builder) entityFilings(i int, a *Article) ([]*Filing, map[*group]*Filing) {
	var filings []*Filing
	byGroup, byEntity := map[*group]*Filing{}, map[string]*Filing{}
	for j := range a.Entities {
		e, g := &a.Entities[j], b.groupOf[i][j]
		if g == nil {
			continue
		}
		f := byGroup[g]
		if f == nil {
			f = &Filing{group: g, Name: g.name, Kind: g.kind, Reason: e.Reason}
			byGroup[g] = f
			filings = append(filings, f)
		}
		byEntity[e.ID] = f
		f.Entities = append(f.Entities, e.ID)
		f.As = append(f.As, e.Aliases...)
		if f.Described == (news.Span{}) && len(e.Described) > 0 {
			f.Described = e.Described[0]
		}
	}
	for _, m := range a.Mentions {
		if f := byEntity[m.Entity]; f != nil {
			f.Spans = append(f.Spans, m.Span)
		}
	}
	return filings, byGroup
}

// tagGroup returns the group that a tag of article i stands for, or nil where it shall be no topic.
func (b *builder) tagGroup(i int, a *Article, t news.Tag) *group {
	if t.Entity != "" {
		for j := range a.Entities {
			if a.Entities[j].ID == t.Entity {
				if g := b.groupOf[i][j]; g != nil {
					if g.topic == nil {
						return nil
					}
					return g
				}
			}
		}
		// What is an ordinary word, not a name, may still be a subject.
	}
	if g := b.subjects[b.stems.key(t.Name)]; g != nil && g.root().topic != nil {
		return g.root()
	}
	return nil
}

// finish counts the mentions and lists their paragraphs and forms.
func (f *Filing) finish(a *Article) {
	slices.SortFunc(f.Spans, func(x, y news.Span) int { return cmp.Or(cmp.Compare(x.Start, y.Start), -cmp.Compare(x.End, y.End)) })
	f.Spans = slices.CompactFunc(f.Spans, func(x, y news.Span) bool { return x.Overlaps(y) })
	f.Mentions = len(f.Spans)
	var as []string
	for _, s := range f.Spans {
		if p := a.Paragraph(s.Start); p > 0 && (len(f.Paragraphs) == 0 || f.Paragraphs[len(f.Paragraphs)-1] != p) {
			f.Paragraphs = append(f.Paragraphs, p)
		}
		as = appendNew(as, s.Of(a.Body))
	}
	f.sentences = a.sentencesOf(f.Spans)
	for _, form := range f.As {
		as = appendNew(as, form)
	}
	f.As = as
}

// appendNew appends s unless it is there already.
func appendNew(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}
