package related

import (
	"cmp"
	"math"
	"slices"

	"copydesk/generator/internal/news"
)

// The weight of a term, tried on 408 reports of 43 events and 1,141 articles of five sections, is that of BM25 (Robertson and others 1994) with a flatter
// idf: a report's rarest words are slips and figures. A name counts twice, as a name and by its words.
const (
	saturation = 1.2  // k1 of BM25: how soon more of a term counts no more
	flatness   = 0.75 // power of the idf
	keep       = 200  // terms an article keeps, the heaviest; they carry nearly all of its length
	probe      = 64   // of them the heaviest find its neighbours
)

// entry is a term of an article with its weight.
type entry struct {
	term   int32
	weight float32
}

// vector is the terms of an article by number; its length is 1.
type vector struct {
	entries []entry
	floor   float32 // weight of the lightest term that finds neighbours
}

// space is the vectors of a corpus and what its terms are.
type space struct {
	vectors []vector
	kinds   []kind
	texts   []string
	common  []bool // terms of so many articles that to share them tells little
}

// A term is common that is in more than one article of commonShare, in a corpus of at least commonLeast.
const (
	commonShare = 12
	commonLeast = 40
)

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
	s := space{make([]vector, len(order)), l.kinds, l.texts, make([]bool, len(in))}
	for id, n := range in {
		s.common[id] = len(order) >= commonLeast && int(n)*commonShare > len(order)
	}
	for i := range order {
		s.vectors[i] = weigh(terms[i], counts[i], in, len(order))
		terms[i], counts[i] = nil, nil
	}
	return s
}

// weigh makes the vector of an article of n.
func weigh(terms []int32, counts []uint16, in []int32, n int) vector {
	es := make([]entry, 0, len(terms))
	for i, id := range terms {
		if in[id] < 2 {
			continue // of no use to find another
		}
		count := float64(counts[i])
		idf := math.Log(1 + float64(n)/float64(in[id]))
		es = append(es, entry{id, float32(count / (count + saturation) * math.Pow(idf, flatness))})
	}
	slices.SortFunc(es, func(a, b entry) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.term, b.term)) })
	es = slices.Clone(es[:min(len(es), keep)])
	sum := 0.0
	for _, e := range es {
		sum += float64(e.weight) * float64(e.weight)
	}
	for i := range es {
		es[i].weight /= float32(math.Sqrt(sum))
	}
	v := vector{entries: es}
	if len(es) > 0 {
		v.floor = es[min(probe, len(es))-1].weight
	}
	slices.SortFunc(es, func(a, b entry) int { return cmp.Compare(a.term, b.term) })
	return v
}

// cosine returns the cosine of v and w.
func (v vector) cosine(w vector) float64 {
	sum := 0.0
	v.each(w, func(_ int32, x, y float32) { sum += float64(x) * float64(y) })
	return min(sum, 1)
}

// each calls f with every term that v and w share and its two weights, by number.
func (v vector) each(w vector, f func(term int32, x, y float32)) {
	for i, j := 0, 0; i < len(v.entries) && j < len(w.entries); {
		switch a, b := v.entries[i], w.entries[j]; {
		case a.term < b.term:
			i++
		case a.term > b.term:
			j++
		default:
			f(a.term, a.weight, b.weight)
			i++
			j++
		}
	}
}
