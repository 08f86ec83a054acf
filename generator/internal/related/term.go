package related

import (
	"slices"
	"strings"

	"copydesk/generator/internal/news"
	"github.com/kljensen/snowball/english"
)

// kind tells what a term was made of.
type kind uint8

const (
	word kind = iota
	name
	subject
)

// lexicon numbers the terms of a corpus in order of first use.
type lexicon struct {
	words map[string]int32 // every form of a word to the term of its stem; -1 for a word that tells nothing
	terms map[string]int32 // terms by kind and text
	kinds []kind
	texts []string // how a term was first written
	count []uint16 // of the article at hand
	seen  []int32  // the terms of the article at hand
}

// add counts term id n times.
func (l *lexicon) add(id int32, n int) {
	if l.count[id] == 0 {
		l.seen = append(l.seen, id)
	}
	l.count[id] = uint16(min(int(l.count[id])+n, 1<<15))
}

// term returns the number of a term.
func (l *lexicon) term(k kind, key, text string) int32 {
	key = string(rune('0'+k)) + key
	id, ok := l.terms[key]
	if !ok {
		id = int32(len(l.kinds))
		l.terms[key] = id
		l.kinds = append(l.kinds, k)
		l.texts = append(l.texts, strings.Clone(text))
		l.count = append(l.count, 0)
	}
	return id
}

// scan counts the words of a text n times each.
func (l *lexicon) scan(text string, n int) {
	var buf [24]byte
	for i := 0; i < len(text); {
		if !isLetter(text[i]) {
			i++
			continue
		}
		j := i
		for j < len(text) && isLetter(text[j]) && j-i < len(buf) {
			buf[j-i] = text[j]
			if c := text[j]; c >= 'A' && c <= 'Z' {
				buf[j-i] = c | 0x20
			}
			j++
		}
		for j < len(text) && isLetter(text[j]) {
			j++
		}
		if j-i > 2 {
			id, ok := l.words[string(buf[:min(j-i, len(buf))])]
			if !ok {
				id = l.learn(string(buf[:min(j-i, len(buf))]))
			}
			if id >= 0 {
				l.add(id, n)
			}
		}
		i = j
	}
}

// learn makes a term of a word not met before.
func (l *lexicon) learn(w string) int32 {
	id := int32(-1)
	if !english.IsStopWord(w) {
		id = l.term(word, english.Stem(w, false), w)
	}
	l.words[w] = id
	return id
}

// isLetter reports whether c belongs to a word; every byte beyond ASCII but the lead and tail bytes of punctuation does.
func isLetter(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0xC3 && c != 0xE2
}

// read returns the terms of a with their counts. What the headline and the first paragraph say counts double.
func (l *lexicon) read(a *news.Annotated) (terms []int32, counts []uint16) {
	l.seen = l.seen[:0]
	l.scan(a.Headline, 2)
	l.scan(a.Body, 1)
	if len(a.Paragraphs) > 1 {
		l.scan(a.Paragraphs[0].Of(a.Body), 1)
	}
	for i := range a.Entities {
		if e := &a.Entities[i]; e.ID != "" {
			l.add(l.term(name, e.ID, e.Name), max(1, e.Count))
		}
	}
	for _, t := range a.Tags {
		if t.Entity == "" {
			l.add(l.term(subject, t.Name, t.Name), 1)
		}
	}
	terms = slices.Clone(l.seen)
	counts = make([]uint16, len(terms))
	for i, id := range terms {
		counts[i] = l.count[id]
		l.count[id] = 0
	}
	return terms, counts
}
