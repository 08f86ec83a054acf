package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/generator/internal/news"
)

// mend separates sentences that ran together in copying: "right.“We" becomes "right. “We". The place in the raw text of s is start. It acts
// only where nothing else can be meant: after a word in lower case, before an opening curly quotation mark and a capital, or before one of the
// words that begin sentences and end no address. It also sets the code of a share close in its brackets: "( CVX.N )" becomes "(CVX.N)".
func (c *Copy) mend(s string, start int) string {
	var b strings.Builder
	done := 0
	for i := 1; i < len(s)-1; i++ {
		if n := isTicker(s[i:]); n > 0 {
			code := s[i : i+n]
			c.Repairs = append(c.Repairs, news.Repair{At: start + i, From: code, To: "(" + code[2:n-2] + ")"})
			b.WriteString(s[done:i] + "(" + code[2:n-2] + ")")
			done, i = i+n, i+n-1
			continue
		}
		if s[i] != '.' && s[i] != '?' && s[i] != '!' {
			continue
		}
		word := lastWord(s[:i])
		next := firstWord(s[i+1:])
		if word == "" || next == "" || !runsTogether(word, s[i], next) {
			continue
		}
		from := word + s[i:i+1] + next
		c.Repairs = append(c.Repairs, news.Repair{At: start + i - len(word), From: from, To: word + s[i:i+1] + " " + next})
		b.WriteString(s[done : i+1])
		b.WriteByte(' ')
		done = i + 1
	}
	if done == 0 {
		return s
	}
	b.WriteString(s[done:])
	return b.String()
}

// runsTogether reports whether a mark between two words ends a sentence whose space was lost.
func runsTogether(word string, mark byte, next string) bool {
	if utf8.RuneCountInString(word) < 2 || strings.ContainsFunc(word, unicode.IsUpper) {
		return false
	}
	after, quoted := strings.CutPrefix(next, "“")
	r, _ := utf8.DecodeRuneInString(after)
	if !unicode.IsUpper(r) {
		return false
	}
	return quoted || utf8.RuneCountInString(word) > 2 && openers[after]
}

// openers are words that begin sentences; none is a top-level domain or the end of a name such as "Yahoo.Com".
var openers = map[string]bool{"The": true, "But": true, "He": true, "She": true, "They": true, "We": true, "It": true, "In": true, "A": true,
	"An": true, "And": true, "This": true, "That": true, "These": true, "There": true, "When": true, "While": true, "However": true, "If": true,
	"His": true, "Her": true, "Its": true, "Their": true, "On": true, "At": true, "For": true, "From": true, "After": true, "Before": true,
	"As": true, "So": true, "You": true, "What": true, "Some": true, "Many": true, "Most": true, "Last": true, "According": true}

// lastWord returns the letters at the end of s.
func lastWord(s string) string {
	i := len(s)
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if !unicode.IsLetter(r) {
			break
		}
		i -= size
	}
	return s[i:]
}

// firstWord returns the letters at the start of s, with an opening curly quotation mark before them.
func firstWord(s string) string {
	i := 0
	if strings.HasPrefix(s, "“") {
		i = len("“")
	}
	start := i
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) {
			break
		}
		i += size
	}
	if i == start {
		return ""
	}
	return s[:i]
}
