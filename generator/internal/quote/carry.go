package quote

import (
	"sort"
	"strings"

	"copydesk/generator/internal/news"
)

// carry returns who says the quotation at item i when its own sentence does not tell: whoever the text has been quoting. last is the attribution before
// in the paragraph, carried that of the paragraph before.
func (f *finder) carry(i int, q quotation, last, carried attribution) attribution {
	s, e := f.bounds(i)
	if s != i || !f.alone(i, e) {
		return attribution{}
	}
	switch {
	case f.opened && carried.known() && i == 0:
		return carried.sureAs(sureGoesOn)
	case last.known():
		return last.sureAs(sureGoesOn)
	case i == 0 && carried.known():
		return carried.sureAs(sureBefore)
	case i > 0:
		return f.sentenceBefore(i).sureAs(sureBefore)
	}
	return attribution{}
}

// alone reports whether the quotation at item i is all there is of its sentence, up to item e.
func (f *finder) alone(i, e int) bool {
	for k := i + 1; k < e; k++ {
		if f.items[k].class != markClass {
			return false
		}
	}
	return true
}

// sureAs lowers the confidence of a known attribution.
func (a attribution) sureAs(sure float64) attribution {
	if !a.known() {
		return attribution{}
	}
	a.sure = min(a.sure, sure)
	return a
}

// sentenceBefore returns the speaker whom the sentence that ends before item i names: "The mayor was blunt about it: …".
func (f *finder) sentenceBefore(i int) attribution {
	s, _ := f.bounds(i - 1)
	for v := i - 1; v > s; v-- {
		if at := f.says(v, s); at.known() {
			return at.cued(f.items[v].word, sureBefore)
		}
	}
	return attribution{}
}

// announced returns the speaker whom the last sentence of the paragraph introduces without quoting: "The mayor continued:".
func (f *finder) announced() attribution {
	n := len(f.items)
	if n == 0 || f.items[n-1].quote >= 0 {
		return attribution{}
	}
	s, _ := f.bounds(n - 1)
	for k := s; k < n; k++ {
		if f.items[k].quote >= 0 {
			return attribution{}
		}
	}
	return f.identify(n-1, f.sentenceBefore(n))
}

// longestOuter is the length in bytes of a quotation whose inner quotations are attributed at most.
const longestOuter = 4000

// nested attributes the quotations inside quotations by the words around them there.
func (f *finder) nested(quotes []quotation, out []attribution) []attribution {
	outer := -1
	for k, q := range quotes {
		if !q.nested {
			outer = k
			continue
		}
		if outer < 0 || !quotes[outer].Contains(q.outer) || quotes[outer].Len() > longestOuter {
			continue
		}
		inner := q
		inner.nested = false
		after := f.next
		f.next = sort.Search(len(f.mentions), func(i int) bool { return f.mentions[i].End > quotes[outer].Start })
		f.read(quotes[outer].Span, nil, []quotation{inner})
		f.next = after
		for i := range f.items {
			if f.items[i].quote == 0 {
				if at := f.direct(i, q); at.known() && !isPronoun(at.speaker.Of(f.text)) {
					out[k] = at
				}
			}
		}
	}
	return out
}

// isPronoun reports whether w stands for a speaker named elsewhere.
func isPronoun(w string) bool { return vocabulary[w] == pronoun || vocabulary[w] == relative }

// identify completes an attribution at item i: a pronoun gets the entity it stands for, a statement the one who issued it.
func (f *finder) identify(i int, at attribution) attribution {
	if !at.known() {
		return at
	}
	w := at.speaker.Of(f.text)
	switch {
	case at.entity != "":
	case isPronoun(w):
		if id := f.antecedent(w, i, at.speaker.Start); id != "" {
			at.entity = id
		}
	case strings.HasPrefix(w, "the ") || strings.HasPrefix(w, "The "):
		if id := f.titled(lastWord(w)); id != "" {
			at.entity = id
			break
		}
		if !documents[lastWord(w)] {
			break
		}
		if by := f.issuedBefore(i); by.document == lastWord(w) {
			at.speaker, at.entity = by.speaker, by.entity
		}
	}
	return at
}

// lastWord returns the last word of s.
func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// issue is a document and who issued it.
type issue struct {
	attribution
	document string // "statement"
}

// issuedBefore returns the statement, letter or report last spoken of before item i: "In a statement, the council said …".
func (f *finder) issuedBefore(i int) issue {
	by := f.issuer
	for s := max(0, i-farthest); s < i; {
		_, e := f.bounds(s)
		if is := f.issuing(s, min(e, i)); is.known() {
			by = is
		}
		s = e
	}
	return by
}

// issuing returns the document that a sentence speaks of, with the named subject of its first verb of saying.
func (f *finder) issuing(s, e int) issue {
	document := ""
	for k := s + 1; k < e && document == ""; k++ {
		if before := f.items[k-1].class; documents[f.items[k].word] && (before == determiner || before == plain) {
			document = f.items[k].word
		}
	}
	if document == "" {
		return issue{}
	}
	for v := s; v < e; v++ {
		if c := f.items[v].class; c == verb || c == soft || f.is(v, "issued") || f.is(v, "released") {
			if at := f.subject(v, s); at.entity != "" {
				return issue{at, document}
			}
		}
	}
	return issue{}
}

// seen is a person named outside quotations.
type seen struct {
	entity string
	at     news.Span
}
