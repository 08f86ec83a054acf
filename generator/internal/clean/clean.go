// Package clean takes what is not the article out of a raw text, mends what broke in copying, and keeps account of both.
//
// In goes a decoded text; out come its paragraphs in order, what was removed, each piece with its place and reason, and what was mended. Every
// word of the text is in a paragraph, in the front matter or in a removal. The front matter brings back what was removed for a reason: "keep: caption".
// The package does not tell a headline from a body: wire does.
package clean

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/source"
)

// Copy is a raw text with its junk set aside.
type Copy struct {
	File       source.File
	Front      news.Span // of File.Text: the front matter on top, with its fences; empty where there is none
	Paragraphs []Paragraph
	Removed    []news.Removal
	Repairs    []news.Repair
}

// Paragraph is one kept paragraph, mended.
type Paragraph struct {
	Text  string
	Start int  // byte offset in File.Text
	Gap   bool // a blank line stands before it
}

// line is one line of the raw text that is not blank.
type line struct {
	text   string // without white space at both ends
	span   news.Span
	gap    bool // a blank line stands before it
	far    bool // two or more blank lines do
	indent int
}

// Clean reads f.
func Clean(f source.File) (Copy, []diag.Diagnostic) {
	c := Copy{File: f, Front: frontMatter(f.Text)}
	lines := split(f.Text, c.Front.End)
	keep := keeps(c.Front.Of(f.Text))
	end, marks, unsure := len(lines), []evidence(nil), doubt{}
	if !keep["all"] && !keep["comment"] {
		end, marks, unsure = comments(lines)
	}
	if end < len(lines) {
		c.Removed = append(c.Removed, itemise(lines[end:], marks[end:], f.Text)...)
	}
	kept, removed := furniture(lines[:end], f.Text, keep)
	c.Removed = append(removed, c.Removed...)
	c.join(kept, keep)
	slices.SortStableFunc(c.Removed, func(a, b news.Removal) int { return a.Span.Start - b.Span.Start })
	var ds []diag.Diagnostic
	if len(c.Paragraphs) == 0 && len(c.Removed) > 0 {
		ln, col := f.Place(c.Removed[0].Span.Start)
		ds = append(ds, diag.Diagnostic{Path: f.Path, Line: ln, Col: col, Code: "no-article", Severity: diag.Error,
			Text: "has nothing but comments and page furniture", Fix: "paste the article above them, or remove the file"})
	}
	if unsure.line > 0 && unsure.line < len(lines) {
		ds = append(ds, unsure.say(f, lines[unsure.line]))
	}
	return c, ds
}

// say tells the editor of a cut that may be wrong, or of a line that may have to go.
func (d doubt) say(f source.File, l line) diag.Diagnostic {
	ln, col := f.Place(l.span.Start)
	out := diag.Diagnostic{Path: f.Path, Line: ln, Col: col, Code: "comment-doubtful", Severity: diag.Warning,
		Text: "may be where the comments begin: kept as the article's", Fix: "delete the text from here on if it is no part of the article"}
	if d.cut {
		out.Text, out.Fix = "taken for the beginning of the comments on little evidence: cut", "write \"keep: comment\" into front matter on top of the text if it is the article's"
	}
	return out
}

// frontKeyWithin is how many bytes of front matter are looked at for its first key.
const frontKeyWithin = 2000

// frontKey is a first key after comments and blank lines: "title: Ferry vote put off"
var frontKey = regexp.MustCompile(`^(?:[ \t]*(?:#.*)?\n)*["']?[A-Za-z_][\w-]*["']?[ \t]*:(?:\s|$)`)

// frontMatter returns the span of a "---" block at the very top, fences included.
func frontMatter(text string) news.Span {
	if !strings.HasPrefix(text, "---\n") || !frontKey.MatchString(text[len("---\n"):min(len(text), frontKeyWithin)]) {
		return news.Span{} // a rule above the text, perhaps
	}
	end := strings.Index(text, "\n---\n")
	if end < 0 {
		if strings.HasSuffix(text, "\n---") {
			return news.Span{End: len(text)}
		}
		return news.Span{}
	}
	return news.Span{End: end + len("\n---\n")}
}

// keepLine gives back what was taken out, by reasons: "keep: comment", "keep: [caption, link line]", "keep: all"
var keepLine = regexp.MustCompile(`(?m)^keep:[ \t]*\[?([^\]\n]*)\]?[ \t]*$`)

// keeps returns the reasons for which the front matter lets nothing be taken out; "all" stands for every one.
func keeps(front string) map[string]bool {
	keep := map[string]bool{}
	if m := keepLine.FindStringSubmatch(front); m != nil {
		for reason := range strings.SplitSeq(m[1], ",") {
			keep[strings.Trim(reason, " \t\"'")] = true
		}
	}
	return keep
}

// split returns the lines that are not blank, from the byte offset on.
func split(text string, from int) []line {
	lines := make([]line, 0, 1+strings.Count(text[from:], "\n"))
	gap, far := true, true
	for from < len(text) {
		end := strings.IndexByte(text[from:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += from
		}
		raw := text[from:end]
		trimmed := strings.TrimSpace(raw)
		if trimmed == "" {
			gap, far = true, gap
		} else {
			indent := strings.Index(raw, trimmed)
			lines = append(lines, line{trimmed, news.Span{Start: from + indent, End: from + indent + len(trimmed)}, gap, far, indent})
			gap, far = false, false
		}
		from = end + 1
	}
	return lines
}

// removal makes the account of some lines that go out together.
func removal(lines []line, text, reason string) news.Removal {
	s := news.Span{Start: lines[0].span.Start, End: lines[len(lines)-1].span.End}
	return news.Removal{Span: s, Reason: reason, Text: s.Of(text)}
}

// Hard-wrapped copy has short lines of like length inside a block.
const (
	wrapLongest  = 100 // a wrapped line is no longer, in characters
	wrapShortest = 40  // and, but for the last of its block, no shorter on average
)

// join makes paragraphs of lines: a block of hard-wrapped lines becomes one, any other line one of its own.
func (c *Copy) join(lines []line, keep map[string]bool) {
	c.Paragraphs = make([]Paragraph, 0, len(lines))
	var pieces []line
	for i := 0; i < len(lines); {
		j := i + 1
		for j < len(lines) && !lines[j].gap {
			j++
		}
		if wrapped(lines[i:j]) {
			c.joinBlock(lines[i:j], keep)
		} else {
			for k, l := range lines[i:j] {
				pieces = c.crossheads(pieces[:0], l)
				for _, l := range pieces {
					if text := c.without(l, i+k == 0, keep); text != "" {
						c.Paragraphs = append(c.Paragraphs, Paragraph{text, l.span.Start, l.gap})
					}
				}
			}
		}
		i = j
	}
}

// wrapped reports whether the lines of a block are one paragraph broken at a fixed width.
func wrapped(block []line) bool {
	if len(block) < 2 {
		return false
	}
	sum, open := 0, 0
	for i, l := range block {
		n := utf8.RuneCountInString(l.text)
		if n > wrapLongest || l.indent > block[0].indent+3 || isBullet(l.text) {
			return false
		}
		if i < len(block)-1 {
			sum += n
			if !strings.ContainsAny(l.text[len(l.text)-1:], ".!?:\"”’)") {
				open++
			}
		}
	}
	// A line that runs on into the next ends with no mark; in a list of short lines most end so too, but they are short.
	return sum >= wrapShortest*(len(block)-1) && open*2 >= len(block)-1
}

// isBullet reports whether a line is an entry of a list: "- Tea", "• Milk", "2. Sugar".
func isBullet(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("-*•–—·▪", r) {
		return strings.HasPrefix(s[size:], " ")
	}
	_, rest := number(s)
	return rest != s && strings.HasPrefix(rest, " ")
}

// joinBlock joins the lines of a wrapped block by spaces, each a repair.
func (c *Copy) joinBlock(block []line, keep map[string]bool) {
	var b strings.Builder
	for i, l := range block {
		if i > 0 {
			prev := block[i-1]
			c.Repairs = append(c.Repairs, news.Repair{At: prev.span.End, From: c.File.Text[prev.span.End:l.span.Start], To: " "})
			b.WriteByte(' ')
		}
		b.WriteString(c.without(l, false, keep))
	}
	if text := strings.TrimSpace(b.String()); text != "" {
		c.Paragraphs = append(c.Paragraphs, Paragraph{text, block[0].span.Start, block[0].gap})
	}
}
