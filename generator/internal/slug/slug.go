// Package slug makes the last part of an address from a name or a headline.
//
// In goes any text, out comes lower-case ASCII that is safe in a URL, as a file name on every system, and as an id. The package knows no
// other slugs: two names may have one slug, and Unique is there for the caller who must tell them apart.
package slug

import (
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Max is the greatest length of a slug in bytes.
const Max = 80

// Make returns the slug of s: runs of a-z and 0-9 joined by single hyphens, never empty, at most Max bytes and cut at a hyphen.
//
// Diacritics are folded, Greek and Cyrillic are transliterated. Where letters of another script had to be left out, or nothing at all is
// left, a hash of s is appended, so that two such names differ. A word that a file system or the site keeps for itself gets "-0".
// Make(Make(s)) is Make(s).
func Make(s string) string {
	b := make([]byte, 0, len(s))
	lost := false
	decomposed := norm.NFKD.String(s)
	for i, r := range decomposed {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			b = append(b, byte(r))
		case 'A' <= r && r <= 'Z':
			b = append(b, byte(r)+'a'-'A')
		case r == '.' && inInitials(decomposed, i), isSilent(r):
		case r == '&':
			b = word(b, "and")
		case r == '+':
			b = word(b, "plus")
		case r < utf8.RuneSelf:
			b = hyphen(b)
		default:
			latin, ok := letters[unicode.ToLower(r)]
			switch {
			case ok:
				b = append(b, latin...)
			case unicode.IsLetter(r) || unicode.IsNumber(r):
				lost = true
			default:
				b = hyphen(b)
			}
		}
	}
	out := strings.TrimRight(string(b), "-")
	if lost || out == "" {
		h := fnv.New32a()
		h.Write([]byte(s))
		sum := fmt.Sprintf("x%08x", h.Sum32())
		return strings.TrimLeft(cut(out, Max-len(sum)-1)+"-"+sum, "-")
	}
	out = cut(out, Max)
	if reserved[out] {
		out += "-0"
	}
	return out
}

// Unique returns base, or base-2, base-3 and so on: the first that is not taken.
func Unique(base string, taken func(string) bool) string {
	out := base
	for n := 2; taken(out); n++ {
		number := strconv.Itoa(n)
		out = cut(base, Max-len(number)-1) + "-" + number
	}
	return out
}

// isSilent reports whether r is left out without leaving a gap: apostrophes ("Xi’an") and marks that NFKD splits off.
func isSilent(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', '`', '´', 'ʻ', '\u00ad', '\u200b', '\u200d', '\ufeff':
		return true
	}
	return unicode.Is(unicode.Mn, r)
}

// inInitials reports whether the full stop at s[i] stands between two single letters, as in "U.S." and "J.K. Rowling".
func inInitials(s string, i int) bool {
	if i == 0 || i+1 >= len(s) || !isLetter(s[i-1]) || !isLetter(s[i+1]) {
		return false
	}
	return i == 1 || !isLetter(s[i-2])
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// word appends w as a word of its own.
func word(b []byte, w string) []byte { return append(append(hyphen(b), w...), '-') }

// hyphen ends the word that b ends with, if any.
func hyphen(b []byte) []byte {
	if len(b) == 0 || b[len(b)-1] == '-' {
		return b
	}
	return append(b, '-')
}

// cut shortens s to at most n bytes, at a hyphen where there is one.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	if i := strings.LastIndexByte(s[:n+1], '-'); i > 0 {
		return s[:i]
	}
	return s[:n]
}
