package clean

import (
	"regexp"
	"strings"

	"copydesk/generator/internal/news"
)

// A wire's text has marks for its own desks and screens inside paragraphs: numbers of stories, and links that lead nowhere on paper.
const (
	// "[ID:nL5E8G38UV]", "[nL6E7I909T]", "<ID:nN03209986>"
	storyNumber = `(?:[\[<]ID:n[A-Z0-9]{5,}[\]>]|\[n[A-Z0-9]{6,}\])`
	// "here", "link.reuters.com/nyv92n", "r.reuters.com/fej34m", or the number of a story
	target = `(?:here\b|(?:graphic )?(?:link|r|graphics|tmsnrt)\.(?:thomson)?reuters\.com/\w+|` + storyNumber + `)`
)

var (
	// "For a graphic on Costco shares, click here", "(To see the draft, click on: r.reuters.com/fej34m )", "For details, see <ID:nN06279190>."
	pointer = regexp.MustCompile(`\(?\b(?:[Ff]or|To see|Please|To compare) [^.()\[\]<]{0,140}?(?:\b(?:double[ -])?click(?: on)?|\bsee|\bgo to|:),?:? ?(?:on:? )?` + target + `\s?[.;]?\s?\)?[.;]? ?`)
	// " [ID:nN1E76Q0BV]"
	numberAlone = regexp.MustCompile(` ?` + storyNumber)
	// "^^^^^^^^^^": a rule above what a screen shows apart
	caretRule = regexp.MustCompile(`<?\^{5,}>? ?`)
	// "(Adds details, share price)", "(Corrects number of jobs in paragraph 4)": told to the desks that have an earlier version
	deskNote = regexp.MustCompile(`^\((?:Adds|Recasts|Updates|Rewrites|Refiles|Repeats|Corrects|Removes|Releads|Writethru) [^()]{3,240}\)\s*`)
	// "UPDATE 4-", "CORRECTED: ", "RPT-WRAPUP 2-", in front of a headline
	versionMark = regexp.MustCompile(`^(?:(?:UPDATE|WRAPUP|CORRECTED|RPT|REFILE|REPEAT)(?: ?\d{1,2})?[-:]\s?)+`)
)

// codes returns the spans of s that are told to desks and screens, in order, with the reasons. Most lines have none of the words.
func codes(s string, isFirst bool) (spans []news.Span, reasons []string) {
	add := func(form *regexp.Regexp, reason string) {
		for _, m := range form.FindAllStringIndex(s, -1) {
			if strings.HasSuffix(strings.TrimSpace(s[m[0]:m[1]]), "here.") {
				continue // a sentence of a page, whose link may say enough: kept
			}
			at := news.Span{Start: m[0], End: m[1]}
			if close := strings.IndexByte(s[m[0]:m[1]], ')'); s[m[0]] == '(' && close > 0 && m[0] > 0 && s[m[0]-1] == ' ' {
				at = news.Span{Start: m[0] - 1, End: m[0] + close + 1} // what follows the bracket ends the sentence before it
			}
			if len(spans) == 0 || at.Start >= spans[len(spans)-1].End {
				spans, reasons = append(spans, at), append(reasons, reason)
			}
		}
	}
	switch {
	case isFirst:
		add(versionMark, "desk note")
	case s[0] == '(':
		add(deskNote, "desk note")
	}
	if len(spans) > 0 {
		return spans, reasons // one sort a line: they do not come together
	}
	numbered := strings.Contains(s, "ID:n") || strings.Contains(s, "[n")
	if numbered || strings.Contains(s, "click") || strings.Contains(s, "reuters.com/") {
		add(pointer, "link line")
	}
	if len(spans) == 0 && numbered {
		add(numberAlone, "story number")
	}
	if len(spans) == 0 && strings.Contains(s, "^^^^^") {
		add(caretRule, "rule")
	}
	return spans, reasons
}

// without takes the codes out of a line, but for those whose reason is to be kept, and mends the rest.
func (c *Copy) without(l line, isFirst bool, keep map[string]bool) string {
	spans, reasons := codes(l.text, isFirst)
	if len(spans) == 0 || keep["all"] {
		return c.mend(l.text, l.span.Start)
	}
	var b strings.Builder
	from := 0
	for i, s := range spans {
		if keep[reasons[i]] {
			continue
		}
		b.WriteString(c.mend(l.text[from:s.Start], l.span.Start+from))
		at := news.Span{Start: l.span.Start + s.Start, End: l.span.Start + s.End}
		c.Removed = append(c.Removed, news.Removal{Span: at, Reason: reasons[i], Text: at.Of(c.File.Text)})
		from = s.End
	}
	b.WriteString(c.mend(l.text[from:], l.span.Start+from))
	return strings.TrimSpace(b.String())
}

// isTicker returns the length of a share's code in brackets that stand off, "( CVX.N )", "( 7203.T )", at the start of s, and 0 where there is none.
func isTicker(s string) int {
	if s[0] != '(' {
		return 0
	}
	const longest = 16
	end := strings.Index(s[:min(len(s), longest)], " )")
	if end < 4 || !strings.HasPrefix(s, "( ") {
		return 0
	}
	code := s[2:end]
	dot := strings.LastIndexByte(code, '.')
	if dot < 1 || dot == len(code)-1 || strings.ContainsAny(code, " ()") {
		return 0
	}
	for _, c := range []byte(code[dot+1:]) {
		if c < 'A' || 'Z' < c {
			return 0
		}
	}
	return end + 2
}
