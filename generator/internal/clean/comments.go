package clean

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"copydesk/generator/internal/news"
)

// What the head of a comment looks like. Months and times are matched without regard to capitals.
const (
	months   = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
	weekdays = `(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?`
	day      = `\d{1,2}(?:st|nd|rd|th)?`
	// "July 20, 2017", "24th July 2012", "09. Jul, 2012", "11/7/2012", "2012-11-07"
	date = weekdays + `(?:` + months + `\s+` + day + `(?:,?\s+\d{4})?|` + day + `\.?\s+` + months + `,?(?:\s+\d{4})?|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}[/-]\d{2}[/-]\d{2})`
	// "10:56 PM", "at 11.30", "@10:49AM", "15:48:12", "4pm"
	clock = `(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)`
	ago   = `(?:about |over |almost )?(?:\d+|an?|one|two|three) (?:second|sec|minute|min|hour|hr|day|week|month|year)s? ago`
	stamp = `(?:` + date + `[,.]?\s*(?:at|@|-|–|—|\||·|•|,|on)?\s*@?` + clock + `|` + clock + `[,.]?\s*(?:on|-|–|\||,)?\s*` + date + `|` + ago + `)`
)

var (
	// "July 20, 2017 at 10:56 PM", "Posted on Nov 06 2012 3:15 pm - 1 hour ago", "24TH JULY 2012 - 15:48", "23 seconds ago ( 4:28 PM)"
	stampLine = regexp.MustCompile(`(?i)^(?:(?:posted|commented|written|submitted|added|on|at|date|time|comment|reply)[:,]?\s+){0,3}` + stamp + `.{0,40}$`)
	// "Andrew Richard on November 12, 2012 12:20 pm", "by Quakeulf (2650167) on Tuesday July 24, @10:49AM (#40749619)"
	signedLine = regexp.MustCompile(`(?i)^(?:\d{1,4}[.)]?\s+)?.{1,70}?[\s|,/(•·-]+(?:(?:on|at|posted)\s+)?` + stamp + `.{0,40}$`)
	// "Adam Isom says:", "14.   Muz Says:", "On October 12, 2012 at 10:52 am Qaoileann said:", "@Kim wrote on May 3:"
	saysLine = regexp.MustCompile(`(?i)^(?:[(\[]?\d{1,4}[.)\]]*\s+)?(?:on .{5,40}?\s)?.{1,60}?\s(?:says|said|wrote|writes|replied|commented)(?:\s(?:on|at|in reply to)\s.{1,50})?\s*(?:\.\.\.|…)?:$`)
	// "July 31, 2012 | Unregistered CommenterPW", "October 14, 2012 | Reply"
	registeredLine = regexp.MustCompile(`(?i)^` + date + `\s*[|•·-]\s*(?:(?:un)?registered commenter.{1,40}|reply|permalink|#)$`)
	// "3 Comments", "Comments (12)", "5 Responses to “Harbour ferry returns”", "Leave a Reply"
	headingLine = regexp.MustCompile(`(?i)^(?:\(?(?:\d[\d,]*|no|one|two|three)\)?\s*(?:reader |user )?(?:comments?|responses?|replies|thoughts on\b.*)(?:\s+(?:to|on|for|so far|posted|:).*)?:?|(?:reader |user |recent )?comments?(?:\s*\(\d+\)|\s*:?\s*\d+)?\s*:?|(?:leave|post|add|write|submit) (?:a|your) (?:comment|reply|response).*|join the (?:discussion|conversation).*|(?:view|show|load|see|read) (?:all |more )?(?:\d+ )?comments.*|what do you think\?)$`)
	// "internetricks4u8/12/2012": a name that runs into a date
	gluedLine = regexp.MustCompile(`^(?:\d{1,4}[.)]\s+)?\S(?:.{0,40}\S)?\d{1,2}/\d{1,2}/20\d{2}$`)
	// "Reply", "Like · 3", "Report this comment", "152 Fans", "+20"
	footLine = regexp.MustCompile(`(?i)^(?:reply(?: to .{1,40})?|like(?: · \d+)?|unlike|flag(?: as .*)?|report(?: (?:this )?(?:comment|abuse))?|recommend(?:ed)?(?: \d+)?|permalink|quote|delete|edit|[+-]\d{1,4}|\d+ (?:fans?|likes?|points?|replies|votes?|upvotes?)|view (?:in chat|profile)|log in to reply|(?:0|\d+) ?[▲▼△])$`)
)

// evidence is what one line says about being a comment's.
type evidence uint8

const (
	nothing evidence = iota
	foot             // below a comment
	says             // "Kim says:"
	glued            // a name that runs into a date
	signed           // a name with a moment
	stamped          // a moment alone
	heading          // above all comments
)

const (
	headLongest  = 140 // bytes; the head of a comment is no longer
	nameLongest  = 60  // and a commenter's name neither
	proseAtLeast = 150 // bytes of a paragraph that only an article has before its comments
	wordsApart   = 450 // words that one comment has at most, on average
)

// weigh tells what a line is evidence of.
func weigh(s string) evidence {
	if len(s) > headLongest {
		return nothing
	}
	last := s[len(s)-1]
	digits := strings.ContainsAny(s, "0123456789")
	switch {
	case headingLine.MatchString(s):
		return heading
	case last == ':' && saysLine.MatchString(s):
		return says
	case digits && last != '.' && (stampLine.MatchString(s) || registeredLine.MatchString(s)):
		return stamped
	case digits && last != '.' && signedLine.MatchString(s):
		return signed
	case digits && gluedLine.MatchString(s):
		return glued
	case footLine.MatchString(s):
		return foot
	}
	return nothing
}

// comments returns the index of the line at which the comments begin, or len(lines).
func comments(lines []line) int {
	first := 0
	for first < len(lines) && len(lines[first].text) < proseAtLeast {
		first++
	}
	if first == len(lines) {
		first = 0 // nothing but short lines: perhaps nothing but comments
	} else {
		first++
	}
	marks := make([]evidence, len(lines))
	for i := first; i < len(lines); i++ {
		marks[i] = weigh(lines[i].text)
	}
	// heads[i] and words[i] count what comes from line i on.
	heads, words := 0, 0
	strong, start := 0, len(lines)
	for i := len(lines) - 1; i >= first; i-- {
		words += 1 + strings.Count(lines[i].text, " ")
		switch marks[i] {
		case nothing, foot:
			continue
		case heading:
			if i == len(lines)-1 || heads > 0 || words < 60 {
				strong++
			}
		case stamped, signed:
			strong++
		}
		heads++
		if words > wordsApart*heads {
			break
		}
		// A "said:" or a name glued to a date proves nothing alone: an article introduces a quotation so.
		if strong > 0 || heads >= 3 {
			start = i
		}
	}
	if start == len(lines) {
		return start
	}
	return top(lines, marks, start, first)
}

// top moves the start of the comments up over what belongs to the first head: its number, its name, its heading, or its whole text where names
// stand below.
func top(lines []line, marks []evidence, start, first int) int {
	if n := numbered(lines, start, first); n < start {
		start = n
	} else if marks[start] == stamped || marks[start] == glued {
		up := start
		for up > first && start-up < 4 && isName(lines[up-1].text) && (!lines[up].gap || hasNumber(lines[up-1].text)) {
			up--
		}
		if up == start && !lines[start].gap && up > first && !lines[start-1].gap {
			up = start - 1 // the text of the comment stands above its moment
		} else if up == start && !lines[start].gap && up > first && len(lines[up-1].text) < 2*proseAtLeast {
			up = start - 1
		}
		start = up
	}
	for start > first && marks[start-1] == heading {
		start--
	}
	return start
}

// numbered looks for a run of numbers 1, 2, 3 … that leads into the comments from above, and returns the line of the first.
func numbered(lines []line, start, first int) int {
	want, rest := number(lines[start].text)
	at := start
	if rest == lines[start].text {
		want = 0
		for i := start + 1; i < min(start+6, len(lines)); i++ {
			if n, r := number(lines[i].text); r != lines[i].text {
				want = n
				break
			}
		}
		if want == 0 {
			return start
		}
	}
	for i := start - 1; i >= first && want > 1; i-- {
		if n, r := number(lines[i].text); r != lines[i].text && n == want-1 {
			want, at = n, i
		}
	}
	if want == 1 {
		return at
	}
	return start
}

// number cuts "12. " or "12) " off a line; rest is the line where there is none.
func number(s string) (n int, rest string) {
	i := 0
	for i < len(s) && i < 4 && '0' <= s[i] && s[i] <= '9' {
		n = n*10 + int(s[i]-'0')
		i++
	}
	if i == 0 || i+1 >= len(s) || s[i] != '.' && s[i] != ')' || s[i+1] != ' ' && s[i+1] != '\t' {
		return 0, s
	}
	return n, s[i+1:]
}

func hasNumber(s string) bool { _, rest := number(s); return rest != s }

// isName reports whether a line can be a commenter's name: short, no sentence.
func isName(s string) bool {
	return utf8.RuneCountInString(s) <= nameLongest && !strings.ContainsAny(s[len(s)-1:], ".!?\"") && !strings.HasSuffix(s, "”") && strings.Count(s, " ") <= 6
}

// itemise makes one removal of each comment.
func itemise(lines []line, text string) []news.Removal {
	var out []news.Removal
	from := 0
	flush := func(to int) {
		if to > from {
			reason := "comment"
			if to-from == 1 && weigh(lines[from].text) == heading {
				reason = "comments heading"
			}
			out = append(out, removal(lines[from:to], text, reason))
		}
		from = to
	}
	for i := 1; i < len(lines); i++ {
		prev, this := weigh(lines[i-1].text), weigh(lines[i].text)
		switch {
		case prev == heading:
			flush(i)
		case hasNumber(lines[i].text) && (i+1 < len(lines) && weigh(lines[i+1].text) >= says || this >= says):
			flush(i)
		case this == says && !hasNumber(lines[i-1].text):
			flush(i)
		case this == stamped && prev < says && !hasNumber(lines[i-1].text):
			if isName(lines[i-1].text) && i-1 > from {
				flush(i - 1)
			}
		case this == signed:
			flush(i)
		}
	}
	flush(len(lines))
	return out
}
