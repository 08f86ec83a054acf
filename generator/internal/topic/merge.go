package topic

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/news"
)

// surely is the least share of the evidence that a short name's best reading must have to be believed.
const surely = 0.9

// meetings is how many articles must name a person in full before the surname alone, in another article, is taken for that person.
const meetings = 2

// mergeShort merges groups under a short name ("Trump", "NATO", "Apple") into the group of the full name where the articles leave no
// doubt, and asks where they do.
func mergeShort(groups []*group) []diag.Diagnostic {
	byAlias := map[string][]*group{}   // key of an alias -> those that use it
	bySurname := map[string][]*group{} // last word -> people with a full name
	for _, g := range groups {
		for _, k := range slices.Sorted(maps.Keys(g.aliases)) {
			byAlias[k] = append(byAlias[k], g)
		}
		if g.kind == news.Person && !g.single() {
			bySurname[g.last()] = append(bySurname[g.last()], g)
		}
	}
	var ds []diag.Diagnostic
	for _, g := range groups {
		candidates := byAlias[g.key]
		if g.kind == news.Person && g.single() {
			candidates = append(slices.Clone(bySurname[g.key]), candidates...)
		}
		best, sure, others := choose(g, candidates)
		switch {
		case best == nil:
		case sure:
			best.merge(g)
		case g.tagged > 0 && len(g.refs) >= meetings:
			ds = append(ds, ask(g, best, others))
		}
	}
	return ds
}

// choose returns the reading of g's short name that has the most evidence, whether it is sure, and how many readings there are.
func choose(g *group, candidates []*group) (best *group, sure bool, readings int) {
	weights := map[*group]int{}
	var order []*group
	total := 0
	for _, c := range candidates {
		c = c.root()
		if c == g.root() || weights[c] > 0 || !readable(g, c) {
			continue
		}
		weights[c] = len(c.refs)
		order = append(order, c)
		total += len(c.refs)
	}
	if len(order) == 0 {
		return nil, false, 0
	}
	best = slices.MaxFunc(order, func(a, b *group) int {
		return cmp.Or(cmp.Compare(weights[a], weights[b]), -cmp.Compare(a.key, b.key))
	})
	sure = float64(weights[best]) >= surely*float64(total)
	if g.kind == news.Person {
		// Articles that have both take them for two people.
		sure = sure && weights[best] >= meetings && 3*shared(g, best) <= len(g.refs)
	}
	return best, sure, len(order)
}

// readable reports whether g's name may be a short form of c's.
func readable(g, c *group) bool {
	switch {
	case (g.kind == news.Person) != (c.kind == news.Person):
		return false
	case g.kind == news.Person:
		return g.single() && (c.last() == g.key || within(g.key, c.key))
	case within(g.key, c.key):
		// "Korea" is not short for "North Korea": a place keeps the name it has.
		return c.kind == news.Organization && g.kind == news.Organization && c.aliases[g.key] > 0
	}
	return acronymOf(g, c)
}

// acronymOf reports whether g is written as an acronym of c, as the articles that have both forms say.
func acronymOf(g, c *group) bool {
	for name := range g.names {
		if acronym(name) && c.aliases[g.key] > 0 {
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
func ask(g, best *group, readings int) diag.Diagnostic {
	g.settleName()
	best.settleName()
	d := diag.Diagnostic{Path: DecisionsFile, Code: "topic-unclear-name", Severity: diag.Note,
		Text: fmt.Sprintf("%q may be %q (%d articles), but it is not sure, so they stay two topics", g.name, best.name, len(best.refs)),
		Fix:  fmt.Sprintf("if they are one, run: copydesk topics merge %q %q", g.name, best.name)}
	if readings > 1 {
		d.Text = fmt.Sprintf("%q may be any of %d names, most likely %q (%d articles), so it stays a topic of its own", g.name, readings, best.name, len(best.refs))
	}
	return d
}

// collectSubjects groups the subjects that articles are filed under; one that is also a name joins the name. It returns the groups that are
// new, and those of all subjects by key.
func collectSubjects(articles []*Article, names map[string]*group) (out []*group, bySubject map[string]*group) {
	bySubject = map[string]*group{}
	for i, a := range articles {
		for _, t := range a.Tags {
			k := subjectKey(t.Name)
			if t.Entity != "" || k == "" {
				continue
			}
			g := bySubject[k]
			if g == nil {
				if g = names[key(t.Name)]; g == nil {
					g = &group{key: k, kind: news.Subject, names: map[string]int{}, kinds: map[news.Kind]int{}, aliases: map[string]int{}}
					out = append(out, g)
				}
				bySubject[k] = g
			}
			g = g.root()
			g.refs = append(g.refs, ref{i, -1})
			if g.kind == news.Subject {
				g.names[t.Name]++
				g.kinds[news.Subject]++
			}
			g.tagged++
		}
	}
	slices.SortFunc(out, func(a, b *group) int { return cmp.Compare(a.key, b.key) })
	return out, bySubject
}
