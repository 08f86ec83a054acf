package alias

import (
	"slices"
	"strings"

	"copydesk/generator/internal/news"
)

// mergeShortened makes one of a name and a shorter form of it: "Security Council" of "United Nations Security Council". Where a short form fits
// several things, it is left alone.
func (d *desk) mergeShortened() {
	byEdge := map[string][]int{}
	for i, f := range d.forms {
		if f.person || len(f.tokens) < 2 {
			continue
		}
		edges := [...]string{f.tokens[0], f.tokens[len(f.tokens)-1], headBeforeOf(f.tokens)}
		for k, e := range edges {
			if e != "" && !slices.Contains(edges[:k], e) && len(byEdge[e]) < limit {
				byEdge[e] = append(byEdge[e], i)
			}
		}
	}
	for i, f := range d.forms {
		if f.person || len(f.tokens) == 0 {
			continue
		}
		first, last := f.tokens[0], f.tokens[len(f.tokens)-1]
		lists := [][]int{byEdge[first]}
		if last != first {
			lists = append(lists, byEdge[last])
		}
		if found := d.bestLong(i, lists...); found >= 0 {
			d.merge(i, found)
		}
	}
}

// headBeforeOf returns the token before the first "of", "for" or "on" of tokens: "department" of "US Department of State".
func headBeforeOf(tokens []string) string {
	for i, t := range tokens {
		if i > 0 && (t == "of" || t == "for" || t == "on") {
			return tokens[i-1]
		}
	}
	return ""
}

// bestLong returns the one form among those listed that form i shortens best, or -1 where there is none or there are several.
func (d *desk) bestLong(i int, lists ...[]int) int {
	best, score, tied := -1, 0, false
	for _, list := range lists {
		for _, j := range list {
			s := shortens(d.forms[i], d.forms[j])
			if s > 0 && d.isCommonWord(d.forms[i]) {
				return -1
			}
			switch {
			case s == 0 || s < score || j == i:
			case s > score:
				best, score, tied = j, s, false
			case d.root(j) != d.root(best):
				tied = true
			}
		}
	}
	if tied {
		return -1
	}
	return best
}

// shortens says how likely short is a shorter form of long: 0 for not at all.
func shortens(short, long *form) int {
	s, l := short.tokens, long.tokens
	if len(s) >= len(l) {
		return 0
	}
	kind, other := short.kind(), long.kind()
	prefix, suffix := hasPrefix(l, s), hasPrefix(l[len(l)-len(s):], s)
	if kind == news.Place && other == news.Place {
		return shortensPlace(s, l, prefix, suffix)
	}
	if long.country != nil {
		return 0
	}
	if (short.registered || short.initials != "" && prefix) && !describesHolding(l[len(s):]) {
		return 0 // "Apple Inc" is a whole name, and no short form of "Apple Corps"; "GE" is another thing than "GE Capital"
	}
	if kind != other && other == news.Organization && prefix && kind != news.Place && describes(l[len(s):]) && !common[s[0]] {
		return 2 // "Exxon Mobil", taken for another thing than "Exxon Mobil Oil Corp"
	}
	if kind != other && (kind == news.Organization || other == news.Organization || kind == news.Place || other == news.Place) {
		return 0
	}
	switch {
	case short.country != nil:
		// "Texas", where it is the team.
		if prefix && kind == news.Organization && len(l) == len(s)+1 && strings.HasSuffix(l[len(s)], "s") {
			return 2
		}
	case suffix && isHead(short, long):
		return 3
	case len(s) == 1 && heads[s[0]] && headBeforeOf(l) == s[0]:
		return 2
	case prefix && bodyOf(short.core, short.key) == "" && continues(s, l[len(s):], kind):
		return 2
	}
	return 0
}

// isHead reports whether short, which ends long, says what long says without the words before it: "Eagles" of "Philadelphia Eagles", but not
// "Labour" of "New Labour" nor "Library" of "Friends of the Library".
func isHead(short, long *form) bool {
	s, l := short.tokens, long.tokens
	before := l[len(l)-len(s)-1]
	if small[before] {
		return false
	}
	if len(s) > 1 {
		return true
	}
	if short.initials != "" || isPlaceName(s[0]) || bodyOf(short.core, short.key) != "" || len(s[0]) < 3 || s[0] == "house" || compass[before] {
		return false
	}
	return short.kind() == news.Organization || world.demonyms[before] == nil
}

// isCommonWord reports whether the article also uses the one word of f in lower case, so that in capitals it may mean anything.
// Organisations are excepted: "the court" and "the Court" are one.
func (d *desk) isCommonWord(f *form) bool {
	if len(f.tokens) > 1 || f.kind() == news.Organization || f.kind() == news.Place {
		return false
	}
	word := strings.ToLower(f.core)
	for text, at := d.article.Body, 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return false
		}
		at += i + len(word)
		if at == len(text) || text[at] < 'a' || text[at] > 'z' {
			return true
		}
	}
}

// continues reports whether rest says only what sort of thing is meant, so that s without it names the same: "Inc", "Motor", "of India".
func continues(s, rest []string, kind news.Kind) bool {
	if len(s) > 1 && (rest[0] == "of" || rest[0] == "for") {
		return true
	}
	if rest[0] == "party" && len(rest) == 1 {
		return kind == news.Organization
	}
	if len(s) == 1 && (common[s[0]] || world.demonyms[s[0]] != nil) {
		return false
	}
	if kind != news.Organization {
		return false
	}
	if len(rest) == 1 && len(rest[0]) > 3 && !parts[rest[0]] && !continents[rest[0]] && nation(rest[0]) == nil && !compass[s[0]] {
		return true
	}
	return describes(rest)
}

// describesHolding reports whether rest tells a company from the one that owns it and bears its name.
func describesHolding(rest []string) bool {
	for _, w := range rest {
		if w != "holdings" && w != "holding" && w != "group" && w != "company" && !legalForms[w] {
			return false
		}
	}
	return true
}

// describes reports whether rest says only what sort of organisation it is.
func describes(rest []string) bool {
	for _, w := range rest {
		if !descriptors[w] && !legalForms[w] && !small[w] {
			return false
		}
	}
	return true
}

func shortensPlace(s, l []string, prefix, suffix bool) int {
	rest := l[len(s):]
	_, country := world.names[strings.Join(s, "")]
	switch {
	case prefix && !country && len(rest) == 1 && features[rest[0]]:
		return 3
	case suffix && len(l) == len(s)+2 && l[1] == "of" && polities[l[0]]:
		return 3
	case suffix && len(l) == len(s)+1 && (l[0] == "mount" || l[0] == "lake"):
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

// mergePlurals makes one of "Houthi" and "Houthis".
func (d *desk) mergePlurals() {
	for i, f := range d.forms {
		if f.person || len(f.key) < 5 || f.country != nil || f.kind() == news.Place || d.isCommonWord(f) {
			continue
		}
		if j, ok := d.index[f.key+"s"]; ok && alike(d.forms[j].kind(), f.kind()) {
			d.merge(i, j)
		}
	}
}

// alike reports whether things of kinds a and b may be one thing: organisations, events and other things are often taken for each other.
func alike(a, b news.Kind) bool {
	return a == b || a != news.Person && a != news.Place && b != news.Person && b != news.Place
}
