package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// informal are words of people who comment; an article has them in quotations alone.
var informal = map[string]bool{"i": true, "im": true, "ive": true, "my": true, "me": true, "you": true, "your": true, "thank": true, "thanks": true, "great": true,
	"awesome": true, "lol": true, "post": true, "blog": true, "article": true, "nice": true, "cool": true, "haha": true, "yeah": true, "re:": true}

// informalLongest is how many bytes the longest of them has.
const informalLongest = len("awesome")

// talks reports whether a line is as people comment: a word of theirs that does not touch a quotation mark, a first letter in lower case, "Great!",
// "what?!", "so sad :-(".
func talks(l line) bool {
	s := l.text
	if 'a' <= s[0] && s[0] <= 'z' || s[0] == '@' || s[len(s)-1] == '!' {
		return true
	}
	for i := 0; i < len(s); {
		if !isLetter(s[i]) {
			if isShout(s[i:]) || isFace(s[i:]) {
				return true
			}
			i++
			continue
		}
		end := i + 1
		for end < len(s) && isLetter(s[end]) {
			end++
		}
		if end-i <= informalLongest && isInformal(s, i, end) {
			return true
		}
		i = end
	}
	return false
}

// isInformal reports whether the letters s[i:end] are a word of people who comment.
func isInformal(s string, i, end int) bool {
	var low [informalLongest + 1]byte
	word := low[:0]
	for _, c := range []byte(s[i:end]) {
		word = append(word, lower(c))
	}
	if string(word) == "re" && end < len(s) && s[end] == ':' {
		word, end = append(word, ':'), end+1
	}
	if !informal[string(word)] {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[end:])
	return !unicode.IsLetter(before) && !isQuote(before) && !unicode.IsLetter(after) && !isQuote(after)
}

func isQuote(r rune) bool { return r == '"' || r == '“' || r == '”' }

// isShout reports whether s begins with two marks of "!?".
func isShout(s string) bool {
	return len(s) > 1 && (s[0] == '!' || s[0] == '?') && (s[1] == '!' || s[1] == '?')
}

// isFace reports whether s begins with a face of marks: ":-)", ";)", ":D"
func isFace(s string) bool {
	if s[0] != ':' && s[0] != ';' {
		return false
	}
	s = strings.TrimPrefix(s[1:], "-")
	return s != "" && strings.IndexByte(")(D", s[0]) >= 0
}
