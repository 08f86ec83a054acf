package page

import (
	"cmp"
	"slices"
	"time"

	"copydesk/generator/internal/topic"
)

// Options says what pages show that depends on how many they are. The zero value shows none of it.
type Options struct {
	Cards      int // preview images of their own, for the newest articles and the busiest topics
	WholeFeeds int // up to this many articles on the site, topics' feeds carry them whole
}

// whole is a corpus and what its pages show of one another. Each page says all of that itself, so that it can be rendered without the others.
type whole struct {
	*topic.Corpus
	Options
	today        string // as 2017-07-18
	older, newer map[*topic.Article]*topic.Article
	twins        map[*topic.Article]int
	busy         map[*topic.Topic]int
	newest       map[*topic.Article]bool
}

// among finds what the pages of the corpus show of one another.
func among(c *topic.Corpus, o Options) *whole {
	m := &whole{Corpus: c, Options: o, today: c.Today.Format(time.DateOnly), newest: map[*topic.Article]bool{}}
	m.order()
	m.number()
	m.rank()
	for _, a := range c.Articles {
		if len(m.newest) == o.Cards {
			break
		}
		if !draft(a) {
			m.newest[a] = true
		}
	}
	return m
}

func draft(a *topic.Article) bool {
	draft, _ := a.Front["draft"].(bool)
	return draft
}

// order finds the older and the newer article about the first topic of each.
func (m *whole) order() {
	m.older, m.newer = map[*topic.Article]*topic.Article{}, map[*topic.Article]*topic.Article{}
	first := func(a *topic.Article, t *topic.Topic) bool { return len(a.Filed) > 0 && a.Filed[0].Topic == t }
	for _, t := range m.Topics {
		var last *topic.Article
		for _, x := range t.Appearances { // newest first
			if !x.About {
				continue
			}
			if last != nil && first(last, t) {
				m.older[last] = x.Article
			}
			if last != nil && first(x.Article, t) {
				m.newer[x.Article] = last
			}
			last = x.Article
		}
	}
}

// number counts the articles of one headline, the oldest first. The first of them has no number.
func (m *whole) number() {
	m.twins = map[*topic.Article]int{}
	seen := map[string]int{}
	for _, a := range slices.Backward(m.Articles) {
		name := title(a)
		if seen[name]++; seen[name] > 1 {
			m.twins[a] = seen[name]
		}
	}
}

// What makes a topic busy.
const (
	newsDays  = 7   // it is in the news with
	newsLeast = 3   // so many articles about it in so many days
	busyDays  = 90  // else articles about it in so many days count first, then all that name it
	busyMost  = 60  // topics that are listed as busy
	busyFew   = 100 // where there are fewer topics, thin ones may be among them
)

// rank numbers the busiest topics, the busiest as 1: those in the news first, by how many of their articles are new, so that what is always
// written about does not always lead.
func (m *whole) rank() {
	week, since := m.Today.AddDate(0, 0, -newsDays), m.Today.AddDate(0, 0, -busyDays)
	newest, recent := map[*topic.Topic]int{}, map[*topic.Topic]int{}
	var list []*topic.Topic
	for _, t := range m.Topics {
		if t.Thin && len(m.Topics)+len(m.Pairs) >= busyFew {
			continue
		}
		list = append(list, t)
		for _, x := range t.Appearances { // newest first
			if x.Article.Dated.Before(since) {
				break
			}
			if !x.About {
				continue
			}
			recent[t]++
			if !x.Article.Dated.Before(week) {
				newest[t]++
			}
		}
	}
	news := func(t *topic.Topic) float64 {
		n := newest[t]
		if n < newsLeast {
			return 0
		}
		return float64(n*n) / float64(len(t.Appearances))
	}
	slices.SortStableFunc(list, func(a, b *topic.Topic) int {
		return cmp.Or(cmp.Compare(news(b), news(a)), cmp.Compare(recent[b], recent[a]), cmp.Compare(len(b.Appearances), len(a.Appearances)),
			cmp.Compare(mentions(b), mentions(a)), cmp.Compare(a.Slug, b.Slug))
	})
	m.busy = map[*topic.Topic]int{}
	for i, t := range list[:min(len(list), max(busyMost, m.Cards))] {
		m.busy[t] = i + 1
	}
}

// mentions is how often the articles name the topic.
func mentions(t *topic.Topic) int {
	n := 0
	for _, x := range t.Appearances {
		n += x.Mentions
	}
	return n
}

// prominence adds what a topic gets for its rank among the busiest; 0 is none.
func (m *whole) prominence(f *Fields, rank int) {
	if rank == 0 {
		return
	}
	f.add("busy", rank)
	if rank <= m.Cards {
		f.add("card", true)
	}
}

// standing adds where an article stands among the others.
func (m *whole) standing(f *Fields, a *topic.Article) {
	if years := m.age(a); years > 0 {
		f.add("age", years)
	}
	if n := m.twins[a]; n > 0 {
		f.add("twin", n)
	}
	if m.newest[a] {
		f.add("card", true)
	}
	if x := m.newer[a]; x != nil {
		f.add("newer", head(x))
	}
	if x := m.older[a]; x != nil {
		f.add("older", head(x))
	}
}

// age returns how many full years old the article is on the site's day.
func (m *whole) age(a *topic.Article) int {
	if a.Dated.IsZero() {
		return 0
	}
	years := m.Today.Year() - a.Dated.Year()
	if m.Today.Format("0102") < a.Dated.Format("0102") {
		years--
	}
	return years
}
