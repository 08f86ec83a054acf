package clean

import (
	"regexp"
	"strings"
	"unicode"
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
)

var (
	// "by kermidge (2221646)"
	numberedName = regexp.MustCompile(`(?i)^by .+ \(\d{4,}\)`)
	// "Adam Isom says:", "14.   Muz Says:", "On October 12, 2012 at 10:52 am Qaoileann said:", "Rosa said...", "Paula said,", "Kim says: 11/2/2012"
	saysLine = regexp.MustCompile(`(?i)^(?:[(\[]?\d{1,4}[.)\]]*\s+)?(?:on .{5,40}?,?\s)?.{1,60}?\s(?:says|said|wrote|writes|replied|commented)(?:\s(?:on|at|in reply to)\s.{1,50})?\s*(?:\.\.\.|…|,|:|:\s*` + date + `)$`)
	// "July 31, 2012 | Unregistered CommenterPW", "October 14, 2012 | Reply"
	registeredLine = regexp.MustCompile(`(?i)^` + date + `\s*[|•·-]\s*(?:(?:un)?registered commenter.{1,40}|reply|permalink|#)$`)
	// "3 Comments", "Comments (12)", "5 Responses to “Harbour ferry returns”", "Leave a Reply"
	headingLine = regexp.MustCompile(`(?i)^(?:\(?(?:\d[\d,]*|no|one|two|three)\)?\s*(?:reader |user )?(?:comments?|responses?|replies|thoughts on\b.*)(?:\s+(?:to|on|for|so far|posted|:).*)?:?|(?:reader |user |recent )?(?:comments|comments?\s*\(\d+\)|comments?\s*:?\s*\d+)\s*:?|(?:leave|post|add|write|submit) (?:a|your) (?:comment|reply|response).*|join the (?:discussion|conversation).*|(?:view|show|load|see|read) (?:all |more )?(?:\d+ )?comments.*|what do you think\?)$`)
	// "internetricks4u8/12/2012": a name that runs into a date; "James C. - October 26, 2012"; "written by mike, October 19, 2012"; "6:46 AM"
	datedLine = regexp.MustCompile(`(?i)^(?:(?:\d{1,4}[.)]\s+)?\S(?:.{0,40}\S)?\d{1,2}/\d{1,2}/20\d{2}|(?:written )?\S.{1,60}?[\s,–-]+(?:on )?` + date + `(?:\s+@\w+)?|` + date + `,?(?:\s+\S.{1,30})?|` + clock + `)$`)
	// "Reply", "Like · 3", "Report this comment", "152 Fans", "+20"
	footLine = regexp.MustCompile(`(?i)^(?:reply(?: to .{1,40})?|like(?: · \d+)?|unlike|flag(?: as .*)?|report(?: (?:this )?(?:comment|abuse))?|recommend(?:ed)?(?: \d+)?|permalink|quote|delete|edit|[+-]\d{1,4}|\d+ (?:fans?|likes?|points?|replies|votes?|upvotes?)|view (?:in chat|profile)|log in to reply|(?:0|\d+) ?[▲▼△])$`)
)

// evidence is what one line says about being a comment's.
type evidence uint8

const (
	nothing evidence = iota
	foot             // below a comment
	inset            // a name, and what it said set in below it
	dated            // a name with a day, or a time of day alone
	says             // "Kim says:"
	signed           // a name with a moment
	stamped          // a moment alone
	heading          // above all comments
)

const (
	headLongest     = 140 // bytes; the head of a comment is no longer
	nameLongest     = 60  // and a commenter's name neither
	numbersApart    = 12  // lines between two numbers of a run
	insetLongest    = 60  // a name above what is set in
	footLongest     = 60  // and what stands below one neither
	clockLongest    = 16  // a time of day alone: "10:56:12 p.m."
	sentenceAtLeast = 60  // bytes of a sentence that is an article's, in a text of short lines
	proseAtLeast    = 150 // bytes of a paragraph that only an article has before its comments
	wordsApart      = 450 // words that one comment has at most, on average
	wordsOfOne      = 200 // and where there are just one or two
	wordsOfTwo      = 40  // and where there are two, neither of them sure
)

// weigh tells what a line is evidence of.
func weigh(s string) evidence {
	if len(s) > headLongest {
		return nothing
	}
	low := strings.ToLower(s)
	digits := strings.ContainsAny(s, "0123456789")
	timed := digits && (strings.ContainsAny(s, ":/") || hasMonth(low) || hasClock(low))
	if hasAny(low, headingWords) && headingLine.MatchString(s) {
		return heading
	}
	if hasClock(low) || strings.Contains(low, " ago") {
		if e := moment(s, low); e != nothing {
			return e
		}
	}
	if timed && hasDate(s) {
		if registeredLine.MatchString(s) {
			return stamped
		}
	}
	switch {
	case digits && strings.HasPrefix(low, "by ") && numberedName.MatchString(s):
		return signed
	case strings.HasSuffix(s, " said...") || strings.HasSuffix(s, " said…"):
		return signed
	case hasAny(low, sayingWords) && hasAny(s, sayingEnds) && saysLine.MatchString(s):
		return says
	case timed && (len(s) <= clockLongest || hasDate(s)) && datedLine.MatchString(s):
		return dated
	case len(s) <= footLongest && footLine.MatchString(s):
		return foot
	}
	return nothing
}

// Words without which a line is no heading, or no name with a verb of saying: they save trying the patterns.
var (
	headingWords = []string{"comment", "respon", "repl", "thought", "discussion", "conversation", "think"}
	sayingWords  = []string{"says", "said", "wr", "repl", "comment"}
	sayingEnds   = []string{":", "...", "…", ","}
	monthStarts  = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}
)

func hasAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// hasClock reports whether a line in lower case can have a time of day: "10:56", "11.30", "4pm", "4 p.m."
func hasClock(s string) bool {
	for i := 1; i < len(s); i++ {
		if s[i-1] < '0' || s[i-1] > '9' {
			continue
		}
		switch {
		case (s[i] == ':' || s[i] == '.') && i+1 < len(s) && '0' <= s[i+1] && s[i+1] <= '9', s[i] == 'a', s[i] == 'p':
			return true
		case s[i] == ' ' && i+1 < len(s) && (s[i+1] == 'a' || s[i+1] == 'p'):
			return true
		}
	}
	return false
}

func hasMonth(s string) bool { return hasAny(s, monthStarts) }

// leads are words that stand before a moment and name no one: "Posted on July 20, 2017 at 10:56 PM".
var leads = map[string]bool{"posted": true, "commented": true, "written": true, "submitted": true, "added": true, "on": true, "at": true,
	"date": true, "time": true, "comment": true, "reply": true}

// moment reads a line with a day and a time: stamped where it has nothing else, signed where a name stands before.
func moment(s, low string) evidence {
	const afterLongest, beforeLongest, mostSpaces = 60, 80, 15
	start, end, ok := findStamp(s)
	if !ok || len(s)-end > afterLongest {
		return nothing
	}
	before := s[:start]
	words := strings.Fields(low[:min(start, len(low))])
	lead := len(words) <= 3
	for _, w := range words {
		lead = lead && leads[strings.Trim(w, ",:")]
	}
	switch {
	case lead:
		return stamped
	case len(before) > beforeLongest || strings.Count(s, " ") > mostSpaces:
		return nothing
	case strings.ContainsRune(" \t:|,/(•·-–—", lastRune(before)):
		return signed
	case unicode.IsLetter(lastRune(before)) && '0' <= s[start] && s[start] <= '9' && strings.Contains(s[start:end], "/") && strings.Contains(s[start:end], ":"):
		return signed // "Robin Roe10/8/12 2:59 PM"
	}
	return nothing
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// tally counts what a tail of lines has.
type tally struct{ heads, strong, words int }

// enough reports whether a tail with so much evidence is nothing but comments. A "said:" or a name with a day proves little alone: an article
// introduces a quotation so, or signs a letter.
func (t tally) enough() bool {
	switch {
	case t.strong == 0:
		return t.heads >= 4 && t.words <= wordsOfOne*t.heads || t.heads >= 2 && t.words <= wordsOfTwo*t.heads
	case t.heads <= 2:
		return t.words <= wordsOfOne*t.heads
	}
	return t.words <= wordsApart*t.heads
}

// reach returns how many words a weak head may stand above the next one: more where many heads below it make the rest sure.
func (t tally) reach() int {
	if t.heads >= 5 {
		return wordsApart
	}
	return wordsOfOne
}

// comments returns the index of the line at which the comments begin, or len(lines), and what each line is evidence of.
func comments(lines []line) (start int, marks []evidence) {
	first := prose(lines)
	marks = make([]evidence, len(lines))
	for i := first; i < len(lines); i++ {
		marks[i] = weigh(lines[i].text)
		if marks[i] == nothing && i+1 < len(lines) && lines[i+1].indent >= lines[i].indent+3 && len(lines[i].text) <= insetLongest && isName(lines[i].text) && strings.Count(lines[i].text, " ") <= 3 {
			marks[i] = inset
		}
	}
	var t tally
	kinds := [heading + 1]int{}
	start = len(lines)
	since := 0 // since counts the words between a line and the head below it
	for i := len(lines) - 1; i >= first; i-- {
		n := 1 + strings.Count(lines[i].text, " ")
		t.words += n
		since += n
		switch marks[i] {
		case nothing, foot:
			continue
		case heading:
			if n, _ := announced(lines[i].text); n > 0 && t.words <= wordsApart*n {
				start = i
				continue
			}
			if i < len(lines)-1 && t.heads == 0 {
				continue
			}
			t.strong++
		case stamped, signed:
			t.strong++
		case inset, dated, says:
			kinds[marks[i]]++
			// Weak evidence far above the next head is a line of the article, and so is weak evidence of a sort that the comments below do not have.
			if start < len(lines) && (since > t.reach() || t.strong > 2 && kinds[marks[i]]*3 < t.strong) {
				continue
			}
		}
		t.heads++
		if t.enough() && (first > 0 || t.strong > 1) {
			start = i
		}
		since = 0
	}
	if start < len(lines) {
		return upToSignOff(lines, top(lines, marks, start, first), first), marks
	}
	return afterSignOff(lines, first), marks
}

// prose returns the index after the first line that only an article has, and 0 where there is none: perhaps there are only comments. In a short
// article that is a sentence below the headline, of some length and before anything of a comment's.
func prose(lines []line) int {
	for i, l := range lines {
		if len(l.text) >= proseAtLeast {
			return i + 1
		}
	}
	for i, l := range lines[:min(len(lines), 4)] {
		if hasNumber(l.text) {
			break
		}
		if i > 0 && len(l.text) >= sentenceAtLeast && strings.HasSuffix(l.text, ".") {
			return i + 1
		}
	}
	return 0
}

// announced reads the number of comments off a heading: "12 Comments", "Comments (12)", "One Response to …".
func announced(s string) (n int, ok bool) {
	for i := 0; i < len(s); i++ {
		if '0' <= s[i] && s[i] <= '9' && n < 1_000_000 {
			n, ok = n*10+int(s[i]-'0'), true
		} else if ok && s[i] != ',' {
			break
		}
	}
	if !ok && strings.HasPrefix(strings.ToLower(s), "one ") {
		return 1, true
	}
	return n, ok
}

// signOff is the line that ends an article of the wires: "Reporting by Jane Roe; Editing by John Poe", "By Jane Roe and John Poe",
// "Jane Roe reported from Oslo and John Poe from Bergen."
var signOff = regexp.MustCompile(`^\(?(?:(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled) by .{3,200}|By (?:\p{Lu}[\p{L}.'’-]+(?: and |, | )?){2,12}|\p{Lu}.{4,160} reported from \p{Lu}.{2,160}\.)\)?$`)

// isSignOff reports whether a line signs an article off. Most lines lack the words that all its forms have.
func isSignOff(s string) bool {
	const longest = 1400 // bytes: the forms count characters
	if len(s) > longest || !strings.HasPrefix(strings.TrimPrefix(s, "("), "By ") && !strings.Contains(s, "ing by ") && !strings.Contains(s, "ompiled by ") && !strings.Contains(s, " reported from ") {
		return false
	}
	return signOff.MatchString(s)
}

// informal are words of people who comment; an article has them in quotations alone.
var informal = regexp.MustCompile(`(?i)(?:^|[^"“”\p{L}])(?:i|i['’]?m|i['’]ve|my|you|your|you['’]re|thanks?|thank you|great|awesome|lol|post|blog|article|nice|cool|haha|re:|yeah|me)(?:$|[^"“”\p{L}])|[!?]{2,}|[:;]-?[)(D]|!$|^[a-z@]`)

// afterSignOff returns the line after an article's last one where what follows is not the desk's: numbered, or in the words of people who comment.
func afterSignOff(lines []line, first int) int {
	for i := len(lines) - 2; i >= first; i-- {
		if !isSignOff(lines[i].text) || i+1 == len(lines) {
			continue
		}
		after := lines[i+1:]
		talk := 0
		for _, l := range after {
			if weigh(l.text) != nothing || hasNumber(l.text) || informal.MatchString(l.text) {
				talk++
			}
		}
		if (talk*4 >= len(after) || talk > 0 && after[0].far) && !isSignOff(after[0].text) {
			return i + 1
		}
		return len(lines)
	}
	return len(lines)
}

// upToSignOff moves the start of the comments up to the line that signs the article off, where it stands close above: what is between the two
// is the text of the first comment, whose name comes below it.
func upToSignOff(lines []line, start, first int) int {
	const close = 12 // lines
	for i := start - 1; i >= first && i >= start-close; i-- {
		if isSignOff(lines[i].text) {
			if lines[i+1].far && !isSignOff(lines[i+1].text) {
				return i + 1
			}
			return start
		}
	}
	return start
}

// top moves the start of the comments up over what belongs to the first head: its number, its name, its heading, or its whole text where names
// stand below.
func top(lines []line, marks []evidence, start, first int) int {
	if n := numbered(lines, start, first); n < start {
		start = n
	} else if marks[start] == signed && postedBy(lines[start].text) && start > first {
		start-- // the comment's text stands above its name
	} else if marks[start] == stamped || marks[start] == dated {
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

// postedBy reports whether a name stands below its comment: "Posted by: Leslie W. | May 19, 2012 at 08:36 PM".
func postedBy(s string) bool {
	return len(s) > 10 && (strings.EqualFold(s[:10], "posted by:") || strings.EqualFold(s[:9], "posted on") || strings.HasPrefix(s, "by ") && strings.HasSuffix(s, "."))
}

// numbered looks for a run of numbers 1, 2, 3 … that leads into the comments from above, and returns the line of the first.
func numbered(lines []line, start, first int) int {
	want, rest := number(lines[start].text)
	at := start
	if rest == lines[start].text {
		want = 0
		for i := start + 1; i < min(start+2, len(lines)); i++ {
			if n, r := number(lines[i].text); r != lines[i].text {
				want = n
				break
			}
		}
		if want == 0 {
			return start
		}
	}
	for i := start - 1; i >= first && want > 1 && at-i <= numbersApart; i-- {
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
func itemise(lines []line, marks []evidence, text string) []news.Removal {
	var out []news.Removal
	from := 0
	flush := func(to int) {
		if to > from {
			reason := "comment"
			if to-from == 1 && marks[from] == heading {
				reason = "comments heading"
			}
			out = append(out, removal(lines[from:to], text, reason))
		}
		from = to
	}
	for i := 1; i < len(lines); i++ {
		prev, this := marks[i-1], marks[i]
		switch {
		case prev == heading:
			flush(i)
		case hasNumber(lines[i].text) && (i+1 < len(lines) && marks[i+1] >= says || this >= says):
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
