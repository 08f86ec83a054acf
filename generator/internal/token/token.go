// Package token splits text into words and sentences.
package token

import "copydesk/generator/internal/news"

// Token is one word, number or mark of a text.
type Token struct {
	news.Span
	Text string
}

// Sentences splits each paragraph of a into sentences.
func Sentences(a *news.Article) []news.Sentence {
	var out []news.Sentence
	for i, p := range a.Paragraphs {
		out = append(out, news.Sentence{Span: p, Paragraph: i + 1})
	}
	return out
}

// Words splits text into tokens; offset is added to their spans.
func Words(text string, offset int) []Token { return nil }
