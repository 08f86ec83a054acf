package tagger

import (
	"encoding/binary"
	"errors"
)

// Model holds the weights of the tagger: a row of one small number a tag for each known feature, and the weights of one tag after another.
type Model struct {
	Lexicon
	known []uint64 // a bit for the first bits of every known feature, so that most of the unknown ones are seen as such at once
	slots []slot   // open addressing, by feature
	rows  []row
	steps Steps
	edge  [2*reach + 1]sum // what the edge of a sentence adds
}

// Steps holds the weights of one tag after another.
type Steps struct {
	Start [NumTags]int32          // of the first tag of a run
	Next  [NumTags][NumTags]int32 // by the tag before and the tag
}

type slot struct {
	feature uint32
	row     uint32 // plus one; 0 is an empty slot
}

// row holds the weights of a feature, packed as those of a sum are; the last word fills the line of the cache.
type row [sumWords + 1]uint64

// sum is a sum of rows: a lane of 21 bits a tag, three lanes a word, each lane borrowing from the next where it is negative. The lanes add up
// without overflow for any number of features that a text can have, and adding a row takes seven additions.
type sum [sumWords]uint64

const (
	laneBits = 21
	lanes    = 3
	sumWords = (NumTags + lanes - 1) / lanes
)

// set adds v to the lane of tag t.
func (r *row) set(t int, v int8) { r[t/lanes] += uint64(int64(v)) << (t % lanes * laneBits) }

// add adds o to s.
func (s *sum) add(o *sum) {
	for i := range s {
		s[i] += o[i]
	}
}

// unpack returns the sum of each tag.
func (s *sum) unpack() (scores [NumTags]int32) {
	for t := range scores {
		x := int64(s[t/lanes])
		for range t % lanes {
			x = (x - x<<(64-laneBits)>>(64-laneBits)) >> laneBits
		}
		scores[t] = int32(x << (64 - laneBits) >> (64 - laneBits))
	}
	return scores
}

// knownBits is how many bits of a feature the first look tells apart.
const knownBits = 20

// find returns the row of a feature, or nil.
func (m *Model) find(f uint32) *row {
	mask := uint32(len(m.slots) - 1)
	for i := f & mask; ; i = (i + 1) & mask {
		s := m.slots[i]
		if s.row == 0 {
			return nil
		}
		if s.feature == f {
			return &m.rows[s.row-1]
		}
	}
}

// addAll adds the rows of the features to s. It reorders features.
func (m *Model) addAll(s *sum, features []uint32) {
	n := 0
	for _, f := range features {
		features[n] = f
		i := f >> (32 - knownBits)
		n += int(m.known[i/64] >> (i % 64) & 1)
	}
	for _, f := range features[:n] {
		if r := m.find(f); r != nil {
			s.add((*sum)(r[:sumWords]))
		}
	}
}

// index lays the features out for find.
func (m *Model) index(features []uint32) {
	size := 1
	for size < 2*len(features)+2 {
		size *= 2
	}
	m.slots = make([]slot, size)
	m.known = make([]uint64, 1<<knownBits/64)
	mask := uint32(size - 1)
	for n, f := range features {
		k := f >> (32 - knownBits)
		m.known[k/64] |= 1 << (k % 64)
		i := f & mask
		for m.slots[i].row != 0 {
			i = (i + 1) & mask
		}
		m.slots[i] = slot{f, uint32(n + 1)}
	}
}

var errModel = errors.New("model data is cut short or damaged")

// reader takes numbers off the front of data; after the end it yields zeroes and fails.
type reader struct {
	data   []byte
	failed bool
}

func (r *reader) uvarint() uint64 {
	v, n := binary.Uvarint(r.data)
	if n <= 0 {
		r.failed, r.data = true, nil
		return 0
	}
	r.data = r.data[n:]
	return v
}

func (r *reader) byte() byte {
	if len(r.data) == 0 {
		r.failed = true
		return 0
	}
	b := r.data[0]
	r.data = r.data[1:]
	return b
}

// count reads the number of things that follow, of at least size bytes each.
func (r *reader) count(size int) int {
	n := r.uvarint()
	if n > uint64(len(r.data)/size) {
		r.failed = true
		return 0
	}
	return int(n)
}
