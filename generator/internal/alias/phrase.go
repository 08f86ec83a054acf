package alias

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/generator/internal/news"
)

// phraseEnd returns where the noun phrase at start ends, and whether a comma, a relative pronoun or the end of the sentence closes it.
func (d *desk) phraseEnd(start int) (end int, closed bool) {
	text := d.article.Body
	for at := start; at < len(text) && at-start <= maxDescription; {
		switch c := text[at]; {
		case c == ',' || c == ';':
			return at, !strings.HasPrefix(text[at:], ", and ") && !strings.HasPrefix(text[at:], ", or ")
		case c == '\n' || c == '(' || c == ')' || c == '"' || c == ':' || c == '?' || c == '!' || strings.HasPrefix(text[at:], "“") || strings.HasPrefix(text[at:], "”"):
			return at, c == '\n' && at > start && text[at-1] == '.'
		case c == '.' && (at+1 == len(text) || text[at+1] == ' ' || text[at+1] == '\n') && at-start > 3 && !isUpper(text[at-1:]) && text[at-2] != '.':
			return at, true
		case c == ' ':
			word, _ := nextWord(text[at:])
			switch {
			case relatives[word]:
				return at, true
			case isTimeAfter(text[at:]):
				return at, !strings.HasSuffix(text[:at], "ed")
			case verbs[word]:
				return at, false
			}
			at++
		default:
			_, n := utf8.DecodeRuneInString(text[at:])
			at += n
		}
	}
	return 0, false
}

// isTimeAfter reports whether after begins with a point in time that belongs to the sentence: " on Sunday", " last week".
func isTimeAfter(after string) bool {
	rest, on := strings.CutPrefix(after, " on ")
	word, _ := nextWord(rest)
	if on && (weekdays[word] || months[word]) || weekdays[word] {
		return true
	}
	for _, w := range [...]string{" last ", " this ", " next ", " in "} {
		if rest, ok := strings.CutPrefix(after, w); ok {
			unit := wordAfter(rest)
			return months[unit] || weekdays[unit] || w != " in " && times[unit]
		}
	}
	return false
}

func wordAfter(s string) string {
	word, _ := nextWord(s)
	return word
}

// isClause reports whether phrase holds a word in -ed with an object, as in "the minister denied the claim".
func isClause(phrase string) bool {
	was := ""
	for w := range strings.FieldsSeq(phrase) {
		if strings.HasSuffix(was, "ed") && len(was) > 4 && (determiners[w] || objects[w]) {
			return true
		}
		was = w
	}
	return false
}

// hasLower reports whether phrase has a word of three letters or more, after the first, in lower case.
func hasLower(phrase string) bool {
	for i, w := range strings.Fields(phrase) {
		if i > 0 && len(w) > 2 && !isUpper(w) && !small[w] {
			return true
		}
	}
	return false
}

// headIs reports whether the first noun of s that is a role, or for things that are no people a word for places and bodies, comes before any
// preposition.
func (d *desk) headIs(s news.Span, person bool) bool {
	for w := range strings.FieldsSeq(s.Of(d.article.Body)) {
		w = strings.ToLower(strings.Trim(w, ",."))
		if prepositions[w] {
			return false
		}
		if person && isRole(w) || !person && (settlements[w] || bodies[w]) {
			return true
		}
	}
	return false
}

// isRole reports whether w, in lower case, says who a person is, by the table or by its ending: "welder", "machinist".
func isRole(w string) bool {
	if roles[w] {
		return true
	}
	if len(w) < 6 || noRoles[w] {
		return false
	}
	for _, end := range [...]string{"er", "or", "ist", "ian", "man", "woman"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// listed reports whether the name at start follows another in a list: "Kim, Moon, the".
func listed(text string, start int) bool {
	if start < 3 || text[start-2:start] != ", " {
		return false
	}
	w := lastWord(text, start-2)
	return w.Len() > 0 && isUpper(w.Of(text))
}

// isClosed reports whether after, the text after a name, begins with what ends an apposition.
func isClosed(after string) bool {
	return after == "" || strings.HasPrefix(after, ",") || strings.HasPrefix(after, ".") || strings.HasPrefix(after, " who ")
}

// ageLen returns the length of "34, " at the start of s, and 0 where there is no age.
func ageLen(s string) int {
	i := 0
	for i < len(s) && i < 3 && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	if i > 0 && strings.HasPrefix(s[i:], ", ") {
		return i + 2
	}
	return 0
}

// mentionEnding returns the mention other than p that ends at offset end of the body.
func (d *desk) mentionEnding(end int, p *place) *place {
	q := d.firstFrom(end - 1)
	if q == nil || q.End != end || q == p {
		return nil
	}
	return q
}

// mentionStarting returns the mention that starts at offset start of the body, with or without an article before it.
func (d *desk) mentionStarting(start int) *place {
	if strings.HasPrefix(d.article.Body[start:], "the ") {
		start += len("the ")
	}
	q := d.firstFrom(start)
	if q == nil || q.Start != start {
		return nil
	}
	return q
}

// firstFrom returns the first mention of the body that ends after offset.
func (d *desk) firstFrom(offset int) *place {
	i := sort.Search(len(d.places), func(i int) bool { return !d.places[i].headline && d.places[i].End > offset })
	if i == len(d.places) {
		return nil
	}
	return &d.places[i]
}

// articleBefore returns where "the " begins if it stands before start, and else start.
func articleBefore(text string, start int) int {
	for _, article := range [...]string{"the ", "The ", "a ", "an ", "A ", "An "} {
		if strings.HasSuffix(text[:start], article) {
			before := text[:start-len(article)]
			if r, _ := utf8.DecodeLastRuneInString(before); before == "" || !unicode.IsLetter(r) {
				return start - len(article)
			}
		}
	}
	return start
}

// possessive returns the length of the possessive ending of word, or 0.
func possessive(word string) int {
	for _, end := range [...]string{"’s", "'s", "s’", "s'"} {
		if strings.HasSuffix(word, end) {
			if end[0] == 's' {
				return len(end) - 1
			}
			return len(end)
		}
	}
	return 0
}

// possessiveAt returns the length of the possessive ending that after begins with, or 0.
func possessiveAt(after string) int {
	for _, end := range [...]string{"’s ", "'s ", "’ ", "' "} {
		if strings.HasPrefix(after, end) {
			return len(end)
		}
	}
	return 0
}

// lastWord returns the word that ends at end, empty where none does.
func lastWord(text string, end int) news.Span {
	start := end
	for start > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:start])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '’' && r != '\'' && r != '.' {
			break
		}
		start -= n
	}
	return news.Span{Start: start, End: end}
}
