package alias

import (
	"strings"

	"copydesk/generator/internal/news"
)

// mergeCountries makes one of "Republic of Korea" and "South Korea", of "U.S." and "America".
func (d *desk) mergeCountries() {
	first := map[string]int{}
	for i, f := range d.forms {
		if f.country == nil {
			continue
		}
		if j, ok := first[f.country.key]; ok {
			d.merge(i, j)
		} else {
			first[f.country.key] = i
		}
	}
}

// mergeDefined makes one of "National Security Council" and "NSC" where the text says "National Security Council (NSC)".
func (d *desk) mergeDefined() {
	for i := 1; i < len(d.places); i++ {
		long, short := &d.places[i-1], &d.places[i]
		if long.headline != short.headline || long.person || short.person {
			continue
		}
		text := d.text(long)
		between := text[long.End:short.Start]
		if strings.TrimSpace(between) != "(" || !strings.HasPrefix(text[short.End:], ")") {
			continue
		}
		f, g := d.forms[long.form], d.forms[short.form]
		if g.initials == "" {
			f, g = g, f
		}
		if g.initials == "" || len(f.tokens) < 2 && f.initials == "" {
			continue
		}
		if f.initials != "" || g.country != nil {
			continue
		}
		organizations := f.kind() == news.Organization && g.kind() == news.Organization
		if organizations || fits(g.initials, f) || f.kind() != news.Place && g.initials[0] == f.key[0] {
			d.merge(long.form, short.form)
		}
	}
}

// mergeAcronyms makes one of "NSC" and "National Security Council" wherever they stand, if no other name has these initials.
func (d *desk) mergeAcronyms() {
	byInitial := map[byte][]int{}
	for i, f := range d.forms {
		if !f.person && len(f.tokens) > 1 && f.initials == "" {
			byInitial[f.key[0]] = append(byInitial[f.key[0]], i)
		}
	}
	for i, f := range d.forms {
		if f.initials == "" || f.country != nil {
			continue
		}
		found := -1
		for _, j := range byInitial[f.initials[0]] {
			if !fits(f.initials, d.forms[j]) {
				continue
			}
			if found < 0 {
				found = j
			}
		}
		if found >= 0 {
			d.merge(i, found)
		}
	}
}

// fits reports whether letters are the initials of f, where small words may be left out.
func fits(letters string, f *form) bool {
	return fitsFrom(letters, f.tokens) || len(f.tokens) > 2 && skipCountry(f) > 0 && fitsFrom(letters, f.tokens[skipCountry(f):])
}

func fitsFrom(letters string, tokens []string) bool {
	i := 0
	for _, t := range tokens {
		if i < len(letters) && t[0] == letters[i] {
			i++
			continue
		}
		if !small[t] && !legalForms[t] {
			return false
		}
	}
	return i == len(letters) && i > 1
}

// skipCountry returns how many tokens a country or nationality at the start of f takes.
func skipCountry(f *form) int {
	for n := min(2, len(f.tokens)-1); n > 0; n-- {
		key := strings.Join(f.tokens[:n], "")
		if world.names[key] != nil || world.demonyms[key] != nil {
			return n
		}
	}
	return 0
}
