package topic

import (
	"cmp"
	"slices"
	"strings"

	"copydesk/generator/internal/news"
)

// crowd is the number of articles from which on the corpus can tell a heading from a chance phrase.
const crowd = 50

// In a crowd, a subject that only one article is filed under has to stand in its text this often to be a heading.
const ownMentions = 3

// throng is the number of articles from which on a phrase that only one of them has is no heading, however often it stands there.
const throng = 500

// rareWord is how many articles may use a word that only one is filed under.
const rareWord = 5

// A word that very many articles use and few are filed under ("office", "leaders") is no heading: from commonArticles on, at least
// filedShare of the articles that use it have to be filed under it.
const (
	commonArticles = 50
	filedShare     = 0.05
)

// headings files the subjects of a large corpus as an editor would: a phrase of one article goes under the wider heading it ends in
// ("longer-term interest rates" under "interest rates"), and what is no heading at all has no page. keep tells which names have a page already.
func (b *builder) headings(subjects []*group, keep func(name string) bool) {
	if len(b.Articles) < crowd {
		return
	}
	wide := map[string]*group{}
	for _, g := range subjects {
		if g.into == nil && g.tagged > 1 {
			wide[g.key] = g
		}
	}
	used, phrased := b.documents(subjects), b.phrased()
	for _, g := range subjects {
		if g.into != nil || g.kind != news.Subject || keep(g.name) {
			continue
		}
		switch wider := widerHeading(g.key, wide); {
		case g.tagged == 1 && wider != nil && wider.root() != g:
			wider.merge(g)
		case g.tagged == 1 && (b.standing(g) < ownMentions || len(b.Articles) >= throng && phrased[g.key] < 2):
			g.tagged = 0
		case g.tagged == 1 && g.single() && used[strings.ToLower(g.name)] > rareWord:
			g.tagged = 0
		case g.single() && used[strings.ToLower(g.name)] >= commonArticles && float64(g.tagged) < filedShare*float64(used[strings.ToLower(g.name)]):
			g.tagged = 0
		}
	}
}

// widerHeading returns the group of the longest run of words that key ends in and wide has.
func widerHeading(key string, wide map[string]*group) *group {
	for {
		_, rest, ok := strings.Cut(key, " ")
		if !ok || !strings.Contains(rest, " ") {
			return nil
		}
		if g := wide[rest]; g != nil {
			return g
		}
		key = rest
	}
}

// standing returns how often the one article of g has the phrase.
func (b *builder) standing(g *group) int {
	n := 0
	for _, p := range b.Articles[g.refs[0].article].Phrases {
		if b.stems.key(p.Text) == g.key {
			n += len(p.Spans)
		}
	}
	return n
}

// phrased returns how many articles have each of their phrases, by key.
func (b *builder) phrased() map[string]int {
	in, last := map[string]int{}, map[string]int{}
	for i, a := range b.Articles {
		for _, p := range a.Phrases {
			k := b.stems.key(p.Text)
			if at, ok := last[k]; !ok || at != i {
				last[k] = i
				in[k]++
			}
		}
	}
	return in
}

// documents returns how many articles use each of the subjects of one word, by its name.
func (b *builder) documents(subjects []*group) map[string]int {
	out, last := map[string]int{}, map[string]int{}
	var sought sieve
	for _, g := range subjects {
		if g.single() {
			name := strings.ToLower(g.name)
			last[name] = -1
			sought.add(name)
		}
	}
	for i, a := range b.Articles {
		sought.eachSmall(a.Body, func(word string) {
			if at, ok := last[word]; ok && at != i {
				last[strings.Clone(word)] = i
				out[word]++
			}
		})
	}
	return out
}

// amounts are no subjects, by key.
var amounts = map[string]bool{"million": true, "billion": true, "thousand": true, "hundr": true, "dozen": true, "percent": true}

// collectSubjects groups the subjects that articles are filed under. A subject that is also a name is one with it. It returns the groups that are new, and those of all subjects by key.
func (b *builder) collectSubjects() (out []*group, bySubject map[string]*group) {
	bySubject = map[string]*group{}
	for i, a := range b.Articles {
		for _, t := range a.Tags {
			k := b.stems.key(t.Name)
			if t.Entity != "" || k == "" || amounts[k] {
				continue
			}
			g := bySubject[k]
			if g == nil {
				g = &group{key: k, kind: news.Subject, names: map[string]int{}, forms: map[string]int{}, kinds: map[news.Kind]int{}, aliases: map[string]int{}}
				bySubject[k] = g
				out = append(out, g)
			}
			g.refs = append(g.refs, ref{i, -1})
			g.names[t.Name]++
			g.kinds[news.Subject]++
			g.tagged++
		}
	}
	slices.SortFunc(out, func(a, b *group) int { return cmp.Compare(a.key, b.key) })
	for _, g := range out {
		g.settleName()
		// Of one thing the name counts, unless it is a rare slip of the tagger.
		if name := b.owners[key(g.name)]; name != nil && name.root() != g && (name.kind != news.Person || len(g.refs) > len(name.root().refs)) {
			if len(name.root().refs) >= len(g.refs) {
				name.merge(g)
			} else {
				g.merge(name)
			}
		}
	}
	return out, bySubject
}
