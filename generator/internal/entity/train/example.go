package main

import (
	"slices"
	"strings"

	"copydesk/generator/internal/entity/tagger"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/token"
)

// example is one run of tokens to learn from: the features of each token and the tags it may have.
type example struct {
	features [][]uint32
	allowed  []uint32 // a bit a tag
	weight   float64
}

// kindOf is the index of a label's kind, and -1 for labels that stand for events or anything else without telling.
func kindOf(label string) int {
	switch label {
	case "PER":
		return 0
	case "LOC":
		return 1
	case "ORG":
		return 2
	case "EVT":
		return 3
	case "OTH":
		return 4
	}
	return -1
}

// article returns body as an article whose lines are the paragraphs.
func article(body string) *news.Article {
	a := &news.Article{Body: body}
	at := 0
	for line := range strings.SplitSeq(body, "\n") {
		if line != "" {
			a.Paragraphs = append(a.Paragraphs, news.Span{Start: at, End: at + len(line)})
		}
		at += len(line) + 1
	}
	return a
}

// document splits body for tagging.
func document(body string, lex *tagger.Lexicon) *tagger.Document {
	d := tagger.NewDocument(lex)
	d.Add(body, token.Sentences(article(body)))
	d.Ready()
	return d
}

// loose are the tags that a token may have where a source says only that it is in some other name: none, or in an event or other name.
var loose = func() uint32 {
	bits := uint32(1)
	for t := range tagger.NumTags {
		if t > 3*4 {
			bits |= 1 << t
		}
	}
	return bits
}()

// allowed returns the tags that the tokens of s may have, given the spans of its text.
func allowed(s *tagger.Sentence, spans []span) []uint32 {
	bits := make([]uint32, len(s.Tokens))
	for i := range bits {
		bits[i] = 1
	}
	tags := make([]tagger.Tag, len(s.Tokens))
	for _, sp := range spans {
		first, last := -1, -1
		for i, t := range s.Tokens {
			if t.Overlaps(sp.Span) {
				if first < 0 {
					first = i
				}
				last = i + 1
			}
		}
		if first < 0 {
			continue
		}
		k := kindOf(sp.label)
		if k >= 0 {
			tagger.Name{First: first, Last: last, Kind: k}.Mark(tags)
		}
		for i := first; i < last; i++ {
			if k < 0 {
				bits[i] = loose
			} else {
				bits[i] = 1 << tags[i]
			}
		}
	}
	return bits
}

// examples makes the examples of one text, of the sentences in one of the spans only, if there are any. What is peculiar to the labels of a
// source other than the first goes into features of its own (Daumé 2007), which the model does not keep.
func examples(t text, only []news.Span, lex *tagger.Lexicon, in *interner) []example {
	d := document(t.body, lex)
	var out []example
	var buf, own []uint32
	number := slices.Index(sources, t.source)
	for i := range d.Sentences {
		s := &d.Sentences[i]
		whole := news.Span{Start: s.Tokens[0].Start, End: s.Tokens[len(s.Tokens)-1].End}
		if only != nil && !slices.ContainsFunc(only, func(o news.Span) bool { return o.Contains(whole) }) {
			continue
		}
		bits := allowed(s, within(t.spans, s))
		for _, r := range s.Runs {
			e := example{weight: t.source.weight}
			for k := r.First; k < r.Last; k++ {
				buf = s.Features(buf[:0], k)
				own = own[:0]
				if number > 0 {
					own = s.Gist(own, k)
				}
				e.features = append(e.features, in.numbers(buf, own, number))
				e.allowed = append(e.allowed, bits[k])
			}
			if consistent(e.allowed) {
				out = append(out, e)
			}
		}
	}
	return out
}

// consistent reports whether some sequence of tags is allowed: a name that sticks out of a run leaves none.
func consistent(allowed []uint32) bool {
	var now uint32
	for t := range tagger.Tag(tagger.NumTags) {
		if !t.Continues() {
			now |= 1 << t
		}
	}
	for i, bits := range allowed {
		if i > 0 {
			var next uint32
			for t := range tagger.Tag(tagger.NumTags) {
				for _, p := range tagger.Before(t) {
					if now&(1<<p) != 0 {
						next |= 1 << t
					}
				}
			}
			now = next
		}
		now &= bits
	}
	for t := range tagger.Tag(tagger.NumTags) {
		if now&(1<<t) != 0 && tagger.Ends(t) {
			return true
		}
	}
	return false
}

// within returns the spans that overlap s; spans are in order.
func within(spans []span, s *tagger.Sentence) []span {
	begin, end := s.Tokens[0].Start, s.Tokens[len(s.Tokens)-1].End
	from, _ := slices.BinarySearchFunc(spans, begin, func(sp span, at int) int {
		if sp.End <= at {
			return -1
		}
		return 1
	})
	to := from
	for to < len(spans) && spans[to].Start < end {
		to++
	}
	return spans[from:to]
}
