package topic

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"time"

	"copydesk/generator/internal/news"
)

// maxNeighbours is how many related topics a page shows.
const maxNeighbours = 8

// maxTogether is how many of the articles of two topics are looked through for a sentence that names both, newest first.
const maxTogether = 20

// neighbours sets the related topics of every topic: those that articles name together with it more often than chance would, by normalised
// pointwise mutual information (Bouma 2009), weighed by how many articles say so. Counts alone would relate everything to the commonest names.
func (b *builder) neighbours() {
	in := make([][]int, len(b.Articles)) // topics by article
	for i, t := range b.Topics {
		for _, a := range t.group.in {
			in[a] = append(in[a], i)
		}
	}
	for _, a := range b.Articles {
		a.countNames()
	}
	total := float64(len(b.Articles))
	counts := make([]int, len(b.Topics))
	for i, t := range b.Topics {
		var met []int
		for _, a := range t.group.in {
			for _, o := range in[a] {
				if o == i {
					continue
				}
				if counts[o] == 0 {
					met = append(met, o)
				}
				counts[o]++
			}
		}
		t.Neighbours = b.choose(t, met, counts, total)
		for _, o := range met {
			counts[o] = 0
		}
	}
}

// leastInformation is the mutual information that two topics need: below it, the one is simply everywhere.
const leastInformation = 0.15

// smallTopic is the greatest number of articles for which it is worth saying that one article names another topic in the same sentence.
const smallTopic = 3

// unproven is how many articles must name two topics for it to be worth saying without a sentence that names both; they need twice
// leastInformation, too.
const unproven = 4

// everywhere is which share of the articles names a topic that one sentence relates to nothing: a country, a news agency.
const everywhere = 0.03

// scored is a topic that was met.
type scored struct {
	topic     *Topic
	score     float64
	articles  int
	sentences int // that name both; counted only where articles is 1
}

// choose returns the best of the topics met, with the reason and a sentence that names both.
func (b *builder) choose(t *Topic, met, counts []int, total float64) []Neighbour {
	var all, once []scored
	for _, o := range met {
		u := b.Topics[o]
		if b.nested(t, u) {
			continue
		}
		s := scored{topic: u, articles: counts[o], score: npmi(counts[o], len(t.group.in), len(u.group.in), total)}
		switch {
		case s.articles == 1 && len(b.Articles) >= crowd && float64(len(u.group.in)) > everywhere*total:
		case s.articles == 1:
			once = append(once, s)
		case s.score > leastInformation:
			all = append(all, s)
		}
	}
	sortScored(all)
	all = all[:min(len(all), 3*maxNeighbours)]
	for i := range all {
		// What a sentence names together belongs together more surely than what an article does.
		n := b.together(t, all[i].topic, maxTogether)
		if n == 0 && (all[i].articles < unproven || all[i].score < 2*leastInformation) || n == 1 && all[i].articles < unproven && b.whereabouts(t, all[i].topic) {
			all[i].score = 0
		}
		all[i].score *= 1 + min(1, float64(n)/float64(min(all[i].articles, maxTogether)))
	}
	all = slices.DeleteFunc(all, func(s scored) bool { return s.score == 0 })
	sortScored(all)
	if len(all) < maxNeighbours && len(t.group.in) <= smallTopic {
		for i := range once {
			once[i].sentences = b.together(t, once[i].topic, 1)
			once[i].score = float64(once[i].sentences)
		}
		sortScored(once)
		for _, s := range once {
			if s.sentences > 1 || s.sentences == 1 && !b.whereabouts(t, s.topic) && !b.loose(t, s.topic) {
				all = append(all, s)
			}
		}
	}
	var out []Neighbour
	for _, s := range all[:min(len(all), maxNeighbours)] {
		out = append(out, Neighbour{s.topic, s.articles, b.reason(t, s.topic, s), b.sentence(t, s.topic)})
	}
	return out
}

// whereabouts reports whether one of two is a person and the other a place, which a single sentence names together for no more than where
// the person was asked. On a small site all that is said of them counts.
func (b *builder) whereabouts(t, u *Topic) bool {
	if len(b.Articles) < crowd {
		return false
	}
	return t.Kind == news.Person && u.Kind == news.Place || t.Kind == news.Place && u.Kind == news.Person
}

// loose reports whether one of two is a subject of a single word ("war"), which one sentence may have in any sense.
func (b *builder) loose(t, u *Topic) bool {
	plain := func(t *Topic) bool { return t.Kind == news.Subject && t.group.single() }
	return len(b.Articles) >= crowd && (plain(t) || plain(u))
}

// nested reports whether the name of a subject and another name hold one another, so that all they have in common is the word: "World Bank"
// and "banks".
func (b *builder) nested(t, u *Topic) bool {
	if t.Kind != news.Subject && u.Kind != news.Subject {
		return false
	}
	k, l := b.stems.key(t.Name), b.stems.key(u.Name)
	return within(k, l) || within(l, k)
}

// list is how many names a sentence may have before it is a list, which relates none of them.
const list = 7

// countNames counts the names in each sentence.
func (a *Article) countNames() {
	a.names = make([]uint8, len(a.Sentences))
	for _, filings := range [...][]Filing{a.Filed, a.Named} {
		for i := range filings {
			for _, s := range filings[i].sentences {
				a.names[s] = min(a.names[s]+1, list+1)
			}
		}
	}
}

// sortScored sorts the best first.
func sortScored(all []scored) {
	slices.SortFunc(all, func(x, y scored) int {
		return cmp.Or(-cmp.Compare(x.score, y.score), -cmp.Compare(x.articles, y.articles), cmp.Compare(x.topic.Slug, y.topic.Slug))
	})
}

// npmi returns the normalised pointwise mutual information of two topics, -1 to 1, discounted where few articles support it.
func npmi(both, a, b int, total float64) float64 {
	if both == 0 || total < 2 {
		return 0
	}
	p := float64(both) / total
	if p >= 1 {
		return 0.5
	}
	pmi := math.Log(p / (float64(a) / total * float64(b) / total))
	support := float64(both) / float64(both+2)
	return support * pmi / -math.Log(p)
}

// meet calls f with every sentence that names both topics and is no list, by its article and index, in at most limit of their articles, newest
// first.
func (b *builder) meet(t, u *Topic, limit int, f func(a *Article, sentence int32)) {
	x, y := t.group.in, u.group.in
	for i, j := 0, 0; i < len(x) && j < len(y) && limit > 0; {
		switch {
		case x[i] < y[j]:
			i++
		case x[i] > y[j]:
			j++
		default:
			a := b.Articles[x[i]]
			limit--
			of, _ := a.filing(t.group)
			with, _ := a.filing(u.group)
			if of != nil && with != nil {
				common(of.sentences, with.sentences, func(s int32) {
					if a.names[s] <= list {
						f(a, s)
					}
				})
			}
			i++
			j++
		}
	}
}

// common calls f with what is in both lists, which are in order.
func common[T cmp.Ordered](x, y []T, f func(T)) {
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] < y[j]:
			i++
		case x[i] > y[j]:
			j++
		default:
			f(x[i])
			i++
			j++
		}
	}
}

// together counts the sentences that name both topics, in at most limit of their articles.
func (b *builder) together(t, u *Topic, limit int) int {
	n := 0
	b.meet(t, u, limit, func(*Article, int32) { n++ })
	return n
}

// sentence returns the sentence to show of those that name both topics; the zero value where there is none.
func (b *builder) sentence(t, u *Topic) Passage {
	var best Passage
	bestScore := math.Inf(-1)
	b.meet(t, u, maxTogether, func(a *Article, sentence int32) {
		s := a.passage(sentence)
		if score := sentenceScore(a, s, u.Name); score > bestScore {
			best, bestScore = s, score
		}
	})
	return best
}

// reason says how often two topics meet, and when most.
func (b *builder) reason(t, u *Topic, s scored) string {
	if s.articles == 1 {
		return fmt.Sprintf("named together in %s of 1 briefing", count(s.sentences, "sentence"))
	}
	months := map[string]int{}
	common(t.group.in, u.group.in, func(i int) {
		if d := b.Articles[i].Dated; !d.IsZero() {
			months[d.Format("2006-01")]++
		}
	})
	best := ""
	for m, n := range months {
		if n > months[best] || n == months[best] && m > best {
			best = m
		}
	}
	text := fmt.Sprintf("named together in %d briefings", s.articles)
	month, err := time.Parse("2006-01", best)
	switch {
	case err != nil:
	case len(months) == 1:
		text += ", all in " + month.Format("January 2006")
	case months[best] > 1:
		text += ", most in " + month.Format("January 2006")
	}
	return text
}

// count returns n with the noun in the right number.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
