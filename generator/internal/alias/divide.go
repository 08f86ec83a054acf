package alias

import (
	"strings"

	"copydesk/generator/internal/news"
)

// divide settles for every mention whether it names a person, where the same words were taken for a person here and a place there: "Moon" with
// "Moon Jae-in" about is he, and "in Washington" stays the city though a Denzel Washington is named.
func (d *desk) divide() {
	type votes struct{ person, other int }
	tally := map[string]*votes{}
	full := map[string]bool{}    // names of people of several words
	partOf := map[string]bool{}  // words of such names
	openOrg := map[string]bool{} // first words of other names of several words
	for i := range d.places {
		p := &d.places[i]
		v := tally[p.key]
		if v == nil {
			v = &votes{}
			tally[p.key] = v
		}
		if p.person {
			v.person++
		} else {
			v.other++
		}
	}
	for i := range d.places {
		p := &d.places[i]
		if len(p.tokens) < 2 {
			continue
		}
		if v := tally[p.key]; v.person > 0 && v.person >= v.other {
			full[p.key] = true
			partOf[p.tokens[0]], partOf[p.tokens[len(p.tokens)-1]] = true, true
		} else if p.Kind == news.Organization {
			openOrg[p.tokens[0]] = true
		}
	}
	for i := range d.places {
		p := &d.places[i]
		v := tally[p.key]
		person := p.person
		switch {
		case v.person == 0 && !partOf[p.key] || v.other == 0 && v.person > 0:
		case p.title < p.Start:
			person = true
		case len(p.tokens) > 1:
			person = full[p.key]
		case !partOf[p.key]:
			person = v.person >= v.other && world.names[p.key] == nil
		case v.person == 0 && (v.other > 1 || world.names[p.key] != nil || openOrg[p.key]):
		case !p.person:
			person = !(p.Kind == news.Place && isPlaced(d.text(p), p.Span)) && !(p.Kind == news.Organization && openOrg[p.key])
		}
		if person != p.person {
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
