package alias

import (
	"strings"

	"copydesk/generator/internal/news"
)

// votes counts how often the same words were taken for a person, and for something else; of that, how often for a place, and how often they stood
// after "in" or another word that says so.
type votes struct{ person, other, place, placed int }

// census is what divide knows of the names of an article, by key.
type census struct {
	votes   map[string]*votes
	full    map[string]bool // names of people of several words
	partOf  map[string]bool // first and last words of such names
	opens   map[string]bool // first words of organisations' names of several words, and last words of companies'
	storms  map[string]bool // names of storms
	company map[string]bool // names that somewhere end in "Inc" or its like
}

// divide settles for every mention whether it names a person, where the same words were taken for a person here and a place there: "Moon" with
// "Moon Jae-in" about is he, "in Washington" stays the city though a Denzel Washington is named, and "Dell" is the company where "Dell Inc" is.
func (d *desk) divide() {
	c := d.count()
	for i := range d.places {
		p := &d.places[i]
		person := d.isPerson(p, c)
		if !person && p.Kind == news.Person {
			p.Kind = news.Other
			switch {
			case c.company[p.key] || c.opens[p.key] || bodyOf(p.core, p.key) != "":
				p.Kind = news.Organization
			case isPlaceName(p.key):
				p.Kind = news.Place
			}
		}
		if person == p.person {
			continue
		}
		p.person = person
		g, office := p.gender, p.office
		p.name = d.parse(p.Surface, person)
		if g != unknown {
			p.gender = g
		}
		if office != "" {
			p.office = office
		}
	}
}

// count takes the census, after mentions such as "Dell Inc" were set right.
func (d *desk) count() *census {
	c := &census{map[string]*votes{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for i := range d.places {
		p := &d.places[i]
		if isCompany(p.Surface) || isQuoted(d.text(p)[p.End:]) {
			if p.Kind == news.Person {
				p.Kind = news.Organization
			}
			p.person = false
			p.name = d.parse(p.Surface, false)
			c.company[p.key] = true
			c.addShort(p.tokens)
		}
		v := c.votes[p.key]
		if v == nil {
			v = &votes{}
			c.votes[p.key] = v
		}
		if p.person {
			v.person++
		} else {
			v.other++
			if p.Kind == news.Place {
				v.place++
				if isPlaced(d.text(p), p.Span) {
					v.placed++
				}
			}
		}
	}
	for i := range d.places {
		p := &d.places[i]
		if len(p.tokens) < 2 {
			continue
		}
		_, given := givenNames[p.tokens[0]]
		if v := c.votes[p.key]; v.person > v.other || v.person > 0 && v.person == v.other && given {
			c.full[p.key] = true
			c.partOf[p.tokens[0]], c.partOf[p.tokens[len(p.tokens)-1]] = true, true
		} else if p.Kind == news.Organization {
			c.opens[p.tokens[0]] = true
		} else if n := len(p.tokens); isStorm(p.tokens[n-2]) {
			c.storms[p.tokens[n-1]] = true
		}
	}
	return c
}

// addShort notes what the name of a company may be cut to: its last word, such as "Penney" of "J.C. Penney Co Inc", and, where it does not begin as a
// person's does, its first words, such as "TD Ameritrade" of "TD Ameritrade Holding Corp".
func (c *census) addShort(tokens []string) {
	if len(tokens) < 2 {
		return
	}
	c.opens[tokens[len(tokens)-1]] = true
	if _, given := givenNames[tokens[0]]; given {
		return
	}
	for n := 2; n < min(len(tokens), 4); n++ {
		c.company[strings.Join(tokens[:n], "")] = true
	}
}

// isQuoted reports whether after, the text after a name, begins with a stock symbol, which says that the name is a company's: " (ORCL.O)".
func isQuoted(after string) bool {
	after = after[:min(len(after), 20)]
	for _, mark := range [...]string{"'s", "’s", " ", "(", "<", " "} {
		after = strings.TrimPrefix(after, mark)
	}
	if after == "" || after[0] < 'A' || after[0] > 'Z' {
		return false
	}
	if i := strings.IndexAny(after, " ):>,\n"); i > 0 {
		after = after[:i]
	}
	return isTicker(after)
}

// isCompany reports whether surface ends in a legal form that only companies have, or in a stock symbol.
func isCompany(surface string) bool {
	i := strings.LastIndexByte(surface, ' ')
	return i > 0 && (companyForms[fold(surface[i+1:])] || isTicker(surface[i+1:]))
}

// isPerson decides whether p names a person.
func (d *desk) isPerson(p *place, c *census) bool {
	v := c.votes[p.key]
	switch {
	case p.title < p.Start && (p.person || v.person > 0 || c.partOf[p.key]):
		return true
	case v.person == 0 && !c.partOf[p.key]:
		return p.person
	case len(p.tokens) > 1 && nation(p.key) != nil:
		return false
	case c.company[p.key]:
		return p.person && c.partOf[p.key]
	case len(p.tokens) > 1:
		return c.full[p.key]
	case !c.partOf[p.key]:
		_, given := givenNames[p.key]
		return (v.person > v.other || v.person == v.other && given) && !c.opens[p.key] && !c.storms[p.key] && bodyOf(p.core, p.key) == "" && (!isPlaceName(p.key) && world.demonyms[p.key] == nil || given)
	case v.person == 0 && (v.other > 1 && (v.placed > 0 || v.place < v.other) || isPlaceName(p.key) || c.opens[p.key]):
		return p.person
	case p.person:
		return true
	}
	return !(p.Kind == news.Place && isPlaced(d.text(p), p.Span)) && !(p.Kind == news.Organization && c.opens[p.key])
}

// isPlaced reports whether a word that only places follow stands before the name at s, as in "in Washington", or whether it is a dateline.
func isPlaced(text string, s news.Span) bool {
	before := text[max(0, s.Start-9):s.Start]
	for _, w := range [...]string{" in ", " at ", " near ", " from ", " to ", " outside ", " across ", "In ", "At "} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	opens := before == "" || strings.HasSuffix(before, "\n")
	return opens && isShouted(s.Of(text))
}
