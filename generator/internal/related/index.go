package related

import (
	"cmp"
	"slices"
)

// longest is how many articles the index lists under one term: those where it weighs most. It bounds the work for one article.
const longest = 500

// posting is an article that has a term.
type posting struct {
	article int32
	weight  float32
}

// inverted is a space with the articles of each term.
type inverted struct {
	space
	postings [][]posting
	sum      []float32 // of the article at hand, by article
	touched  []int32
}

// index lists the articles of each term.
func index(s space) *inverted {
	x := &inverted{space: s, postings: make([][]posting, len(s.kinds)), sum: make([]float32, len(s.vectors))}
	for i, v := range s.vectors {
		for _, e := range v.entries {
			if e.weight < v.floor {
				continue
			}
			x.postings[e.term] = append(x.postings[e.term], posting{int32(i), e.weight})
		}
	}
	for t, ps := range x.postings {
		if len(ps) > longest {
			slices.SortFunc(ps, func(a, b posting) int {
				return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.article, b.article))
			})
			x.postings[t] = slices.Clone(ps[:longest])
		}
	}
	return x
}

// neighbour is an article near another.
type neighbour struct {
	article int
	score   float64
}

// nearest returns the articles nearest to i, best first.
func (x *inverted) nearest(i int) []neighbour {
	x.touched = x.touched[:0]
	for _, e := range x.vectors[i].entries {
		if e.weight < x.vectors[i].floor {
			continue
		}
		for _, p := range x.postings[e.term] {
			if x.sum[p.article] == 0 {
				x.touched = append(x.touched, p.article)
			}
			x.sum[p.article] += e.weight * p.weight
		}
	}
	best := make([]neighbour, 0, candidates+1)
	for _, j := range x.touched {
		if int(j) != i {
			best = insert(best, neighbour{int(j), float64(x.sum[j])}, candidates)
		}
		x.sum[j] = 0
	}
	out := make([]neighbour, 0, most+1)
	for _, n := range best {
		if n.score = x.vectors[i].cosine(x.vectors[n.article]); n.score >= least {
			out = insert(out, n, most)
		}
	}
	return out
}

// insert puts n into best, which holds at most limit, best first.
func insert(best []neighbour, n neighbour, limit int) []neighbour {
	after := func(a, b neighbour) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.article, b.article))
	}
	if len(best) == limit && after(n, best[limit-1]) > 0 {
		return best
	}
	at, _ := slices.BinarySearchFunc(best, n, after)
	best = slices.Insert(best, at, n)
	return best[:min(len(best), limit)]
}
