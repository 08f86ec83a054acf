package tagger

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestBest holds Viterbi's search against the score of every sequence of tags, for runs short enough to try them all.
func TestBest(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	weight := func() int32 { return random.Int32N(2000) - 1000 }
	for round := range 30 {
		var steps Steps
		for p := range Tag(NumTags) {
			steps.Start[p] = weight()
			for n := range Tag(NumTags) {
				steps.Next[p][n] = weight()
			}
		}
		v := viterbi{scores: make([][NumTags]int32, 1+round%4)}
		for i := range v.scores {
			for k := range v.scores[i] {
				v.scores[i][k] = weight()
			}
		}
		got := make([]Tag, len(v.scores))
		v.best(&steps, got)
		if want := bestOfAll(&v, &steps); !slices.Equal(got, want) {
			t.Errorf("round %d: got %v, want %v", round, got, want)
		}
	}
}

// bestOfAll tries all sequences of tags that spell names.
func bestOfAll(v *viterbi, steps *Steps) []Tag {
	var best []Tag
	most := int32(-1 << 30)
	tags := make([]Tag, len(v.scores))
	var try func(i int, total int32)
	try = func(i int, total int32) {
		if i == len(tags) {
			if total > most && Ends(tags[i-1]) {
				most, best = total, slices.Clone(tags)
			}
			return
		}
		for n := range Tag(NumTags) {
			step := steps.Start[n]
			if i > 0 {
				if !n.follows(tags[i-1]) {
					continue
				}
				step = steps.Next[tags[i-1]][n]
			} else if n.Continues() {
				continue
			}
			tags[i] = n
			try(i+1, total+v.scores[i][n]+step)
		}
	}
	try(0, 0)
	return best
}

func TestMarkedNamesComeBack(t *testing.T) {
	for _, names := range [][]Name{
		nil,
		{{0, 1, person}},
		{{0, 1, place}, {1, 3, place}},
		{{1, 5, organization}, {5, 6, otherKind}, {7, 9, event}},
	} {
		tags := make([]Tag, 9)
		for _, n := range names {
			n.Mark(tags)
		}
		if got := appendNames(nil, tags); !slices.Equal(got, names) {
			t.Errorf("%v became %v by the tags %v", names, got, tags)
		}
		for i := 1; i < len(tags); i++ {
			if !slices.Contains(Before(tags[i]), tags[i-1]) {
				t.Errorf("%v: tag %d stands before tag %d", names, tags[i-1], tags[i])
			}
		}
	}
}
