package tagger

// known is what the lists say about one word or phrase.
type known struct {
	lists  Listed
	class  class
	longer uint8 // the most words of a listed name that begins with the word
	common uint8 // how common the word is in lower case, 1 to 3
}

// table holds what is known by the key of a word or phrase: open addressing, never more than half full. Nearly every word of a text is asked
// for here, and one look tells all lists.
type table struct {
	entries []entry
	count   int
	shift   uint8 // 64 less the bits of an index
}

type entry struct {
	key uint64
	known
}

// of returns what is known of key; nothing is a zero value.
func (t *table) of(key uint64) known {
	if len(t.entries) == 0 {
		return known{}
	}
	return t.entries[t.find(key)].known
}

// put returns the place of key, to be filled with something before the next put: an entry of zeroes is an empty one.
func (t *table) put(key uint64) *known {
	if 2*t.count >= len(t.entries) {
		t.reserve(t.count + 1)
	}
	e := &t.entries[t.find(key)]
	if e.known == (known{}) {
		e.key = key
		t.count++
	}
	return &e.known
}

// find returns the index of the entry of key, or of the empty one where it belongs.
func (t *table) find(key uint64) int {
	mask := len(t.entries) - 1
	i := int(key * 0x9E3779B97F4A7C15 >> t.shift)
	for t.entries[i].key != key && t.entries[i].known != (known{}) {
		i = (i + 1) & mask
	}
	return i
}

// reserve makes room for n keys.
func (t *table) reserve(n int) {
	old := t.entries
	bits := uint8(4)
	for 1<<bits <= 2*n {
		bits++
	}
	if 1<<bits <= len(old) {
		return
	}
	t.entries, t.shift = make([]entry, 1<<bits), 64-bits
	for _, e := range old {
		if e.known != (known{}) {
			t.entries[t.find(e.key)] = e
		}
	}
}

// interner numbers the strings of one document in the order in which they come: open addressing, by a hash that the caller has already.
type interner struct {
	slots  []int32 // the number plus one; 0 is an empty slot
	hashes []uint64
	texts  []string
}

// number returns the number of text, whose hash is given, and whether it is new.
func (in *interner) number(text string, hash uint64) (n int, fresh bool) {
	if 2*len(in.texts) >= len(in.slots) {
		in.grow()
	}
	i := in.find(text, hash)
	if n := in.slots[i]; n != 0 {
		return int(n - 1), false
	}
	in.texts, in.hashes = append(in.texts, text), append(in.hashes, hash)
	in.slots[i] = int32(len(in.texts))
	return len(in.texts) - 1, true
}

// numberOf returns the number of the word of these letters, and whether it has one.
func (in *interner) numberOf(letters []byte) (int, bool) {
	n := in.slots[in.find(string(letters), hashString(string(letters)))]
	return int(n) - 1, n != 0
}

// find returns the slot of text, or the empty one where it belongs.
func (in *interner) find(text string, hash uint64) int {
	mask := len(in.slots) - 1
	for i := int(hash>>32) & mask; ; i = (i + 1) & mask {
		n := in.slots[i]
		if n == 0 || in.hashes[n-1] == hash && in.texts[n-1] == text {
			return i
		}
	}
}

func (in *interner) grow() {
	size := max(256, 4*len(in.slots))
	in.slots = make([]int32, size)
	for n, text := range in.texts {
		in.slots[in.find(text, in.hashes[n])] = int32(n + 1)
	}
}
