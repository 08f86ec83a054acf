package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/generator/internal/news"
)

// What a crosshead that ran into its paragraph has at least, so that no company's name in capitals is taken for one.
const (
	crossLetters = 10 // letters
	crossWord    = 5  // letters of its longest word
	crossLongest = 60 // bytes, at most
	afterCross   = 40 // bytes of the paragraph below it
)

// crossheads appends to out the pieces of a line, split at the crossheads that ran into it, "… were not hurt. LOAN LOSSES But there are signs …",
// each break a repair.
func (c *Copy) crossheads(out []line, l line) []line {
	cut := func(at int) { // a break in place of the white space before at
		end := len(strings.TrimRight(l.text[:at], " "))
		c.Repairs = append(c.Repairs, news.Repair{At: l.span.Start + end, From: l.text[end:at], To: "\n\n"})
		head := l
		head.text, head.span.End = l.text[:end], l.span.Start+end
		out = append(out, head)
		l.text, l.gap = l.text[at:], true
		l.span.Start += at
	}
	for i := 1; i+afterCross < len(l.text); i++ {
		if l.text[i] != ' ' || !isUpper(l.text[i+1]) || !endsSentence(l.text[:i]) {
			continue
		}
		if n := crosshead(l.text[i+1:]); n > 0 {
			cut(i + 1)
			cut(n)
			i = 0
		}
	}
	return append(out, l)
}

// crosshead returns where the text after the crosshead at the start of s begins, and 0 where there is no crosshead.
func crosshead(s string) int {
	letters, longest, words, at := 0, 0, 0, 0
	for at < len(s) && at <= crossLongest {
		end := strings.IndexByte(s[at:], ' ')
		if end < 0 {
			return 0
		}
		word := s[at : at+end]
		n := capitals(word)
		if n == 0 {
			break
		}
		letters, longest, words, at = letters+n, max(longest, n), words+1, at+end+1
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[at:], "\"“"))
	if words < 2 || letters < crossLetters || longest < crossWord || len(s)-at < afterCross || at > crossLongest || !unicode.IsUpper(r) || strings.ContainsAny(s[:at], ".:;") {
		return 0
	}
	if last := s[at-2]; last == ',' || last == ')' || last == '-' {
		return 0
	}
	return at
}

// capitals returns how many letters a word of capitals has, and 0 where it is none: "FUEL-SAVING", "CHINA'S", "Q2"
func capitals(word string) int {
	n := 0
	for _, c := range []byte(word) {
		switch {
		case isUpper(c):
			n++
		case !isDigit(c) && strings.IndexByte("-'&,?!\"/$", c) < 0:
			return 0
		}
	}
	return n
}

// endsSentence reports whether a text ends with a mark that ends a sentence.
func endsSentence(s string) bool {
	s = strings.TrimSuffix(strings.TrimSuffix(s, "\""), "”")
	return s != "" && strings.IndexByte(".!?", s[len(s)-1]) >= 0
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }
