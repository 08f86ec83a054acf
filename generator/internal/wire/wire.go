// Package wire reads clean copy as an article: headline, date, dateline, byline, body.
package wire

import (
	"copydesk/generator/internal/clean"
	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/source"
)

// Parse reads c.
func Parse(c clean.Copy) (news.Article, []diag.Diagnostic) {
	a := Plain(c.File)
	a.Removed, a.Repairs = c.Removed, c.Repairs
	return a, nil
}

// Plain takes the whole text of f as the body, unchanged.
func Plain(f source.File) news.Article {
	a := news.Article{File: f.Path, SHA256: f.SHA256, Body: f.Text}
	for i := 0; i < len(f.Text); {
		j := i
		for j < len(f.Text) && f.Text[j] != '\n' {
			j++
		}
		if j > i {
			a.Paragraphs = append(a.Paragraphs, news.Span{Start: i, End: j})
		}
		i = j + 1
	}
	return a
}
