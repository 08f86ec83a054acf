package keyphrase

import (
	"math"
	"strings"

	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/news"
)

// longest is the number of words that a phrase may have; with ids of 16 bits a phrase is then one number.
const longest = 4

// Candidate is a phrase that might tell what an article is about, with the figures it is ranked by.
type Candidate struct {
	news.Phrase
	Features [featureCount]float64
}

// group gathers the places of one phrase, whatever its number and case.
type group struct {
	key       uint64
	size      int
	places    []int32 // indices of first tokens, in the body
	count     int     // of places
	upper     int     // capital letters that do not begin a sentence
	extended  int     // places where a word before belongs to the phrase too
	continued int     // places where a word behind belongs to the phrase too
	named     int     // places that are a name from end to end
	within    int     // places that are only a part of a name
	headline  bool
	longer    int // places inside the most used longer phrase
}

func readArticle(a *news.Article, sentences []news.Sentence, names alias.Names) *text {
	t := newText(len(a.Body) + len(a.Headline))
	t.add(a.Headline, 0, -1, 0)
	t.body = len(t.tokens)
	for i, s := range sentences {
		t.add(s.Of(a.Body), s.Start, i, s.Paragraph)
	}
	m := 0
	for i := t.body; i < len(t.tokens); i++ {
		w := &t.tokens[i]
		t.words[w.word].count++
		for m < len(names.Mentions) && names.Mentions[m].End <= w.Start {
			m++
		}
		if m < len(names.Mentions) && names.Mentions[m].Overlaps(w.Span) {
			w.named = int32(m)
		}
	}
	t.length = math.Log(float64(len(t.tokens)-t.body)/500) / 3
	t.measure()
	t.allow()
	return t
}

// measure sets the usage of every word.
func (t *text) measure() {
	bases, used := newIndex(len(t.words)), make([]int32, 0, len(t.words))
	for _, w := range t.words {
		base := uint64(t.form(w.form).base)
		k, ok := bases.get(base)
		if !ok {
			k, used = int32(len(used)), append(used, 0)
			bases.put(base, k)
		}
		used[k] += w.count
	}
	for i := range t.words {
		w := &t.words[i]
		k, _ := bases.get(uint64(t.form(w.form).base))
		w.usage = logOf(int(1 + used[k]))
	}
}

// What a phrase may do with a token.
const (
	mayPass  = 1 << iota // pass over it
	mayClose             // end with it
	mayStand             // be it alone
)

// allow marks every token with what a phrase may do with it.
func (t *text) allow() {
	for i := range t.tokens {
		w := &t.tokens[i]
		if t.passes(i) {
			w.may |= mayPass
		}
		if t.ends(i) {
			w.may |= mayClose | mayStand
		} else if t.alone(i) {
			w.may |= mayStand
		}
		if f := t.form(w.form); f.vague || f.digit {
			w.may &^= mayStand
		}
	}
}

func (t *text) inside(i int) bool { return t.tokens[i].may&mayPass != 0 }
func (t *text) closes(i int) bool { return t.tokens[i].may&mayClose != 0 }
func (t *text) stands(i int) bool { return t.tokens[i].may&mayStand != 0 }

// nominal tells how much a form is used as a noun, from 0 to 1.
func (f *form) nominal() float64 {
	s := &f.entry.share
	return float64(s[noun] + s[plural] + s[name])
}

// modifier tells how much a form is used before a noun, as an adjective, a noun or a participle.
func (f *form) modifier() float64 {
	s := &f.entry.share
	return float64(s[noun] + s[name] + s[adjective] + s[participle] + s[ing] + s[plural]/2 + s[numeral]/2)
}

// passes reports whether a phrase may pass over token i.
func (t *text) passes(i int) bool {
	f := t.at(i)
	return !f.stop && f.modifier() >= 0.35
}

// ends reports whether a phrase may end with token i: a noun, or what is used as one here.
func (t *text) ends(i int) bool {
	f := t.at(i)
	if f.stop || f.digit || len(f.text) < 3 {
		return false
	}
	if f.nominal() >= 0.3 || t.tokens[i].upper && !t.tokens[i].first {
		return true
	}
	s := &f.entry.share
	return s[ing] >= 0.5 && s[verb] < 0.3
}

// alone reports whether token i, which closes no phrase, may be one of its own: any other word of content.
func (t *text) alone(i int) bool {
	f := t.at(i)
	s := &f.entry.share
	return len(f.text) > 2 && s[adjective]+s[participle]+s[ing]+s[verb] >= 0.5
}

// place is one phrase met at one token.
type place struct{ group, token int32 }

// gather finds the groups of t in order of their first place.
func gather(t *text) []group {
	index, groups, places := newIndex(len(t.tokens)/2), make([]group, 0, len(t.tokens)/2), make([]place, 0, len(t.tokens))
	for i := range t.tokens {
		inside := t.inside(i)
		if !inside && !t.stands(i) {
			continue
		}
		key := uint64(0)
		for n := 1; n <= longest && i+n <= len(t.tokens); n++ {
			j := i + n - 1
			if n > 1 && (t.tokens[j].ends || !inside || !t.inside(j)) || j >= t.body && i < t.body {
				break
			}
			key = key<<16 | uint64(t.at(j).base+1)&0xffff
			if n == 1 && !t.stands(j) || n > 1 && !t.closes(j) {
				continue
			}
			g, ok := index.get(key)
			if !ok {
				g = int32(len(groups))
				index.put(key, g)
				groups = append(groups, group{key: key, size: n})
			}
			if groups[g].meet(t, i); i >= t.body {
				places = append(places, place{g, int32(i)})
			}
		}
	}
	share(groups, places)
	for k := range groups {
		g := &groups[k]
		for n := 1; n < g.size; n++ {
			for from := 0; from+n <= g.size; from++ {
				part := g.key >> (16 * (g.size - from - n)) & (1<<(16*n) - 1)
				if p, ok := index.get(part); ok {
					groups[p].longer = max(groups[p].longer, g.count)
				}
			}
		}
	}
	return groups
}

// share gives each group its places, all cut from one array.
func share(groups []group, places []place) {
	all, from := make([]int32, len(places)), 0
	for i := range groups {
		groups[i].places = all[from : from : from+groups[i].count]
		from += groups[i].count
	}
	for _, p := range places {
		groups[p.group].places = append(groups[p.group].places, p.token)
	}
}

// meet counts the place that begins at token i.
func (g *group) meet(t *text, i int) {
	if i < t.body {
		g.headline = true
		return
	}
	last := i + g.size - 1
	g.count++
	for k := i; k <= last; k++ {
		if t.tokens[k].upper && !t.tokens[k].first {
			g.upper++
		}
	}
	if i > t.body && !t.tokens[i].ends && t.inside(i-1) {
		g.extended++
	}
	if last+1 < len(t.tokens) && !t.tokens[last+1].ends && t.inside(last+1) && t.closes(last+1) {
		g.continued++
	}
	m := t.tokens[i].named
	same := m >= 0 && t.tokens[last].named == m
	open := i > 0 && t.tokens[i-1].named == m || last+1 < len(t.tokens) && t.tokens[last+1].named == m
	switch {
	case same && !open:
		g.named++
	case m >= 0 || t.tokens[last].named >= 0:
		g.within++
	}
}

// Candidates returns every phrase of the article with its features, in order of first use, for a trainer to choose weights by.
func Candidates(a *news.Article, sentences []news.Sentence, names alias.Names) []Candidate {
	t := readArticle(a, sentences, names)
	groups := gather(t)
	out := make([]Candidate, 0, len(groups))
	for i := range groups {
		if g := &groups[i]; g.count > 0 {
			out = append(out, Candidate{news.Phrase{Spans: t.spans(g)}, t.features(g)})
		}
	}
	return out
}

func (t *text) spans(g *group) []news.Span {
	out := make([]news.Span, len(g.places))
	for i, p := range g.places {
		out[i] = news.Span{Start: t.tokens[p].Start, End: t.tokens[int(p)+g.size-1].End}
	}
	return out
}

// label writes a phrase as it is filed, in the form used most.
func (t *text) label(body string, g *group) string {
	if len(g.places) == 1 {
		return t.written(body, g, g.places[0])
	}
	count, best, most := make(map[string]int, 2), "", 0
	for _, p := range g.places {
		w := t.written(body, g, p)
		count[w]++
		if count[w] > most {
			best, most = w, count[w]
		}
	}
	return best
}

// written returns the phrase as it stands at token p, each word in lower case that is no name and has no capital of its own.
func (t *text) written(body string, g *group, p int32) string {
	var b strings.Builder
	for k := int(p); k < int(p)+g.size; k++ {
		w, word := &t.tokens[k], t.tokens[k].Of(body)
		if w.named < 0 && (w.first || !w.upper) {
			word = strings.ToLower(word)
		}
		if g.size == 1 {
			return word
		}
		if k > int(p) {
			b.WriteByte(' ')
		} else {
			b.Grow(t.tokens[k+g.size-1].End - w.Start + g.size)
		}
		b.WriteString(word)
	}
	return b.String()
}

func logistic(z float64) float64 { return 1 / (1 + math.Exp(-z)) }
