package search

import (
	"fmt"
	"hash/fnv"
	"strings"
)

// The size of a file of words in bytes, before compression. A file ends at the first word past leastShard whose hash says so, and not at
// a count of bytes, so that a new briefing moves few of the borders and most files keep their names.
const (
	leastShard = 20 << 10
	mostShard  = 30 << 10
)

// endsShard says whether a file of words may end after word: one word in eight.
func endsShard(word string) bool {
	h := fnv.New32a()
	_, _ = h.Write([]byte(word)) // never fails
	return h.Sum32()&7 == 0
}

// commonAbove is the number of briefings of n above which a word tells nothing apart.
func commonAbove(n int) int { return max(n/2, commonFloor) }

// addWords writes the files of words. A record is the word, its briefings and its topics with commas between ("korea,05D1,0C"); the topics
// are left out where there are none. "!" before the briefings says that they are only the newest of those in whose headline or tags the
// word is. Records are separated by spaces.
func (m *manifest) addWords(terms []*term) {
	var b []byte
	var firsts []string
	before, start := "", ""
	limit := commonAbove(m.content.Docs)
	for i, t := range terms {
		if len(b) == 0 {
			start = separator(before, t.word)
		} else {
			b = append(b, ' ')
		}
		b = t.appendRecord(b, limit)
		before = t.word
		if i == len(terms)-1 || len(b) >= mostShard || len(b) >= leastShard && endsShard(t.word) {
			m.content.WordHash += m.put(fmt.Sprintf("w%d", len(firsts)), string(b))
			firsts = append(firsts, start)
			b = b[:0]
		}
	}
	m.content.Words = strings.Join(firsts, " ")
}

// appendRecord appends the term's record. A word in more than limit briefings is cut down.
func (t *term) appendRecord(b []byte, limit int) []byte {
	b = append(append(b, t.word...), ',')
	if t.docs.count <= limit {
		b = append(b, t.docs.code...)
	} else {
		b = append(b, '!')
		var newest postings
		for _, p := range t.heads[max(0, len(t.heads)-commonKept):] {
			newest.add(int(p.id), int(p.weight))
		}
		b = append(b, newest.code...)
	}
	if t.topics.count > 0 {
		b = append(append(b, ','), t.topics.code...)
	}
	return b
}
