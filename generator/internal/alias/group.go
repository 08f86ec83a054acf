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
		if f.initials == "" && (strings.HasPrefix(g.initials, f.key[:1]) || fits(g.initials, f)) {
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

// mergeShortened makes one of a name and a shorter form of it: "Security Council" of "United Nations Security Council".
func (d *desk) mergeShortened() {
	byEdge := map[string][]int{}
	for i, f := range d.forms {
		if f.person || len(f.tokens) < 2 {
			continue
		}
		first, last := f.tokens[0], f.tokens[len(f.tokens)-1]
		byEdge[first] = append(byEdge[first], i)
		if first != last {
			byEdge[last] = append(byEdge[last], i)
		}
	}
	for i, f := range d.forms {
		if f.person || f.country != nil || len(f.tokens) == 0 {
			continue
		}
		best, ties, score := -1, 0, 0
		seen := map[int]bool{}
		for _, edge := range [...]string{f.tokens[0], f.tokens[len(f.tokens)-1]} {
			for _, j := range byEdge[edge] {
				if seen[j] || j == i {
					continue
				}
				seen[j] = true
				s := shortens(f, d.forms[j])
				switch {
				case s == 0 || s < score:
				case s > score:
					best, ties, score = j, 0, s
				case d.root(j) != d.root(best):
					ties++
				}
			}
		}
		if best >= 0 && ties == 0 {
			d.merge(i, best)
		}
	}
}

// shortens says how likely short is a shorter form of long: 0 for not at all.
func shortens(short, long *form) int {
	s, l := short.tokens, long.tokens
	if len(s) >= len(l) || long.country != nil {
		return 0
	}
	kind, other := short.kind(), long.kind()
	prefix, suffix := hasPrefix(l, s), hasPrefix(l[len(l)-len(s):], s)
	if kind == news.Place || other == news.Place {
		if kind != other {
			return 0
		}
		if prefix && len(l) == len(s)+1 && l[len(l)-1] == "city" {
			return 3
		}
		if suffix && len(l) == len(s)+2 && l[1] == "of" && polities[l[0]] {
			return 3
		}
		return 0
	}
	if kind != other && kind != news.Other && other != news.Other {
		return 0
	}
	switch {
	case suffix && len(s) > 1:
		return 3
	case prefix && len(s) > 1 && !small[l[len(s)]]:
		return 2
	case prefix && kind == news.Organization && !common[s[0]] && world.demonyms[s[0]] == nil:
		return 2
	}
	return 0
}

func hasPrefix(long, short []string) bool {
	for i, t := range short {
		if long[i] != t {
			return false
		}
	}
	return true
}
