package topic

import (
	"strings"

	"copydesk/generator/internal/news"
)

// cues is how often the words around a name speak for each kind; product is for the other kind.
type cues struct{ person, organization, place, product int }

// Words after a name that tell what it is: "Lazard shares", "Ana Lind, who", "Vika-based".
var (
	afterOrganization = []string{
		"shares", "stock", "spokesman", "spokeswoman", "executives", "executive", "employees", "officials", "ceo", "chief executive", "chairman",
		"analyst", "analysts", "economist", "strategist", "shareholders", "investors", "bonds", "unit", "subsidiary", "board", "management", "workers",
		"said it ", "said its ", "says it ", "which ", "has agreed", "reported", "posted", "announced it", "and its ", "quarterly", "profit", "earnings",
		"inc", "corp", "co ", "plc", "ltd", "group ", "rose ", "fell ", "acquired", "sold its", "bought", "warned it", "filed ", "also filed", "exited",
	}
	afterPerson = []string{"who ", "said he ", "said she ", "told ", "says he ", "says she ", "and his ", "and her ", "told reporters", "himself", "herself", "whose "}
	afterPlace  = []string{"where ", "-based"}
)

// Words before a name that tell what it is: "shares of Lazard", "economist Ana Lind".
var (
	beforeOrganization = []string{"shares of", "shares in", "stake in", "unit of", "subsidiary of", "owner of", "parent of", "at", "with", "rival", "rivals", "maker", "company", "retailer", "carmaker", "bank", "airline", "giant", "group"}
	beforePerson       = []string{
		"mr", "mrs", "ms", "dr", "president", "minister", "analyst", "economist", "strategist", "executive", "ceo", "officer", "trader", "director", "founder",
		"manager", "lawyer", "attorney", "spokesman", "spokeswoman", "partner", "author", "actor", "singer", "coach", "professor", "senator", "chairman", "judge",
		"governor", "secretary", "investor", "chancellor", "king", "queen", "prince", "pope", "brother", "son", "wife", "husband", "father", "mother",
	}
	beforePlace   = []string{"in", "on", "near", "from", "outside", "across"}
	beforeProduct = []string{"drug", "medicine", "vaccine", "pill", "sedan", "truck", "smartphone", "tablet", "console", "aircraft", "airliner", "jetliner", "fighter", "browser", "missile"}
)

// read adds what stands around the mention in body.
func (c *cues) read(body string, m news.Span) {
	after := body[m.End:min(len(body), m.End+24)]
	after = strings.TrimPrefix(strings.TrimPrefix(after, "'s"), "’s")
	genitive := len(after) < min(len(body), m.End+24)-m.End
	trimmed := strings.ToLower(strings.TrimLeft(after, " ,"))
	switch {
	case quoted(after):
		c.organization += enoughCues
	case opensWith(trimmed, afterPerson) && !genitive:
		c.person++
	case opensWith(trimmed, afterOrganization):
		c.organization++
	case opensWith(trimmed, afterPlace):
		c.place++
	case strings.HasPrefix(after, ", ") && age(trimmed):
		c.person += 2
	case strings.HasPrefix(after, ", ") && yearsOld(trimmed):
		c.person += enoughCues
	}
	// A comma sets the two apart: "economist, Lazard" is one of Lazard's.
	before := strings.ToLower(strings.TrimRight(body[max(0, m.Start-24):m.Start], " ."))
	switch {
	case closesWith(before, beforePerson):
		c.person++
	case closesWith(before, beforeOrganization):
		c.organization++
	case closesWith(before, beforePlace):
		c.place++
	case closesWith(before, beforeProduct):
		c.product++
	}
}

// quoted reports whether a share's ticker follows in brackets: " ( SASY.PA ) said".
func quoted(after string) bool {
	rest, ok := strings.CutPrefix(strings.TrimLeft(after, " "), "(")
	if code := strings.Fields(rest); ok && len(code) > 0 {
		return ticker(strings.TrimSuffix(code[0], ")"))
	}
	return false
}

// age reports whether text begins with an age: "45, said".
func age(text string) bool {
	return len(text) > 2 && text[0] >= '1' && text[0] <= '9' && text[1] >= '0' && text[1] <= '9' && text[2] == ','
}

// yearsOld reports whether text begins with an age in words of a person: "the 64-year-old owner".
func yearsOld(text string) bool {
	_, rest, ok := strings.Cut(text, "-")
	return ok && len(text)-len(rest) <= len("the 64-") && strings.HasPrefix(rest, "year-old")
}

func opensWith(text string, words []string) bool {
	for _, w := range words {
		if strings.HasPrefix(text, w) {
			return true
		}
	}
	return false
}

func closesWith(text string, words []string) bool {
	for _, w := range words {
		if rest, ok := strings.CutSuffix(text, w); ok && (rest == "" || !letter(rest[len(rest)-1])) {
			return true
		}
	}
	return false
}

// In doubt about a kind, the words around a name overrule the tagger where there are enough of them and few speak against.
const (
	enoughCues = 3
	cueMargin  = 3
)

// readCues reads what stands around the mentions of the groups in all articles, and settles their kinds by it.
func readCues(articles []*Article, groups []*group) {
	of := assign(articles, groups)
	for i, a := range articles {
		at := make(map[string]*group, len(a.Entities))
		for j := range a.Entities {
			at[a.Entities[j].ID] = of[i][j]
		}
		for _, m := range a.Mentions {
			if g := at[m.Entity]; g != nil {
				g.cues.read(a.Body, m.Span)
			}
		}
	}
	settleKinds(groups)
}

// settleKinds settles the kinds of the groups, which are in order of their keys, and merges those of one name, but for people who surely
// are people.
func settleKinds(groups []*group) {
	for i, g := range groups {
		if g.into != nil {
			continue
		}
		g.settleKind()
		for j := i - 1; j >= 0 && groups[j].key == g.key; j-- {
			o := groups[j].root()
			if o == g || g.into != nil || g.kind == news.Person && g.surely() || o.kind == news.Person && o.surely() {
				continue
			}
			if (g.kind == news.Person) != (o.kind == news.Person) {
				thing := o.kind
				if thing == news.Person {
					thing = g.kind
				}
				g.depersonalize(thing)
				o.depersonalize(thing)
			} else if g.kind == news.Person {
				continue // their initials set them apart
			}
			o.merge(g)
			o.settleKind()
		}
	}
}

// surely reports whether a group that is taken for a person is one beyond doubt: the texts call them Mr., by their surname, or by what they
// do more than they treat the name as a firm or a place.
func (g *group) surely() bool {
	return g.cues.person > g.cues.organization+g.cues.place || !g.single() && g.aliases[g.last()] > 0 || g.single() && personal([]*group{g})
}

// depersonalize counts as things what was taken for people.
func (g *group) depersonalize(thing news.Kind) {
	g.kinds[thing] += g.kinds[news.Person]
	delete(g.kinds, news.Person)
}

// assign returns the group of every entity of every article; nil where it has none.
func assign(articles []*Article, groups []*group) [][]*group {
	of := make([][]*group, len(articles))
	for i, a := range articles {
		of[i] = make([]*group, len(a.Entities))
	}
	for _, g := range groups {
		if g.into != nil {
			continue
		}
		for _, r := range g.refs {
			if r.entity >= 0 {
				of[r.article][r.entity] = g
			}
		}
	}
	return of
}

// weigh returns the kind of g.
func (c *cues) weigh(g *group) news.Kind {
	sure := func(pro, contra int) bool { return pro >= enoughCues && pro >= cueMargin*contra }
	if g.kind != news.Event && c.product > c.person+c.organization+c.place && !personal([]*group{g}) {
		return news.Other
	}
	switch g.kind {
	case news.Person:
		// News gives a person's first name, or calls them Mr.: a person of one name is rare, and a firm of one name is common.
		oneName := g.single() && !personal([]*group{g})
		if g.single() && sure(c.organization, c.person) || sure(c.organization-enoughCues, c.person) || oneName && c.organization > 0 && c.organization > c.person {
			return news.Organization
		}
		if oneName && c.place > c.person && c.place >= enoughCues {
			return news.Place
		}
	case news.Place:
		// A country acts like a firm now and then, a firm most of the time.
		if sure(c.organization, c.place+c.person) && 2*c.organization >= g.mentions {
			return news.Organization
		}
	case news.Organization, news.Other:
		if sure(c.person, c.organization+c.place) {
			return news.Person
		}
		if g.kind == news.Other && g.single() && c.organization > c.person+c.place {
			return news.Organization
		}
	}
	return g.kind
}
