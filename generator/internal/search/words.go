package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxWord is the length in bytes above which a folded word is not indexed: no reader types it.
const maxWord = 48

// folds are the letters that have no decomposition in Unicode and that readers type without their strokes.
// static/search.js has the same table.
var folds = map[rune]string{
	'ø': "o", 'ł': "l", 'đ': "d", 'ħ': "h", 'ı': "i", 'ŧ': "t", 'ð': "d", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'þ': "th", 'ς': "σ",
}

// Words calls yield with each word of text, folded: lower case, without diacritics, apostrophes or a possessive "'s", the points of
// "U.N." taken out. The bytes are only valid during the call.
func Words(text string, yield func(word []byte)) {
	var buf [64]byte
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf && !isWordByte(c) {
			i++
			continue
		}
		end := acronymEnd(text, i)
		if end < 0 {
			end = wordEnd(text, i)
		}
		if end == i {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		if word := fold(buf[:0], text[i:end]); len(word) > 0 && len(word) <= maxWord {
			yield(word)
		}
		i = end
	}
}

// acronymEnd returns the end of single letters joined by points that begin at i ("U.N" in "U.N. envoy"), or -1.
func acronymEnd(text string, i int) int {
	end := -1
	_, size := letterAt(text, i)
	if size == 0 {
		return end
	}
	for j := i + size; j < len(text) && text[j] == '.'; {
		_, size := letterAt(text, j+1)
		if size == 0 {
			break
		}
		j += 1 + size
		if r, _ := utf8.DecodeRuneInString(text[j:]); !unicode.IsLetter(r) && !unicode.IsNumber(r) {
			end = j
		}
	}
	return end
}

// letterAt returns the letter at i and its size in bytes, which is 0 where there is none.
func letterAt(text string, i int) (rune, int) {
	if i >= len(text) {
		return 0, 0
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	if !unicode.IsLetter(r) {
		return 0, 0
	}
	return r, size
}

// wordEnd returns the end of the word that begins at start: letters, digits and marks, joined by apostrophes. It is start where there is none.
func wordEnd(text string, start int) int {
	end := start
	for i := start; i < len(text); {
		joins := i > start && end == i // an apostrophe here may join two parts
		c := text[i]
		if isWordByte(c) {
			i++
			end = i
			continue
		}
		r, size := rune(c), 1
		if c >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case c >= utf8.RuneSelf && unicode.In(r, unicode.L, unicode.N, unicode.M):
			end = i + size
		case joins && (r == '\'' || r == '’'):
		default:
			return end
		}
		i += size
	}
	return end
}

func isWordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// fold appends the form under which word is filed to dst.
func fold(dst []byte, word string) []byte {
	word = withoutPossessive(word)
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= utf8.RuneSelf {
			return foldUnicode(dst[:0], word)
		}
		switch {
		case 'A' <= c && c <= 'Z':
			dst = append(dst, c+'a'-'A')
		case isWordByte(c):
			dst = append(dst, c)
		}
	}
	return dst
}

// foldUnicode is fold for words with letters beyond ASCII.
func foldUnicode(dst []byte, word string) []byte {
	for _, r := range norm.NFKD.String(word) {
		r = unicode.ToLower(r)
		if plain, ok := folds[r]; ok {
			dst = append(dst, plain...)
		} else if unicode.IsLetter(r) || unicode.IsNumber(r) {
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}

// withoutPossessive cuts the ending of "Seoul's" and "SEOUL’S".
func withoutPossessive(word string) string {
	n := len(word)
	if n < 3 || word[n-1]|0x20 != 's' {
		return word
	}
	if stem, ok := strings.CutSuffix(word[:n-1], "'"); ok {
		return stem
	}
	if stem, ok := strings.CutSuffix(word[:n-1], "’"); ok {
		return stem
	}
	return word
}
