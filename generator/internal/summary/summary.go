// Package summary picks the key sentences of an article.
//
// In go the article, its sentences and what it is about, out come the spans of two to four sentences for "in brief". The first tells the news; the others
// add what it leaves out. News copy puts the important first, so the place of a sentence weighs most, next what it shares with the headline and with
// what the article is filed under. Sentences that do not stand alone are passed over: those that point back ("He also …"), quotations without
// their frame, captions and notes of the desk; and those that say the headline or the standfirst over again. Nothing is rewritten or joined.
package summary

import (
	"slices"
	"strings"

	"copydesk/generator/internal/about"
	"copydesk/generator/internal/news"
)

// How many sentences are picked from articles of fewer than few, fewer than many, and more sentences.
const (
	few  = 6
	many = 45
)

// Pick returns the spans of the key sentences in reading order.
func Pick(a *news.Article, sentences []news.Sentence, filing about.Filing, mentions []news.Mention) []news.Span {
	r := newReader(a, filing, mentions)
	scored := make([]candidate, 0, len(sentences))
	for i, s := range sentences {
		if c, ok := r.read(i, s); ok {
			scored = append(scored, c)
		}
	}
	if len(scored) == 0 {
		return nil
	}
	picked := []candidate{lead(scored)}
	n := wanted(len(sentences))
	for len(picked) < n {
		best := -1
		for i := range scored {
			c := &scored[i]
			c.said = c.said || c.repeats(&picked[len(picked)-1])
			if !c.said && (best < 0 || c.score > scored[best].score) && c.score > 0 {
				best = i
			}
		}
		if best < 0 {
			break
		}
		picked = append(picked, scored[best])
	}
	spans := make([]news.Span, len(picked))
	for i, c := range picked {
		spans[i] = c.Span
	}
	slices.SortFunc(spans, func(x, y news.Span) int { return x.Start - y.Start })
	return spans
}

// wanted returns how many sentences to pick of n.
func wanted(n int) int {
	switch {
	case n < 3:
		return 1
	case n < few:
		return 2
	case n < many:
		return 3
	}
	return 4
}

// candidate is a sentence that may be picked.
type candidate struct {
	news.Span
	order int // among the sentences
	score float64
	words []string // its content words, sorted, each once
	said  bool     // a picked sentence says it
}

// leadWithin is among how many of the first candidates the lead is looked for.
const leadWithin = 3

// lead returns the sentence that tells the news: the first, unless one right after it is much better.
func lead(scored []candidate) candidate {
	best := 0
	for i := 1; i < len(scored) && i < leadWithin; i++ {
		if scored[i].score > scored[best].score+leadMargin {
			best = i
		}
	}
	return scored[best]
}

// tooAlike is the share of the smaller sentence's content words in the other from which two say the same.
const tooAlike = 0.6

// repeats reports whether c says again what the picked sentence p says, or is that sentence.
func (c *candidate) repeats(p *candidate) bool {
	if p.Start == c.Start {
		return true
	}
	shared := 0
	for i, j := 0, 0; i < len(c.words) && j < len(p.words); {
		switch strings.Compare(c.words[i], p.words[j]) {
		case -1:
			i++
		case 1:
			j++
		default:
			shared++
			i++
			j++
		}
	}
	n := min(len(c.words), len(p.words))
	return n > 0 && float64(shared) >= tooAlike*float64(n)
}
