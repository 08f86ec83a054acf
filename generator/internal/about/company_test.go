package about

import (
	"math"
	"strings"
	"testing"

	"copydesk/generator/internal/golden"
	"copydesk/generator/internal/news"
)

func TestKeepCompany(t *testing.T) {
	a, sentences, names := article(golden.Read(t, "testdata/passing.txtar"))
	index := map[string]int{}
	for i, e := range names.Entities {
		index[e.ID] = i
	}
	tallies := count(a, sentences, names, index, setScene(a, sentences, nil))
	companies := keepCompany(a, sentences, names, index, tallies)
	total := 0
	for i, c := range companies {
		total += c.mentions
		if c.mentions != tallies[i].count {
			t.Errorf("%s: %d mentions, counted %d", names.Entities[i].Name, c.mentions, tallies[i].count)
		}
		for _, j := range c.others {
			if j == i {
				t.Errorf("%s keeps itself company", names.Entities[i].Name)
			}
		}
	}
	if total != len(names.Mentions) {
		t.Errorf("%d mentions of %d", total, len(names.Mentions))
	}
	if c := companies[index["norwick-port-authority"]]; c.followed != 1 {
		t.Errorf("%d sentences go on with “It”, want 1", c.followed)
	}
	if c := companies[index["selby-bridge"]]; c.headlineMost != 0.5 { // "close" and "year", of four words; "Bridge" stands in the name
		t.Errorf("a sentence has %.2f of the headline, want 0.50", c.headlineMost)
	}
}

func TestHeadWords(t *testing.T) {
	h := readWords("Harbour bridge to close for closure: bridges")
	if len(h) != 4 {
		t.Fatalf("%d words, want 4: harbou, bridge, close, closur", len(h))
	}
	text := "The bridge and the harbours close, Close said."
	m := news.Mention{Span: news.Span{Start: 100 + strings.Index(text, "Close"), End: 100 + strings.Index(text, "Close") + 5}}
	if got := h.share(text, 100, []news.Mention{m}); got != 0.75 {
		t.Errorf("got %.2f, want 0.75", got)
	}
	if got := readWords("").share(text, 0, nil); got != 0 {
		t.Errorf("no headline: got %.2f", got)
	}
}

func TestParseTrees(t *testing.T) {
	trees := ParseTrees("# a comment\nheadline<0.5 once<0.5 0.25 -0.5 1\n0.125\n")
	for _, c := range []struct{ headline, once, want float64 }{{0, 0, 0.375}, {0, 1, -0.375}, {1, 1, 1.125}} {
		var f [featureCount]float64
		f[headline], f[once] = c.headline, c.once
		if got := trees.Sum(f[:]); got != c.want {
			t.Errorf("headline %.0f, once %.0f: %.3f, want %.3f", c.headline, c.once, got, c.want)
		}
	}
	for _, bad := range []string{"headline<0.5 1", "nosuch<0.5 1 2", "1 2", "x", ""} {
		if trees := ParseTrees(bad + "\n"); len(trees.roots) != 0 || len(trees.nodes) != 0 {
			t.Errorf("%q was read as %d trees of %d nodes", bad, len(trees.roots), len(trees.nodes))
		}
	}
	embedded := boosted()
	if n := strings.Count(treeTable, "\n"); len(embedded.roots) != n-1 {
		t.Errorf("%d trees of %d lines were read", len(embedded.roots), n-1)
	}
	for _, n := range embedded.nodes {
		if math.IsNaN(n.value) || n.feature >= featureCount {
			t.Errorf("bad node %+v", n)
		}
	}
}
