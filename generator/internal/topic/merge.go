package topic

import (
	"maps"
	"slices"
	"strings"

	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/news"
)

// mergeShort merges groups under a short name ("Trump", "NATO", "Apple") into the group of the full name where the articles leave no
// doubt, and asks where they do.
func mergeShort(articles []*Article, groups []*group) []diag.Diagnostic {
	x := newIndex(groups)
	x.articles = articles
	var ds []diag.Diagnostic
	for _, g := range groups {
		x.settleUnit(g)
		if whole := x.whole(g); whole != nil {
			whole.merge(g)
			continue
		}
		switch r := x.read(g); {
		case r.best == nil:
		case r.sure:
			r.best.merge(g)
		case g.tagged > 0 && !g.incorporated() && len(g.refs) >= meetings && r.weight >= meetings && len(g.refs) <= 3*r.weight:
			ds = append(ds, ask(g, r))
		}
	}
	return ds
}

// index finds groups by parts of their names.
type index struct {
	articles  []*Article
	byKey     map[string]*group   // the one with the most articles
	byAlias   map[string][]*group // key of an alias, the initials, or the opening words
	byLetter  map[string][]*group // first letter; organizations with a full name
	bySurname map[string][]*group // last word; people with a full name
	byLast    map[string][]*group // last word; organizations
}

func newIndex(groups []*group) index {
	x := index{byKey: map[string]*group{}, byAlias: map[string][]*group{}, byLetter: map[string][]*group{}, bySurname: map[string][]*group{}, byLast: map[string][]*group{}}
	for _, g := range groups {
		if o := x.byKey[g.key]; o == nil || len(o.refs) < len(g.refs) {
			x.byKey[g.key] = g
		}
		for _, k := range slices.Sorted(maps.Keys(g.aliases)) {
			x.byAlias[k] = append(x.byAlias[k], g)
		}
		if k := initials(g.key); g.aliases[k] == 0 && len(k) > 2 && g.kind != news.Person {
			x.byAlias[k] = append(x.byAlias[k], g)
		}
		switch {
		case g.single():
		case g.kind == news.Person:
			x.bySurname[g.last()] = append(x.bySurname[g.last()], g)
		case g.kind == news.Organization:
			for i := range len(g.key) {
				if opening := g.key[:i]; g.key[i] == ' ' && g.aliases[opening] == 0 {
					x.byAlias[opening] = append(x.byAlias[opening], g)
				}
			}
			x.byLetter[g.key[:1]] = append(x.byLetter[g.key[:1]], g)
			x.byLast[g.last()] = append(x.byLast[g.last()], g)
		}
	}
	return x
}

// candidates returns the groups that g's name may be short for.
func (x index) candidates(g *group) []*group {
	found := x.byAlias[g.key]
	if g.single() && len(g.key) < 5 && acronymed(g) {
		found = slices.Concat(found, x.byLetter[g.key[:1]])
	}
	switch {
	case g.kind == news.Person && g.single():
		found = slices.Concat(x.bySurname[g.key], found)
	case g.kind == news.Organization && g.single():
		found = slices.Concat(found, x.byLast[g.key])
	}
	return found
}

// whole returns the group that g is without any doubt; nil where there is none.
func (x index) whole(g *group) *group {
	if full := x.byKey[shortFor[g.key]]; full != nil && full != g && full.kind != news.Person {
		return full
	}
	if loud := g.heading(x.byAlias); loud != nil {
		return loud
	}
	if first, rest, ok := strings.Cut(g.key, " "); ok && len(g.refs) <= meetings && (first == rest || g.capped(len(first))) {
		if o := x.byKey[rest]; o != nil && (first == rest || len(o.refs) > len(g.refs)) {
			return o // "PAYBACK Ford", "Ford Ford", with a heading run into the text
		}
	}
	if k, _ := nameKey(g.key, g.kind); k != g.key && x.byKey[k] != nil && x.byKey[k].kind == news.Organization {
		return x.byKey[k] // "Lind Group", where "Lind" was taken for a place and is none
	}
	if many := x.byKey[g.key+"s"]; many != nil && g.kind == news.Organization && many.kind == news.Organization && (!g.single() || many.genitive()) {
		return many // "Honda Motor" of Honda Motors, "McDonald" of McDonald’s
	}
	return g.joined(x.byKey)
}

// settleUnit makes an organization of what was taken for a person or a place and begins with the name of a known firm: "Ford Motor Finance".
func (x index) settleUnit(g *group) {
	if g.kind != news.Person && g.kind != news.Place || g.kind == news.Person && g.surely() || len(g.refs) > meetings {
		return
	}
	for i := range len(g.key) {
		if g.key[i] != ' ' || !strings.Contains(g.key[:i], " ") {
			continue // one word may be a first name, too
		}
		if o := x.byKey[g.key[:i]]; o != nil && o.kind == news.Organization && len(o.refs) > meetings {
			g.depersonalize(news.Organization)
			g.kinds[news.Organization] += g.kinds[news.Place]
			delete(g.kinds, news.Place)
			g.kind = news.Organization
			return
		}
	}
}

// incorporated reports whether a name of the group has a company's legal form, so that it is short for nothing: "BP Plc".
func (g *group) incorporated() bool {
	for name := range g.names {
		if incorporated(name) {
			return true
		}
	}
	return false
}

// capped reports whether all names of the group begin with a word of n letters set in capitals that is too long for an acronym, and go on in
// small ones.
func (g *group) capped(n int) bool {
	for name := range g.names {
		if n <= maxAcronym || len(name) <= n || !shouted(name[:n]) || shouted(name) {
			return false
		}
	}
	return true
}

// genitive reports whether a name of the group ends in ’s.
func (g *group) genitive() bool {
	for name := range g.names {
		if strings.HasSuffix(name, "'s") || strings.HasSuffix(name, "’s") {
			return true
		}
	}
	return false
}

// heading returns the group that g, a name set in capitals with a word too many ("HERSHEY PONDERS", from a headline inside a text), is
// meant to be; nil where g is no such thing.
func (g *group) heading(byAlias map[string][]*group) *group {
	if g.single() || len(g.refs) > meetings {
		return nil
	}
	for name := range g.names {
		if !shouted(name) {
			return nil
		}
	}
	for _, k := range slices.Sorted(maps.Keys(g.aliases)) {
		if i := slices.IndexFunc(byAlias[k], func(c *group) bool { return c != g && len(c.refs) > len(g.refs) && opens(k, c.key) }); i >= 0 && opens(k, g.key) {
			return byAlias[k][i]
		}
	}
	return nil
}

// knownRefs is how many times as many articles must name the first of two things as name both in one for the second to need no other proof.
const knownRefs = 4

// joined returns the first of two things that g takes for one, as in "Apple Inc and Google", or the thing itself in "U.S.
// Walmart"; nil where g is no such thing.
func (g *group) joined(byKey map[string]*group) *group {
	if len(g.refs) > meetings {
		return nil
	}
	if rest, ok := strings.CutPrefix(g.key, "us "); ok && byKey[rest] != nil && byKey[rest].kind == news.Organization && len(byKey[rest].refs) > meetings {
		return byKey[rest]
	}
	for _, link := range [...]string{" and ", " for "} {
		first, second, _ := strings.Cut(g.key, link)
		k, _ := nameKey(first, news.Organization)
		a, b := byKey[k], byKey[second]
		if a != nil && a != g && (b != nil && len(a.refs) >= len(g.refs) || b == nil && link == " and " && a.kind == news.Organization && len(a.refs) >= knownRefs*len(g.refs)) {
			return a
		}
	}
	if n := len(g.key); n > 3 && g.key[n-2] == ' ' && g.kind != news.Person {
		return byKey[g.key[:n-2]] // "Barclays C", with the first letter of a ticker
	}
	return nil
}

// shortFor are short names that everybody knows and no rule would find, by key.
var shortFor = map[string]string{"fed": "federal reserve", "s&p": "standard & poor", "un": "united nations", "eu": "european union", "scotus": "supreme court", "vw": "volkswagen",
	"socgen": "societe generale", "bofa": "bank of america", "p&g": "procter & gamble", "j&j": "johnson & johnson", "treasury": "treasury department", "moodys": "moodys investors service",
	"exxon": "exxon mobil", "jpmorgan": "jpmorgan chase", "jp morgan": "jpmorgan chase", "hud": "department of housing and urban development", "ftse": "ftse 100", "republican": "republicans",
	"democrat": "democrats", "wamu": "washington mutual", "fannie": "fannie mae", "freddie": "freddie mac"}
