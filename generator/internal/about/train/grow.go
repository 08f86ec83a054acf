package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"copydesk/generator/internal/about"
)

// How trees are grown; chosen by cross-validation.
const (
	treeCount   = 300
	treeDepth   = 3
	treeRate    = 0.05
	rowShare    = 0.6 // of the rows that a tree sees
	columnShare = 0.3 // of the features that it may ask for
	shrinkage   = 5.0 // added to the weight of a node: answers from few rows are drawn to 0
	leastWeight = 3.0 // of either side of a question
	mostCuts    = 31  // values of a feature that a question may ask for
)

// forest is the state of the boosting: rows by feature as numbers of the cut that they lie below, and the gradients of the loss.
type forest struct {
	rows            []sample
	cuts            [][]float64
	below           [][]uint8 // by row and feature
	slope, weight   []float64 // first and second derivative of the loss at each row
	columns         []int     // features that the tree at hand may ask for
	answers         []float64 // of the tree at hand, by row
	slopes, weights [mostCuts + 1]float64
}

// grow fits boosted trees to the rows and returns them as about.ParseTrees reads them (Friedman 2001; second-order gain as in Chen and Guestrin 2016).
func grow(rows []sample) string {
	f := &forest{rows: rows, slope: make([]float64, len(rows)), weight: make([]float64, len(rows)), answers: make([]float64, len(rows))}
	f.cut()
	random, sums := rand.New(rand.NewPCG(1, 2)), make([]float64, len(rows))
	var b strings.Builder
	for range treeCount {
		var seen, unseen []int
		for i, r := range rows {
			p := 1 / (1 + math.Exp(-sums[i]))
			f.slope[i], f.weight[i] = p, p*(1-p)
			if r.y {
				f.slope[i]--
			}
			if random.Float64() < rowShare {
				seen = append(seen, i)
			} else {
				unseen = append(unseen, i)
			}
		}
		f.columns = random.Perm(len(f.cuts))[:int(columnShare*float64(len(f.cuts)))]
		b.WriteString(strings.Join(f.tree(seen, unseen, 0), " ") + "\n")
		for i := range sums {
			sums[i] += f.answers[i]
		}
	}
	return b.String()
}

// cut chooses the values of each feature that questions may ask for, and sorts the rows among them.
func (f *forest) cut() {
	for k := range f.rows[0].x {
		values := make([]float64, len(f.rows))
		for i, r := range f.rows {
			values[i] = r.x[k]
		}
		slices.Sort(values)
		different := slices.Compact(slices.Clone(values))
		var cuts []float64
		if len(different) <= mostCuts+1 {
			for i := range len(different) - 1 {
				cuts = append(cuts, rounded((different[i]+different[i+1])/2))
			}
		} else {
			for i := range mostCuts {
				cuts = append(cuts, rounded(values[(i+1)*len(values)/(mostCuts+1)]))
			}
			cuts = slices.Compact(cuts)
		}
		f.cuts = append(f.cuts, cuts)
	}
	for _, r := range f.rows {
		below := make([]uint8, len(r.x))
		for k, x := range r.x {
			n, _ := slices.BinarySearch(f.cuts[k], x)
			below[k] = uint8(n)
		}
		f.below = append(f.below, below)
	}
}

// rounded gives a value the digits that it is written with, so that the trees read are the trees grown.
func rounded(x float64) float64 { return math.Round(x*1e4) / 1e4 }

// tree grows a node for the rows it has seen, sets the answers also of those it has not, and returns its tokens.
func (f *forest) tree(seen, unseen []int, depth int) []string {
	slope, weight := 0.0, 0.0
	for _, i := range seen {
		slope, weight = slope+f.slope[i], weight+f.weight[i]
	}
	feature, at := -1, 0
	if depth < treeDepth {
		feature, at = f.question(seen, slope, weight)
	}
	if feature < 0 {
		answer := rounded(-treeRate * slope / (weight + shrinkage))
		for _, i := range slices.Concat(seen, unseen) {
			f.answers[i] = answer
		}
		return []string{number(answer)}
	}
	part := func(rows []int) (yes, no []int) {
		for _, i := range rows {
			if int(f.below[i][feature]) <= at {
				yes = append(yes, i)
			} else {
				no = append(no, i)
			}
		}
		return yes, no
	}
	yes, no := part(seen)
	yesUnseen, noUnseen := part(unseen)
	tokens := []string{fmt.Sprintf("%s<%s", about.FeatureNames[feature], number(f.cuts[feature][at]))}
	tokens = append(tokens, f.tree(yes, yesUnseen, depth+1)...)
	return append(tokens, f.tree(no, noUnseen, depth+1)...)
}

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// question returns the feature and the cut that part the rows best, -1 where none is better than no question.
func (f *forest) question(rows []int, slope, weight float64) (feature, at int) {
	feature, best := -1, 0.5
	for _, k := range f.columns {
		n := len(f.cuts[k])
		clear(f.slopes[:n+1])
		clear(f.weights[:n+1])
		for _, i := range rows {
			f.slopes[f.below[i][k]] += f.slope[i]
			f.weights[f.below[i][k]] += f.weight[i]
		}
		s, w := 0.0, 0.0
		for c := range n {
			s, w = s+f.slopes[c], w+f.weights[c]
			if w < leastWeight || weight-w < leastWeight {
				continue
			}
			gain := s*s/(w+shrinkage) + (slope-s)*(slope-s)/(weight-w+shrinkage) - slope*slope/(weight+shrinkage)
			if gain > best {
				feature, at, best = k, c, gain
			}
		}
	}
	return feature, at
}
