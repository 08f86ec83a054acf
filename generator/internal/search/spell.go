package search

import (
	"fmt"
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Which words a mistyped one may stand for. One that few briefings have is as likely a slip itself, and the list would grow long.
const (
	leastSpelling  = 3    // letters: one less than the shortest word that is corrected
	spellingPerDoc = 2000 // a word of no topic is listed where one briefing in so many has it
)

// leastSpellShard is the size in bytes that a file of spellings has at least, but for the last.
const leastSpellShard = 6 << 10

// addSpellings writes the files of spellings: the words in order, each followed by one capital that tells how common it is ("koreaH": in
// 128 to 255 briefings), and a "+" where a topic has it in a name. A file begins where the first letter of the words changes.
func (m *manifest) addSpellings(terms []*term) {
	var b []byte
	var firsts []string
	start, initial := "", utf8.RuneError
	flush := func() {
		m.content.SpellHash += m.put(fmt.Sprintf("v%d", len(firsts)), string(b))
		firsts = append(firsts, start)
		b = b[:0]
	}
	least := m.content.Docs / spellingPerDoc
	for _, t := range terms {
		if !isSpelling(t, least) {
			continue
		}
		r, size := utf8.DecodeRuneInString(t.word)
		if r != initial && len(b) >= leastSpellShard {
			flush()
		}
		if len(b) == 0 {
			start = t.word[:size]
		} else {
			b = append(b, ' ')
		}
		initial = r
		b = append(append(b, t.word...), 'A'+byte(min(25, bits.Len(uint(t.docs.count)))))
		if t.topics.count > 0 {
			b = append(b, '+')
		}
	}
	if len(b) > 0 {
		flush()
	}
	m.content.Spellings = strings.Join(firsts, " ")
}

// isSpelling says whether t may be what a reader meant: no digits, and in enough briefings or in the name of a topic.
func isSpelling(t *term, least int) bool {
	if t.docs.count < least && t.topics.count == 0 {
		return false
	}
	return utf8.RuneCountInString(t.word) >= leastSpelling && strings.IndexFunc(t.word, unicode.IsNumber) < 0
}
