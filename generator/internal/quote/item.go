package quote

import (
	"strings"

	"copydesk/generator/internal/news"
	"copydesk/generator/internal/token"
)

// item is a word or mark outside quotations, or a whole quotation.
type item struct {
	news.Span
	word    string // "" for a quotation
	quote   int    // index of the quotation in its paragraph, or -1
	mention int    // index of the name that the word belongs to, or -1
	class   class
	starts  bool // begins a sentence
}

// read makes the items of a paragraph.
func (f *finder) read(p news.Span, sentences []news.Sentence, quotes []quotation) {
	f.items = f.items[:0]
	at, s := p.Start, 0
	for k, q := range quotes {
		if q.nested {
			continue
		}
		s = f.words(news.Span{Start: at, End: q.outer.Start}, sentences, s)
		it := item{Span: q.outer, quote: k, mention: -1, class: quoted}
		if s < len(sentences) && sentences[s].Start <= q.outer.Start {
			it.starts = true
		}
		for s < len(sentences) && sentences[s].Start < q.outer.End {
			s++
		}
		f.items = append(f.items, it)
		at = q.outer.End
	}
	f.words(news.Span{Start: at, End: p.End}, sentences, s)
	f.split(quotes)
}

// words appends the words of the span; s is the next sentence to begin, and so is what it returns.
func (f *finder) words(span news.Span, sentences []news.Sentence, s int) int {
	f.tokens = token.AppendWords(f.tokens[:0], span.Of(f.text), span.Start)
	for _, t := range f.tokens {
		it := item{Span: t.Span, word: t.Text, quote: -1, mention: -1}
		for s < len(sentences) && sentences[s].Start <= t.Start {
			it.starts = true
			s++
		}
		for f.next < len(f.mentions) && f.mentions[f.next].End <= t.Start {
			f.next++
		}
		if f.next < len(f.mentions) && f.mentions[f.next].Start <= t.Start {
			it.mention = f.next
		}
		it.class = classOf(t.Text)
		f.items = append(f.items, it)
	}
	return s
}

// split corrects where sentences begin beside quotations: after a full stop inside a quotation a new one begins with the next capital, and after a comma
// none does.
func (f *finder) split(quotes []quotation) {
	for i := range f.items {
		it := &f.items[i]
		if i == 0 {
			it.starts = true
			continue
		}
		before := f.items[i-1]
		switch {
		case before.quote >= 0:
			switch lastMark(f.text, quotes[before.quote].Span) {
			case '.', '…':
				it.starts = isCapital(f.text, it.Start) || it.quote >= 0
			case '?', '!':
				it.starts = it.quote >= 0 || isCapital(f.text, it.Start) && !f.saysNext(i)
			default:
				it.starts = it.quote < 0 && before.End < it.Start && it.starts && it.class != verb && isCapital(f.text, it.Start) && !f.saysNext(i)
			}
		case it.quote >= 0:
			it.starts = before.word == "." || before.word == "?" || before.word == "!" || it.starts && before.word != "," && before.word != ":"
		}
	}
}

// saysNext reports whether a verb of saying follows within a few words of item i without a mark between: "Trump said".
func (f *finder) saysNext(i int) bool {
	for k := i; k < len(f.items) && k < i+6; k++ {
		switch f.items[k].class {
		case verb:
			return true
		case quoted, markClass:
			return false
		}
	}
	return false
}

// lastMark returns the last byte of a quotation that is a mark, or 0. Of an ellipsis it is the rune.
func lastMark(text string, s news.Span) rune {
	w := strings.TrimRight(s.Of(text), " '’")
	if strings.HasSuffix(w, "…") {
		return '…'
	}
	if w == "" {
		return 0
	}
	switch c := w[len(w)-1]; c {
	case '.', ',', '?', '!', ';', ':', '-':
		return rune(c)
	}
	if strings.HasSuffix(w, "—") {
		return '-'
	}
	return 0
}

// isCapital reports whether a word at i begins with a capital letter.
func isCapital(text string, i int) bool {
	return i < len(text) && text[i] >= 'A' && text[i] <= 'Z'
}
