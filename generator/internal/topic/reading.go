package topic

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/news"
)

// surely is the least share of the evidence that a short name's best reading must have to be believed.
const surely = 0.85

// meetings is how many articles must name a person in full before the surname alone, in another article, is taken for that person.
const meetings = 2

// reading is what a short name may stand for.
type reading struct {
	best   *group // the likeliest
	weight int    // articles that use the short name for it
	sure   bool
	others int // readings beside it
}

// read weighs the candidates for g's short name by how many articles use it for them.
func (x index) read(g *group) reading {
	weights := map[*group]int{}
	var order []*group
	total := 0
	for _, c := range x.candidates(g) {
		r := c.root()
		if r == g.root() {
			continue
		}
		w := max(weight(g, c), x.introductions(g, c))
		if w == 0 {
			continue
		}
		if weights[r] == 0 {
			order = append(order, r)
		}
		weights[r] += w
		total += w
	}
	if len(order) == 0 {
		return reading{}
	}
	if full := spelled(g, order); full != nil {
		return reading{best: full, weight: weights[full], sure: true}
	}
	best := slices.MaxFunc(order, func(a, b *group) int {
		return cmp.Or(cmp.Compare(weights[a], weights[b]), -cmp.Compare(a.key, b.key))
	})
	r := reading{best: best, weight: weights[best], others: len(order) - 1, sure: float64(weights[best]) >= surely*float64(total)}
	if g.kind == news.Person && best.kind == news.Person {
		// Articles that have both take them for two people.
		r.sure = r.sure && r.weight >= meetings && 3*shared(g, best) <= len(g.refs)
	}
	return r
}

// spelled returns the only candidate whose initials g's name is; nil where there is none, or more than one.
func spelled(g *group, candidates []*group) *group {
	var found *group
	for _, c := range candidates {
		if !acronymed(g) || !initialsOf(g.key, c.key) {
			continue
		}
		if found != nil {
			return nil
		}
		found = c
	}
	return found
}

// weight returns in how many articles g's name stands for c, or could; 0 where it cannot be a short form of c's name.
func weight(g, c *group) int {
	used := c.aliases[g.key]
	switch person := g.kind == news.Person; {
	case person && c.kind == news.Person:
		if g.single() && (c.last() == g.key || within(g.key, c.key)) {
			return max(used, len(c.refs))
		}
	case person != (c.kind == news.Person):
		// "Goldman", here and there taken for a person, is the bank that many articles call so or name as well.
		used += shared(g, c)
		if person && !g.single() && used > 0 && c.kind == news.Organization && g.key != c.key && opens(g.key, c.key) {
			return used // "Cloud Peak" of Cloud Peak Energy
		}
		if person && g.single() && c.kind == news.Organization && opens(g.key, c.key) && used >= wellKnown && 2*used >= len(g.refs) && !personal([]*group{g}) {
			return used
		}
	case c.kind == news.Place:
		// "Korea" is not short for "North Korea": a place keeps the name it has.
		if acronymed(g) {
			return used
		}
	case acronymed(g) && initialsOf(g.key, c.key):
		// Its initials: that both stand in one article is evidence enough.
		return 10 * max(used, shared(g, c))
	case acronymed(g) && abbreviates(g.key, c.key) && 2*shared(g, c) >= len(g.refs):
		return used + shared(g, c)
	case acronymed(g):
		return used
	case g.kind == news.Organization && c.kind == news.Organization && opens(g.key, c.key):
		// A text gives the full name first and goes on with the short one. Where the short name stands alone more often than that, it is
		// a name of its own: "Barclays" is not "Barclays Capital".
		if used += shared(g, c); c.aliases[g.key] > 0 && used >= len(g.refs) {
			return used
		}
		if len(c.refs) >= meetings && len(c.refs) > len(g.refs) && trades[strings.TrimPrefix(c.key, g.key+" ")] {
			return len(c.refs)
		}
	case g.single() && len(g.key) > 3 && used >= wellKnown && strings.HasPrefix(c.key, g.key):
		return used // "Citi" of Citigroup
	}
	return 0
}

// introductions returns how many articles introduce g, a short name, by c, the full name of an organization: "Vika Harbour Works said … Vika said".
// It is 0 where an article has them the other way round, as a company and a part of it, and where most articles have the short name alone.
func (x index) introductions(g, c *group) int {
	if g.kind != news.Organization || c.kind != news.Organization || g == c || len(c.refs) < len(g.refs) || !opens(g.key, c.key) && !closes(g.key, c.key) {
		return 0
	}
	n := 0
	for i, j := 0, 0; i < len(g.refs) && j < len(c.refs); {
		switch s, f := g.refs[i], c.refs[j]; {
		case s.article < f.article:
			i++
		case s.article > f.article:
			j++
		default:
			a := x.articles[s.article]
			if a.first[f.entity] > a.first[s.entity] {
				return 0
			}
			if a.Entities[f.entity].Count <= a.Entities[s.entity].Count {
				n++
			}
			i++
			j++
		}
	}
	if n == 0 || 2*(n+c.aliases[g.key]) < len(g.refs) {
		return 0
	}
	return n + c.aliases[g.key]
}

// closes reports whether long ends with the word short: "times" closes "new york times".
func closes(short, long string) bool { return strings.HasSuffix(long, " "+short) }

// opens reports whether long begins with the words of short, a country aside: "kraft" opens "kraft foods", "labor department" opens
// "us labor department". "Democratic Party" does not open "Liberal Democratic Party".
func opens(short, long string) bool {
	long, _ = strings.CutPrefix(long, "us ")
	return long == short || strings.HasPrefix(long, short+" ")
}

// trades follow a firm's short name in its full one and say what the whole firm deals in: "Kraft" of Kraft Foods. A bank or fund of that name may
// be a part of the firm.
var trades = map[string]bool{
	"airlines": true, "airways": true, "brands": true, "communications": true, "electronics": true, "foods": true, "hotels": true, "industries": true, "motor": true, "motors": true,
	"pharmaceuticals": true, "products": true, "restaurants": true, "stores": true, "technologies": true,
}

// wellKnown is how many articles must use a short name for an organization before a person of that name is doubted.
const wellKnown = 3

// acronymed reports whether articles write g's name as an acronym.
func acronymed(g *group) bool {
	for name := range g.names {
		if acronym(name) {
			return true
		}
	}
	return false
}

// shared returns the number of articles that two groups have in common.
func shared(a, b *group) int {
	n := 0
	for i, j := 0, 0; i < len(a.refs) && j < len(b.refs); {
		switch x, y := a.refs[i].article, b.refs[j].article; {
		case x == y:
			n++
			i++
			j++
		case x < y:
			i++
		default:
			j++
		}
	}
	return n
}

// ask puts a merge that the articles leave open to the editor.
func ask(g *group, r reading) diag.Diagnostic {
	g.settleName()
	r.best.settleName()
	d := diag.Diagnostic{Path: DecisionsFile, Code: "topic-unclear-name", Severity: diag.Note,
		Text: fmt.Sprintf("%q may be %q, as in %s, but it is not sure, so they stay two topics", g.name, r.best.name, count(r.weight, "article")),
		Fix:  fmt.Sprintf("if they are one, run: copydesk topics merge %q %q", g.name, r.best.name)}
	if r.others > 0 {
		d.Text = fmt.Sprintf("%q may be any of %d names, most likely %q, as in %s, so it stays a topic of its own", g.name, r.others+1, r.best.name, count(r.weight, "article"))
	}
	return d
}
