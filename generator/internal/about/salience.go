package about

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/news"
)

// Weighed is one entity with what speaks for and against it.
type Weighed struct {
	Entity   int // index into the entities
	Features [featureCount]float64
	evidence
	Barred string // why the article can not be filed under it, whatever the features; "" where it can
	saidBy string // the name of another entity that says it better
	takes  bool   // it takes up the article's subjects
}

// evidence is what of an entity a reader can check.
type evidence struct {
	count, paragraphs, sentences int
	firstParagraph, lastMention  int
	headline, lede, firstSent    bool
	speaks, sources, quoted      int
	located, bracketed           int
	asks, comments, employs      int
	people                       int         // words for the people of a country and their things: "Japanese"
	sites                        []news.Span // the sentences that say what happens at it
	led                          news.Span   // the first sentence of a paragraph whose subject it is; none where there is no such
}

type tally struct {
	evidence
	core, expert, chief, fate, dated, late, order, opens, behind, before, possessor, modifies, acts, joined, object int
	first, last, lastParagraph, lastSentence                                                                        int
	headlineAt                                                                                                      int
	headlineLast, broughtUp, peopleHeadline                                                                         bool
	past, tale, leads, examples, former, matter                                                                     int
}

// Weigh measures every entity of the article, whose best phrases tell what a sentence is about.
func Weigh(a *news.Article, sentences []news.Sentence, names alias.Names, phrases []news.Phrase) []Weighed {
	index := make(map[string]int, len(names.Entities))
	for i, e := range names.Entities {
		index[e.ID] = i
	}
	tallies := count(a, sentences, names, index, setScene(a, sentences, phrases))
	group, companies := measureGroup(names.Entities, tallies), keepCompany(a, sentences, names, index, tallies)
	b := nameBackground()
	out := make([]Weighed, len(tallies))
	for i := range out {
		e, w := &names.Entities[i], &out[i]
		*w = Weighed{Entity: i, Features: features(a, e, &tallies[i], group), evidence: tallies[i].evidence}
		accompany(&w.Features, e, &companies[i], tallies)
		p := b.of[e.Name]
		w.Compare(p.met, p.right, b.texts)
		w.Barred = barred(a, e, w)
	}
	return out
}

// Compare sets the features that tell how common the name is: the number of texts that name it, and of those that are about it.
func (w *Weighed) Compare(met, right, texts float64) {
	f := &w.Features
	f[common] = math.Log((met+1)/(texts+1)*100+1) / 3
	f[commonHeadline], f[commonFrequency], f[commonFirstSentence] = f[common]*f[headline], f[common]*f[frequency], f[common]*f[firstSentence]
	f[customary] = math.Log((right + 1) / (met + 3) * 3)
}

func count(a *news.Article, sentences []news.Sentence, names alias.Names, index map[string]int, around scene) []tally {
	tallies := make([]tally, len(names.Entities))
	for i := range tallies {
		tallies[i].headlineAt, tallies[i].lastSentence, tallies[i].first = -1, -1, -1
	}
	inBody, inHeadline := peopled(a.Body), peopled(a.Headline)
	for i, e := range names.Entities {
		if e.Kind == news.Place {
			tallies[i].people, tallies[i].peopleHeadline = inBody[e.Name], inHeadline[e.Name] > 0
		}
	}
	for _, m := range names.Headlined {
		if i, ok := index[m.Entity]; ok {
			t := &tallies[i]
			t.headline = true
			if t.headlineAt < 0 {
				t.headlineAt = m.Start
			}
			t.headlineLast = m.End == len(a.Headline)
		}
	}
	quotes, q, s, met := quotedSpans(a), 0, 0, 0
	for _, m := range names.Mentions {
		i, ok := index[m.Entity]
		if !ok {
			continue
		}
		for s < len(sentences)-1 && sentences[s].End <= m.Start {
			s++
		}
		for q < len(quotes) && quotes[q].End <= m.Start {
			q++
		}
		sentence, matter := news.Sentence{Span: m.Span, Paragraph: a.Paragraph(m.Start)}, 0
		if s < len(sentences) && sentences[s].Contains(m.Span) {
			sentence, matter = sentences[s], around.matter[s]
		}
		inQuote := q < len(quotes) && quotes[q].Contains(m.Span)
		c := read(a.Body, sentence.Span, m, inQuote)
		c.late = 2*m.Start > len(a.Body)
		c.past, c.tale = around.past[sentence.Paragraph], around.tale[sentence.Paragraph]
		c.leads = sentence.Paragraph > 0 && c.opens && sentence.Start == a.Paragraphs[sentence.Paragraph-1].Start
		if c.leads && c.acts && !c.source && tallies[i].led.Len() == 0 {
			tallies[i].led = sentence.Span
		}
		if c.located && !c.quoted && names.Entities[i].Kind == news.Place {
			tallies[i].sites = append(tallies[i].sites, sentence.Span)
		}
		tallies[i].matter += min(matter, 4)
		if tallies[i].count == 0 {
			tallies[i].order, met = met, met+1
		}
		tallies[i].meet(c, m, sentence.Paragraph, s)
	}
	return tallies
}

func (t *tally) meet(c setting, m news.Mention, paragraph, sentence int) {
	if t.first < 0 {
		t.first, t.firstParagraph = m.Start, paragraph
		t.broughtUp = c.past && paragraph > 1
	}
	t.last, t.lastMention = m.Start, paragraph
	t.count++
	if paragraph != t.lastParagraph {
		t.paragraphs, t.lastParagraph = t.paragraphs+1, paragraph
	}
	if sentence != t.lastSentence {
		t.sentences, t.lastSentence = t.sentences+1, sentence
	}
	if !c.source && !c.located && !c.behindComma && !c.bracketed && !c.modifies && !c.quoted {
		t.core++
	}
	t.lede = t.lede || paragraph <= 1
	t.firstSent = t.firstSent || sentence == 0
	for _, x := range []struct {
		holds bool
		n     *int
	}{{c.opens, &t.opens}, {c.speaks, &t.speaks}, {c.source, &t.sources}, {c.located, &t.located}, {c.behindComma, &t.behind},
		{c.beforeComma, &t.before}, {c.bracketed, &t.bracketed}, {c.quoted, &t.quoted}, {c.possessor, &t.possessor},
		{c.modifies, &t.modifies}, {c.acts, &t.acts}, {c.joined, &t.joined}, {c.object, &t.object}, {c.asks, &t.asks}, {c.dated, &t.dated}, {c.late, &t.late}, {c.expert, &t.expert}, {c.comments, &t.comments}, {c.employs, &t.employs},
		{c.chief, &t.chief}, {c.fate, &t.fate},
		{c.past, &t.past}, {c.tale, &t.tale}, {c.leads, &t.leads}, {c.example, &t.examples}, {c.former, &t.former}} {
		if x.holds {
			*x.n++
		}
	}
}

// homeland is the country that most copy takes for granted: it stands in every other article, and few are about it.
const homeland = "United States"

// standing compares an entity with the others of its article.
type standing struct {
	most, total int
	mostOf      map[news.Kind]int
	entities    int
	names       map[string]bool
	counts      []int // of all entities, most first
}

// above returns how many entities are named more often than n times.
func (g *standing) above(n int) int {
	return sort.Search(len(g.counts), func(i int) bool { return g.counts[i] <= n })
}

func measureGroup(entities []news.Entity, tallies []tally) standing {
	g := standing{mostOf: map[news.Kind]int{}, most: 1, entities: len(entities), names: map[string]bool{}}
	for i := range tallies {
		k, n := entities[i].Kind, tallies[i].count
		g.most, g.total = max(g.most, n), g.total+n
		g.mostOf[k] = max(g.mostOf[k], n)
		g.names[entities[i].Name] = true
		g.counts = append(g.counts, n)
	}
	slices.SortFunc(g.counts, func(x, y int) int { return cmp.Compare(y, x) })
	return g
}

// score is the mean, in log-odds, of a linear model and of boosted trees: the one knows what holds of all names, the others the exceptions.
func score(f *[featureCount]float64) float64 {
	z := 0.0
	for i, x := range f {
		z += x * weights[i]
	}
	return 1 / (1 + math.Exp(-(z+boosted().Sum(f[:]))/2))
}
