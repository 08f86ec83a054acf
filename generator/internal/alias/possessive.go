package alias

import (
	"strings"

	"copydesk/generator/internal/news"
)

// completePossessives widens a mention that is the first half of an organization named elsewhere: "Sam" in "Sam's Club Chief Executive", or in
// "582 Sam's Clubs", where the article has "Sam's Club" too.
func (d *desk) completePossessives() {
	whole := map[string][]*place{} // by what stands before the possessive mark
	for i := range d.places {
		p := &d.places[i]
		if owner, _, ok := cutPossessive(p.Surface); ok && p.Kind == news.Organization {
			whole[owner] = append(whole[owner], p)
		}
	}
	if len(whole) == 0 {
		return
	}
	for i := range d.places {
		p := &d.places[i]
		text, next := d.text(p), len(d.text(p))
		if i+1 < len(d.places) && d.places[i+1].headline == p.headline {
			next = d.places[i+1].Start
		}
		for _, w := range whole[p.Surface] {
			if rest := text[p.Start:next]; followed(rest, w.Surface) || followed(rest, w.Surface+"s") {
				p.End, p.Surface, p.Kind = p.Start+len(w.Surface), w.Surface, news.Organization
				p.person, p.title, p.name = false, p.Start, d.parse(w.Surface, false)
				break
			}
		}
	}
}

// cutPossessive cuts a name such as "Sam's Club" at its possessive mark; ok is false where there is none inside.
func cutPossessive(name string) (owner, thing string, ok bool) {
	for _, mark := range [...]string{"'s ", "’s "} {
		if owner, thing, ok = strings.Cut(name, mark); ok && owner != "" {
			return owner, thing, true
		}
	}
	return "", "", false
}
