package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// magic are words that Hugo takes for its own wherever they stand in a published text; a text that has one would break the build. A word
// joiner, which nobody sees, is put after the first part.
var magic = [...]struct{ head, tail string }{
	{"HAHAHUGO", "SHORTCODE"},
	{"__h", "deferred/"},
	{"__h", "_pp_l1"},
}

// Text makes a text safe for front matter: on one line, valid UTF-8, without control characters and without Hugo's own words. What a reader
// sees stays the same.
func Text(s string) string { return strings.Trim(clean(s), " ") }

// clean is Text for a part of a text, whose ends may be spaces.
func clean(s string) string {
	if plain(s) {
		return breakMagic(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case r == '\u2028' || r == '\u2029' || unicode.IsControl(r):
			if !space {
				b.WriteByte(' ')
			}
			space = true
		case r == '\ufeff' || r >= 0xfdd0 && r <= 0xfdef || r&0xfffe == 0xfffe:
		default:
			b.WriteRune(r)
			space = r == ' '
		}
	}
	return breakMagic(b.String())
}

// plain reports whether s needs no change but for Hugo's words.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= ' ' && s[i] < 0x7f {
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r < ' ' || unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == utf8.RuneError || r >= 0xfdd0 {
			return false
		}
		i += size - 1
	}
	return true
}

func breakMagic(s string) string {
	if !strings.Contains(s, "__h") && !strings.Contains(s, "HAHA") {
		return s // as nearly every text
	}
	for _, m := range magic {
		if strings.Contains(s, m.head+m.tail) {
			s = strings.ReplaceAll(s, m.head+m.tail, m.head+"\u2060"+m.tail)
		}
	}
	return s
}

// escape writes a text as Markdown that says exactly that: every punctuation character of ASCII gets a backslash.
func escape(b *strings.Builder, s string) {
	from := 0 // what stands before is written
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '!' && c <= '/', c >= ':' && c <= '@', c >= '[' && c <= '`', c >= '{' && c <= '~':
			b.WriteString(s[from:i])
			b.WriteByte('\\')
			from = i
		}
	}
	b.WriteString(s[from:])
}
