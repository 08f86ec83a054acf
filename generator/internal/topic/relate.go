package topic

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"

	"copydesk/generator/internal/news"
	"copydesk/generator/internal/related"
)

// retoldShare is the least share of the shorter text's runs of words that two tellings of one story have in common.
const retoldShare = 0.5

// run is how many words make one of those runs.
const run = 6

// retoldTitled is that share for two articles of one headline.
const retoldTitled = 0.2

// maxRelated is how many related articles a page shows.
const maxRelated = 6

// Relate sets the related articles of every article, and the retellings of its story. links[i] are what is near the article that Build was given
// as number i, with such numbers.
func (c *Corpus) Relate(links [][]related.Link) {
	sketches := make([][]uint64, len(c.Articles))
	of := func(i int) []uint64 {
		if sketches[i] == nil {
			sketches[i] = sketch(c.Articles[i].Body)
		}
		return sketches[i]
	}
	for from, list := range links {
		if from >= len(c.position) {
			break
		}
		i := c.position[from]
		a := c.Articles[i]
		for _, l := range list {
			if l.To < 0 || l.To >= len(c.position) || l.To == from {
				continue
			}
			o := c.Articles[c.position[l.To]]
			least := retoldShare
			if key(a.Headline) == key(o.Headline) {
				least = retoldTitled
			}
			if l.Score >= 0.3 && overlap(of(i), of(o.index)) >= least {
				a.Retold = append(a.Retold, o)
				continue
			}
			shared, weight, loose := c.share(a, o)
			if len(a.Related) == maxRelated || loose || !close(l.Score, weight, len(c.Articles)) {
				continue
			}
			direction, when := direct(a.Dated, o.Dated)
			reason := l.Reason
			if len(shared) > 0 {
				reason = "both about " + enumerate(shared)
			}
			a.Related = append(a.Related, Relation{o, direction, joinReason(when, reason)})
		}
		slices.SortFunc(a.Retold, func(x, y *Article) int { return cmp.Compare(x.index, y.index) })
	}
}

// bars are what a link must reach: the less alike two texts are, the more telling must be what both are filed under. Found by reading 100
// links of 1,000 agency reports; rarity 1 is what one topic weighs that nothing else in the corpus is filed under.
var bars = [...]struct{ score, rarity float64 }{{0.3, 0}, {0.2, 0.36}, {0.15, 0.72}, {0.1, 1.15}}

// close reports whether a link of that score, between articles whose common topics weigh so much, is worth showing.
func close(score, weight float64, articles int) bool {
	rarity := 2.0
	if articles > 2 {
		rarity = weight / math.Log(float64(articles))
	}
	for _, bar := range bars {
		if score >= bar.score && rarity >= bar.rarity {
			return true
		}
	}
	return false
}

// maxShared is how many common topics a reason names.
const maxShared = 3

// share returns the names of the topics that both articles are filed under, rarest first, and what they weigh together: the sum of their
// inverse document frequencies. A topic of half the articles tells nothing beside others. The tie is loose where all that many articles have in
// common are subjects of one word: the profits of two firms are two things.
func (c *Corpus) share(a, o *Article) (names []string, weight float64, loose bool) {
	type common struct {
		name   string
		rarity float64
	}
	var all []common
	for i := range a.Filed {
		if f, about := o.filing(a.Filed[i].group); f != nil && about {
			r := math.Log(float64(len(c.Articles)) / float64(len(f.group.in)))
			weight += r
			plain := f.Kind == news.Subject && f.group.single()
			loose = plain && (loose || len(all) == 0) && len(c.Articles) >= crowd
			if f.Kind == news.Place {
				r /= 2 // where says less than who and what
			}
			all = append(all, common{f.Name, r})
		}
	}
	slices.SortStableFunc(all, func(x, y common) int { return cmp.Or(-cmp.Compare(x.rarity, y.rarity), cmp.Compare(x.name, y.name)) })
	for _, t := range all {
		if len(names) < maxShared && (len(names) == 0 || len(c.Articles) < crowd || t.rarity > math.Ln2) {
			names = append(names, t.name)
		}
	}
	return names, weight, loose
}

// enumerate joins names as a sentence does: "a, b and c".
func enumerate(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// direct tells which way a link leads in time, and how far.
func direct(from, to time.Time) (direction, when string) {
	if from.IsZero() || to.IsZero() {
		return "", ""
	}
	days := int(to.Truncate(24*time.Hour).Sub(from.Truncate(24*time.Hour)) / (24 * time.Hour))
	switch {
	case days < 0:
		return "background", "background, " + count(-days, "day") + " earlier"
	case days > 0:
		return "follow-up", "follow-up, " + count(days, "day") + " later"
	}
	return "same day", "same day"
}

// joinReason puts the direction before the reason.
func joinReason(when, reason string) string {
	switch {
	case when == "":
		return reason
	case reason == "":
		return when
	}
	return when + ": " + reason
}

// oneIn is which share of the runs of words a sketch keeps: enough to tell a retelling, few enough to hold for every article.
const oneIn = 4

// sketch returns the hashes of some of the runs of words in text, sorted: those whose hash is a multiple of oneIn, which are the same runs in
// every text (Manber 1994).
func sketch(text string) []uint64 {
	const offset, prime = 14695981039346656037, 1099511628211 // FNV-1a
	var words [run]uint64
	n, h, in := 0, uint64(offset), false
	out := []uint64{}
	for i := 0; i <= len(text); i++ {
		if i < len(text) && letter(text[i]) {
			h = (h ^ uint64(text[i]|0x20)) * prime
			in = true
			continue
		}
		if !in {
			continue
		}
		words[n%run] = h
		n, h, in = n+1, offset, false
		if n < run {
			continue
		}
		sum := uint64(offset)
		for k := range run {
			sum = (sum ^ words[(n+k)%run]) * prime
		}
		if sum ^= sum >> 32; sum%oneIn == 0 {
			out = append(out, sum)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// letter reports whether c is part of a word, as every byte beyond ASCII is.
func letter(c byte) bool {
	return c >= 0x80 || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// overlap returns the share of the smaller sketch that is in both.
func overlap(a, b []uint64) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return float64(n) / float64(min(len(a), len(b)))
}

// How much a day's page shows.
const (
	maxComing        = 12
	maxEditionTopics = 12
)

// editions makes a page of every day that has articles: what it is about, and the dates it says are coming.
func (b *builder) editions() {
	byDay := map[string]*Edition{}
	for _, a := range b.Articles {
		if a.Dated.IsZero() {
			continue
		}
		day := a.Dated.Format(time.DateOnly)
		e := byDay[day]
		if e == nil {
			e = &Edition{Day: time.Date(a.Dated.Year(), a.Dated.Month(), a.Dated.Day(), 0, 0, 0, 0, time.UTC)}
			byDay[day] = e
			b.Editions = append(b.Editions, e)
		}
		e.Articles = append(e.Articles, a)
	}
	for _, e := range b.Editions {
		e.fill()
	}
}

// fill gathers the coming dates and the topics of the day.
func (e *Edition) fill() {
	counts, scores := map[*Topic]int{}, map[*Topic]float64{}
	day := e.Day.Format(time.DateOnly)
	for _, a := range e.Articles {
		for i := range a.Filed {
			counts[a.Filed[i].Topic]++
			scores[a.Filed[i].Topic] += a.Filed[i].Score
		}
		for _, d := range a.Dates {
			n := a.sentenceAt(d.Start)
			if d.Coming && d.Value > day && n >= 0 {
				e.Coming = append(e.Coming, Date{d, Passage{a, a.Sentences[n].Span}})
			}
		}
	}
	slices.SortStableFunc(e.Coming, func(a, b Date) int { return cmp.Compare(a.Value, b.Value) })
	e.Coming = e.Coming[:min(len(e.Coming), maxComing)]
	for t, n := range counts {
		e.Topics = append(e.Topics, Neighbour{Topic: t, Count: n})
	}
	slices.SortFunc(e.Topics, func(a, b Neighbour) int {
		return cmp.Or(-cmp.Compare(a.Count, b.Count), -cmp.Compare(scores[a.Topic], scores[b.Topic]), cmp.Compare(a.Topic.Slug, b.Topic.Slug))
	})
	e.Topics = e.Topics[:min(len(e.Topics), maxEditionTopics)]
}
