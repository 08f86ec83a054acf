package tagger

import "strings"

// partyList is the list of parties and of what their members are called.
const partyList Listed = 1 << 13

// trimPerson takes off the name of a person what is no part of it: titles and ranks, the party ("Republican Larry Hogan") and the day of a
// headline ("Police arrest Larry Hogan Tuesday"). It adds the "Jr." behind and the "bin" before, but nothing before floor.
func (s *Sentence) trimPerson(n *Name, floor int) {
	if n.Kind != person {
		return
	}
	for n.Last-n.First > 1 && s.words[n.First].class&honorific != 0 {
		n.First++
	}
	if w := s.words[n.First]; n.Last-n.First > 2 && w.listed&partyList != 0 && w.listed&(firstName|lastName) == 0 {
		n.First++
	}
	if n.Last-n.First > 1 && s.words[n.Last-1].weekday() {
		n.Last--
	}
	if p := s.at(n.First - 1); n.First > floor && !p.capital && particles[p.lower] {
		n.First--
	}
	if next := s.at(n.Last).lower; n.Last-n.First > 1 && (next == "jr." || next == "sr.") {
		n.Last++
	}
}

// particles are the small words that begin family names, in small letters where English has no such word.
var particles = map[string]bool{"van": true, "von": true, "bin": true, "ibn": true, "bint": true, "der": true, "den": true, "ter": true, "al": true, "el": true, "abu": true, "de": true, "du": true, "dos": true, "del": true, "di": true, "da": true}

// weekday reports whether w is the name of a day.
func (w *word) weekday() bool { return w.class&calendar != 0 && strings.HasSuffix(w.lower, "day") }

// joinNicknames makes one name of the parts of `Matiu "Matt" Ratana`.
func (s *Sentence) joinNicknames(names []Name) []Name {
	for k := 0; k < len(names); k++ {
		first := names[k].Last
		if names[k].Kind != person || !s.at(first).quotes() || !s.at(first+1).capital || !s.at(first+2).quotes() {
			continue
		}
		next, nick := k+1, false
		if next < len(names) && names[next].First == first+1 && names[next].Last == first+2 {
			nick = names[next].Kind == person
			next++
		}
		switch {
		case next < len(names) && names[next].First == first+3:
			if names[next].Kind != person {
				continue
			}
			names[k].Last = names[next].Last
			next++
		case nick && s.at(first+3).capital:
			names[k].Last = first + 4
		default:
			continue
		}
		names = append(names[:k+1], names[next:]...)
	}
	return names
}

// quotes reports whether w is a quotation mark.
func (w *word) quotes() bool { return w.lower == `"` || w.lower == "“" || w.lower == "”" }

// trimAnswer takes the mark of an answer off a name at the beginning of one in questions and answers: "A. Oracle has said so." No first name
// stands so often at the beginning of a line with A that it would be missed.
func (s *Sentence) trimAnswer(n *Name) {
	if n.First == 0 && n.Last > 1 && s.words[0].text == "A." && s.words[1].listed&bodies != 0 {
		n.First, n.Kind = 1, organization
	}
}

// isNone reports whether n is nothing, or a word that is never a name alone: a day or month that is no first name ("February"), or the plural of an
// abbreviation ("NGOs").
func (s *Sentence) isNone(n Name) bool {
	if n.Last-n.First != 1 {
		return n.Last <= n.First
	}
	w := s.words[n.First]
	return w.class&calendar != 0 && w.listed&firstName == 0 || w.weekday() || w.pluralAcronym()
}

// pluralAcronym reports whether w is like "NGOs": two capitals or more and an s.
func (w *word) pluralAcronym() bool {
	n := len(w.text) - 1
	if n < 2 || w.text[n] != 's' {
		return false
	}
	for i := range n {
		if c := w.text[i]; c < 'A' || c > 'Z' {
			return false
		}
	}
	return true
}
