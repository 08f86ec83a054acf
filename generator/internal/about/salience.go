package about

import (
	"math"
	"strings"

	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/news"
)

// Weighed is one entity with what speaks for and against it.
type Weighed struct {
	Entity   int // index into the entities
	Features [featureCount]float64
	evidence
}

// evidence is what of an entity a reader can check.
type evidence struct {
	count, paragraphs, sentences int
	firstParagraph, lastMention  int
	headline, lede, firstSent    bool
	speaks, sources, quoted      int
	located, bracketed           int
}

type tally struct {
	evidence
	core, expert, chief, fate, asks, dated, late, order, opens, behind, before, possessor, modifies, acts, joined, object int
	first, last, lastParagraph, lastSentence                                                                              int
	headlineAt                                                                                                            int
	headlineLast                                                                                                          bool
}

// Weigh measures every entity of the article.
func Weigh(a *news.Article, sentences []news.Sentence, names alias.Names) []Weighed {
	tallies := count(a, sentences, names)
	group := measureGroup(names.Entities, tallies)
	out := make([]Weighed, 0, len(tallies))
	for i := range tallies {
		w := Weighed{Entity: i, Features: features(a, &names.Entities[i], &tallies[i], group), evidence: tallies[i].evidence}
		b := nameBackground()
		p := b.of[names.Entities[i].Name]
		w.Compare(p.met, p.right, b.texts)
		out = append(out, w)
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

func count(a *news.Article, sentences []news.Sentence, names alias.Names) []tally {
	index := make(map[string]int, len(names.Entities))
	tallies := make([]tally, len(names.Entities))
	for i, e := range names.Entities {
		index[e.ID] = i
		tallies[i].headlineAt, tallies[i].lastSentence, tallies[i].first = -1, -1, -1
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
		sentence := news.Sentence{Span: m.Span, Paragraph: a.Paragraph(m.Start)}
		if s < len(sentences) && sentences[s].Contains(m.Span) {
			sentence = sentences[s]
		}
		inQuote := q < len(quotes) && quotes[q].Contains(m.Span)
		c := read(a.Body, sentence.Span, m, inQuote)
		c.late = 2*m.Start > len(a.Body)
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
		{c.modifies, &t.modifies}, {c.acts, &t.acts}, {c.joined, &t.joined}, {c.object, &t.object}, {c.asks, &t.asks}, {c.dated, &t.dated}, {c.late, &t.late}, {c.expert, &t.expert},
		{c.chief, &t.chief}, {c.fate, &t.fate}} {
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
}

func measureGroup(entities []news.Entity, tallies []tally) standing {
	g := standing{mostOf: map[news.Kind]int{}, most: 1, entities: len(entities), names: map[string]bool{}}
	for i := range tallies {
		k, n := entities[i].Kind, tallies[i].count
		g.most, g.total = max(g.most, n), g.total+n
		g.mostOf[k] = max(g.mostOf[k], n)
		g.names[entities[i].Name] = true
	}
	return g
}

// The features of an entity.
const (
	bias = iota
	person
	organization
	event
	otherKind
	headline
	headlinePerson
	headlinePlace
	headlineOrganization
	headlineOpens
	headlineCloses
	firstSentence
	firstSentencePlace
	firstSentencePerson
	firstSentenceOrganization
	firstParagraph
	secondParagraph
	frequency
	frequencyPerson
	frequencyPlace
	frequencyOrganization
	once
	oncePlace
	oncePerson
	share
	shareOfMost
	mostOfKind
	mostNamed
	spread
	paragraphShare
	oneParagraph
	oneParagraphPerson
	firstPlace
	opens
	acts
	possessor
	object
	speaks
	speakerOnly
	asSource
	located
	locatedPlace
	behindComma
	beforeComma
	bracketed
	quoted
	quotedOnly
	modifies
	joined
	many
	longName
	numbered
	described
	dateline
	agency
	bylined
	shortText
	shortTextFrequency
	modifiesPlace
	asks
	dated
	tailOnly
	onceLede
	onceHeadline
	behindCommaPlace
	secondHalf
	firstOrder
	opensOnce
	capitalCity
	locatedOrganization
	common
	commonHeadline
	customary
	possessorPerson
	actsOrganization
	expert
	chief
	fate
	expertOnce
	fateHeadline
	commonFrequency
	commonFirstSentence
	core
	coreOrganization
	corePlace
	coreNone
	home
	homeHeadline
	homeFrequency
	featureCount
)

// FeatureNames are the names of the features, in their order.
var FeatureNames = [featureCount]string{"bias", "person", "organization", "event", "otherKind", "headline", "headlinePerson", "headlinePlace",
	"headlineOrganization", "headlineOpens", "headlineCloses", "firstSentence", "firstSentencePlace", "firstSentencePerson",
	"firstSentenceOrganization", "firstParagraph", "secondParagraph", "frequency", "frequencyPerson", "frequencyPlace", "frequencyOrganization",
	"once", "oncePlace", "oncePerson", "share", "shareOfMost", "mostOfKind", "mostNamed", "spread", "paragraphShare", "oneParagraph",
	"oneParagraphPerson", "firstPlace", "opens", "acts", "possessor", "object", "speaks", "speakerOnly", "asSource", "located", "locatedPlace",
	"behindComma", "beforeComma", "bracketed", "quoted", "quotedOnly", "modifies", "joined", "many", "longName", "numbered", "described",
	"dateline", "agency", "bylined", "shortText", "shortTextFrequency", "modifiesPlace", "asks", "dated", "tailOnly", "onceLede", "onceHeadline", "behindCommaPlace",
	"secondHalf", "firstOrder", "opensOnce", "capitalCity", "locatedOrganization", "common", "commonHeadline", "customary",
	"possessorPerson", "actsOrganization", "expert", "chief", "fate", "expertOnce", "fateHeadline", "commonFrequency",
	"commonFirstSentence", "core", "coreOrganization", "corePlace", "coreNone", "home", "homeHeadline", "homeFrequency"}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func features(a *news.Article, e *news.Entity, t *tally, g standing) (f [featureCount]float64) {
	n := math.Max(1, float64(t.count))
	size, paragraphs := math.Max(1, float64(len(a.Body))), math.Max(1, float64(len(a.Paragraphs)))
	per, place, org := truth(e.Kind == news.Person), truth(e.Kind == news.Place), truth(e.Kind == news.Organization)
	f[bias], f[person], f[organization], f[event], f[otherKind] = 1, per, org, truth(e.Kind == news.Event), truth(e.Kind == news.Other)
	f[headline] = truth(t.headline)
	f[headlinePerson], f[headlinePlace], f[headlineOrganization] = f[headline]*per, f[headline]*place, f[headline]*org
	f[headlineOpens] = truth(t.headlineAt >= 0 && t.headlineAt < 4)
	f[headlineCloses] = truth(t.headlineLast)
	f[firstSentence] = truth(t.firstSent)
	f[firstSentencePlace], f[firstSentencePerson], f[firstSentenceOrganization] = f[firstSentence]*place, f[firstSentence]*per, f[firstSentence]*org
	f[firstParagraph], f[secondParagraph] = truth(t.lede), truth(t.firstParagraph == 2)
	f[frequency] = math.Log(n) / 3
	f[frequencyPerson], f[frequencyPlace], f[frequencyOrganization] = f[frequency]*per, f[frequency]*place, f[frequency]*org
	f[once] = truth(t.count <= 1)
	f[oncePlace], f[oncePerson] = f[once]*place, f[once]*per
	f[share] = float64(t.count) / math.Max(1, float64(g.total))
	f[shareOfMost] = float64(t.count) / float64(g.most)
	f[mostOfKind] = truth(t.count == g.mostOf[e.Kind])
	f[mostNamed] = truth(t.count == g.most)
	f[spread] = float64(t.last-max(0, t.first)) / size
	f[paragraphShare] = float64(t.paragraphs) / paragraphs
	f[oneParagraph] = truth(t.paragraphs <= 1)
	f[oneParagraphPerson] = f[oneParagraph] * per
	f[firstPlace] = float64(max(0, t.first)) / size
	for _, x := range []struct{ feature, n int }{{opens, t.opens}, {acts, t.acts}, {possessor, t.possessor}, {object, t.object}, {speaks, t.speaks},
		{asSource, t.sources}, {located, t.located}, {behindComma, t.behind}, {beforeComma, t.before}, {bracketed, t.bracketed},
		{quoted, t.quoted}, {modifies, t.modifies}, {joined, t.joined}} {
		f[x.feature] = float64(x.n) / n
	}
	f[speakerOnly] = truth(t.speaks > 0 && t.paragraphs <= 2) * per
	f[locatedPlace] = f[located] * place
	f[quotedOnly] = truth(t.quoted == t.count && t.count > 0)
	f[many] = math.Log(float64(g.entities)+1) / 4
	f[longName] = truth(strings.Count(e.Name, " ") >= 2)
	f[numbered] = truth(strings.ContainsAny(e.Name, "0123456789"))
	f[described] = truth(len(e.Described) > 0)
	f[dateline] = truth(a.Dateline.Place != "" && strings.EqualFold(a.Dateline.Place, e.Name))
	f[agency] = truth(outlet(e.Name))
	f[shortText] = truth(len(a.Body) < 1500)
	f[shortTextFrequency] = f[shortText] * f[frequency]
	f[modifiesPlace], f[behindCommaPlace] = f[modifies]*place, f[behindComma]*place
	f[asks], f[dated] = float64(t.asks)/n, float64(t.dated)/n
	f[tailOnly] = truth(f[firstPlace] > 0.7)
	f[onceLede], f[onceHeadline] = f[once]*f[firstParagraph], f[once]*f[headline]
	f[secondHalf] = float64(t.late) / n
	f[firstOrder] = math.Log(1+float64(t.order)) / 3
	f[opensOnce] = f[opens] * f[once]
	f[expert], f[chief], f[fate] = truth(t.expert > 0)*per, truth(t.chief > 0)*per, float64(t.fate)/n
	f[expertOnce], f[fateHeadline] = f[expert]*f[oneParagraph], f[fate]*f[headline]
	f[home] = truth(e.Name == homeland)
	f[homeHeadline], f[homeFrequency] = f[home]*f[headline], f[home]*f[frequency]
	f[core] = math.Log(1+float64(t.core)) / 3
	f[coreOrganization], f[corePlace], f[coreNone] = f[core]*org, f[core]*place, truth(t.core == 0)
	f[capitalCity] = truth(g.names[capitals[e.Name]])
	f[locatedOrganization], f[actsOrganization], f[possessorPerson] = f[located]*org, f[acts]*org, f[possessor]*per
	return f
}

func score(f *[featureCount]float64) float64 {
	z := 0.0
	for i, x := range f {
		z += x * weights[i]
	}
	return 1 / (1 + math.Exp(-z))
}
