package about

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/trees.txt
var treeTable string

// boosted are the embedded trees, read when they are first asked for.
var boosted = sync.OnceValue(func() *Trees { return ParseTrees(treeTable) })

// Trees are regression trees whose sum is the log-odds that an article is about a name (gradient boosting, Friedman 2001).
type Trees struct {
	nodes []node
	roots []int32
}

// node is a question or, where feature is negative, an answer. The node that follows is for a feature of at most value, right for more.
type node struct {
	feature, right int32
	value          float64
}

// ParseTrees reads lines such as "headline<0.5 once<0.5 0.031 -0.02 0.4", each a tree: a question, what follows where it holds, and what
// follows where it does not. A line that is no tree ends the reading.
func ParseTrees(table string) *Trees {
	t := new(Trees)
	number := make(map[string]int32, featureCount)
	for i, name := range FeatureNames {
		number[name] = int32(i)
	}
	for line := range strings.Lines(table) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		root := len(t.nodes)
		if rest, ok := t.parse(strings.Fields(line), number); !ok || len(rest) > 0 {
			t.nodes = slices.Delete(t.nodes, root, len(t.nodes))
			break
		}
		t.roots = append(t.roots, int32(root))
	}
	return t
}

// parse adds the nodes of the tree that the tokens begin with, and returns the other tokens.
func (t *Trees) parse(tokens []string, number map[string]int32) (rest []string, ok bool) {
	if len(tokens) == 0 {
		return nil, false
	}
	name, value, asks := strings.Cut(tokens[0], "<")
	if !asks {
		name, value = "", tokens[0]
	}
	v, err := strconv.ParseFloat(value, 64)
	feature, known := number[name]
	if err != nil || asks && !known {
		return nil, false
	}
	at := len(t.nodes)
	t.nodes = append(t.nodes, node{-1, 0, v})
	if !asks {
		return tokens[1:], true
	}
	t.nodes[at].feature = feature
	if rest, ok = t.parse(tokens[1:], number); ok {
		t.nodes[at].right = int32(len(t.nodes))
		rest, ok = t.parse(rest, number)
	}
	return rest, ok
}

// Sum returns the log-odds by all trees for the features of a name.
func (t *Trees) Sum(features []float64) float64 {
	z := 0.0
	for _, i := range t.roots {
		n := &t.nodes[i]
		for n.feature >= 0 {
			if features[n.feature] <= n.value {
				i++
			} else {
				i = n.right
			}
			n = &t.nodes[i]
		}
		z += n.value
	}
	return z
}
