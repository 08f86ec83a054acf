package about

import (
	"time"

	"copydesk/generator/internal/news"
)

// scene tells of each sentence and paragraph of an article what the names in it cannot tell by themselves.
type scene struct {
	matter []int  // of each sentence: how many of the article's best phrases it holds
	past   []bool // of each paragraph: it tells of years long before the article
	tale   []bool // of each paragraph: it or the one before tells of them
}

const (
	// matterPhrases is how many phrases stand for what the article is about.
	matterPhrases = 12
	// longAgo is how many years before the article the past begins that a reporter compares today with.
	longAgo = 8
)

// setScene reads the article once for all its names.
func setScene(a *news.Article, sentences []news.Sentence, phrases []news.Phrase) scene {
	c := scene{matter: make([]int, len(sentences)), past: make([]bool, len(a.Paragraphs)+1), tale: make([]bool, len(a.Paragraphs)+1)}
	for i := range phrases[:min(matterPhrases, len(phrases))] {
		p := &phrases[i]
		if hasUpper(p.Text) {
			continue // a name
		}
		s, last := 0, -1
		for _, span := range p.Spans {
			for s < len(sentences) && sentences[s].End <= span.Start {
				s++
			}
			if s < len(sentences) && s != last {
				c.matter[s]++
				last = s
			}
		}
	}
	now := a.Date.Time
	for i, p := range a.Paragraphs {
		c.past[i+1] = tellsOfPast(p.Of(a.Body), now)
		c.tale[i+1] = c.past[i+1] || c.past[i]
	}
	return c
}

// tellsOfPast reports whether paragraph gives a year long before now; where the day of the article is not known, one before 2000.
func tellsOfPast(paragraph string, now time.Time) bool {
	limit := 2000
	if !now.IsZero() {
		limit = now.Year() - longAgo + 1
	}
	run, n := 0, 0
	for i := 0; i <= len(paragraph); i++ {
		if i < len(paragraph) && '0' <= paragraph[i] && paragraph[i] <= '9' {
			run, n = run+1, n*10+int(paragraph[i]-'0')
			continue
		}
		if run == 4 && n >= 1700 && n < limit {
			return true
		}
		run, n = 0, 0
	}
	return false
}

func hasUpper(s string) bool {
	for i := 0; i < len(s); i++ {
		if 'A' <= s[i] && s[i] <= 'Z' {
			return true
		}
	}
	return false
}
