package topic

import (
	"cmp"
	"slices"
	"time"

	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/related"
)

// Options is what Build goes by beside the articles. The zero value is useful.
type Options struct {
	Decisions Decisions
	Addresses Addresses
	Today     time.Time // zero: the day of the newest article
}

// builder holds a corpus while it is being built.
type builder struct {
	*Corpus
	groupOf  [][]*group // by article and entity; nil for a name that shall be no topic
	groups   []*group
	subjects map[string]*group // by subject key
	owners   map[string]*group // names by key: who has it as a full name
}

// Build returns the corpus of the articles, in any order, with their topics. links[i] are the articles related to corpus[i], as indexes of
// corpus. The work is linear in the number of names, and in the number of articles a pair of related topics shares.
func Build(corpus []*news.Annotated, links [][]related.Link, opts Options) (*Corpus, []diag.Diagnostic) {
	articles, position := order(corpus)
	b := &builder{Corpus: &Corpus{Articles: articles, Today: opts.Today}}
	for i, a := range articles {
		a.index = i
		if b.Today.IsZero() && !a.Dated.IsZero() {
			b.Today = a.Dated.Truncate(24 * time.Hour)
		}
	}
	ds := address(articles, opts.Addresses.Briefings)
	ds = append(ds, b.group(opts)...)
	b.makeTopics(opts)
	b.file()
	for _, t := range b.Topics {
		b.fill(t)
	}
	b.neighbours()
	b.relate(links, position)
	b.editions()
	diag.Sort(ds)
	return b.Corpus, ds
}

// group finds what the articles name and are filed under, all names of one thing together.
func (b *builder) group(opts Options) []diag.Diagnostic {
	decisions := opts.Decisions
	renamed := decisions.splits(b.Articles)
	b.groups = dropCommon(b.Articles, collect(b.Articles, renamed))
	readCues(b.Articles, b.groups)
	ds := mergeShort(b.groups)
	settleKinds(b.groups)
	names := map[string]*group{}
	for _, g := range b.groups {
		if names[g.key] == nil || len(g.root().refs) > len(names[g.key].root().refs) {
			names[g.key] = g
		}
	}
	b.owners = names
	subjects, bySubject := collectSubjects(b.Articles, names)
	b.groups, b.subjects = append(b.groups, subjects...), bySubject
	for _, g := range b.groups {
		if g.into == nil {
			g.settleKind()
			g.settleName()
		}
	}
	titled := map[string]bool{}
	for _, k := range opts.Addresses.Topics {
		titled[k.Title] = true
	}
	b.headings(subjects, func(name string) bool { return titled[name] || opts.Decisions.about(name) })
	ds = append(ds, decisions.apply(func(name string) *group {
		for _, k := range [...]news.Kind{news.Other, news.Person, news.Organization} {
			if k, _ := nameKey(name, k); names[k] != nil {
				return names[k].root()
			}
		}
		if g := b.subjects[subjectKey(name)]; g != nil {
			return g.root()
		}
		return nil
	})...)
	b.groupOf = assign(b.Articles, slices.DeleteFunc(slices.Clone(b.groups), (*group).never))
	for _, g := range b.groups {
		if g.into != nil || g.never() {
			continue
		}
		for _, r := range g.refs {
			g.in = append(g.in, r.article)
		}
		slices.Sort(g.in)
		g.in = slices.Compact(g.in)
	}
	b.possess()
	return ds
}

// makeTopics gives every group that an article is filed under a topic.
func (b *builder) makeTopics(opts Options) {
	byName := map[string]*Topic{}
	for _, g := range b.groups {
		if g.into != nil || g.tagged == 0 || g.never() {
			continue
		}
		t := &Topic{Name: g.name, Kind: g.kind, group: g}
		if d := g.decided; d != nil {
			t.Name, t.Kind = cmp.Or(d.name, t.Name), cmp.Or(d.kind, t.Kind)
			t.KnownAs, t.Description, t.SameAs = d.knownAs, d.description, d.sameAs
		}
		g.name, g.kind, g.topic = t.Name, t.Kind, t
		b.Topics = append(b.Topics, t)
	}
	addressTopics(b.Topics, opts.Addresses.Topics)
	slices.SortFunc(b.Topics, func(a, b *Topic) int { return cmp.Compare(a.Slug, b.Slug) })
	for _, t := range b.Topics {
		for name := range t.group.names {
			if k := key(name); byName[k] == nil || len(byName[k].group.refs) < len(t.group.refs) {
				byName[k] = t
			}
		}
	}
	redirectTopics(b.Topics, opts.Addresses.Topics, func(name string) *Topic { return byName[key(name)] })
}
