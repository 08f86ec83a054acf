package alias

import (
	"slices"
	"strings"

	"copydesk/generator/internal/news"
)

// mergeShortened makes one of a name and a shorter form of it: "Security Council" of "United Nations Security Council". Each short form goes to
// the long one that the points of bond.go favour, if they are enough; where several things have as many, it is left alone. Names of several
// words come first, so that "Greentown" finds "Greentown Holdings" and "Greentown Holdings Ltd" already one.
func (d *desk) mergeShortened() {
	byEdge := map[string][]int{}
	for i, f := range d.forms {
		if f.person || len(f.tokens) < 2 {
			continue
		}
		edges := [...]string{f.tokens[0], f.tokens[len(f.tokens)-1], headBeforeOf(f.tokens), f.tokens[skipCountry(f)]}
		for k, e := range edges {
			if e != "" && !slices.Contains(edges[:k], e) && len(byEdge[e]) < limit {
				byEdge[e] = append(byEdge[e], i)
			}
		}
	}
	if len(byEdge) == 0 {
		return
	}
	for _, single := range [...]bool{false, true} {
		for i, f := range d.forms {
			if f.person || len(f.tokens) == 0 || single != (len(f.tokens) == 1) {
				continue
			}
			first, last := f.tokens[0], f.tokens[len(f.tokens)-1]
			lists := [...][]int{byEdge[first], nil}
			if last != first {
				lists[1] = byEdge[last]
			}
			if found := d.strongest(i, lists[0], lists[1]); found >= 0 {
				d.merge(i, found)
			}
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

// strongest returns the one form among those listed that form i is most likely short for, or -1 where none is likely or several are.
func (d *desk) strongest(i int, lists ...[]int) int {
	best, points, tied := -1, enough-1, false
	for _, list := range lists {
		for _, j := range list {
			if j == i {
				continue
			}
			p := d.bond(d.forms[i], d.forms[j])
			if p >= enough && d.isCommonWord(d.forms[i]) {
				return -1
			}
			switch {
			case p < points:
			case p > points:
				best, points, tied = j, p, false
			case best >= 0 && d.root(j) != d.root(best):
				tied = true
			}
		}
	}
	if tied {
		return -1
	}
	return best
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

func hasPrefix(long, short []string) bool {
	return len(short) <= len(long) && slices.Equal(long[:len(short)], short)
}

func hasSuffix(long, short []string) bool {
	return len(short) <= len(long) && slices.Equal(long[len(long)-len(short):], short)
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
