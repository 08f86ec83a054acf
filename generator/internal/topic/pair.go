package topic

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"copydesk/generator/internal/news"
	"copydesk/generator/internal/slug"
)

// Pair is the kind of a page for two topics that share many articles: "Apple and Google".
const Pair news.Kind = "pair"

// What two topics need for a page of their own. Found by reading the pairs of 2,000 and of 10,000 agency reports: below these figures stand
// those that only happened to be in the news together, and above pairShare those of which one is a part or an officer of the other, so that
// its own page tells it all.
const (
	pairArticles    = 6    // filed under both
	pairShare       = 0.6  // at most, of the articles filed under the smaller one
	pairInformation = 0.4  // normalised mutual information of what is filed under them
	pairSentences   = 0.75 // sentences that name both, for each article filed under both
	pairRarity      = 40   // articles on the site for each page of a pair
	keptArticles    = 2    // filed under both, for a page that was there before
)

// couple is two topics that may get a page, by their index in Topics.
type couple struct {
	x, y  int
	in    []int // articles filed under both, newest first
	score float64
}

// pairs makes the pages of two topics each. known are the pages on disk: a pair that has one keeps it while articles are filed under both.
func (b *builder) pairs(opts Options) {
	had := map[[2]int]Address{}
	lead := b.leads(opts.Addresses.Topics)
	for _, k := range opts.Addresses.Topics {
		if x, y, ok := b.ends(k, lead); ok {
			had[[2]int{x, y}] = k
		}
	}
	var fresh, chosen []couple
	for _, c := range b.couples() {
		t, u := b.Topics[c.x], b.Topics[c.y]
		switch _, kept := had[[2]int{c.x, c.y}]; {
		case opts.Decisions.never(pairName(t, u)) || opts.Decisions.never(pairName(u, t)):
		case kept:
			chosen = append(chosen, c)
		case b.worthy(t, u, &c):
			fresh = append(fresh, c)
		}
	}
	slices.SortFunc(fresh, func(a, b couple) int {
		return cmp.Or(-cmp.Compare(a.score, b.score), cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y))
	})
	most := max(0, len(b.Articles)/pairRarity-len(chosen))
	chosen = append(chosen, fresh[:min(len(fresh), most)]...)
	slices.SortFunc(chosen, func(a, b couple) int { return cmp.Or(cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y)) })
	b.addressPairs(chosen, had)
	b.redirectPairs(opts.Addresses.Topics, lead)
}

// couples returns the topics that articles are filed under together, with those articles. Topics are in order of their addresses, and so are
// the two of a couple: "Apple and Google", whichever has more articles.
func (b *builder) couples() []couple {
	at := map[*Topic]int{}
	for i, t := range b.Topics {
		at[t] = i
	}
	shared := map[[2]int][]int{}
	for i, a := range b.Articles {
		for j := range a.Filed {
			for k := range a.Filed[:j] {
				x, y := at[a.Filed[j].Topic], at[a.Filed[k].Topic]
				if b.Topics[x].Kind == news.Subject || b.Topics[y].Kind == news.Subject {
					continue // "airlines and Boeing": the one says what the other is
				}
				shared[[2]int{min(x, y), max(x, y)}] = append(shared[[2]int{min(x, y), max(x, y)}], i)
			}
		}
	}
	var out []couple
	for ends, in := range shared {
		if len(in) >= keptArticles {
			out = append(out, couple{x: ends[0], y: ends[1], in: in})
		}
	}
	slices.SortFunc(out, func(a, b couple) int { return cmp.Or(cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y)) })
	return out
}

// worthy reports whether a couple that has no page deserves one, and scores it.
func (b *builder) worthy(t, u *Topic, c *couple) bool {
	if n := len(c.in); n < pairArticles || float64(n) > pairShare*float64(min(t.filed(), u.filed())) {
		return false
	}
	if k, l := t.group.key, u.group.key; within(k, l) || within(l, k) || initialsOf(k, l) || initialsOf(l, k) || strings.HasPrefix(k, l) || strings.HasPrefix(l, k) {
		return false // "Bank of Japan" and Japan, "Citi" and Citigroup: the one's name says what they have in common
	}
	p := float64(len(c.in)) / float64(len(b.Articles))
	by := float64(t.filed()) / float64(len(b.Articles)) * float64(u.filed()) / float64(len(b.Articles))
	information := math.Log(p/by) / -math.Log(p)
	if information < pairInformation || b.belongs(t, u, c.in) || b.belongs(u, t, c.in) {
		return false
	}
	n := b.together(t, u, maxScan)
	c.score = information * math.Log(float64(len(c.in)))
	return float64(n) >= pairSentences*float64(min(len(c.in), maxScan))
}

// filed returns how many articles are filed under t.
func (t *Topic) filed() int {
	n := 0
	for _, a := range t.Appearances {
		if a.About {
			n++
		}
	}
	return n
}

// belongShare is the least share of the common articles that say what one is to the other for the two to be no pair.
const belongShare = 0.15

// titleGap is how many bytes may stand between a name and the title that goes with it, at most: "Aas, chairman of the Harbour Board".
const titleGap = 50

// belongs reports whether articles say that the person t is an officer of u ("Treasury Secretary Eva Ek", "Eva Ek, chairman of Vika Oil"), or that the
// place t is in u ("Lund, Sweden").
func (b *builder) belongs(t, u *Topic, in []int) bool {
	if t.Kind == news.Place && u.Kind == news.Place {
		return b.inside(t, u)
	}
	if t.Kind != news.Person {
		return false
	}
	n := 0
	for _, i := range in {
		a := b.Articles[i]
		f, _ := a.filing(t.group)
		g, _ := a.filing(u.group)
		if slices.ContainsFunc(f.Spans, func(s news.Span) bool {
			return slices.ContainsFunc(g.Spans, func(o news.Span) bool { return titled(a.Body, s, o) })
		}) {
			n++
		}
	}
	return float64(n) >= belongShare*float64(len(in))
}

// titled reports whether a title stands between two names, with little else.
func titled(body string, s, o news.Span) bool {
	from, to := min(s.End, o.End), max(s.Start, o.Start)
	if to <= from || to-from > titleGap {
		return false
	}
	between := body[from:to]
	return !strings.ContainsAny(between, ".;:\n") && slices.ContainsFunc(strings.Fields(key(between)), func(w string) bool { return titles[w] })
}

// inside reports whether a dateline says that the place t is in u.
func (b *builder) inside(t, u *Topic) bool {
	for _, i := range t.group.in {
		if d := b.Articles[i].Dateline; key(d.Place) == t.group.key && key(d.Country) == u.group.key {
			return true
		}
	}
	return false
}

// pairName is what the page of two topics is called.
func pairName(t, u *Topic) string { return t.Name + " and " + u.Name }

// addressPairs makes the pages of the couples, each at the address it had or else at the next that is free.
func (b *builder) addressPairs(chosen []couple, had map[[2]int]Address) {
	taken := map[string]bool{"page": true}
	for _, t := range b.Topics {
		taken[t.Slug] = true
		for _, old := range t.Redirects {
			s, _ := topicSlug(old)
			taken[s] = true
		}
	}
	for _, known := range [...]bool{true, false} {
		for _, c := range chosen {
			k, ok := had[[2]int{c.x, c.y}]
			if ok != known {
				continue
			}
			t, u := b.Topics[c.x], b.Topics[c.y]
			base := slug.Make(pairName(t, u))
			p := &Topic{Name: pairName(t, u), Kind: Pair, Of: []*Topic{t, u}}
			if ok && (k.Slug == base || strings.HasPrefix(k.Slug, base+"-")) {
				base = k.Slug
			}
			p.Slug = slug.Unique(base, func(s string) bool { return taken[s] })
			taken[p.Slug] = true
			b.fillPair(p)
			b.Pairs = append(b.Pairs, p)
			t.Pairs, u.Pairs = append(t.Pairs, p), append(u.Pairs, p)
		}
	}
	slices.SortFunc(b.Pairs, func(a, b *Topic) int { return cmp.Compare(a.Slug, b.Slug) })
	for _, t := range b.Topics {
		slices.SortFunc(t.Pairs, func(a, b *Topic) int {
			return cmp.Or(-cmp.Compare(len(a.Appearances), len(b.Appearances)), cmp.Compare(a.Slug, b.Slug))
		})
	}
}

// fillPair gathers what the page of a pair shows: the articles filed under one and naming the other, and of them the sentences that name both.
func (b *builder) fillPair(p *Topic) {
	t, u := p.Of[0].group, p.Of[1].group
	var in []naming
	for i, j := 0, 0; i < len(t.in) && j < len(u.in); {
		switch x, y := t.in[i], u.in[j]; {
		case x < y:
			i++
		case x > y:
			j++
		default:
			a := b.Articles[x]
			f, aboutT := a.filing(t)
			g, aboutU := a.filing(u)
			if f != nil && g != nil && (aboutT || aboutU) {
				in = append(in, naming{a, both(a, f, g), aboutT && aboutU})
			}
			i++
			j++
		}
	}
	p.quotesOfBoth(p.gather(in, b.Today))
	p.companions(in)
}

// companions sets the related topics of a pair: those of either that at least two of its articles name, the most named first.
func (p *Topic) companions(in []naming) {
	for _, n := range slices.Concat(p.Of[0].Neighbours, p.Of[1].Neighbours) {
		if slices.Contains(p.Of, n.Topic) || slices.ContainsFunc(p.Neighbours, func(o Neighbour) bool { return o.Topic == n.Topic }) {
			continue
		}
		named := 0
		for _, a := range in {
			if f, _ := a.Article.filing(n.Topic.group); f != nil {
				named++
			}
		}
		if named > 1 {
			p.Neighbours = append(p.Neighbours, Neighbour{Topic: n.Topic, Count: named, Reason: fmt.Sprintf("named in %d of these %d briefings", named, len(in))})
		}
	}
	slices.SortStableFunc(p.Neighbours, func(x, y Neighbour) int { return -cmp.Compare(x.Count, y.Count) })
	p.Neighbours = p.Neighbours[:min(len(p.Neighbours), maxNeighbours)]
}

// both returns what an article has to do with two topics at once: the mentions in sentences that name both.
func both(a *Article, f, g *Filing) *Filing {
	out := &Filing{Entities: slices.Concat(f.Entities, g.Entities)}
	for _, i := range f.sentences {
		if s := a.Sentences[i].Span; len(spansIn(s, g.Spans)) > 0 {
			out.Spans = append(append(out.Spans, spansIn(s, f.Spans)...), spansIn(s, g.Spans)...)
			out.Mentions++
			out.sentences = append(out.sentences, i)
		}
	}
	slices.SortFunc(out.Spans, func(x, y news.Span) int { return cmp.Compare(x.Start, y.Start) })
	return out
}

// quotesOfBoth sets what one of a pair said about the other, and what was said about both.
func (p *Topic) quotesOfBoth(in []naming) {
	seen := map[string]bool{}
	for _, a := range in {
		for _, q := range a.Quotes {
			has := func(t *Topic) bool {
				f, _ := a.Article.filing(t.group)
				return f != nil && (slices.Contains(f.Entities, q.Entity) && q.Entity != "" || len(spansIn(q.Span, f.Spans)) > 0)
			}
			text := q.Of(a.Body)
			if len(p.Quotes) == maxQuotes || seen[text] || !has(p.Of[0]) || !has(p.Of[1]) {
				continue
			}
			seen[text] = true
			p.Quotes = append(p.Quotes, Quote{Passage: Passage{a.Article, q.Span}, Speaker: a.SpeakerName(q)})
		}
	}
}

// leads returns the topic that each address on disk leads to, by slug.
func (b *builder) leads(known []Address) map[string]int {
	out := map[string]int{}
	for i, t := range b.Topics {
		for _, old := range t.Redirects {
			if s, ok := topicSlug(old); ok {
				out[s] = i
			}
		}
	}
	for i, t := range b.Topics {
		out[t.Slug] = i
	}
	return out
}

// ends returns the two topics, in order, that a pair on disk is of now.
func (b *builder) ends(k Address, lead map[string]int) (x, y int, ok bool) {
	if len(k.Of) != 2 {
		return 0, 0, false
	}
	x, okX := lead[k.Of[0]]
	y, okY := lead[k.Of[1]]
	return min(x, y), max(x, y), okX && okY && x != y
}

// redirectPairs leads the addresses of pairs on disk to the pair of the same topics or, where that has gone, to the topic of the two that has
// fewer articles, which says more of them.
func (b *builder) redirectPairs(known []Address, lead map[string]int) {
	taken := map[string]bool{}
	at := map[[2]int]*Topic{}
	for _, t := range b.Topics {
		taken[t.Path()] = true
	}
	for _, p := range b.Pairs {
		taken[p.Path()] = true
		at[[2]int{lead[p.Of[0].Slug], lead[p.Of[1].Slug]}] = p
	}
	for _, k := range known {
		var to *Topic
		if x, y, ok := b.ends(k, lead); ok && at[[2]int{x, y}] != nil {
			to = at[[2]int{x, y}]
		} else {
			for _, s := range k.Of {
				if i, ok := lead[s]; ok && (to == nil || len(b.Topics[i].Appearances) < len(to.Appearances)) {
					to = b.Topics[i]
				}
			}
		}
		if to == nil {
			continue
		}
		for _, old := range append([]string{"/topics/" + k.Slug + "/"}, k.Old...) {
			if len(k.Of) == 2 && !taken[old] {
				taken[old] = true
				to.Redirects = append(to.Redirects, old)
				slices.Sort(to.Redirects)
			}
		}
	}
}
