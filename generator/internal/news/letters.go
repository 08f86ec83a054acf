package news

import (
	"strings"
	"unicode"
)

// Letters returns the letters and digits of s, so that texts can be compared without their white space and marks, which may be mended.
func Letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}
