package tagger

import "copydesk/generator/internal/token"

// Listed is a set of the lists that a name is on.
type Listed uint32

// The name lists, by the word that the list files use for them.
var Lists = [...]string{"COUNTRY", "FIRST", "LAST", "CITY", "REGION", "TEAM", "DEMONYM", "WNEVENT", "WNMISC", "WNORG", "WNLOC", "WNPER", "ORG", "PARTY", "MEDIA", "EVENT", "THING", "PLACE", "GIVEN", "FAMILY"}

// The lists that rules ask for by name.
const (
	country Listed = 1 << iota
	firstName
	lastName
	city
	region
	team
	demonym
)

// bodies are the lists of organizations alone: WNORG, ORG, PARTY and MEDIA.
const bodies Listed = 1<<9 | 1<<12 | 1<<13 | 1<<14

// Lexicon holds the lists of known names and common words, and the classes of words.
type Lexicon struct{ words table }

// of returns what is known of a word or phrase with this hash.
func (l *Lexicon) of(hash uint64) known { return l.words.of(key(hash)) }

// key shortens a hash to the width that is stored.
func key(hash uint64) uint64 { return hash >> 24 }

// maxListed is the most words of a listed name.
const maxListed = 6

// NewLexicon returns a lexicon of the listed names and of the common words with their counts. Names are split as texts are.
func NewLexicon(names map[string]Listed, counts map[string]int) *Lexicon {
	l := &Lexicon{}
	for name, lists := range names {
		tokens := token.Words(name, 0)
		if lists == 0 || len(tokens) == 0 || len(tokens) > maxListed {
			continue
		}
		first := hashWord(fold(tokens[0].Text))
		phrase := first
		for _, t := range tokens[1:] {
			phrase = join(phrase, hashWord(fold(t.Text)))
		}
		l.words.put(key(phrase)).lists |= lists
		if n := uint8(len(tokens)); n > 1 {
			k := l.words.put(key(first))
			k.longer = max(k.longer, n)
		}
	}
	for w, n := range counts {
		frequent := uint8(1)
		switch {
		case n >= 50:
			frequent = 3
		case n >= 5:
			frequent = 2
		}
		k := l.words.put(key(hashWord(w)))
		k.common = max(k.common, frequent)
	}
	l.classify()
	return l
}

// classify adds the classes of words.
func (l *Lexicon) classify() {
	for w, c := range words {
		l.words.put(key(hashWord(w))).class |= c
	}
}
