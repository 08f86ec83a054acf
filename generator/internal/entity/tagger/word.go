package tagger

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is what is known of a token by its spelling, once for all its places in a document.
type word struct {
	text, lower string
	hash        uint64 // of lower
	raw         uint64 // of text
	shape       uint64
	class       class
	listed      Listed // what the name lists say of the single word
	frequency   uint64 // how common the word is in lower case: 0 unknown to 3
	evidence    evidence
	neighbours  *neighbours        // nil before the document is ready
	sameLetters int                // the number of lower among those of the document
	longer      uint8              // the most words of a listed name that begins with it
	capital     bool               // begins with a capital, in a sentence where that means something
	caps        bool               // has capitals and no small letter
	letters     bool               // has a letter
	upper       bool               // has a capital or a letter beyond ASCII somewhere
	number      bool               // begins with a digit
	forms       form               // the letter case of the sentences it stands in
	sums        [2*reach + 1]int32 // for each place beside a token the number of what it adds there, plus one; 0 where not yet asked for
}

// form is the letter case of a sentence as a whole.
type form uint8

// The forms of sentences.
const (
	prose     form = iota
	shouted        // ALL IN CAPITALS
	titleCase      // Every Word Capitalised
)

// set fills w with what is known of text, whose hash is given.
func (w *word) set(text string, hash uint64, f form, lex *Lexicon) {
	w.text, w.lower, w.raw, w.forms = text, fold(text), hash, f
	w.hash = hashWord(w.lower)
	w.shape = join(shapeOf(text), uint64(f))
	if f == shouted {
		w.shape = join(uint64(min(len(text), 3)), uint64(f))
	}
	k := lex.of(w.hash)
	w.class, w.listed, w.frequency, w.longer = k.class, k.lists, uint64(k.common), k.longer
	small := false
	for i, r := range text {
		switch {
		case unicode.IsUpper(r) || unicode.Is(unicode.Lo, r):
			w.upper, w.letters = true, true
			w.capital = w.capital || i == 0
		case unicode.IsLetter(r):
			w.letters, small = true, true
			w.upper = w.upper || r >= utf8.RuneSelf
		case unicode.IsDigit(r):
			w.number = w.number || i == 0
		}
	}
	w.caps = w.upper && !small
}

// fold returns text in lower case with straight apostrophes, so that "People’s" and "People's" are one.
func fold(text string) string {
	text = strings.ToLower(text)
	if strings.Contains(text, "’") {
		return strings.ReplaceAll(text, "’", "'")
	}
	return text
}

// shapeOf returns the pattern of capitals, small letters, digits and marks of w, with runs shortened to two, as a number.
func shapeOf(w string) uint64 {
	h := fnvOffset
	var last, run byte
	for _, r := range w {
		c := byte('?')
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLower(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = '0'
		case r < utf8.RuneSelf:
			c = byte(r)
		}
		if c == last {
			run++
		} else {
			last, run = c, 0
		}
		if run < 2 {
			h = (h ^ uint64(c)) * fnvPrime
		}
	}
	return h
}

// edge is what stands before the first and after the last token of a sentence.
var edge = &word{text: "", lower: "", hash: 1, raw: 1, shape: 1}
