package clean

import (
	"regexp"
	"slices"
	"strings"
)

const (
	insetBy      = 3 // columns that a comment stands in from the name above it
	handleSpaces = 3 // a bare name has no more
	textsAbove   = 5 // paragraphs that a first comment has at most, its name below or its bare name above them
	runHeads     = 3 // bare names that make a run
)

// addressed matches what only a reader says to a writer: "Hi David,", "Thanks for sharing your story.", "your post helped me", "great article!",
// "Interesting... I had the same."
var addressed = regexp.MustCompile(`(?i)^(?:hi|hello|hey|dear)\b[^.!?]{0,40}(?:[,!–—-]|$)|^(?:interesting|wow|agreed|amen|exactly|awesome|lol|so true|well said)\s?(?:[.!]|,\s)|^@\p{L}|\bthanks? (?:you )?(?:so much |a lot )?for (?:the|this|shar|post|writ|your|mention|putting)|\byour (?:great |excellent |latest |last |recent |personal )?(?:post|article|blog|site|column|presentation)s?\b|\b(?:great|nice|good|excellent|interesting|awesome|wonderful|cool|lovely|brilliant|beautiful) (?:post|article|read|tutorial|template|podcast|piece|tips|write-?up)\b`)

// rated matches the title of a comment with its points: "Seaworthy? (2)", "Not a yacht (1, Insightful)"
var rated = regexp.MustCompile(`\((?:-1|[0-5])(?:, \p{L}+)?\)$`)

// thread returns the line at which a thread begins that reaches the end of the text: names, and below each its comment set in, as sites show
// replies to replies. It returns len(lines) where there is none. A list set in below its title has no talk in it.
func thread(lines []line, first int) int {
	start, names, near, texts, talk := len(lines), 0, 0, 0, 0
	for i := len(lines) - 1; i >= max(first, 1); i-- {
		l := lines[i]
		named := i+1 < len(lines) && len(l.text) <= headLongest && (lines[i+1].indent >= l.indent+insetBy || !l.gap && lines[i+1].gap && isBareName(l.text) || rated.MatchString(l.text))
		if l.indent < insetBy && !named {
			break
		}
		if named {
			names++
			if !l.gap {
				near++
			}
		} else if texts++; talks(l) {
			talk++
		}
		if l.indent < insetBy {
			if whose := isBareName(l.text) || strings.HasPrefix(l.text, "http") || weigh(l.text) != nothing || rated.MatchString(l.text); !whose {
				break
			}
			if talk*5 >= texts {
				start = i
			}
		}
	}
	if names < 2 || near*2 < names-1 {
		return len(lines) // one alone may be a letter that the article gives
	}
	return start
}

// run returns the line at which a run of bare names and comments begins that reaches the end of the text, where each name stands close below
// the comment before it and apart from its own: "Thanks.\nEugene\n\nNice article." No title of an article's part stands so.
func run(lines []line, first int) int {
	names, texts, talk := 0, 0, 0
	if !slices.ContainsFunc(lines[first:], func(l line) bool { return !l.gap }) {
		return len(lines) // no name stands close below anything
	}
	for i := len(lines) - 1; i > first; i-- {
		named := i+1 < len(lines) && lines[i+1].gap && isBareName(lines[i].text)
		if named && lines[i].gap && names >= runHeads && talk*3 >= texts {
			return i // the first name stands apart from the article
		}
		if !named || lines[i].gap || isBareName(lines[i-1].text) {
			if texts++; talks(lines[i]) {
				talk++
			}
			if texts > (names+1)*textsAbove*2 {
				break
			}
			continue
		}
		names++
	}
	return len(lines)
}

// isBareName reports whether a line is a name as people comment under, and nothing more: "tdhurst", "Mike Merrill".
func isBareName(s string) bool {
	return isName(s) && strings.Count(s, " ") <= handleSpaces && len(s) <= insetLongest && !strings.HasSuffix(s, ":") && !strings.ContainsAny(s, ",;?!")
}

// firstText moves the start of the comments up over the text of the first comment where its name stands below it, as it does below the others.
// Only what speaks to the writer is surely a comment's; unsure is the paragraph next above that may be one too, or 0.
func firstText(lines []line, marks []evidence, start, first int) (top, unsure int) {
	top = start
	if !namesBelow(lines, marks, start) {
		return top, unsure
	}
	for i := start - 1; i > first && i >= start-textsAbove && marks[i] == nothing; i-- {
		if isSignOff(lines[i].text) {
			break
		}
		if addressed.MatchString(lines[i].text) {
			top = i
		}
	}
	if top == start && marks[start] == signed && marks[len(lines)-1] == signed && !postedBy(lines[start].text) && start-1 > first && marks[start-1] == nothing && talks(lines[start-1]) && len(lines[start-1].text) < 2*proseAtLeast {
		top-- // the text of one name at least
	}
	for top-1 > first && len(lines[top-1].text) < sentenceAtLeast && strings.HasSuffix(lines[top-1].text, "!") {
		top--
	}
	if top == start && start-1 > first && talks(lines[start-1]) && marks[start-1] == nothing {
		unsure = start - 1
	}
	return top, unsure
}

// namesBelow reports whether the names of the comments from start on stand below them: the text ends with a name, and every comment before it too.
func namesBelow(lines []line, marks []evidence, start int) bool {
	last := len(lines) - 1
	for last > start && marks[last] == foot {
		last--
	}
	return last >= start && marks[last] >= dated && marks[last] != says && marks[last] != heading
}
