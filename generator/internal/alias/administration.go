package alias

import (
	"slices"
	"strings"

	"copydesk/generator/internal/news"
)

// nameAdministrations widens mentions such as "Trump" in "Trump administration": the administration is named and not the man.
func (d *desk) nameAdministrations() {
	for i := range d.places {
		p := &d.places[i]
		next := len(d.text(p))
		if i+1 < len(d.places) && d.places[i+1].headline == p.headline {
			next = d.places[i+1].Start
		}
		if p.Kind == news.Person && followed(d.text(p)[p.End:next], " administration") {
			p.End += len(" administration")
			p.Surface = d.text(p)[p.Start:p.End]
			p.Kind, p.person, p.title = news.Organization, false, p.Start
			p.name = d.parse(p.Surface, false)
		}
	}
}

// dropPairs takes out mentions such as "North and South", which is no one thing: addHalves finds the two.
func (d *desk) dropPairs() {
	d.places = slices.DeleteFunc(d.places, func(p place) bool {
		words := strings.Fields(p.Surface)
		return len(words) == 3 && words[1] == "and" && d.halves[words[0]] != nil && d.halves[words[2]] != nil
	})
}

// followed reports whether after begins with word, whole.
func followed(after, word string) bool {
	rest, ok := strings.CutPrefix(after, word)
	return ok && (rest == "" || !isWordByte(rest[0]) || rest[0] == '.' || rest[0] >= 0x80)
}
