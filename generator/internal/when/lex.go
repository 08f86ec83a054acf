package when

import (
	"strings"
	"unicode/utf8"

	"copydesk/generator/internal/news"
)

// kind tells words, numbers and marks apart.
type kind uint8

const (
	alpha kind = iota
	number
	mark
)

// word is one word, number or mark of a sentence.
type word struct {
	start, end int
	kind       kind
	class      class
	val        int  // of a number without a sign or comma, or what the class counts; -1 for no value
	suffix     byte // of a number: 's' for "1990s", 't' for "17th"
	cap        bool // begins with a capital
	space      bool // white space before it
}

// opens returns whether a quotation is open after the mark w when open tells whether one was before.
func (w word) opens(open bool) bool {
	switch w.val {
	case '“':
		return true
	case '”':
		return false
	case '"':
		return !open
	}
	return open
}

// lex appends the words of the span to into.
func lex(text string, s news.Span, into []word) []word {
	space := true
	for i := s.Start; i < s.End; {
		c := text[i]
		switch {
		case c == ' ' || c == '\n' || c == '\t':
			space = true
			i++
			continue
		case c >= '0' && c <= '9':
			into = append(into, numeral(text, i, s.End, space))
		case isLetter(text, i):
			into = append(into, letters(text, i, s.End, space))
		default:
			into = append(into, sign(text, i, s.End, space))
		}
		i = into[len(into)-1].end
		space = false
	}
	return into
}

// isLetter reports whether a letter begins at byte i: ASCII, or any other rune but general punctuation and spaces (U+00A0 to U+00BF, U+2000 to U+2BFF).
func isLetter(text string, i int) bool {
	c := text[i]
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 && c != 0xC2 && c != 0xE2
}

// letters reads a word. A possessive's apostrophe ends it.
func letters(text string, i, end int, space bool) word {
	var buf [12]byte
	j := i
	for j < end && isLetter(text, j) {
		if j-i < len(buf) {
			buf[j-i] = text[j] | 0x20
		}
		j++
	}
	w := word{start: i, end: j, val: -1, space: space, cap: text[i] >= 'A' && text[i] <= 'Z'}
	if j-i > len(buf) {
		if strings.HasSuffix(text[i:j], "ed") && !w.cap {
			w.class = pastVerb
		}
		return w
	}
	if !w.cap && string(buf[:j-i]) == "may" {
		w.class = future
	} else if m, ok := look(buf[:j-i]); ok && (w.cap || !m.capital) {
		w.class, w.val = m.class, m.val
	} else if !w.cap && j-i > 4 && buf[j-i-1] == 'd' && buf[j-i-2] == 'e' && buf[j-i-3] != 'e' {
		w.class = pastVerb
	}
	return w
}

// numeral reads a number: "18", "1990s", "17th", "1,000", "2.5". Only the plain ones have a value.
func numeral(text string, i, end int, space bool) word {
	w := word{start: i, kind: number, space: space}
	j := i
	for j < end && text[j] >= '0' && text[j] <= '9' {
		if j-i < 5 {
			w.val = w.val*10 + int(text[j]-'0')
		}
		j++
	}
	if j-i > 4 {
		w.val = -1
	}
	for j+1 < end && (text[j] == ',' || text[j] == '.') && text[j+1] >= '0' && text[j+1] <= '9' {
		w.val = -1
		for j++; j < end && text[j] >= '0' && text[j] <= '9'; j++ {
		}
	}
	k := j
	for k < end && text[k]|0x20 >= 'a' && text[k]|0x20 <= 'z' {
		k++
	}
	switch strings.ToLower(text[j:k]) {
	case "":
	case "s":
		w.suffix = 's'
	case "st", "nd", "rd", "th":
		w.suffix = 't'
	default: // "3G", "80km"
		w.val = -1
	}
	w.end = k
	return w
}

// sign reads a mark; its value is its rune. An apostrophe and the letters after it are one mark with the value '’', unless it opens a quotation.
func sign(text string, i, end int, space bool) word {
	w := word{start: i, kind: mark, space: space}
	r, size := utf8.DecodeRuneInString(text[i:end])
	w.val, w.end = int(r), i+size
	if w.val == '\'' || w.val == '’' {
		w.val = '’'
		for !space && w.end < end && isLetter(text, w.end) {
			w.end++
		}
		if text[w.end-1] == 'l' { // "they'll"
			w.class = future
		}
	}
	return w
}
