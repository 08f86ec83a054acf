package search

import (
	"math"
	"math/bits"
	"slices"

	"copydesk/generator/internal/news"
)

// The weights of BM25F: how many times over a word counts in each field, against once in the body.
const (
	titleWeight       = 5
	tagWeight         = 3
	descriptionWeight = 1
)

// The parameters of BM25: how soon more occurrences stop to matter, and how far a long body is discounted. The values are those that the
// authors of the method recommend for text of no special kind.
const (
	saturation = 1.2
	discount   = 0.75
)

// topWeight is the highest weight that a posting can carry.
const topWeight = 31

// A word that is in more than half of the briefings and in more than commonFloor tells nothing apart. Only the newest commonKept that
// have it in a headline or a tag are listed.
const (
	commonFloor = 512
	commonKept  = 512
)

// kinds are the kinds of topic, in the order of the numbers that postings carry.
var kinds = []news.Kind{news.Person, news.Place, news.Organization, news.Event, news.Subject, news.Other}

// kindIndex returns the number of kind. One that is unknown counts as other.
func kindIndex(kind news.Kind) int {
	if i := slices.Index(kinds, kind); i >= 0 {
		return i
	}
	return slices.Index(kinds, news.Other)
}

// term is a word with all that has it.
type term struct {
	word   string
	docs   postings  // every briefing; weight: the part of BM25F that the briefing decides
	heads  []posting // briefings with the word in the headline or a tag
	topics postings  // topics with the word in a name; weight: kind*4 + words of the shortest such name (at most 4), less one
	open   tally
}

// posting says that a briefing has a word.
type posting struct{ id, weight int32 }

// tally is what was found of a term in the briefing or topic being read.
type tally struct {
	id       int     // of the briefing plus one, or of the topic as a negative number, less one; 0 before the first
	fields   float64 // occurrences outside the body, times the weights of their fields
	body     int     // occurrences in the body
	head     bool    // in the headline or a tag
	shortest int     // words of the shortest name
}

// lexicon gathers the words of the site.
type lexicon struct {
	ids   map[string]int
	terms []term
	bulk  float64 // typical length of a body in bytes
	seen  []int   // terms of the briefing or topic being read
}

// newLexicon returns an empty lexicon for bodies like those of docs.
func newLexicon(docs []Doc) *lexicon {
	total := 0
	for i := range docs {
		total += len(docs[i].Body)
	}
	return &lexicon{ids: make(map[string]int), bulk: float64(rounded(total / max(1, len(docs))))}
}

// rounded keeps the three highest bits of n, so that the weights stay as they are when a briefing is added.
func rounded(n int) int {
	n = max(n, 1)
	shift := max(0, bits.Len(uint(n))-3)
	return n >> shift << shift
}

// addDoc files the briefing under its words. Ids ascend from call to call.
func (l *lexicon) addDoc(id int, d *Doc) {
	l.seen = l.seen[:0]
	l.countField(id, d.Title, titleWeight, true)
	for _, tag := range d.Tags {
		l.countField(id, tag, tagWeight, true)
	}
	l.countField(id, d.Description, descriptionWeight, false)
	Words(d.Body, func(word []byte) { l.tally(word, id+1).body++ })
	length := 1 - discount + discount*float64(len(d.Body))/l.bulk
	for _, n := range l.seen {
		t := &l.terms[n]
		tf := t.open.fields + float64(t.open.body)/length
		weight := max(1, int(math.Round(topWeight*tf/(tf+saturation))))
		t.docs.add(id, weight)
		if t.open.head {
			t.heads = append(t.heads, posting{int32(id), int32(weight)})
		}
	}
}

// countField tallies the words of a field that is not the body.
func (l *lexicon) countField(id int, text string, weight float64, head bool) {
	Words(text, func(word []byte) {
		t := l.tally(word, id+1)
		t.fields += weight
		t.head = t.head || head
	})
}

// addTopic files the topic under the words of its names. Ids ascend from call to call; all briefings come before the first topic.
func (l *lexicon) addTopic(id int, topic *Topic) {
	l.seen = l.seen[:0]
	for _, name := range append([]string{topic.Name}, topic.Aliases...) {
		words := 0
		Words(name, func([]byte) { words++ })
		Words(name, func(word []byte) {
			if t := l.tally(word, -id-1); t.shortest == 0 || words < t.shortest {
				t.shortest = words
			}
		})
	}
	for _, n := range l.seen {
		t := &l.terms[n]
		t.topics.add(id, 4*kindIndex(topic.Kind)+min(t.open.shortest, 4)-1)
	}
}

// tally returns the open tally of word in what id stands for. The pointer holds until the next call.
func (l *lexicon) tally(word []byte, id int) *tally {
	n, ok := l.ids[string(word)]
	if !ok {
		n = len(l.terms)
		t := term{word: string(word)}
		l.ids[t.word] = n
		l.terms = append(l.terms, t)
	}
	t := &l.terms[n].open
	if t.id != id {
		*t = tally{id: id}
		l.seen = append(l.seen, n)
	}
	return t
}

// sorted returns the terms in the order of JavaScript's strings.
func (l *lexicon) sorted() []*term {
	terms := make([]*term, len(l.terms))
	for i := range l.terms {
		terms[i] = &l.terms[i]
	}
	slices.SortFunc(terms, func(a, b *term) int { return compareUTF16(a.word, b.word) })
	return terms
}
