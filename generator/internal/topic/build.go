package topic

import (
	"cmp"
	"slices"
	"time"

	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/news"
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
	stems    stemmer
	owners   map[string]*group // names by key: who has it as a full name
}

// Build returns the corpus of the articles, in any order, with their topics; Relate adds which articles belong together. The work is linear in
// the number of names, and in the number of articles a pair of related topics shares.
func Build(corpus []*news.Annotated, opts Options) (*Corpus, []diag.Diagnostic) {
	articles, position := order(corpus)
	b := &builder{Corpus: &Corpus{Articles: articles, Today: opts.Today, position: position}, stems: newStemmer()}
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
	b.pairs(opts)
	b.editions()
	diag.Sort(ds)
	return b.Corpus, ds
}

// group finds what the articles name and are filed under, all names of one thing together.
func (b *builder) group(opts Options) []diag.Diagnostic {
	b.groups = dropCommon(b.Articles, collect(b.Articles, opts.Decisions.splits(b.Articles)))
	readCues(b.Articles, b.groups)
	ds := mergeShort(b.Articles, b.groups)
	settleKinds(b.groups)
	b.owners = map[string]*group{}
	for _, g := range b.groups {
		if o := b.owners[g.key]; o == nil || len(g.root().refs) > len(o.root().refs) {
			b.owners[g.key] = g
		}
	}
	subjects, bySubject := b.collectSubjects()
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
	ds = append(ds, opts.Decisions.apply(b.find)...)
	b.place()
	b.possess()
	return append(ds, b.namesakes()...)
}

// find returns the group that has the name, or nil.
func (b *builder) find(name string) *group {
	for _, k := range [...]news.Kind{news.Other, news.Person, news.Organization} {
		if k, _ := nameKey(name, k); b.owners[k] != nil {
			return b.owners[k].root()
		}
	}
	if g := b.subjects[b.stems.key(name)]; g != nil {
		return g.root()
	}
	return nil
}

// place notes for every entity its group, and for every group its articles. From here on no groups are merged.
func (b *builder) place() {
	wanted := slices.DeleteFunc(slices.Clone(b.groups), func(g *group) bool { return g.into != nil || g.never() })
	b.groupOf = assign(b.Articles, wanted)
	for _, g := range wanted {
		for _, r := range g.refs {
			g.in = append(g.in, r.article)
		}
		slices.Sort(g.in)
		g.in = slices.Compact(g.in)
	}
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
	resolve := func(name string) *Topic {
		if t := byName[key(name)]; t != nil {
			return t
		}
		if g := b.find(name); g != nil {
			return g.topic
		}
		return nil
	}
	redirectTopics(b.Topics, b.Articles, opts.Addresses.Topics, resolve, b.carrier)
}

// carrier returns the article that an address of a name without a topic leads to: the newest that is about it, or else that names it. It is
// nil where none does.
func (b *builder) carrier(name string) *Article {
	g := b.find(name)
	if g == nil {
		i := slices.IndexFunc(b.groups, func(g *group) bool { return g.decided != nil && key(g.decided.name) == key(name) })
		if i < 0 {
			return nil
		}
		g = b.groups[i].root()
	}
	if len(g.refs) == 0 {
		return nil
	}
	first := b.Articles[g.refs[0].article]
	for _, r := range g.refs {
		if a := b.Articles[r.article]; r.entity >= 0 && a.Entities[r.entity].About {
			return a
		}
	}
	return first
}
