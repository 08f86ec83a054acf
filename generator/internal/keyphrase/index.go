package keyphrase

import "unicode/utf8"

// index holds numbers by keys of 64 bits: open addressing, never more than half full. It is what a map would be, without the price of one:
// every word and every run of words of a text is asked for here.
type index struct {
	slots []slot
	count int
	shift uint8 // 64 less the bits of an index
}

type slot struct {
	key    uint64
	number int32 // plus one; 0 is an empty slot
}

// newIndex returns an index with room for n numbers before it must grow.
func newIndex(n int) index {
	bits := uint8(4)
	for 1<<bits < 2*n {
		bits++
	}
	return index{slots: make([]slot, 1<<bits), shift: 64 - bits}
}

// get returns the number of key and whether it has one.
func (x *index) get(key uint64) (int32, bool) {
	s := x.at(key)
	return s.number - 1, s.number != 0
}

// put gives key, which has none, the number n.
func (x *index) put(key uint64, n int32) {
	if 2*(x.count+1) > len(x.slots) {
		old := x.slots
		count := x.count
		*x = newIndex(len(old))
		x.count = count
		for _, s := range old {
			if s.number != 0 {
				*x.at(s.key) = s
			}
		}
	}
	*x.at(key) = slot{key, n + 1}
	x.count++
}

// at returns the slot of key, or the empty one where it belongs.
func (x *index) at(key uint64) *slot {
	mask := len(x.slots) - 1
	for i := int(key * 0x9E3779B97F4A7C15 >> x.shift); ; i = (i + 1) & mask {
		if s := &x.slots[i]; s.number == 0 || s.key == key {
			return s
		}
	}
}

// hashOf returns the key of a word, FNV-1a of 64 bits. That two words of a text have the same is not to be feared.
func hashOf[T string | []byte](word T) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(word) {
		h = (h ^ uint64(word[i])) * 1099511628211
	}
	return h
}

// lowerHash returns the key of word in lower case, and false where it has a letter beyond ASCII.
func lowerHash(word string) (hash uint64, ascii bool) {
	h := uint64(14695981039346656037)
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf {
			return 0, false
		}
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h, true
}
