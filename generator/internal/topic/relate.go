package topic

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"time"

	"copydesk/generator/internal/related"
)

// retoldShare is the least share of the shorter text's runs of words that two tellings of one story have in common.
const retoldShare = 0.5

// run is how many words make one of those runs.
const run = 6

// relate sets the related articles of every article, and the retellings of its story.
func (b *builder) relate(links [][]related.Link, position []int) {
	shingles := map[int]map[uint64]bool{}
	of := func(i int) map[uint64]bool {
		if shingles[i] == nil {
			shingles[i] = runs(b.Articles[i].Body)
		}
		return shingles[i]
	}
	for from, list := range links {
		if from >= len(position) {
			break
		}
		i := position[from]
		a := b.Articles[i]
		for _, l := range list {
			if l.To < 0 || l.To >= len(position) || l.To == from {
				continue
			}
			o := b.Articles[position[l.To]]
			if l.Score >= 0.3 && overlap(of(i), of(o.index)) >= retoldShare {
				a.Retold = append(a.Retold, o)
				continue
			}
			direction, when := direct(a.Dated, o.Dated)
			reason := cmp.Or(l.Reason, shareReason(a, o))
			a.Related = append(a.Related, Relation{o, direction, joinReason(when, reason)})
		}
		slices.SortFunc(a.Retold, func(x, y *Article) int { return cmp.Compare(x.index, y.index) })
	}
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

// shareReason says what two articles are both about.
func shareReason(a, o *Article) string {
	var both []string
	for i := range a.Filed {
		if f, about := o.filing(a.Filed[i].group); f != nil && about && len(both) < 3 {
			both = append(both, a.Filed[i].Name)
		}
	}
	if len(both) == 0 {
		return ""
	}
	text := strings.Join(both, ", ")
	if i := strings.LastIndex(text, ", "); i >= 0 && len(both) > 1 {
		text = text[:i] + " and" + text[i+1:]
	}
	return fmt.Sprintf("both about %s", text)
}

// runs returns the hashes of all runs of words in text.
func runs(text string) map[uint64]bool {
	words := strings.Fields(key(text))
	out := make(map[uint64]bool, len(words))
	for i := 0; i+run <= len(words); i++ {
		h := fnv.New64a()
		for _, w := range words[i : i+run] {
			h.Write([]byte(w))
			h.Write([]byte{' '})
		}
		out[h.Sum64()] = true
	}
	return out
}

// overlap returns the share of the smaller set that is in both.
func overlap(a, b map[uint64]bool) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return 0
	}
	n := 0
	for h := range a {
		if b[h] {
			n++
		}
	}
	return float64(n) / float64(len(a))
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
	counts := map[*Topic]int{}
	day := e.Day.Format(time.DateOnly)
	for _, a := range e.Articles {
		for i := range a.Filed {
			counts[a.Filed[i].Topic]++
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
		return cmp.Or(-cmp.Compare(a.Count, b.Count), -cmp.Compare(len(a.Topic.group.refs), len(b.Topic.group.refs)), cmp.Compare(a.Topic.Slug, b.Topic.Slug))
	})
	e.Topics = e.Topics[:min(len(e.Topics), maxEditionTopics)]
}
