package alias

import (
	"strings"

	"copydesk/generator/internal/news"
)

// Points for and against one name being short for another, set by hand on articles read one by one. What the longer name says more weighs most;
// the order in which the two come decides where that leaves doubt: reports give a name in full first.
const (
	enough     = 3
	certain    = 8 // the longer name only adds a legal form, or words before a head of several words
	likely     = 6 // it adds what sort of thing it is
	fair       = 4 // its last word does so
	possible   = 3 // it adds one word that may be anything
	doubtful   = 1 // it adds what often makes a part of a company, to an acronym
	impossible = -20

	fullFirst  = 3  // the longer name comes first
	shortFirst = -3 // the shorter name comes first, by more than a few sentences
	registered = 2  // the longer name is one that companies have
	foreignTo  = -2 // the two were taken for different kinds of things
	inPlace    = -5 // the shorter one was taken for a place, the longer one for an organisation
	abroad     = -3 // the longer name has a country or continent in it
	initialism = -3 // the shorter name is an acronym: "GE Capital" is part of GE
	otherwise  = -4 // the acronym stands for another name of the article
)

// bond returns the points for short being a shorter form of long; enough and more make them one.
func (d *desk) bond(short, long *form) int {
	s, l := short.tokens, long.tokens
	if len(s) >= len(l) {
		if len(s) == len(l) && len(s) > 1 && misspelt(short, long) {
			return likely
		}
		return impossible
	}
	if a, b := bodyOf(short.core, short.key), bodyOf(long.core, long.key); a != "" && b != "" && a != b {
		return impossible
	}
	kind, other := short.kind(), long.kind()
	if kind == other && isSpeltOut(short, long) {
		return likely // "GW Bridge"
	}
	if kind == news.Place && other == news.Place {
		return bondOfPlaces(short, long)
	}
	if long.country != nil || other == news.Place && kind != other {
		return impossible
	}
	points := d.isShort(short, long)
	switch {
	case points == impossible:
		return impossible
	case kind == news.Place:
		if isPlaceName(short.key) || sites[s[len(s)-1]] || d.isPlacedSomewhere(short) {
			return impossible
		}
		if short.initials != "" {
			return points
		}
		return points + inPlace
	case kind == other || kind != news.Organization && other != news.Organization:
		return points
	}
	return points + foreignTo
}

// isShort returns the points that the words alone give, for whatever kinds the two have.
func (d *desk) isShort(short, long *form) int {
	s, l := short.tokens, long.tokens
	nationality := skipCountry(long)
	switch {
	case !short.registered && short.country == nil && hasSuffix(l, s) && isHead(short, long):
		if len(s) > 1 {
			return certain
		}
		return fair
	case !short.registered && len(s) == 1 && heads[s[0]] && headBeforeOf(l) == s[0]:
		return fair
	case nationality > 0 && len(s) < len(l)-nationality && hasPrefix(l[nationality:], s):
		return d.tail(short, long, l[nationality+len(s):]) // "Treasury" of "U.S. Treasury Department"
	case hasPrefix(l, s):
		return d.tail(short, long, l[len(s):])
	}
	return impossible
}

// tail returns the points for a name of the words s being short for one that adds rest at its end, with the order in which they come.
func (d *desk) tail(short, long *form, rest []string) int {
	s := short.tokens
	team := short.kind() == news.Organization && len(rest) == 1 && strings.HasSuffix(rest[0], "s") && len(rest[0]) > 3 && !parts[rest[0]]
	if team && (short.country != nil || isPlaceName(short.key)) {
		return fair // "Texas", where it is the team
	}
	switch {
	case short.country != nil, len(s) == 1 && (common[s[0]] || world.demonyms[s[0]] != nil) && !(rest[0] == "party" && len(rest) == 1):
		return impossible
	case describesHolding(rest):
		return certain
	case short.registered || bodyOf(short.core, short.key) != "" && !long.registered:
		return impossible // "Apple Inc" is a whole name, and no short form of "Apple Corps"
	}
	points := adds(short, long, rest)
	if points == impossible {
		return impossible
	}
	if hasAbroad(rest) {
		points += abroad
	}
	if short.initials != "" {
		points += initialism
		if short.spelt {
			points += otherwise
		}
	}
	if long.registered {
		points += registered
	}
	if points > likely {
		return points
	}
	return points + d.order(short, long)
}

// adds returns the points for what rest, the words that long has after those of short, says.
func adds(short, long *form, rest []string) int {
	s, ending := short.tokens, rest[len(rest)-1]
	switch {
	case len(s) > 1 && (rest[0] == "of" || rest[0] == "for"), len(rest) == 2 && rest[0] == "news" && rest[1] == "agency":
		return likely
	case compass[s[0]] && len(s) == 1, has(rest, parts) && !long.registered:
		return impossible
	case describes(rest) && short.initials != "" && has(rest, units):
		return doubtful
	case describes(rest) && len(rest) == 1 && (ending == "university" || ending == "college" || ending == "party"):
		return likely + 1 // rather than "Harvard Management"
	case describes(rest):
		return likely
	case len(rest) <= 3 && (len(s) == 1 || long.registered) && (descriptors[ending] || legalForms[ending] || tails[ending]):
		return fair
	case len(rest) == 1 && len(ending) > 2 && !isDigit(ending[0]) && (long.kind() == news.Organization || long.kind() == news.Event):
		return possible
	}
	return impossible
}

// order returns the points that the order of the two in the article gives. A headline and the first sentences shorten what follows them.
func (d *desk) order(short, long *form) int {
	a, b := d.firstInBody(short), d.firstInBody(long)
	switch {
	case b < 0:
		return 0
	case a < 0 || b < a:
		return fullFirst
	case b-a > soon:
		return shortFirst
	}
	return 0
}

// soon is how many names after a short one its long form may still be said to introduce it.
const soon = 4

// firstInBody returns the index of the first mention of f outside the headline, and -1 where there is none.
func (d *desk) firstInBody(f *form) int {
	for _, u := range f.uses {
		if !d.places[u].headline {
			return u
		}
	}
	return -1
}

// isPlacedSomewhere reports whether f stands after a word such as "in" that only places follow, or is a dateline.
func (d *desk) isPlacedSomewhere(f *form) bool {
	for _, u := range f.uses {
		if isPlaced(d.text(&d.places[u]), d.places[u].Span) {
			return true
		}
	}
	return false
}

// bondOfPlaces is bond for two places.
func bondOfPlaces(short, long *form) int {
	s, l := short.tokens, long.tokens
	before, rest := l[:len(l)-len(s)], l[len(s):]
	switch {
	case hasPrefix(l, s) && short.country == nil && len(rest) == 1 && features[rest[0]],
		hasSuffix(l, s) && len(before) == 2 && before[1] == "of" && polities[before[0]],
		hasSuffix(l, s) && len(before) == 1 && (before[0] == "mount" || before[0] == "lake"):
		return certain
	case len(s) == 1 && landforms[s[0]] && (hasSuffix(l, s) || l[1] == "of" && l[0] == s[0]):
		return fair // "the Gulf" of "Gulf of Mexico", "the Channel" of "English Channel"
	}
	return impossible
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
	if short.kind() == news.Organization {
		return short.kinds.of(news.Place) == 0 // "Volgograd" is also where "Rotor Volgograd" plays
	}
	return world.demonyms[before] == nil
}

// isSpeltOut reports whether long spells out an acronym at the start of short: "NZ First" and "New Zealand First".
func isSpeltOut(short, long *form) bool {
	words := fields(short.core)
	if len(words) < 2 || len(words) != len(short.tokens) {
		return false
	}
	letters, ok := isAcronym(words[0])
	s, l := short.tokens[1:], long.tokens
	if !ok || len(l) < len(s)+2 || !hasSuffix(l, s) {
		return false
	}
	return fitsFrom(letters, l[:len(l)-len(s)])
}

// misspelt reports whether a and b, of as many words, are long names that differ by one letter: "Strait of Homuz".
func misspelt(a, b *form) bool {
	return len(a.key) > 8 && len(b.key) > 8 && a.country == nil && b.country == nil && !strings.ContainsAny(a.key+b.key, "0123456789") &&
		alike(a.kind(), b.kind()) && a.key != b.key+"s" && b.key != a.key+"s" && oneSlip(a.key, b.key)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

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

// has reports whether one of words is in set.
func has(words []string, set map[string]bool) bool {
	for _, w := range words {
		if set[w] {
			return true
		}
	}
	return false
}

// hasAbroad reports whether one of words is a country, a nationality or a continent.
func hasAbroad(words []string) bool {
	for _, w := range words {
		if continents[w] || nation(w) != nil {
			return true
		}
	}
	return false
}
