package quote

import (
	"strings"
	"unicode/utf8"

	"copydesk/generator/internal/news"
)

// quotation is what stands between two quotation marks.
type quotation struct {
	news.Span           // inside the marks
	outer     news.Span // with the marks
	goesOn    bool      // the next paragraph reopens it
	nested    bool      // inside another quotation
}

// shortest is how many bytes a quotation has at least; what is shorter is a single word in scare quotes, or a nickname.
const shortest = 3

// spans returns the quotations of the paragraphs in order; a nested one follows the one around it.
func spans(text string, paragraphs []news.Span) []quotation {
	var out []quotation
	inside := false // the paragraph begins inside a quotation
	for i, p := range paragraphs {
		reopens, runsOn := false, false
		if i+1 < len(paragraphs) {
			reopens = opensParagraph(text, paragraphs[i+1])
			runsOn = !reopens && closesFirst(text, paragraphs[i+1])
		}
		n := len(out)
		out = paragraphSpans(out, text, p, inside, reopens || runsOn)
		inside = runsOn && len(out) > n && out[len(out)-1].goesOn
	}
	return out
}

// closesFirst reports whether the first double mark of a paragraph closes a quotation, so that it began in the paragraph before.
func closesFirst(text string, p news.Span) bool {
	i := p.Start
	for i < p.End && !isDouble(text, i) {
		i++
	}
	if i == p.End {
		return false
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	return r == '”' || r == '"' && !spaceBefore(text, p, i) && spaceAfter(text, p, i+size) && !isFeet(text, p, i)
}

// beginsMark tells the bytes that a quotation mark can begin with.
var beginsMark = [256]bool{'"': true, '\'': true, '`': true, 0xc2: true, 0xe2: true} // « and » begin with 0xC2, the curly ones with 0xE2

// isDouble reports whether a double quotation mark begins at byte i.
func isDouble(text string, i int) bool {
	if !beginsMark[text[i]] {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return r == '"' || r == '“' || r == '”' || r == '«' || r == '»'
}

// opensParagraph reports whether the paragraph begins with a double quotation mark.
func opensParagraph(text string, p news.Span) bool {
	s := p.Of(text)
	return strings.HasPrefix(s, "“") || strings.HasPrefix(s, `"`) || strings.HasPrefix(s, "«") || strings.HasPrefix(s, "``")
}

// sign is a quotation mark in the text.
type sign struct {
	at, size int
	role     role
}

type role uint8

const (
	opensDouble role = iota
	closesDouble
	opensSingle
	closesSingle
)

// paragraphSpans appends the quotations of p. inside tells whether p begins inside a quotation, runs whether one that is open at its end goes on.
func paragraphSpans(out []quotation, text string, p news.Span, inside, runs bool) []quotation {
	open, inner := sign{at: -1}, sign{at: -1} // the marks that are open: the outer one and one inside it
	outerAt := len(out)
	if inside {
		open = sign{p.Start, 0, opensDouble}
	}
	add := func(from sign, to, end int, nested, goesOn bool) {
		s := trim(text, news.Span{Start: from.at + from.size, End: to})
		if s.End-s.Start >= shortest {
			out = append(out, quotation{Span: s, outer: news.Span{Start: from.at, End: end}, nested: nested, goesOn: goesOn})
		}
	}
	for i := p.Start; ; {
		s, ok := nextSign(text, p, i, open.at >= 0 && open.role == opensDouble)
		if !ok {
			break
		}
		i = s.at + s.size
		switch {
		case s.role == opensDouble && open.at < 0:
			open, inner, outerAt = s, sign{at: -1}, len(out)
		case s.role == closesDouble && open.at >= 0 && open.role == opensDouble:
			n := len(out)
			add(open, s.at, i, false, false)
			if len(out) > n && n > outerAt { // the nested ones were found first
				last := out[n]
				copy(out[outerAt+1:], out[outerAt:n])
				out[outerAt] = last
			}
			open = sign{at: -1}
		case s.role == opensSingle && open.at < 0:
			open = s
		case s.role == opensSingle && open.role == opensDouble:
			inner = s
		case s.role == closesSingle && open.at >= 0 && open.role == opensSingle && sameQuote(text, open, s):
			add(open, s.at, i, false, false)
			open = sign{at: -1}
		case s.role == closesSingle && inner.at >= 0 && sameQuote(text, inner, s):
			add(inner, s.at, i, true, false)
			inner = sign{at: -1}
		}
	}
	if open.at >= 0 && open.role == opensDouble && (runs || open.at == p.Start) {
		out = out[:outerAt]
		add(open, p.End, p.End, false, runs)
	} else if open.at >= 0 && open.role == opensDouble {
		for i := outerAt; i < len(out); i++ {
			out[i].nested = false // what seemed to be around it never closed
		}
	}
	return out
}

// sameQuote reports whether the single mark to can close the one that from opened: an apostrophe after a word, as in "the players’ union", cannot unless the
// quotation is short.
func sameQuote(text string, from, to sign) bool {
	if to.at-from.at < 4 {
		return false
	}
	c := text[to.at-1]
	return c == '.' || c == ',' || c == '?' || c == '!' || c == ';' || c != 's' && to.at-from.at < 160 || to.at-from.at < 40
}

// nextSign returns the next mark from i on in p. open tells whether a double mark is open.
func nextSign(text string, p news.Span, i int, open bool) (sign, bool) {
	for i < p.End {
		if !beginsMark[text[i]] {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		switch r {
		case '“', '«', '„':
			if r == '“' && open && spaceAfter(text, p, i+size) && (!spaceBefore(text, p, i) || i+size >= p.End) {
				return sign{i, size, closesDouble}, true // a mark the wrong way round
			}
			return sign{i, size, opensDouble}, true
		case '”', '»':
			return sign{i, size, closesDouble}, true
		case '"':
			if open {
				return sign{i, size, closesDouble}, true
			}
			if !isFeet(text, p, i) {
				return sign{i, size, opensDouble}, true
			}
		case '`':
			if strings.HasPrefix(text[i:p.End], "``") {
				return sign{i, 2, opensDouble}, true
			}
		case '\'':
			if strings.HasPrefix(text[i:p.End], "''") {
				if open {
					return sign{i, 2, closesDouble}, true
				}
				return sign{i, 2, opensDouble}, true
			}
			if s, ok := single(text, p, i, size); ok {
				return s, true
			}
		case '‘':
			if spaceBefore(text, p, i) {
				return sign{i, size, opensSingle}, true
			}
		case '’':
			if s, ok := single(text, p, i, size); ok {
				return s, true
			}
		}
		i += size
	}
	return sign{}, false
}

// single reads an apostrophe that may be a quotation mark.
func single(text string, p news.Span, i, size int) (sign, bool) {
	before, after := spaceBefore(text, p, i), spaceAfter(text, p, i+size)
	switch {
	case before && !after && text[i] == '\'':
		if c := text[i+size]; c >= '0' && c <= '9' { // '90s
			return sign{}, false
		}
		return sign{i, size, opensSingle}, true
	case after && !before:
		return sign{i, size, closesSingle}, true
	}
	return sign{}, false
}

// isFeet reports whether the mark at i stands for inches: 6'2".
func isFeet(text string, p news.Span, i int) bool {
	return i > p.Start && text[i-1] >= '0' && text[i-1] <= '9'
}

// spaceBefore reports whether a word can begin at i.
func spaceBefore(text string, p news.Span, i int) bool {
	if i <= p.Start {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(text[p.Start:i])
	return r <= ' ' || r == '\u00a0' || strings.ContainsRune("([{“\"—–-«„", r)
}

// spaceAfter reports whether a word can have ended before i.
func spaceAfter(text string, p news.Span, i int) bool {
	if i >= p.End {
		return true
	}
	r, _ := utf8.DecodeRuneInString(text[i:p.End])
	return r <= ' ' || r == '\u00a0' || strings.ContainsRune(".,;:!?)]}”\"—–-»…", r)
}

// trim takes white space off both ends of s.
func trim(text string, s news.Span) news.Span {
	for s.Start < s.End && text[s.Start] <= ' ' {
		s.Start++
	}
	for s.End > s.Start && text[s.End-1] <= ' ' {
		s.End--
	}
	return s
}
