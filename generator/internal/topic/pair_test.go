package topic_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"copydesk/generator/internal/topic"
	"copydesk/generator/internal/topic/topictest"
)

// shared returns 300 articles, of which both are about Vika Oil and Norr Gas together.
func shared(both int) []topictest.Text {
	var lines []string
	for i := range 300 {
		switch {
		case i < both:
			lines = append(lines, fmt.Sprintf("Vika Oil, Norr Gas | [Vika Oil/organization] sued [Norr Gas/organization] for day %d.", i))
		case i < 16:
			lines = append(lines, fmt.Sprintf("Vika Oil | [Vika Oil/organization] rose on day %d.", i))
		case i < 30:
			lines = append(lines, fmt.Sprintf("Norr Gas | [Norr Gas/organization] fell on day %d.", i))
		default:
			lines = append(lines, fmt.Sprintf("Lund | [Lund/place] slept on day %d.", i))
		}
	}
	return reports(lines...)
}

// pages lists the pairs, and what leads to each topic and pair.
func pages(c *topic.Corpus) string {
	out := ""
	for _, t := range slices.Concat(c.Pairs, c.Topics) {
		if t.Kind == topic.Pair || len(t.Redirects) > 0 {
			out += fmt.Sprint(t.Path(), t.Redirects, " ")
		}
	}
	return out
}

func TestPairHasPage(t *testing.T) {
	c, _ := build(shared(8), topic.Options{})
	if len(c.Pairs) != 1 {
		t.Fatalf("pairs %v", c.Pairs)
	}
	p := c.Pairs[0]
	if p.Name != "Norr Gas and Vika Oil" || p.Path() != "/topics/norr-gas-and-vika-oil/" || len(p.Appearances) != 8 || len(p.Passages) != 8 {
		t.Errorf("%s at %s with %d articles and %d passages", p.Name, p.Path(), len(p.Appearances), len(p.Passages))
	}
	if gas := c.Find("Norr Gas"); len(gas.Pairs) != 1 || gas.Pairs[0] != p || c.Find("Norr Gas and Vika Oil") != p {
		t.Errorf("the topic does not lead to its pair, or the pair is not found by its name: %v", gas.Pairs)
	}
	if c, _ = build(shared(5), topic.Options{}); len(c.Pairs) != 0 {
		t.Errorf("a page for too few articles: %s", c.Pairs[0].Name)
	}
}

// TestPairHasCompanions: what two of a pair's articles name beside it is related to it.
func TestPairHasCompanions(t *testing.T) {
	texts := shared(8)
	for i := range 5 {
		texts[i].Marked = strings.NewReplacer(" for day", " before [Ida Berg/person] for day", "Norr Gas\n", "Norr Gas, Ida Berg\n").Replace(texts[i].Marked)
	}
	c, _ := build(texts, topic.Options{})
	if len(c.Pairs) != 1 || len(c.Pairs[0].Neighbours) != 1 {
		t.Fatalf("pairs %v", c.Pairs)
	}
	if n := c.Pairs[0].Neighbours[0]; n.Topic.Name != "Ida Berg" || n.Count != 5 || n.Reason != "named in 5 of these 8 briefings" {
		t.Errorf("%s, %d: %s", n.Topic.Name, n.Count, n.Reason)
	}
}

func TestPairKeepsItsAddress(t *testing.T) {
	known := topic.Addresses{Topics: []topic.Address{
		{Slug: "norr-gas", Title: "Norr Gas", Old: []string{"/topics/norr-gas/"}},
		{Slug: "vika-oil", Title: "Vika Oil", Old: []string{"/topics/vika-oil/"}},
		{Slug: "norr-gas-and-vika-oil", Title: "Norr Gas and Vika Oil", Of: []string{"norr-gas", "vika-oil"}, Old: []string{"/topics/norr-gas-and-vika-oil/"}},
	}}
	tests := []struct {
		name, decisions string
		both            int
		want            string
	}{
		{"fewer articles than a new page needs", "", 3, "/topics/norr-gas-and-vika-oil/[] "},
		{"no common article left", "", 0, "/topics/norr-gas/[/topics/norr-gas-and-vika-oil/] "},
		{"no page, says the editor", "Norr Gas and Vika Oil: {never: true}", 8, "/topics/vika-oil/[/topics/norr-gas-and-vika-oil/] "},
		{"one renamed", "Norr Gas: {rename: Aal Gas}", 8, "/topics/aal-gas-and-vika-oil/[/topics/norr-gas-and-vika-oil/] /topics/aal-gas/[/topics/norr-gas/] "},
		{"made one", "Vika Oil: {merge: [Norr Gas]}", 8, "/topics/vika-oil/[/topics/norr-gas-and-vika-oil/ /topics/norr-gas/] "},
		{"one merged with a third", "Lund: {merge: [Norr Gas]}", 8, "/topics/lund-and-vika-oil/[/topics/norr-gas-and-vika-oil/] /topics/lund/[/topics/norr-gas/] "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			decisions, ds := topic.ParseDecisions(topic.DecisionsFile, []byte(tt.decisions))
			c, more := build(shared(tt.both), topic.Options{Addresses: known, Decisions: decisions})
			if got := pages(c); got != tt.want || len(ds)+len(more) > 0 {
				t.Errorf("got  %s\nwant %s\nsaid %v %v", got, tt.want, ds, more)
			}
		})
	}
}

func TestOrderDoesNotMatterToPairs(t *testing.T) {
	texts := shared(8)
	c, _ := build(texts, topic.Options{})
	want := c.Pairs[0].Passages[0].Text() + pages(c)
	slices.Reverse(texts)
	c, _ = build(texts, topic.Options{})
	if got := c.Pairs[0].Passages[0].Text() + pages(c); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
