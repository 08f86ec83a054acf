package tagger

import (
	"encoding/binary"
	"errors"
)

// Model holds the weights of the tagger: a row of one small number a tag for each known feature, and the weights of one tag after another.
type Model struct {
	Lexicon
	known []uint64 // a bit for the first bits of every known feature, so that most of the unknown ones are seen as such at once
	rows  []row    // open addressing, by feature; three quarters full
	steps Steps
	edge  [2*reach + 1]sum // what the edge of a sentence adds
}

// Steps holds the weights of one tag after another.
type Steps struct {
	Start [NumTags]int32          // of the first tag of a run
	Next  [NumTags][NumTags]int32 // by the tag before and the tag
}

// row holds the weights of a feature, half a line of the cache: a byte a tag, of the weight plus 128.
type row struct {
	feature uint32
	full    bool
	weights [rowWords]uint64
}

// sum is a sum of rows in lanes of 16 bits, four a word: of each word of a row those of the even bytes, then those of the odd ones. A negative
// lane borrows from the next. A token has some hundred features, so that lanes do not overflow.
type sum [2 * rowWords]uint64

const (
	rowWords = (NumTags + 7) / 8
	evenByte = 0x00ff00ff00ff00ff
	zeroRow  = 0x8080808080808080 // a word of weights of 0
	zeroLane = 0x0080008000800080
)

// set gives tag t the weight v, once.
func (r *row) set(t int, v int8) { r.weights[t/8] += uint64(int64(v)) << (t % 8 * 8) }

// add adds o to s.
func (s *sum) add(o *sum) {
	for i := range s {
		s[i] += o[i]
	}
}

// unpack returns the sum of each tag.
func (s *sum) unpack() (scores [NumTags]int32) {
	for i, x := range s {
		for t := i/2*8 + i%2; t < min(i/2*8+8, NumTags); t += 2 {
			lane := int64(int16(x))
			scores[t] = int32(lane)
			x = uint64((int64(x) - lane) >> 16)
		}
	}
	return scores
}

// addAll adds the rows of the features to s. It reorders features.
func (m *Model) addAll(s *sum, features []uint32) {
	n := 0
	for _, f := range features {
		features[n] = f
		i := f >> (32 - knownBits)
		n += int(m.known[i/64] >> (i % 64) & 1)
	}
	var total sum
	rows := uint64(0)
	for _, f := range features[:n] {
		r := m.row(f)
		if !r.full {
			continue
		}
		rows++
		total[0] += r.weights[0] & evenByte
		total[1] += r.weights[0] >> 8 & evenByte
		total[2] += r.weights[1] & evenByte
		total[3] += r.weights[1] >> 8 & evenByte
		total[4] += r.weights[2] & evenByte
		total[5] += r.weights[2] >> 8 & evenByte
	}
	for i := range s {
		s[i] += total[i] - rows*zeroLane
	}
}

// knownBits is how many bits of a feature the first look tells apart.
const knownBits = 20

// row returns the row of feature f, or the empty one where it belongs.
func (m *Model) row(f uint32) *row {
	for i := int(uint64(f) * uint64(len(m.rows)) >> 32); ; i++ {
		if i == len(m.rows) {
			i = 0
		}
		if r := &m.rows[i]; !r.full || r.feature == f {
			return r
		}
	}
}

// makeRoom prepares for n rows.
func (m *Model) makeRoom(n int) {
	m.rows = make([]row, n+n/3+1)
	m.known = make([]uint64, 1<<knownBits/64)
}

// put returns a new row of zeroes for feature f.
func (m *Model) put(f uint32) *row {
	k := f >> (32 - knownBits)
	m.known[k/64] |= 1 << (k % 64)
	r := m.row(f)
	*r = row{feature: f, full: true}
	for i := range r.weights {
		r.weights[i] = zeroRow
	}
	return r
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
