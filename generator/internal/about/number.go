package about

// numbers holds the numbers of words by their hashes: open addressing, a quarter full at most. Every word of a text is asked for here, and
// most are not in the table. That a word has the 64 bits of another is not to be feared among so few.
type numbers struct {
	slots []numberSlot
}

type numberSlot struct {
	hash   uint64
	number int32 // 0 is an empty slot
}

func newNumbers(words map[string]int32) numbers {
	size := 16
	for size < 4*len(words) {
		size *= 2
	}
	n := numbers{make([]numberSlot, size)}
	for word, number := range words {
		hash := hashOf([]byte(word))
		*n.at(hash) = numberSlot{hash, number}
	}
	return n
}

// of returns the number of word, 0 if it has none.
func (n *numbers) of(word []byte) int32 { return n.at(hashOf(word)).number }

func (n *numbers) at(hash uint64) *numberSlot {
	mask := len(n.slots) - 1
	for i := int(hash>>32) & mask; ; i = (i + 1) & mask {
		if s := &n.slots[i]; s.number == 0 || s.hash == hash {
			return s
		}
	}
}

// hashOf is FNV-1a of 64 bits.
func hashOf(word []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range word {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}
