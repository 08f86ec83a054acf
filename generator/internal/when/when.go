// Package when resolves the dates that a text names against its date of publication.
//
// In go an article and its sentences, out come the dates in order, each with the words that name it, a value and a precision. Weekdays and dates
// without a year are placed before or after the day of publication by the tense of their clause. What the package does not do: times of day,
// durations, ages, and dates in languages other than English. Where there is no date of publication only dates that need none are resolved.
package when

import (
	"time"

	"copydesk/generator/internal/news"
)

// Find returns the dates that the body of a names, in order and without overlap. The value of a date is where it begins: of a week its Monday, of a
// quarter or a season its first month, of a decade its first year, of a range its first day, month or year.
func Find(a *news.Article, sentences []news.Sentence) []news.DateRef {
	var out []news.DateRef
	f := finder{text: a.Body}
	if !a.Date.Time.IsZero() {
		f.pub = a.Date.Time
		f.known = true
	}
	paragraph := 0
	for _, s := range sentences {
		if s.Paragraph != paragraph {
			f.quoted, paragraph = false, s.Paragraph
		}
		f.words = lex(f.text, s.Span, f.words[:0])
		out = f.sentence(out)
		f.age++
	}
	return out
}

// finder holds what one article's sentences share.
type finder struct {
	text   string
	pub    time.Time
	known  bool // pub is known
	words  []word
	quoted bool // a quotation is open
	anchor date // the date named last, which "the day before" counts from
	age    int  // sentences since anchor
}

// sentence appends the dates of the words at hand.
func (f *finder) sentence(out []news.DateRef) []news.DateRef {
	last := 0 // words before it belong to a date already found
	for i := 0; i < len(f.words); {
		w := f.words[i]
		if w.kind == mark {
			f.quoted = w.opens(f.quoted)
		}
		if !w.class.starts() && w.kind != number {
			i++
			continue
		}
		d, j := f.date(i)
		if j == 0 {
			i++
			continue
		}
		if d.prec != "" {
			start := f.widen(i, j, last, d.prec)
			out = append(out, f.ref(start, j, d))
			f.anchor, f.age = d, 0
		}
		for ; i < j; i++ {
			if f.words[i].kind == mark {
				f.quoted = f.words[i].opens(f.quoted)
			}
		}
		last = j
	}
	return out
}

// ref makes the value that words i to j name.
func (f *finder) ref(i, j int, d date) news.DateRef {
	span := news.Span{Start: f.words[i].start, End: f.words[j-1].end}
	return news.DateRef{
		Span:      span,
		Surface:   span.Of(f.text),
		Value:     d.String(),
		Precision: d.prec,
		Coming:    f.known && d.first().After(f.pub.Truncate(24*time.Hour)),
	}
}

// widen returns where the surface of a date begins whose core is words i to j: "early next year", "at the end of June", "on Friday".
func (f *finder) widen(i, j, last int, prec news.Precision) int {
	at := func(k int, c class) bool { return k >= last && f.words[k].class == c }
	if at(i-1, the) && (at(i-2, of) && at(i-3, edge)) {
		i -= 3
	} else if at(i-1, of) && at(i-2, edge) {
		i -= 2
	}
	if f.words[i].class == edge && at(i-1, ordinal) { // "the second half of 2009"
		i--
	}
	if at(i-1, early) {
		i--
	} else if at(i-2, early) && f.words[i-1].kind == mark && f.text[f.words[i-1].start] == '-' {
		i -= 2
	}
	if at(i-1, the) && (f.words[i].class == edge || f.words[i].class == early || prec == news.Decade || f.words[i].class == ordinal || f.words[i].class == season || f.words[i].class == unit) {
		i--
	}
	if at(i-1, prep) && !f.isMark(j, '’') { // not the "from" of "from Friday’s quake"
		i--
	}
	return i
}
