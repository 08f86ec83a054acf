// Package wire reads clean copy as an article: headline, standfirst, date, dateline, byline, body.
//
// In go the paragraphs of a clean.Copy; out comes a news.Article and what was not found, or found in two ways. Front matter on top of a raw
// text wins over what is parsed. The package removes no junk and looks for no names beyond the byline's.
package wire

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"copydesk/generator/internal/clean"
	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/source"
)

// reader reads one copy. Paragraphs from at to end are still to be read.
type reader struct {
	clean.Copy
	at, end int
	isRead  [headAtMost]bool // paragraphs of the head that are a field now
	places  places
	a       news.Article
	ds      []diag.Diagnostic
}

// places are the numbers, counted from 1, of the paragraphs that a field was read from; 0 where it was not.
type places struct{ headline, standfirst, date, byline int }

// setAside makes a removal of the paragraph i, whose words would else be lost.
func (r *reader) setAside(i int, reason string) {
	p := r.Copy.Paragraphs[i]
	r.removed(p.Start, p.Text, reason)
}

// removed adds a removal at a byte offset of the decoded text; the text of a mended paragraph is as it was before.
func (r *reader) removed(start int, text, reason string) {
	end := start + len(text)
	if end > len(r.File.Text) || r.File.Text[start:end] != text {
		// Mended or joined: what was repaired in it is as long as the repairs say.
		end = start + len(text)
		for _, fix := range r.Repairs {
			if fix.At >= start && fix.At < end {
				end += len(fix.From) - len(fix.To)
			}
		}
		for _, cut := range r.Removed {
			if cut.Span.Start >= start && cut.Span.Start < end {
				end += cut.Span.Len()
			}
		}
	}
	s := news.Span{Start: start, End: min(max(end, start), len(r.File.Text))}
	r.a.Removed = append(r.a.Removed, news.Removal{Span: s, Reason: reason, Text: s.Of(r.File.Text)})
}

// Parse reads c.
func Parse(c clean.Copy) (news.Article, []diag.Diagnostic) {
	c.Paragraphs = slices.Clone(c.Paragraphs) // the caller's stay as they are
	r := &reader{Copy: c, end: len(c.Paragraphs)}
	r.a = news.Article{File: c.File.Path, SHA256: c.File.SHA256, Removed: slices.Clone(c.Removed), Repairs: c.Repairs}
	r.head()
	r.foot()
	r.bio()
	r.dateline()
	r.body()
	r.front()
	if len(c.Paragraphs) > 0 || len(c.Removed) == 0 {
		r.check() // where there are only comments, clean has said so
	}
	slices.SortStableFunc(r.a.Removed, func(a, b news.Removal) int { return a.Span.Start - b.Span.Start })
	diag.Sort(r.ds)
	return r.a, r.ds
}

// Plain takes the whole text of f as the body, unchanged: each line that is not blank is a paragraph.
func Plain(f source.File) news.Article {
	a := news.Article{File: f.Path, SHA256: f.SHA256, Body: f.Text}
	for i := 0; i < len(f.Text); {
		end := strings.IndexByte(f.Text[i:], '\n')
		if end < 0 {
			end = len(f.Text)
		} else {
			end += i
		}
		if s := strings.TrimSpace(f.Text[i:end]); s != "" {
			start := i + strings.Index(f.Text[i:end], s)
			a.Paragraphs = append(a.Paragraphs, news.Span{Start: start, End: start + len(s)})
		}
		i = end + 1
	}
	return a
}

// say adds a diagnostic about the paragraph i, or about the whole text where there is none.
func (r *reader) say(i int, code string, severity diag.Severity, text, fix string) {
	d := diag.Diagnostic{Path: r.File.Path, Code: code, Severity: severity, Text: text, Fix: fix}
	if i >= 0 && i < len(r.Paragraphs) {
		d.Line, d.Col = r.File.Place(r.Paragraphs[i].Start)
	}
	r.ds = append(r.ds, d)
}

// body joins what was not read as anything else.
func (r *reader) body() {
	var b strings.Builder
	for _, p := range r.Paragraphs[r.at:r.end] {
		if p.Text == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		start := b.Len()
		b.WriteString(p.Text)
		r.a.Paragraphs = append(r.a.Paragraphs, news.Span{Start: start, End: b.Len()})
	}
	r.a.Body = b.String()
}

// A headline is no longer; a text that begins with a longer line has none.
const headlineLongest = 250

// check says what is missing, and makes up for it where it can without a guess.
func (r *reader) check() {
	if r.a.Date.Time.IsZero() {
		if d := dateIn(strings.TrimSuffix(path.Base(r.File.Path), path.Ext(r.File.Path))); !d.Time.IsZero() {
			r.a.Date = d
			r.say(-1, "date-from-name", diag.Note, fmt.Sprintf("has no date; %s is taken from its name", d.Time.Format("January 2, 2006")), "put the date below the headline")
		} else {
			r.say(0, "date-missing", diag.Warning, "no date was found", `put a line such as "July 18, 2017" below the headline`)
		}
	}
	if len(r.a.Paragraphs) == 0 {
		r.say(0, "body-missing", diag.Warning, "has no text below the headline", "paste the article's paragraphs below it")
	}
	if r.a.Headline == "" {
		r.a.Headline = r.firstWords()
		r.say(0, "headline-missing", diag.Warning, "has no headline; the first words stand in", "put a headline on the first line")
	}
}

// firstWords returns the beginning of the body, cut at a word.
func (r *reader) firstWords() string {
	const longest = 80
	s, _, _ := strings.Cut(r.a.Body, "\n")
	if end := strings.IndexAny(s, ".!?"); end > 20 {
		s = s[:end]
	}
	if len(s) <= longest {
		return s
	}
	cut := longest
	for !utf8.RuneStart(s[cut]) {
		cut--
	}
	if space := strings.LastIndexByte(s[:cut], ' '); space > 0 {
		cut = space
	}
	return strings.TrimRight(s[:cut], " ,;:")
}
