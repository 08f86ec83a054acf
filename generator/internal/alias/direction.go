package alias

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/generator/internal/news"
)

// halves are countries that reports call by the point of the compass alone, and the other half, which needs no naming.
var halves = map[string]struct{ word, otherWord, other string }{
	"northkorea":   {"North", "South", "southkorea"},
	"southkorea":   {"South", "North", "northkorea"},
	"northvietnam": {"North", "South", "southvietnam"},
	"southvietnam": {"South", "North", "northvietnam"},
	"northyemen":   {"North", "South", "southyemen"},
	"southyemen":   {"South", "North", "northyemen"},
	"eastgermany":  {"East", "West", "westgermany"},
	"westgermany":  {"West", "East", "eastgermany"},
	"southsudan":   {word: "South"},
}

// compassWords in a fixed order, so that nothing depends on the order of a map.
var compassWords = [...]string{"North", "South", "East", "West"}

// findHalves sets for each word of compassWords the one country it can stand for in the article, if there is one.
func (d *desk) findHalves() {
	named := map[string]*country{}
	several := map[string]bool{}
	note := func(word string, c *country) {
		if had := named[word]; had != nil && had != c {
			several[word] = true
		}
		named[word] = c
	}
	var implied []*country
	for i := range d.places {
		p := &d.places[i]
		if len(p.tokens) == 0 || !isCompass(p.tokens[0]) {
			continue
		}
		c := world.names[p.key]
		if c == nil {
			c = world.demonyms[p.key]
		}
		if c == nil {
			continue
		}
		if h, ok := halves[c.key]; ok {
			note(h.word, c)
			implied = append(implied, c)
		}
	}
	for _, c := range implied {
		if h := halves[c.key]; h.other != "" && named[h.otherWord] == nil {
			note(h.otherWord, world.names[h.other])
		}
	}
	for w := range several {
		delete(named, w)
	}
	d.halves = named
}

func isCompass(token string) bool {
	return token == "north" || token == "south" || token == "east" || token == "west"
}

// addHalves adds mentions of "the North" and its like where the article has the country.
func (d *desk) addHalves() {
	d.findHalves()
	if len(d.halves) == 0 {
		return
	}
	d.dropPairs()
	var added []place
	for _, headline := range [...]bool{true, false} {
		text := d.article.Body
		if headline {
			text = d.article.Headline
		}
		for _, word := range compassWords {
			if d.halves[word] == nil {
				continue
			}
			for at := 0; ; {
				i := strings.Index(text[at:], word)
				if i < 0 {
					break
				}
				s := news.Span{Start: at + i, End: at + i + len(word)}
				at = s.End
				if standsAlone(text, s, headline) {
					added = append(added, place{Mention: news.Mention{Span: s, Surface: word, Kind: news.Place}, headline: headline, title: s.Start,
						name: d.parse(word, false)})
				}
			}
		}
	}
	d.insert(added)
}

// insert puts those of added among the mentions that overlap none.
func (d *desk) insert(added []place) {
	if len(added) == 0 {
		return
	}
	slices.SortFunc(added, func(p, q place) int {
		if p.headline != q.headline {
			if p.headline {
				return -1
			}
			return 1
		}
		return p.Start - q.Start
	})
	all := make([]place, 0, len(d.places)+len(added))
	for i := 0; i < len(d.places) || len(added) > 0; {
		if len(added) == 0 {
			all = append(all, d.places[i:]...)
			break
		}
		p := &added[0]
		if i < len(d.places) {
			q := &d.places[i]
			if q.headline && !p.headline || q.headline == p.headline && q.End <= p.Start {
				all = append(all, *q)
				i++
				continue
			}
			if q.headline == p.headline && q.Start < p.End {
				added = added[1:]
				continue
			}
		}
		all = append(all, *p)
		added = added[1:]
	}
	d.places = all
}

// standsAlone reports whether the word at s of text, a point of the compass, is a noun of its own: "the North said", "between North and South".
func standsAlone(text string, s news.Span, headline bool) bool {
	before, after := text[:s.Start], text[s.End:]
	if r, _ := utf8.DecodeLastRuneInString(before); unicode.IsLetter(r) || r == '-' || r == '’' || r == '\'' {
		return false
	}
	if strings.HasPrefix(after, "’s ") || strings.HasPrefix(after, "'s ") {
		return headline || hasArticle(before) || isJoined(before, after)
	}
	next, gap := nextWord(after)
	if gap == "" && next != "" || strings.HasPrefix(gap, "-") || strings.HasPrefix(gap, "–") || strings.HasPrefix(gap, "/") {
		return false
	}
	if gap == " " {
		key := strings.ToLower(next)
		if sides[key] || !headline && isUpper(next) && !weekdays[next] {
			return false
		}
	}
	return headline || hasArticle(before) || isJoined(before, after)
}

// hasArticle reports whether before ends in "the ".
func hasArticle(before string) bool {
	return strings.HasSuffix(before, " the ") || strings.HasSuffix(before, "The ") || before == "the " || strings.HasSuffix(before, "“the ") ||
		strings.HasSuffix(before, "\"the ") || strings.HasSuffix(before, "\nthe ")
}

// isJoined reports whether the word between before and after is one half of "North and South".
func isJoined(before, after string) bool {
	for _, w := range compassWords {
		for _, and := range [...]string{" and ", " or ", " and the "} {
			if strings.HasSuffix(before, w+and) || strings.HasPrefix(after, and+w) && !strings.HasPrefix(after, and+w+" K") {
				return true
			}
		}
	}
	return false
}

// nextWord returns the first word of s, and what stands before it.
func nextWord(s string) (word, gap string) {
	i := strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	if i < 0 {
		return "", s
	}
	j := i
	for j < len(s) {
		r, n := utf8.DecodeRuneInString(s[j:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			break
		}
		j += n
	}
	return s[i:j], s[:i]
}

// sides follow a point of the compass that is only a direction or part of a longer name, in lower case.
var sides = map[string]bool{"side": true, "end": true, "coast": true, "shore": true, "bank": true, "wing": true, "pole": true, "entrance": true,
	"face": true, "tower": true, "lawn": true, "portico": true, "gate": true, "stand": true, "korea": true, "korean": true, "koreans": true,
	"africa": true, "african": true, "africans": true, "america": true, "american": true, "americans": true, "carolina": true, "dakota": true,
	"china": true, "sea": true, "atlantic": true, "pacific": true, "asia": true, "asian": true, "sudan": true, "sudanese": true, "vietnam": true,
	"vietnamese": true, "yemen": true, "yemeni": true, "island": true, "wales": true, "australia": true, "london": true, "yorkshire": true,
	"germany": true, "german": true, "germans": true, "europe": true, "virginia": true, "bengal": true, "jerusalem": true, "timor": true,
	"west": true, "east": true, "street": true, "avenue": true, "ossetia": true, "park": true, "beach": true}

// months and weekdays are words in capitals that are no names.
var months = map[string]bool{"January": true, "February": true, "March": true, "April": true, "May": true, "June": true, "July": true,
	"August": true, "September": true, "October": true, "November": true, "December": true}

var weekdays = map[string]bool{"Monday": true, "Tuesday": true, "Wednesday": true, "Thursday": true, "Friday": true, "Saturday": true, "Sunday": true}
