package tagger

import (
	"encoding/binary"
	"errors"
)

// Model holds the weights of the tagger: a row of one small number a tag for each known feature, and the weights of one tag after another.
type Model struct {
	Lexicon
	slots []slot // open addressing, by feature
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

type row [NumTags]int8

// sum is a sum of rows.
type sum [NumTags]int32

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

// addAll adds the rows of the features to s.
func (m *Model) addAll(s *sum, features []uint32) {
	for _, f := range features {
		r := m.find(f)
		if r == nil {
			continue
		}
		for t := range s {
			s[t] += int32(r[t])
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
	mask := uint32(size - 1)
	for n, f := range features {
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
