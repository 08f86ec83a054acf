package tagger

import (
	"encoding/binary"
	"slices"
)

// The data of a model are four parts, numbers as varints, sorted keys as differences from the one before:
// the listed names (key, lists, words it begins), the common words (key, how common), the weights of tag after tag,
// and the rows (feature, a bit for each weight that is not zero, those weights).

// Load reads the data that Weights.Encode wrote.
func Load(data []byte) (*Model, error) {
	r := &reader{data: data}
	m := &Model{}
	m.Lexicon = readLexicon(r)
	m.steps.read(r)
	n := r.count(4)
	m.makeRoom(n)
	var f uint32
	for range n {
		f += uint32(r.uvarint())
		w := m.put(f)
		bits := r.uvarint()
		for t := 0; bits != 0; t, bits = t+1, bits>>1 {
			if bits&1 != 0 && t < NumTags {
				w.set(t, int8(r.byte()))
			}
		}
	}
	if r.failed {
		return nil, errModel
	}
	for at := range m.edge {
		m.addAll(&m.edge[at], edge.appendFeatures(nil, at-reach))
	}
	return m, nil
}

func (s *Steps) read(r *reader) {
	for t := range s.Start {
		s.Start[t] = int32(unzigzag(r.uvarint()))
	}
	for p := range s.Next {
		for t := range s.Next[p] {
			s.Next[p][t] = int32(unzigzag(r.uvarint()))
		}
	}
}

func (s *Steps) encode(out []byte) []byte {
	for _, v := range s.Start {
		out = binary.AppendUvarint(out, zigzag(int64(v)))
	}
	for _, line := range s.Next {
		for _, v := range line {
			out = binary.AppendUvarint(out, zigzag(int64(v)))
		}
	}
	return out
}

func readLexicon(r *reader) Lexicon {
	var l Lexicon
	var k uint64
	n := r.count(3)
	l.words.reserve(n + len(words))
	for range n {
		k += r.uvarint()
		lists, longer := Listed(r.uvarint()), r.byte()
		if lists != 0 || longer != 0 {
			at := l.words.put(k)
			at.lists, at.longer = lists, longer
		}
	}
	k = 0
	n = r.count(2)
	l.words.reserve(l.words.count + n)
	for range n {
		k += r.uvarint()
		if n := r.byte(); n != 0 {
			l.words.put(k).common = n
		}
	}
	l.classify()
	return l
}

// Weights is a model in the making: everything that Load needs.
type Weights struct {
	Lexicon *Lexicon
	Steps   Steps
	Rows    map[uint32][NumTags]int8
}

// Encode returns w as data for Load. The same weights give the same bytes.
func (w *Weights) Encode() []byte {
	out := w.Lexicon.encode(nil)
	out = w.Steps.encode(out)
	out = binary.AppendUvarint(out, uint64(len(w.Rows)))
	var before uint32
	for _, f := range sortedKeys(w.Rows) {
		out = binary.AppendUvarint(out, uint64(f-before))
		before = f
		var bits uint64
		row := w.Rows[f]
		for t, v := range row {
			if v != 0 {
				bits |= 1 << t
			}
		}
		out = binary.AppendUvarint(out, bits)
		for _, v := range row {
			if v != 0 {
				out = append(out, byte(v))
			}
		}
	}
	return out
}

func (l *Lexicon) encode(out []byte) []byte {
	names, common := map[uint64]known{}, map[uint64]known{}
	for _, e := range l.words.entries {
		if e.lists != 0 || e.longer != 0 {
			names[e.key] = e.known
		}
		if e.common != 0 {
			common[e.key] = e.known
		}
	}
	out = binary.AppendUvarint(out, uint64(len(names)))
	var before uint64
	for _, k := range sortedKeys(names) {
		out = binary.AppendUvarint(out, k-before)
		out = binary.AppendUvarint(out, uint64(names[k].lists))
		out = append(out, names[k].longer)
		before = k
	}
	out = binary.AppendUvarint(out, uint64(len(common)))
	before = 0
	for _, k := range sortedKeys(common) {
		out = binary.AppendUvarint(out, k-before)
		out = append(out, common[k].common)
		before = k
	}
	return out
}

func sortedKeys[K uint32 | uint64, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func zigzag(v int64) uint64   { return uint64(v<<1 ^ v>>63) }
func unzigzag(v uint64) int64 { return int64(v>>1) ^ -int64(v&1) }
