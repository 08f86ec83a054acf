package about

import (
	"fmt"
	"math"
	"strings"

	"copydesk/generator/internal/news"
)

// subjectEvidence is what of a subject a reader can check.
type subjectEvidence struct {
	clues              []clueCount // in order of first use
	weight             float64
	headline, lede     float64
	literal            int
	literalHeadline    bool
	literalLede        bool
	places, paragraphs int
	lastParagraph      int
	first              int
	starts             []int // of the body's clues
}

// clueCount is a clue as the table has it, and how often it was met.
type clueCount struct {
	text  string
	count int
}

func (e *subjectEvidence) meet(a *news.Article, f find, headline bool) {
	c := e.count(f.clue.text)
	e.places++
	// The tenth time that a word is met says no more than the fifth.
	w := f.clue.weight / math.Sqrt(float64(c))
	e.weight += w
	if f.clue.literal {
		e.literal++
	}
	if headline {
		e.headline += f.clue.weight
		e.literalHeadline = e.literalHeadline || f.clue.literal
		return
	}
	e.starts = append(e.starts, f.span.Start)
	p := a.Paragraph(f.span.Start)
	if p <= 1 {
		e.lede += w
		e.literalLede = e.literalLede || f.clue.literal
	}
	if p != e.lastParagraph {
		e.paragraphs, e.lastParagraph = e.paragraphs+1, p
	}
}

// count counts the clue and returns how often it was met.
func (e *subjectEvidence) count(clue string) int {
	for i := range e.clues {
		if e.clues[i].text == clue {
			e.clues[i].count++
			return e.clues[i].count
		}
	}
	e.clues = append(e.clues, clueCount{clue, 1})
	return 1
}

func (e *subjectEvidence) strength() float64 { return e.weight + e.headline + e.lede }

// where says where the article names the subject first.
func (e *subjectEvidence) where() string {
	switch {
	case e.literalHeadline && e.literalLede:
		return "in the headline and the first paragraph"
	case e.literalHeadline:
		return "in the headline"
	case e.literalLede:
		return "in the first paragraph"
	}
	return ""
}

// reason says in one line what speaks for the subject.
func (s *Subject) reason() string {
	e := &s.evidence
	var parts []string
	if where := e.where(); e.literal > 0 && where != "" {
		if e.literal > 1 {
			where += ", " + times(e.literal) + " in all"
		}
		parts = append(parts, where)
	} else if e.literal > 0 {
		parts = append(parts, "named "+times(e.literal))
	}
	if s.FromTable {
		var clues []string
		for _, c := range e.clues {
			if c.text != s.Name && len(clues) < 5 {
				clues = append(clues, "“"+c.text+"” "+times(c.count))
			}
		}
		if len(clues) > 0 {
			parts = append(parts, "the text has "+strings.Join(clues, ", "))
		}
	}
	return strings.Join(parts, "; ")
}

func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}
