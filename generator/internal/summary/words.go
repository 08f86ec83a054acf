package summary

import (
	"iter"
	"strings"
)

// words yields the content words of text in lower case: four letters or more, so that the small words of the language fall out, and no common ones.
// A plural yields its singular.
func words(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := 0; i < len(text); {
			if !isLetter(text[i]) {
				i++
				continue
			}
			j := i
			upper := false
			for j < len(text) && isLetter(text[j]) {
				upper = upper || text[j] >= 'A' && text[j] <= 'Z'
				j++
			}
			w := text[i:j]
			i = j
			if len(w) < 4 {
				continue
			}
			if upper {
				w = strings.ToLower(w)
			}
			if w[len(w)-1] == 's' && w[len(w)-2] != 's' {
				w = w[:len(w)-1]
			}
			if common[w] {
				continue
			}
			if !yield(w) {
				return
			}
		}
	}
}

// isLetter reports whether c belongs to a word; of the bytes beyond ASCII all but those that begin general punctuation do.
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0xC3 && c != 0xE2 }

var common = set(`about above after again against also another because been before being below between both could does doing down during each even every from
	further have having here hers herself himself hi into itself just like made make many might more most much must myself only other over said
	same say says should some such than that their them then there these they thi those through told under until very want were what when where
	which while whom will with would your year month week monday tuesday wednesday thursday friday saturday sunday`)
