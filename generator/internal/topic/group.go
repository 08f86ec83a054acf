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
	forms    map[string]int // spellings of the name in the texts, with the number of articles that use them
	kinds    map[news.Kind]int
	aliases  map[string]int // keys of other forms, with the number of articles that use them
	tagged   int            // articles filed under it
	mentions int            // in all articles
	into     *group         // what it was merged into
	cues     cues
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
	for k, n := range o.forms {
		g.forms[k] += n
	}
	for k, n := range o.kinds {
		g.kinds[k] += n
	}
	for k, n := range o.aliases {
		g.aliases[k] += n
	}
	g.tagged += o.tagged
	g.mentions += o.mentions
	g.cues.person += o.cues.person
	g.cues.organization += o.cues.organization
	g.cues.place += o.cues.place
	g.cues.product += o.cues.product
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
	places := placeKeys(articles)
	together := map[string]int{} // names of which an article has two, with the number of such articles
	for i, a := range articles {
		seen := map[string]bool{}
		for j := range a.Entities {
			e := &a.Entities[j]
			name := tidy(cmp.Or(renamed[ref{i, j}], e.Name))
			k, initials := nameKey(name, e.Kind)
			if places[k] && e.Kind != news.Place {
				k = key(name) // "Dubai Holding" is not Dubai
			}
			if k == "" {
				continue
			}
			if seen[k] {
				together[k]++
			}
			seen[k] = true
			kind := e.Kind
			if incorporated(name) {
				kind = news.Organization
			}
			s := slot{k, kind}
			if kind == news.Person && initials != "" {
				s.key += "\x00" + initials
			}
			g := byKind[s]
			if g == nil {
				g = &group{key: k, kind: kind, initials: initials, names: map[string]int{}, forms: map[string]int{}, kinds: map[news.Kind]int{}, aliases: map[string]int{}}
				byKind[s] = g
			}
			g.add(ref{i, j}, name, kind, e)
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

// firmOverPlace is for how many articles that take a name for a place one counts that has it with a legal form: "Lind Mutual Inc".
const firmOverPlace = 5

// placeKeys returns the keys of all places: names that most articles take for one.
func placeKeys(articles []*Article) map[string]bool {
	counts := map[string]int{} // articles that take the name for a place, less the others
	for _, a := range articles {
		for j := range a.Entities {
			e := &a.Entities[j]
			if e.Kind == news.Place {
				counts[key(e.Name)]++
				continue
			}
			counts[key(e.Name)]--
			if k, _ := nameKey(e.Name, e.Kind); incorporated(e.Name) && strings.Contains(k, " ") {
				counts[k] -= firmOverPlace
			}
		}
	}
	places := map[string]bool{}
	for k, n := range counts {
		if n > 0 {
			places[k] = true
		}
	}
	return places
}

// add counts e, the entity of r, to g under the name and kind.
func (g *group) add(r ref, name string, kind news.Kind, e *news.Entity) {
	g.refs = append(g.refs, r)
	g.names[name]++
	g.kinds[kind]++
	for _, alias := range e.Aliases {
		switch k, _ := nameKey(alias, kind); k {
		case "":
		case g.key:
			g.forms[tidy(alias)]++
		default:
			g.aliases[k]++
		}
	}
	g.mentions += e.Count
	if e.About {
		g.tagged++
	}
}

// settle merges the groups of one key that are one thing: initials that do not contradict each other, kinds that are slips. together is the
// number of articles that have two things of that name.
func settle(gs []*group, together int) []*group {
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
		return n >= minorKindArticles && float64(n) >= minorKindShare*float64(total) && personal(gs) || n > 0 && 10*together > total
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

// personal reports whether the people among the groups are surely people: they have a full name, or a text calls them Mr. or President.
func personal(gs []*group) bool {
	for _, g := range gs {
		if g.kind != news.Person {
			continue
		}
		if !g.single() {
			return true
		}
		for form := range g.forms {
			if first, _, ok := strings.Cut(key(form), " "); ok && honorifics[first] {
				return true
			}
		}
	}
	return false
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

// settleKind sets the kind that most of the articles give; a legal form in the name outweighs them, and so does what stands around the name
// where it is clear. Ties go to the earlier in kindOrder.
func (g *group) settleKind() {
	best, firms := -1, 0
	for _, k := range kindOrder {
		if n := g.kinds[k]; n > best && n > 0 {
			best, g.kind = n, k
		}
	}
	for _, list := range [...]map[string]int{g.names, g.forms} {
		for name, n := range list {
			if incorporated(name) {
				firms += n
			}
		}
	}
	head := headKinds[g.last()]
	if first, _, ok := strings.Cut(g.key, " "); head == "" && ok && first == "bank" {
		head = news.Organization // "Bank Lind"
	}
	switch {
	case firms > 1 && 10*firms >= len(g.refs):
		g.kind = news.Organization
	case head != "" && !g.single() && g.kind != news.Subject && (g.kind != news.Person || g.cues.person == 0 || !headSurnames[g.last()]):
		g.kind = head
	case g.kind == news.Person && strings.Contains(g.key, "&"):
		g.kind = news.Organization // "L&G"
	case g.kind == news.Event && len(g.refs) <= meetings && !dated(g.key) && !happens(g.key):
		g.kind = news.Other // a model of a car
	case g.kind == news.Event && !dated(g.key) && figured(g.key), g.kind == news.Place && figured(g.key), g.kind == news.Person && g.cues.person == 0 && figured(g.key):
		g.kind = news.Other // "Vika 600", "A400M"
	default:
		g.kind = g.cues.weigh(g)
	}
}

// happens reports whether a key has a word for what happens on a day or in some years.
func happens(key string) bool {
	return slices.ContainsFunc(strings.Fields(key), func(w string) bool { return headKinds[w] == news.Event || happenings[w] })
}

// happenings are words of events' names that may stand anywhere in them.
var happenings = map[string]bool{
	"week": true, "month": true, "year": true, "war": true, "games": true, "hurricane": true, "storm": true, "typhoon": true, "cyclone": true, "earthquake": true, "tsunami": true, "flood": true, "election": true, "elections": true,
	"conference": true, "congress": true, "christmas": true, "thanksgiving": true, "easter": true, "ramadan": true, "holocaust": true, "uprising": true, "spring": true, "bowl": true,
	"open": true, "marathon": true, "derby": true, "expo": true, "fair": true, "friday": true, "monday": true, "sunday": true, "trial": true, "talks": true, "accord": true, "attack": true,
	"attacks": true, "bombing": true, "riots": true, "strike": true, "referendum": true, "wedding": true, "parade": true, "convention": true, "prix": true, "tour": true, "final": true,
}

// figured reports whether a key has a figure.
func figured(key string) bool { return strings.ContainsAny(key, "0123456789") }

// dated reports whether a key ends in a year.
func dated(key string) bool {
	last := key[strings.LastIndexByte(key, ' ')+1:]
	return len(last) == 4 && (strings.HasPrefix(last, "19") || strings.HasPrefix(last, "20"))
}

// kindOrder ranks the kinds for ties: the ones that are recognised most surely come first.
var kindOrder = []news.Kind{news.Person, news.Place, news.Organization, news.Event, news.Other, news.Subject}

// settleName sets the name that most articles give; a person's single name gives way to a full one, and a name that was set in capitals to
// its ordinary spelling. Ties go to the longer.
func (g *group) settleName() {
	defer func() {
		// What the texts write small is a subject, though a heading made a name of it somewhere.
		if g.kinds[news.Subject] > 0 && strings.ToLower(g.name) == g.name {
			g.kind = news.Subject
		}
	}()
	g.name = ""
	for _, name := range slices.Sorted(maps.Keys(g.names)) {
		if g.name == "" || g.better(name, g.name) {
			g.name = name
		}
	}
	if shouted(g.name) {
		loud := g.spelled(g.name)
		g.prefer(func(form string) bool {
			return strings.EqualFold(form, g.name) && !shouted(form) && (len(form) > maxAcronym || acronymShare*g.spelled(form) >= loud)
		})
	}
	if incorporated(g.name) {
		k, _ := nameKey(g.name, g.kind)
		g.prefer(func(form string) bool { return key(form) == k && (!shouted(form) || acronym(form)) })
	}
}

// acronymShare is how many times as often a short name in capitals ("SAP") may stand as its ordinary spelling without being an acronym.
const acronymShare = 3

// spelled returns how many articles spell the name so.
func (g *group) spelled(form string) int { return g.names[form] + g.forms[form] }

// prefer sets the name to the commonest of the spellings that are good, if there is one.
func (g *group) prefer(good func(form string) bool) {
	best, most := "", 0
	for _, list := range [...]map[string]int{g.names, g.forms} {
		for _, form := range slices.Sorted(maps.Keys(list)) {
			if list[form] > most && good(form) {
				best, most = form, list[form]
			}
		}
	}
	g.name = cmp.Or(best, g.name)
}

// better reports whether name is a better name for the group than other.
func (g *group) better(name, other string) bool {
	if g.kind == news.Person {
		if full := strings.Contains(name, " "); full != strings.Contains(other, " ") {
			return full
		}
	}
	if loud := shouted(name); loud != shouted(other) && strings.EqualFold(name, other) {
		return !loud
	}
	return cmp.Or(cmp.Compare(g.names[name], g.names[other]), cmp.Compare(len(name), len(other))) > 0
}

// shouted reports whether a name is set in capitals throughout, as in a headline or a dateline.
func shouted(name string) bool { return strings.ToUpper(name) == name && strings.ToLower(name) != name }
