package topic

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"copydesk/generator/internal/news"
)

// group is the entities, over all articles, that are taken for one thing.
type group struct {
	key      string
	kind     news.Kind
	name     string
	initials string         // the middle initials seen, of a person
	refs     []ref          // by article
	in       []int          // the articles of refs, newest first, each once; set when no more groups are merged
	names    map[string]int // full names given, with the number of articles that give them
	kinds    map[news.Kind]int
	aliases  map[string]int // keys of other forms, with the number of articles that use them
	tagged   int            // articles filed under it
	into     *group         // what it was merged into
	decided  *decision
	topic    *Topic
}

// ref is one entity of one article; entity is -1 where the article has it as a subject.
type ref struct{ article, entity int }

// root returns the group that g ended up in.
func (g *group) root() *group {
	for g.into != nil {
		g = g.into
	}
	return g
}

// merge makes o part of g.
func (g *group) merge(o *group) {
	g, o = g.root(), o.root()
	if g == o {
		return
	}
	o.into = g
	g.refs = append(g.refs, o.refs...)
	slices.SortFunc(g.refs, func(a, b ref) int { return cmp.Or(cmp.Compare(a.article, b.article), cmp.Compare(a.entity, b.entity)) })
	for k, n := range o.names {
		g.names[k] += n
	}
	for k, n := range o.kinds {
		g.kinds[k] += n
	}
	for k, n := range o.aliases {
		g.aliases[k] += n
	}
	g.tagged += o.tagged
}

// single reports whether the group's key is one word.
func (g *group) single() bool { return !strings.Contains(g.key, " ") }

// last returns the last word of the key: of a person, the surname.
func (g *group) last() string { return g.key[strings.LastIndexByte(g.key, ' ')+1:] }

// minorKindShare is the least share of a name's articles that a second kind needs to be taken for a thing of its own; below it is
// taken for a slip of the tagger, whose errors of kind are about one in ten.
const minorKindShare = 0.25

// minorKindArticles is the least number of articles such a second kind needs.
const minorKindArticles = 3

// collect groups the entities of all articles by name, people apart from things of the same name where the articles say so.
// renamed gives the entities that the editor named otherwise.
func collect(articles []*Article, renamed map[ref]string) []*group {
	type slot struct {
		key  string
		kind news.Kind
	}
	byKind := map[slot]*group{}
	together := map[string]bool{} // names of which one article has two, of different kinds
	for i, a := range articles {
		seen := map[string]bool{}
		for j := range a.Entities {
			e := &a.Entities[j]
			name := cmp.Or(renamed[ref{i, j}], e.Name)
			k, initials := nameKey(name, e.Kind)
			if k == "" {
				continue
			}
			together[k] = together[k] || seen[k]
			seen[k] = true
			s := slot{k, e.Kind}
			if e.Kind == news.Person && initials != "" {
				s.key += "\x00" + initials
			}
			g := byKind[s]
			if g == nil {
				g = &group{key: k, kind: e.Kind, initials: initials, names: map[string]int{}, kinds: map[news.Kind]int{}, aliases: map[string]int{}}
				byKind[s] = g
			}
			g.add(ref{i, j}, name, e)
		}
	}
	byKey := map[string][]*group{}
	for _, g := range byKind {
		byKey[g.key] = append(byKey[g.key], g)
	}
	var out []*group
	for _, k := range slices.Sorted(maps.Keys(byKey)) {
		out = append(out, settle(byKey[k], together[k])...)
	}
	return out
}

// add counts e, the entity of r, to g under the name.
func (g *group) add(r ref, name string, e *news.Entity) {
	g.refs = append(g.refs, r)
	g.names[name]++
	g.kinds[e.Kind]++
	for _, alias := range e.Aliases {
		if k, _ := nameKey(alias, e.Kind); k != "" && k != g.key {
			g.aliases[k]++
		}
	}
	if e.About {
		g.tagged++
	}
}

// settle merges the groups of one key that are one thing: initials that do not contradict each other, kinds that are slips.
func settle(gs []*group, together bool) []*group {
	slices.SortFunc(gs, func(a, b *group) int {
		return cmp.Or(-cmp.Compare(len(a.refs), len(b.refs)), cmp.Compare(a.kind, b.kind), cmp.Compare(a.initials, b.initials))
	})
	people, total := 0, 0
	for _, g := range gs {
		total += len(g.refs)
		if g.kind == news.Person {
			people += len(g.refs)
		}
	}
	things := total - people
	apart := func(n int) bool {
		return n >= minorKindArticles && float64(n) >= minorKindShare*float64(total) || together && n > 0
	}
	mixed := !apart(min(people, things))
	var out []*group
	for _, g := range gs {
		i := slices.IndexFunc(out, func(o *group) bool {
			return (mixed || (o.kind == news.Person) == (g.kind == news.Person)) && compatible(o, g, gs)
		})
		if i < 0 {
			out = append(out, g)
			continue
		}
		out[i].initials = cmp.Or(out[i].initials, g.initials)
		out[i].merge(g)
	}
	return out
}

// compatible reports whether two groups of one key may be one person as far as their initials tell. A name without initials belongs to the
// one that has some, unless there are several of those.
func compatible(a, b *group, all []*group) bool {
	if a.initials == b.initials {
		return true
	}
	if a.initials != "" && b.initials != "" {
		return false
	}
	distinct := map[string]bool{}
	for _, g := range all {
		distinct[g.initials] = true
	}
	delete(distinct, "")
	return len(distinct) == 1
}

// settleKind sets the kind that most of the articles give, weighing nothing else; ties go to the earlier in kindOrder.
func (g *group) settleKind() {
	best := -1
	for _, k := range kindOrder {
		if n := g.kinds[k]; n > best && n > 0 {
			best, g.kind = n, k
		}
	}
}

// kindOrder ranks the kinds for ties: the ones that are recognised most surely come first.
var kindOrder = []news.Kind{news.Person, news.Place, news.Organization, news.Event, news.Other, news.Subject}

// settleName sets the name that most articles give; a person's single name gives way to a full one. Ties go to the longer.
func (g *group) settleName() {
	rank := func(name string) (full bool, n int) {
		full = g.kind != news.Person || strings.ContainsAny(name, " ")
		return full, g.names[name]
	}
	for _, name := range slices.Sorted(maps.Keys(g.names)) {
		full, n := rank(name)
		bestFull, best := rank(g.name)
		switch {
		case g.name == "", full && !bestFull:
			g.name = name
		case bestFull && !full:
		case n > best, n == best && len(name) > len(g.name):
			g.name = name
		}
	}
}
