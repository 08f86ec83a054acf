package main

import (
	"math"

	"copydesk/generator/internal/entity/tagger"
)

// unit is what one step of a stored weight stands for; weights beyond 127 steps are cut.
const unit = 1.0 / 40

// least is the smallest weight that is kept.
const least = 0.05

// elseGain is what the beginning of an event or other name gets on top, in steps: only one source labels them, so that the model passes over too many.
const elseGain = 20

// quantize returns the weights of c as small whole numbers.
func quantize(c *crf, names []uint64, lex *tagger.Lexicon) *tagger.Weights {
	w := &tagger.Weights{Lexicon: lex, Rows: map[uint32][numTags]int8{}}
	for t := range c.start {
		w.Steps.Start[t] = int32(math.Round(c.start[t] / unit))
		for p := range c.next {
			w.Steps.Next[p][t] = int32(math.Round(c.next[p][t] / unit))
		}
		if tagger.Tag(t).BeginsElse() {
			w.Steps.Start[t] += elseGain
			for p := range w.Steps.Next {
				w.Steps.Next[p][t] += elseGain
			}
		}
	}
	for i, f := range names {
		if f>>32 != 0 {
			continue
		}
		var row [numTags]int8
		some := false
		for t := range row {
			x := float64(c.weights[i*numTags+t])
			if math.Abs(x) < least {
				continue
			}
			row[t] = int8(max(-127, min(127, math.Round(x/unit))))
			some = some || row[t] != 0
		}
		if some {
			w.Rows[uint32(f)] = row
		}
	}
	return w
}
