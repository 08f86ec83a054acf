package related

import (
	"cmp"
	"math"
	"slices"

	"copydesk/generator/internal/news"
)

// Weights of the kinds of terms, and how many terms an article keeps: its heaviest ones carry nearly all of its length.
var kindWeight = [...]float64{word: 1, name: 1.5, subject: 1.5}

const keep = 100

// entry is a term of an article with its weight.
type entry struct {
	term   int32
	weight float32
}

// vector is the terms of an article by number; its length is 1.
type vector []entry

// space is the vectors of a corpus and what its terms are.
type space struct {
	vectors []vector
	kinds   []kind
	texts   []string
}

// vectorize reads the articles in the given order.
func vectorize(corpus []*news.Annotated, order []int) space {
	l := &lexicon{words: map[string]int32{}, terms: map[string]int32{}}
	terms, counts := make([][]int32, len(order)), make([][]uint16, len(order))
	var in []int32 // how many articles a term is in
	for i, at := range order {
		terms[i], counts[i] = l.read(corpus[at])
		in = append(in, make([]int32, len(l.kinds)-len(in))...)
		for _, id := range terms[i] {
			in[id]++
		}
	}
	s := space{make([]vector, len(order)), l.kinds, l.texts}
	for i := range order {
		s.vectors[i] = weigh(terms[i], counts[i], in, l.kinds, len(order))
		terms[i], counts[i] = nil, nil
	}
	return s
}

// weigh makes the vector of an article of n.
func weigh(terms []int32, counts []uint16, in []int32, kinds []kind, n int) vector {
	v := make(vector, 0, len(terms))
	for i, id := range terms {
		if in[id] < 2 {
			continue // of no use to find another
		}
		idf := math.Log(1 + float64(n)/float64(in[id]))
		v = append(v, entry{id, float32((1 + math.Log(float64(counts[i]))) * idf * kindWeight[kinds[id]])})
	}
	slices.SortFunc(v, func(a, b entry) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.term, b.term)) })
	v = slices.Clone(v[:min(len(v), keep)])
	slices.SortFunc(v, func(a, b entry) int { return cmp.Compare(a.term, b.term) })
	sum := 0.0
	for _, e := range v {
		sum += float64(e.weight) * float64(e.weight)
	}
	if sum > 0 {
		for i := range v {
			v[i].weight /= float32(math.Sqrt(sum))
		}
	}
	return v
}

// cosine returns the cosine of v and w.
func (v vector) cosine(w vector) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(v) && j < len(w); {
		switch {
		case v[i].term < w[j].term:
			i++
		case v[i].term > w[j].term:
			j++
		default:
			sum += float64(v[i].weight) * float64(w[j].weight)
			i++
			j++
		}
	}
	return min(sum, 1)
}
