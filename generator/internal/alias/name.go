package alias

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/generator/internal/slug"
)

// name is a mention's surface taken apart.
type name struct {
	core   string   // the surface without article, titles before it and suffixes after it
	tokens []string // of core, folded; "Jae-in" is one: "jaein"
	key    string   // the tokens run together
	gender gender   // as titles inside the surface tell
	office string   // the last title inside or before the surface, folded: "senator"
	suffix string   // "jr", "iii" of a person

	registered bool   // a legal form such as "Inc" was taken off
	legal      string // core with its legal form, where one was taken off
}

type gender int8

const (
	unknown gender = iota
	male
	female
)

// parse takes surface apart. Titles are taken off only where person is set, company suffixes only where it is not.
func parse(surface string, person bool) name {
	n := name{core: trim(surface, person)}
	words := fields(n.core)
	if len(words) > 1 && isArticle(words[0]) {
		n.core = n.core[strings.Index(n.core, words[1]):]
		words = words[1:]
	}
	if len(words) == 0 {
		return n // nothing but marks
	}
	if person {
		first, last := titlesIn(words), len(words)
		for _, w := range words[:first] {
			if g, ok := titles[fold(w)]; ok {
				n.office = fold(w)
				if g != unknown {
					n.gender = g
				}
			}
		}
		for last > first+1 && generations[fold(words[last-1])] {
			n.suffix = fold(words[last-1])
			last--
		}
		shown := last
		if shown < len(words) && descents[fold(words[shown])] {
			shown++
		}
		n.core = between(n.core, words, first, shown)
		words = words[first:last]
	} else {
		first, last := 0, len(words)
		if last > 2 && possessive(words[0]) > 0 && nation(fold(words[0][:len(words[0])-possessive(words[0])])) != nil {
			first = 1 // "Germany's Allianz"
		}
		for last > first+1 && isTicker(words[last-1]) {
			last--
		}
		shown := last
		if last > first+2 && fold(words[last-1]) == "co" && (words[last-2] == "&" || words[last-2] == "and") {
			last -= 2 // "Tiffany & Co"
			n.registered = true
		}
		for last > first+1 && legalForms[fold(words[last-1])] && !isJoint(words[last-2]) {
			last--
			n.registered = true
		}
		if n.registered {
			n.legal = between(n.core, words, first, shown)
		}
		if head := fold(words[first]); !public[head] && world.demonyms[head] == nil {
			shown = last
		}
		if first > 0 || shown < len(words) {
			n.core = between(n.core, words, first, shown)
		}
		words = words[first:last]
	}
	n.tokens = make([]string, 0, len(words))
	for i, w := range words {
		t := fold(w)
		if long, ok := spelt[w]; ok && i < len(words)-1 && !person {
			n.tokens = append(n.tokens, long...)
			continue
		}
		if full, ok := abbreviations[t]; ok && i < len(words)-1 {
			t = full
		} else if t == "st" && i > 0 && !person {
			t = "street"
		} else if !person && len(words) == 1 && len(w) > 5 && strings.EqualFold(w[len(w)-4:], ".com") {
			t = strings.TrimSuffix(t, "com")
		}
		if person && len(w) > 3 && len(t) > 4 && (w[:3] == "al-" || w[:3] == "Al-" || w[:3] == "el-" || w[:3] == "El-") {
			n.tokens = append(n.tokens, t[:2]) // "Assad" is "al-Assad"
			t = t[2:]
		}
		if t != "" {
			n.tokens = append(n.tokens, t)
		}
	}
	n.key = strings.Join(n.tokens, "")
	return n
}

// isTicker reports whether w is the symbol of a stock or an index as agencies print it: "XTA.L", "AAPL.O", ".FTSE".
func isTicker(w string) bool {
	stem, market, ok := strings.Cut(w, ".")
	index := stem == "" && len(market) > 1 && len(market) < 7
	if !ok || !index && (stem == "" || market == "" || len(stem) > 6 || len(market) > 3) {
		return false
	}
	for i := 0; i < len(w); i++ {
		if c := w[i]; (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '.' {
			return false
		}
	}
	return index || len(stem) > 1 || len(market) == 1 && market != stem && (market == "N" || market == "O" || market == "L")
}

// titlesIn returns how many of words are titles before the name, with what stands before those: two of "NASA Administrator Charles Bolden".
func titlesIn(words []string) int {
	n := 0
	for n < len(words)-1 && isTitle(words[n]) && !givenTitles[fold(words[n])] {
		n++
	}
	if n > 0 {
		return n
	}
	for i := len(words) - 2; i > 0; i-- {
		if isTitle(words[i]) && !givenTitles[fold(words[i])] {
			return i + 1
		}
	}
	return 0
}

// between returns the part of core from words[first] up to the end of words[last-1]; words are substrings of core in order.
func between(core string, words []string, first, last int) string {
	at, start := 0, 0
	for i, w := range words[:last] {
		at += strings.Index(core[at:], w)
		if i == first {
			start = at
		}
		at += len(w)
	}
	return strings.TrimRight(core[start:at], ", ")
}

// fields splits at white space, and drops commas.
func fields(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == ',' })
}

// trim takes stray marks off the ends of s, and possessive endings where it is a person: "Moody's" is a company's whole name.
func trim(s string, person bool) string {
	s = strings.TrimSpace(s)
	if !person {
		return strings.Trim(s, " ,;:\"“”()")
	}
	for _, end := range [...]string{"'s", "’s", "'S", "’S", "'", "’"} {
		if len(s) > len(end)+1 && strings.HasSuffix(s, end) {
			s = s[:len(s)-len(end)]
			break
		}
	}
	return strings.Trim(s, " ,;:\"“”()")
}

// fold returns w in lower case, without diacritics and marks.
func fold(w string) string { return squeeze(slug.Fold(w)) }

// squeeze drops everything but letters and digits.
func squeeze(s string) string {
	clean := true
	for i := 0; i < len(s) && clean; i++ {
		c := s[i]
		clean = 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || 'A' <= c && c <= 'Z'
	}
	if clean {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r == '&' {
			return r
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, strings.ReplaceAll(s, "&", "and"))
}

func isArticle(w string) bool { return w == "the" || w == "The" || w == "THE" }

func isJoint(w string) bool { return w == "&" || w == "and" || w == "of" }

func isUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// isAcronym reports whether s looks like one: "NSC", "U.N.", "AT&T", "MPs"; letters is how it is compared, in lower case.
func isAcronym(s string) (letters string, ok bool) {
	upper := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'A' <= c && c <= 'Z':
			upper++
		case c == '.' || c == '&' || c == '-' || '0' <= c && c <= '9':
		case 'a' <= c && c <= 'z' && upper >= 2:
			if c != 's' || i != len(s)-1 {
				return "", false
			}
		default:
			return "", false
		}
	}
	if upper < 2 || upper > 8 {
		return "", false
	}
	return fold(strings.ReplaceAll(s, "&", "")), true
}

// isTitle reports whether w is a title as it stands before a person's name, in capitals or not: "Gen.", "President".
func isTitle(w string) bool {
	_, ok := titles[fold(w)]
	return ok && isUpper(w)
}
