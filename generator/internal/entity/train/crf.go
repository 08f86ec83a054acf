package main

import (
	"math"
	"math/rand/v2"

	"copydesk/generator/internal/entity/tagger"
)

const numTags = tagger.NumTags

// crf is a conditional random field in training: stochastic gradient descent with a decaying step and L2 regularisation, the weights kept
// as a common scale and a vector (Bottou 2010).
type crf struct {
	weights []float32 // a row of numTags a feature, to be multiplied by scale
	next    [numTags][numTags]float64
	start   [numTags]float64
	scale   float64
	rng     *rand.Rand
	options options
	lattice lattice
	steps   float64
}

// options are the settings of the training.
type options struct {
	passes int
	step   float64 // the first step
	decay  float64 // lambda of L2
	drop   float64 // the share of features left out at random
	seed   uint64
	runs   int // how many trainings, each in another order, the model is the mean of; 0 means one
}

func newCRF(features int, o options) *crf {
	return &crf{weights: make([]float32, features*numTags), scale: 1, rng: rand.New(rand.NewPCG(o.seed, 1)), options: o}
}

// meanOf returns the mean of several trainings: one order of the examples moves the measures by chance as much as an improvement does.
func meanOf(ex []example, features int, o options) *crf {
	runs := max(1, o.runs)
	mean := newCRF(features, o)
	for range runs {
		c := newCRF(features, o)
		c.train(ex)
		mean.add(c, 1/float64(runs))
		o.seed++
	}
	return mean
}

// train passes over the examples several times, in random order. The weights are the mean of those after each pass of the second half
// (Polyak and Juditsky 1992), for single steps are noisy.
func (c *crf) train(ex []example) {
	order := make([]int, len(ex))
	for i := range order {
		order[i] = i
	}
	sums := &crf{weights: make([]float32, len(c.weights))}
	var n float64
	for pass := range c.options.passes {
		c.rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			c.learn(&ex[i])
		}
		if pass >= c.options.passes/2 {
			c.rescale()
			sums.add(c, 1)
			n++
		}
	}
	c.weights = make([]float32, len(c.weights))
	c.start, c.next = [numTags]float64{}, [numTags][numTags]float64{}
	c.add(sums, 1/n)
}

// add adds the weights of o times by.
func (c *crf) add(o *crf, by float64) {
	for i, w := range o.weights {
		c.weights[i] += w * float32(by)
	}
	for t := range c.start {
		c.start[t] += o.start[t] * by
		for p := range c.next {
			c.next[p][t] += o.next[p][t] * by
		}
	}
}

// rescale folds the scale into the weights.
func (c *crf) rescale() {
	for i := range c.weights {
		c.weights[i] *= float32(c.scale)
	}
	c.scale = 1
}

// learn takes one step on one example.
func (c *crf) learn(e *example) {
	c.steps++
	step := c.options.step / (1 + c.options.step*c.options.decay*c.steps)
	c.scale *= 1 - step*c.options.decay
	if c.scale < 1e-6 {
		c.rescale()
	}
	kept := c.drop(e.features)
	l := &c.lattice
	l.score(c, kept)
	l.gradient(c, e.allowed)
	step *= e.weight
	rate := float32(step / c.scale)
	for i, fs := range kept {
		g := &l.grad[i]
		if slight(g) {
			continue
		}
		for t := range g {
			g[t] *= rate
		}
		for _, f := range fs {
			row := c.weights[int(f)*numTags : int(f)*numTags+numTags]
			for t := range g {
				row[t] += g[t]
			}
		}
	}
	for t := range c.start {
		c.start[t] += step * l.start[t]
		for p := range c.next {
			c.next[p][t] += step * l.next[p][t]
		}
	}
}

// slight reports whether a gradient is too small to matter: most tokens are soon right, and passing over them saves a third of the time.
func slight(g *[numTags]float32) bool {
	for _, x := range g {
		if x > 1e-3 || x < -1e-3 {
			return false
		}
	}
	return true
}

// drop returns features with a share of them left out, so that none is relied on alone.
func (c *crf) drop(features [][]uint32) [][]uint32 {
	l := &c.lattice
	l.kept = l.kept[:0]
	for i, fs := range features {
		if i == len(l.pool) {
			l.pool = append(l.pool, nil)
		}
		buf := l.pool[i][:0]
		for _, f := range fs {
			if c.rng.Float64() >= c.options.drop {
				buf = append(buf, f)
			}
		}
		l.pool[i] = buf
		l.kept = append(l.kept, buf)
	}
	return l.kept
}

// lattice is the working memory for the sums over all sequences of tags of one example.
type lattice struct {
	pool, kept [][]uint32
	scores     [][numTags]float64
	forward    [][numTags]float64
	backward   [][numTags]float64
	grad       [][numTags]float32
	start      [numTags]float64
	next       [numTags][numTags]float64
	emit       [][numTags]float64
	expNext    [numTags][numTags]float64 // renewed every so many steps
	steps      int
}

// refresh is after how many steps the exponentials of the weights of one tag after another are taken anew.
const refresh = 64

// score fills l.scores.
func (l *lattice) score(c *crf, features [][]uint32) {
	n := len(features)
	for len(l.scores) < n {
		l.scores = append(l.scores, [numTags]float64{})
		l.forward = append(l.forward, [numTags]float64{})
		l.backward = append(l.backward, [numTags]float64{})
		l.grad = append(l.grad, [numTags]float32{})
	}
	for i, fs := range features {
		var total [numTags]float32
		for _, f := range fs {
			row := c.weights[int(f)*numTags : int(f)*numTags+numTags]
			for t := range total {
				total[t] += row[t]
			}
		}
		for t := range total {
			l.scores[i][t] = float64(total[t]) * c.scale
			l.grad[i][t] = 0
		}
	}
}

// gradient fills l.grad, l.start and l.next: what is expected under the allowed tags less what is expected under all.
func (l *lattice) gradient(c *crf, allowed []uint32) {
	l.start, l.next = [numTags]float64{}, [numTags][numTags]float64{}
	if l.steps%refresh == 0 {
		for p := range l.expNext {
			for t := range l.expNext[p] {
				l.expNext[p][t] = math.Exp(c.next[p][t])
			}
		}
	}
	l.steps++
	l.expect(c, allowed, 1)
	l.expect(c, nil, -1)
}

// expect adds the expected counts under the allowed tags, all if nil, times sign. Forward and backward sums are normalised token by token.
func (l *lattice) expect(c *crf, allowed []uint32, sign float64) {
	n := len(l.kept)
	for len(l.emit) < n {
		l.emit = append(l.emit, [numTags]float64{})
	}
	emit := l.emit
	for i := range n {
		emit[i] = [numTags]float64{}
		most := math.Inf(-1)
		for t := range numTags {
			if allowed == nil || allowed[i]&(1<<t) != 0 {
				most = max(most, l.scores[i][t])
			}
		}
		for t := range numTags {
			if allowed == nil || allowed[i]&(1<<t) != 0 {
				emit[i][t] = math.Exp(l.scores[i][t] - most)
			}
		}
	}
	for t := range numTags {
		l.forward[0][t] = 0
		if !tagger.Tag(t).Continues() {
			l.forward[0][t] = emit[0][t] * math.Exp(c.start[t])
		}
		l.backward[n-1][t] = 0
		if tagger.Ends(tagger.Tag(t)) {
			l.backward[n-1][t] = 1
		}
	}
	normalise(&l.forward[0])
	for i := 1; i < n; i++ {
		for t := range numTags {
			var x float64
			for _, p := range tagger.Before(tagger.Tag(t)) {
				x += l.forward[i-1][p] * l.expNext[p][t]
			}
			l.forward[i][t] = x * emit[i][t]
		}
		normalise(&l.forward[i])
	}
	for i := n - 2; i >= 0; i-- {
		var b [numTags]float64
		for t := range numTags {
			x := emit[i+1][t] * l.backward[i+1][t]
			if x == 0 {
				continue
			}
			for _, p := range tagger.Before(tagger.Tag(t)) {
				b[p] += l.expNext[p][t] * x
			}
		}
		normalise(&b)
		l.backward[i] = b
	}
	l.count(emit, sign)
}

// count adds the expected counts of tags and pairs of tags.
func (l *lattice) count(emit [][numTags]float64, sign float64) {
	for i := range l.kept {
		var mean [numTags]float64
		for t := range mean {
			mean[t] = l.forward[i][t] * l.backward[i][t]
		}
		normalise(&mean)
		for t := range mean {
			l.grad[i][t] += float32(sign * mean[t])
			if i == 0 {
				l.start[t] += sign * mean[t]
			}
		}
		if i == 0 {
			continue
		}
		var pairs [numTags][numTags]float64
		var total float64
		for t := range numTags {
			x := emit[i][t] * l.backward[i][t]
			if x == 0 {
				continue
			}
			for _, p := range tagger.Before(tagger.Tag(t)) {
				pairs[p][t] = l.forward[i-1][p] * l.expNext[p][t] * x
				total += pairs[p][t]
			}
		}
		if total == 0 {
			continue
		}
		for t := range numTags {
			for _, p := range tagger.Before(tagger.Tag(t)) {
				l.next[p][t] += sign * pairs[p][t] / total
			}
		}
	}
}

// normalise makes v sum to one.
func normalise(v *[numTags]float64) {
	var total float64
	for _, x := range v {
		total += x
	}
	if total > 0 {
		for t := range v {
			v[t] /= total
		}
	}
}
