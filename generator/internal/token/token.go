// Package token splits text into sentences and words.
//
// In goes text, out go spans of it: nothing is changed, joined or dropped, and every letter and digit lies in one word. A word here is what
// a name is made of: "U.S.", "O'Neil" and "Al-Qaeda" are one word each, a possessive 's is a word of its own, and so is each mark.
// The package knows no names and no dictionary beyond the abbreviations that decide where a sentence ends, and it mends no copy:
// where a text lacks the space after a full stop, there is no new sentence.
package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/generator/internal/news"
)

// Token is one word, number or mark of a text.
type Token struct {
	news.Span
	Text string
}

// Words splits text into tokens, in order; offset is added to their spans.
func Words(text string, offset int) []Token {
	return AppendWords(make([]Token, 0, len(text)/5+1), text, offset)
}

// AppendWords appends the tokens of text to dst and returns it; offset is added to their spans.
func AppendWords(dst []Token, text string, offset int) []Token {
	for i := 0; i < len(text); {
		size, class := classAt(text, i)
		if class == space {
			i += size
			continue
		}
		end := i + size
		switch {
		case class == letter || class == digit:
			end = wordEnd(text, end)
			dst = appendWord(dst, text, i, end, offset)
			i = end
			continue
		case (text[i] == '@' || text[i] == '#') && startsWord(text, end):
			end = wordEnd(text, end)
		case text[i] == '.' || text[i] == '-' || text[i] == '\'' || text[i] == '`' || text[i] == '*' || text[i] == '_' || text[i] == '=':
			for end < len(text) && text[end] == text[i] {
				end++
			}
			if text[i] == '\'' && end == i+1 {
				end = clitic(text, i, end)
			}
		case class == quote:
			end = clitic(text, i, end)
		}
		dst = append(dst, Token{news.Span{Start: offset + i, End: offset + end}, text[i:end]})
		i = end
	}
	return dst
}

// appendWord appends the word text[i:end], in pieces where it ends in a clitic or is a compound like "U.S.-led" or "pro-Beijing".
func appendWord(dst []Token, text string, i, end, offset int) []Token {
	add := func(a, b int) {
		dst = append(dst, Token{news.Span{Start: offset + a, End: offset + b}, text[a:b]})
	}
	cut := end
	if n := cliticLen(text[i:end]); n > 0 {
		cut = end - n
	}
	if h := strings.IndexByte(text[i:cut], '-'); h > 0 {
		if n := prefixLen(text[i:cut]); n > 0 {
			add(i, i+n)
			add(i+n, i+n+1)
			i += n + 1
		}
		if n := compoundLen(text[i:cut]); n > 0 {
			add(i, cut-n)
			add(cut-n, cut-n+1)
			i = cut - n + 1
		}
	}
	add(i, cut)
	if cut < end {
		add(cut, end)
	}
	return dst
}

// Classes of characters.
const (
	other uint8 = iota
	space
	letter
	digit
	quote // a single quotation mark that may be an apostrophe, beyond ASCII
)

// ascii holds the class of every ASCII byte.
var ascii = func() (t [utf8.RuneSelf]uint8) {
	for c := range t {
		switch {
		case c <= ' ':
			t[c] = space
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
			t[c] = letter
		case '0' <= c && c <= '9':
			t[c] = digit
		}
	}
	return t
}()

// classAt returns the size and class of the character at text[i].
func classAt(text string, i int) (int, uint8) {
	if c := text[i]; c < utf8.RuneSelf {
		return 1, ascii[c]
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	switch {
	case r == '’' || r == '‘' || r == 'ʼ':
		return size, quote
	case r == '\u00ad': // a soft hyphen is inside a word
		return size, letter
	case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
		return size, space
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return size, letter
	case unicode.IsDigit(r):
		return size, digit
	}
	return size, other
}

// startsWord reports whether a letter or digit stands at text[i].
func startsWord(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	_, class := classAt(text, i)
	return class == letter || class == digit
}
