package alias

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/generator/internal/news"
	"copydesk/generator/internal/slug"
)

// names makes the entities.
func (d *desk) names() Names {
	members := make([]*group, len(d.forms)) // by root
	var order []*group
	headlined := 0
	for i := range d.places {
		r := d.root(d.places[i].form)
		g := members[r]
		if g == nil {
			g = &group{}
			members[r] = g
			order = append(order, g)
		}
		g.uses = append(g.uses, i)
		g.add(d.forms[d.places[i].form], d.places[i].Kind)
		if d.places[i].headline {
			headlined++
		}
	}
	var out Names
	out.Entities = make([]news.Entity, 0, len(order))
	taken := make(map[string]bool, len(order))
	for _, g := range order {
		e := d.entity(g)
		e.ID = slug.Unique(slug.Make(e.Name), func(s string) bool { return taken[s] })
		taken[e.ID] = true
		for _, u := range g.uses {
			p := &d.places[u]
			p.Entity = e.ID
			if !keepsKind(d.forms[p.form], p.Kind, e.Kind) {
				p.Kind = e.Kind
			}
		}
		out.Entities = append(out.Entities, e)
	}
	out.Mentions = make([]news.Mention, 0, len(d.places)-headlined)
	for i := range d.places {
		if d.places[i].headline {
			out.Headlined = append(out.Headlined, d.places[i].Mention)
		} else {
			out.Mentions = append(out.Mentions, d.places[i].Mention)
		}
	}
	return out
}

// keepsKind reports whether a mention of form f keeps its own kind beside that of its entity: "Korean" is no place though it counts for Korea, and
// "Chelsea" may be the team here and the town there.
func keepsKind(f *form, own, entity news.Kind) bool {
	return f.demonym || own == news.Place && entity == news.Organization || own == news.Organization && entity == news.Place
}

// group is all that names one thing.
type group struct {
	uses  []int
	forms []*form
	times []int // uses of each form
	kinds tally
}

func (g *group) add(f *form, k news.Kind) {
	if !f.demonym {
		g.kinds.add(k)
	}
	for i, have := range g.forms {
		if have == f {
			g.times[i]++
			return
		}
	}
	g.forms, g.times = append(g.forms, f), append(g.times, 1)
}

// entity makes the entity of g, without ID.
func (d *desk) entity(g *group) news.Entity {
	e := news.Entity{Kind: g.kinds.majority(), Name: g.name()}
	if g.forms[0].person {
		e.Kind = news.Person
	} else if g.isCountry() {
		e.Kind = news.Place
	} else if e.Kind == news.Place && g.isRegistered() {
		e.Kind = news.Organization
	}
	have := map[string]bool{e.Name: true}
	for _, u := range g.uses {
		p := &d.places[u]
		if p.headline {
			e.InHeadline = true
		} else {
			e.Count++
			if n := d.article.Paragraph(p.Start); len(e.Paragraphs) == 0 || e.Paragraphs[len(e.Paragraphs)-1] != n {
				e.Paragraphs = append(e.Paragraphs, n)
			}
		}
		if !p.headline {
			for _, s := range d.describe(p) {
				if len(e.Described) < maxDescriptions && !repeats(d.article.Body, e.Described, s) {
					e.Described = append(e.Described, s)
				}
			}
		}
		for _, alias := range d.spellings(p) {
			if !have[alias] && !have[trim(alias, true)] && !isTicker(alias[strings.LastIndexByte(alias, ' ')+1:]) {
				have[alias] = true
				e.Aliases = append(e.Aliases, alias)
			}
		}
	}
	return e
}

// isCountry reports whether g is a place of the atlas.
func (g *group) isCountry() bool {
	for _, f := range g.forms {
		if f.country != nil {
			return true
		}
	}
	return false
}

// isRegistered reports whether a name of g is a company's with its legal form.
func (g *group) isRegistered() bool {
	return slices.ContainsFunc(g.forms, func(f *form) bool { return f.legal != "" })
}

// name returns the best name of g: the fullest, a company's with its legal form where the article writes it so. A reader of "Gap Inc" or
// "Target Corp" sees what is meant, and other articles' plainer names meet it all the same.
func (g *group) name() string {
	best, score := 0, -1
	for i, f := range g.forms {
		if f.country != nil && (f.key != f.country.key || isShouted(f.core)) {
			return f.country.name
		}
		s := min(g.times[i], 99)
		if f.initials == "" {
			s += 100 * min(len(f.tokens), 6)
		}
		if f.person {
			s = min(g.times[i], 99) + 100*min(f.givenAndSurname(), 2)
			if f.stray > 0 {
				s = 0
			} else if g.endsWith(f) {
				s -= 100 // "Pena Nieto" is the surname of Enrique Pena Nieto
			}
		}
		if s > score {
			best, score = i, s
		}
	}
	core := g.forms[best].core
	k := g.kinds.majority()
	if legal := g.forms[best].legal; k == news.Organization && legal != "" && (!isShouted(legal) || isShouted(core)) {
		return oneLine(legal)
	}
	if isShouted(core) && len(core) > 4 && (g.forms[best].person || k == news.Place) {
		return lowered(core)
	}
	return oneLine(core)
}

// endsWith reports whether another name of g ends with the words of f.
func (g *group) endsWith(f *form) bool {
	return slices.ContainsFunc(g.forms, func(h *form) bool {
		return h.person && h.stray == 0 && len(h.tokens) > len(f.tokens) && hasSuffix(h.tokens, f.tokens)
	})
}

// givenAndSurname returns how many words a person's name has, particles at its start left out: two of "Bill de Blasio" count, one of "De Blasio".
func (f *form) givenAndSurname() int {
	n := 0
	for n < len(f.tokens)-1 && particles[f.tokens[n]] && !surnames[f.tokens[n]] {
		n++
	}
	return len(f.tokens) - n
}

// lowered returns s, which is all in capitals, with capitals at the start of words only.
func lowered(s string) string {
	b := []rune(oneLine(s))
	for i := 1; i < len(b); i++ {
		if unicode.IsLetter(b[i-1]) {
			b[i] = unicode.ToLower(b[i])
		}
	}
	return string(b)
}

// spellings returns p as it stands in the text: bare, and with its title. "The North" has its article: "North" alone is no name.
func (d *desk) spellings(p *place) []string {
	bare := strings.TrimRight(oneLine(p.Surface), ":;, ")
	if d.halves[p.core] != nil {
		bare = "the " + bare
	}
	if p.title == p.Start || !p.person || isTorn(d.text(p), p.title) {
		return []string{bare}
	}
	return []string{bare, oneLine(d.text(p)[p.title:p.End])}
}

// isTorn reports whether the title at start of text is but the end of a longer one: "Officer" of "Chief Executive Officer".
func isTorn(text string, start int) bool {
	if start < 2 || text[start-1] != ' ' {
		return false
	}
	w := lastWord(text, start-1)
	s := w.Of(text)
	if s == "" || !isUpper(s) || s[len(s)-1] == '.' || nation(fold(s)) != nil || world.exact[s] != nil || possessive(s) > 0 {
		return false
	}
	if w.Start < 2 {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:w.Start], " \n"))
	return unicode.IsLetter(r) || r == ','
}

// oneLine returns s with single spaces for all white space.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\t") && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// maxDescriptions is how many descriptions of one thing are kept.
const maxDescriptions = 8

// repeats reports whether s reads like one of those already found.
func repeats(text string, have []news.Span, s news.Span) bool {
	for _, h := range have {
		if h == s || strings.EqualFold(h.Of(text), s.Of(text)) {
			return true
		}
	}
	return false
}
