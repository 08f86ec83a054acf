// Package tagger finds names in tokens with a linear model of the sequence of tags.
//
// In go sentences as tokens, out go names as ranges of tokens, each with its kind. The tags are BILOU (Ratinov and Roth 2009), the model is a
// conditional random field of the first order (Lafferty et al. 2001) over hashed features; what the whole document shows about a word is
// among them. The package reads no files, trains nothing, and knows nothing of headlines, titles or which names mean the same thing.
package tagger

import "copydesk/generator/internal/news"

// Tag is the label of one token: Outside, or a kind of name with the token's place in it.
type Tag uint8

// Outside is the tag of a token that is in no name.
const Outside Tag = 0

// The places of a token in a name: the only one, or the first, a middle or the last one of several.
const (
	begin Tag = iota
	inner
	last
	unit
	places
)

// Kinds are the kinds of names, in the order of their tags.
var Kinds = [...]news.Kind{news.Person, news.Place, news.Organization, news.Event, news.Other}

// The indexes of Kinds.
const (
	person = iota
	place
	organization
	event
	otherKind
	kinds
)

// NumTags is how many tags there are: Outside and, for each kind, its places.
const NumTags = 1 + kinds*int(places)

func tagOf(kind int, p Tag) Tag { return Tag(1+kind*int(places)) + p }
func (t Tag) kind() int         { return int(t-1) / int(places) }
func (t Tag) place() Tag        { return (t - 1) % places }

// open reports whether a name must go on after t.
func (t Tag) open() bool { return t != Outside && (t.place() == begin || t.place() == inner) }

// Continues reports whether a name must have been open before t.
func (t Tag) Continues() bool { return t != Outside && (t.place() == inner || t.place() == last) }

// BeginsElse reports whether t begins the name of an event or of anything else but people, places and organizations.
func (t Tag) BeginsElse() bool { return t != Outside && !t.Continues() && t.kind() >= event }

// follows reports whether t may stand after p.
func (t Tag) follows(p Tag) bool {
	if p.open() || t.Continues() {
		return p.open() && t.Continues() && p.kind() == t.kind()
	}
	return true
}

// before lists for every tag the tags that may stand before it.
var before = func() (table [NumTags][]Tag) {
	for t := range Tag(NumTags) {
		for p := range Tag(NumTags) {
			if t.follows(p) {
				table[t] = append(table[t], p)
			}
		}
	}
	return table
}()

// Before returns the tags that may stand before t.
func Before(t Tag) []Tag { return before[t] }

// Ends reports whether a text may end after t.
func Ends(t Tag) bool { return !t.open() }

// Name is one name in a sentence: the tokens [First, Last) and the index of its kind in Kinds.
type Name struct {
	First, Last int
	Kind        int
}

// Mark writes the tags of n into tags.
func (n Name) Mark(tags []Tag) {
	if n.Last-n.First == 1 {
		tags[n.First] = tagOf(n.Kind, unit)
		return
	}
	for i := n.First + 1; i < n.Last-1; i++ {
		tags[i] = tagOf(n.Kind, inner)
	}
	tags[n.First], tags[n.Last-1] = tagOf(n.Kind, begin), tagOf(n.Kind, last)
}

// appendNames appends the names that tags spell.
func appendNames(dst []Name, tags []Tag) []Name {
	for i := 0; i < len(tags); i++ {
		if tags[i] == Outside {
			continue
		}
		first := i
		for tags[i].open() && i+1 < len(tags) {
			i++
		}
		dst = append(dst, Name{first, i + 1, tags[first].kind()})
	}
	return dst
}
