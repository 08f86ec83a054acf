package about

import (
	"strings"
	"time"

	"copydesk/generator/internal/news"
)

// scene tells of each sentence and paragraph of an article what the names in it cannot tell by themselves.
type scene struct {
	matter []int  // of each sentence: how many of the article's best phrases it holds
	past   []bool // of each paragraph: it tells of years long before the article
	tale   []bool // of each paragraph: it or the one before tells of a time before this generation
}

const (
	// matterPhrases is how many phrases stand for what the article is about.
	matterPhrases = 12
	// longAgo is how many years before the article the past begins that a reporter compares today with.
	longAgo = 8
	// generation is how many years before it the tales begin whose people are no longer in the news.
	generation = 20
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
	now, before, tales := a.Date.Time, false, 0
	for i, p := range a.Paragraphs {
		years := yearsBack(p.Of(a.Body), now)
		if strings.Contains(p.Of(a.Body), "decades ago") {
			years = max(years, generation)
		}
		c.past[i+1] = years >= longAgo
		old := years >= generation
		c.tale[i+1], before = old || before, old
		if c.tale[i+1] {
			tales++
		}
	}
	if 3*tales > len(a.Paragraphs) {
		clear(c.tale) // a chronicle: the past is what it is about
	}
	return c
}

// yearsBack returns how long before now the earliest year is that paragraph gives; where the day of the article is not known, it is taken for
// one of 2008. It returns 0 where no such year is given.
func yearsBack(paragraph string, now time.Time) int {
	today := 2008
	if !now.IsZero() {
		today = now.Year()
	}
	run, n, most := 0, 0, 0
	for i := 0; i <= len(paragraph); i++ {
		if i < len(paragraph) && '0' <= paragraph[i] && paragraph[i] <= '9' {
			run, n = run+1, n*10+int(paragraph[i]-'0')
			continue
		}
		if run == 4 && n >= 1700 {
			most = max(most, today-n)
		}
		run, n = 0, 0
	}
	return most
}

func hasUpper(s string) bool {
	for i := 0; i < len(s); i++ {
		if 'A' <= s[i] && s[i] <= 'Z' {
			return true
		}
	}
	return false
}
