package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
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
	saysLine = regexp.MustCompile(`(?i)^(?:[(\[]?\d{1,4}[.)\]]*\s+)?(?:on .{5,40}?,?\s)?.{1,60}?\s(?:says|said|added|wrote|writes|replied|commented)(?:\s(?:on|at|in reply to)\s.{1,50})?\s*(?:\.\.\.|…|,|:|:\s*` + date + `)$`)
	// "July 31, 2012 | Unregistered CommenterPW", "October 14, 2012 | Reply"
	registeredLine = regexp.MustCompile(`(?i)^` + date + `\s*[|•·-]\s*(?:(?:un)?registered commenter.{1,40}|reply|permalink|#)$`)
	// "3 Comments", "Comments (12)", "5 Responses to “Harbour ferry returns”", "Leave a Reply"
	headingLine = regexp.MustCompile(`(?i)^(?:\(?(?:\d[\d,]*|no|one|two|three)\)?\s*(?:reader |user )?(?:comments?|responses?|replies|thoughts on\b.*)(?:\s+(?:to|on|for|so far|posted|:).*)?:?|(?:reader |user |recent )?(?:comments|comments?\s*\(\d+\)|comments?\s*:?\s*\d+)\s*:?|(?:leave|post|add|write|submit) (?:a|your) (?:comment|reply|response).*|join the (?:discussion|conversation).*|(?:view|show|load|see|read) (?:all |more )?(?:\d+ )?comments.*|what do you think\?)$`)
	// "internetricks4u8/12/2012": a name that runs into a date; "James C. - October 26, 2012"; "written by mike, October 19, 2012"; "6:46 AM EDT"
	datedLine = regexp.MustCompile(`(?i)^(?:(?:\d{1,4}[.)]\s+)?\S(?:.{0,40}\S)?\d{1,2}/\d{1,2}/20\d{2}|(?:written )?\S.{1,60}?[\s,–-]+(?:on )?` + date + `(?:\s+@\w+)?|` + date + `,?(?:\s+\S.{1,30})?|` + clock + `(?:\s?[A-Z]{2,4})?)$`)
	// "1. Mike says:", "(12) Muz says:": a number and "says", as an article never has them
	numberedSays = regexp.MustCompile(`(?i)^[(\[]?\d{1,4}[.)\]]+\s+.{1,60}?\ssays:$`)
	// "pierfisher 6 pts": a name with its points
	pointsLine = regexp.MustCompile(`^\S.{0,40} \d{1,4} pts?$`)
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
	clockLongest    = 16  // a time of day alone: "10:56:12 p.m. ET"
	sentenceAtLeast = 60  // bytes of a sentence that is an article's, in a text of short lines
	proseAtLeast    = 150 // bytes of a paragraph that only an article has before its comments
	wordsApart      = 450 // words that one comment has at most, on average
	wordsOfOne      = 200 // and where there are just one or two
	talkOneIn       = 4   // of so many lines one talks as people who comment do, where no head is sure
	wordsOfTwo      = 40  // and where there are two, neither of them sure
	wordsOfSure     = 300 // and where there are two, both of them sure
	manyHeads       = 10  // heads below that leave little doubt of one above them
	wordsAmongMany  = 900 // words that one comment may have above so many
)

// weighAll tells what each line from first on is evidence of, the lines around it taken into account.
func weighAll(lines []line, first int) []evidence {
	marks := make([]evidence, len(lines))
	for i := first; i < len(lines); i++ {
		marks[i] = weigh(lines[i].text)
		switch {
		case marks[i] == nothing && i+1 < len(lines) && lines[i+1].indent >= lines[i].indent+3 && isBareName(lines[i].text) && talksBelow(lines, i):
			marks[i] = inset
		case marks[i] == dated && i > first && marks[i-1] == dated && !lines[i].gap && startsDated(lines[i-1].text) && !hasDate(lines[i].text):
			marks[i-1], marks[i] = stamped, nothing // the day, and below it the time of day
		case marks[i] == dated && !hasDate(lines[i].text) && !nameAbove(lines, i):
			marks[i] = foot // a time of day alone stands above the parts of a running report too
		}
	}
	heads, last := 0, 0
	for i, m := range marks {
		if m >= dated && m < heading {
			heads, last = heads+1, i
		}
	}
	if heads == 1 && marks[last] == dated && isAnswered(lines, last) {
		marks[last] = signed // alone it would prove too little
	}
	return marks
}

// isAnswered reports whether someone speaks to the writer next to the name and day in line i, or speaks at all on a day after the article's.
func isAnswered(lines []line, i int) bool {
	text := i + 1
	if text == len(lines) {
		text = i - 1 // the name stands below
	}
	return text > 0 && (addressed.MatchString(lines[text].text) || talks(lines[text]) && later(lines, i))
}

// headLines is how many lines on top are looked at for the day of an article, and lateDays how many days after it people comment.
const (
	headLines = 4
	lateDays  = 62
)

// later reports whether line i names a day not long after the article's.
func later(lines []line, i int) bool {
	for _, l := range lines[:min(headLines, len(lines))] {
		if d := dayOf(l.text); d > 0 {
			late := dayOf(lines[i].text) - d
			return 0 < late && late <= lateDays
		}
	}
	return false
}

// weigh tells what a line is evidence of.
func weigh(s string) evidence {
	if len(s) > headLongest || isPostSignature(s) {
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
	case digits && strings.HasSuffix(low, " says:") && numberedSays.MatchString(s):
		return signed
	case digits && (strings.HasSuffix(s, " pts") || strings.HasSuffix(s, " pt")) && pointsLine.MatchString(s):
		return signed
	case (strings.HasSuffix(s, " said...") || strings.HasSuffix(s, " said…")) && !strings.HasPrefix(low, "that said"):
		return signed
	case timed && strings.HasPrefix(low, "written by ") && hasDate(s) && datedLine.MatchString(s):
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

// isPostSignature reports whether a line signs a post of a social network that an article shows: "— Harbour Board (@harbourboard) October 9, 2018"
func isPostSignature(s string) bool {
	return (strings.HasPrefix(s, "—") || strings.HasPrefix(s, "–") || strings.HasPrefix(s, "-")) && strings.Contains(s, "(@")
}

// Words without which a line is no heading, or no name with a verb of saying: they save trying the patterns.
var (
	headingWords = []string{"comment", "respon", "repl", "thought", "discussion", "conversation", "think"}
	sayingWords  = []string{"says", "said", "added", "wr", "repl", "comment"}
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

// isName reports whether a line can be a commenter's name: short, no sentence.
func isName(s string) bool {
	return utf8.RuneCountInString(s) <= nameLongest && !strings.ContainsAny(s[len(s)-1:], ".!?\"") && !strings.HasSuffix(s, "”") && strings.Count(s, " ") <= 6
}

// postedBy reports whether a name stands below its comment: "Posted by: Leslie W. | May 19, 2012 at 08:36 PM".
func postedBy(s string) bool {
	return len(s) > 10 && (strings.EqualFold(s[:10], "posted by:") || strings.EqualFold(s[:9], "posted on") || strings.HasPrefix(s, "by ") && strings.HasSuffix(s, "."))
}
