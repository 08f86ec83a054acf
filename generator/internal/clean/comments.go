package clean

import (
	"slices"
	"strings"
)

// tally counts what a tail of lines has: heads of comments, those among them that are strong evidence, words, and lines below heads, those among
// them that have the words of people who comment.
type tally struct{ heads, strong, words, texts, talk int }

// enough reports whether a tail with so much evidence is nothing but comments. A "said:" or a name with a day proves little alone: an article
// introduces a quotation so, or signs a letter, and a chronicle or a list of concerts has days above each entry.
func (t tally) enough() bool {
	switch {
	case t.strong == 0 && (t.texts == 0 || t.talk*talkOneIn < t.texts):
		return false
	case t.strong == 0:
		return t.heads >= 4 && t.words <= wordsOfOne*t.heads || t.heads >= 2 && t.words <= wordsOfTwo*t.heads
	case t.heads == 2 && t.strong == 2:
		return t.words <= wordsOfSure*t.heads
	case t.heads <= 2:
		return t.words <= wordsOfOne*t.heads
	}
	return t.words <= wordsApart*t.heads
}

// reach returns how many words a weak head may stand above the next one: more where many heads below it make the rest sure.
func (t tally) reach() int {
	switch {
	case t.heads >= manyHeads:
		return wordsAmongMany
	case t.heads >= 5:
		return wordsApart
	}
	return wordsOfOne
}

// comments returns the index of the line at which the comments begin, or len(lines), what each line is evidence of, and what is in doubt.
func comments(lines []line) (start int, marks []evidence, unsure doubt) {
	first := prose(lines)
	marks = weighAll(lines, first)
	start, tail := sureTail(lines, marks, first)
	if start == len(lines) {
		if start = afterSignOff(lines, first); start < len(lines) {
			return start, marks, doubt{}
		}
		if start = min(thread(lines, first), run(lines, first)); start < len(lines) {
			return start, marks, doubt{}
		}
		return start, marks, mayBe(lines, marks, first)
	}
	if isSignature(lines, marks, start, tail) {
		return len(lines), marks, doubt{}
	}
	start = upToSignOff(lines, top(lines, marks, start, first), first)
	if weak := tail.strong == 0 && tail.heads < surelyHeads; weak {
		return start, marks, doubt{start, true}
	}
	start, above := firstText(lines, marks, start, first)
	return start, marks, doubt{line: above}
}

// sureTail returns the line from which on the lines are nothing but comments, by the heads among them, or len(lines), and what they have.
func sureTail(lines []line, marks []evidence, first int) (start int, tail tally) {
	start = len(lines)
	if !slices.ContainsFunc(marks, func(m evidence) bool { return m >= inset }) {
		return start, tail
	}
	var t tally
	kinds := [heading + 1]int{}
	since := 0 // words between a line and the head below it
	for i := len(lines) - 1; i >= first; i-- {
		n := 1 + strings.Count(lines[i].text, " ")
		t.words += n
		since += n
		switch marks[i] {
		case nothing:
			t.texts++
			if talks(lines[i]) {
				t.talk++
			}
			continue
		case foot:
			continue
		case heading:
			if n, _ := announced(lines[i].text); n > 0 && t.words <= wordsApart*n {
				start, tail = i, t
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
			if strays(lines, marks, i, t, kinds[marks[i]]) || start < len(lines) && since > t.reach() {
				continue
			}
		}
		t.heads++
		if t.enough() && (first > 0 || t.strong > 1) {
			start, tail = i, t
		}
		since = 0
	}
	return start, tail
}

// strays reports whether the weak evidence of line i, the n-th of its sort from the end, is of a sort that the comments below do not have, and so
// a line of the article.
func strays(lines []line, marks []evidence, i int, t tally, n int) bool {
	switch {
	case t.strong == 0:
		return false
	case marks[i] == dated && !nameAbove(lines, i) && startsDated(lines[i].text):
		return true // "November 9th", a title of the article
	case marks[i] == inset && n == 1:
		return true // a title above a list
	}
	return t.strong > 2 && n*3 < t.strong
}

// isSignature reports whether the one head that was found signs the article: "Posted by Samuel Wade, August 9, 2012 6:11 AM"
func isSignature(lines []line, marks []evidence, start int, tail tally) bool {
	if start == 0 {
		return false
	}
	last, above := len(lines)-1, lines[start-1]
	return tail.heads == 1 && tail.words <= signatureWords && !later(lines, start) && marks[start-1] != heading &&
		(start == last || isBareName(lines[last].text)) && !(talks(above) && len(above.text) < 2*proseAtLeast)
}

// signatureWords is how many words the line of who posted an article, and when, has at most.
const signatureWords = 20

// talksBelow reports whether one of the next lines has the words of people who comment.
func talksBelow(lines []line, i int) bool {
	for _, l := range lines[i+1 : min(len(lines), i+4)] {
		if talks(l) {
			return true
		}
	}
	return false
}

// nameAbove reports whether a name stands close above line i.
func nameAbove(lines []line, i int) bool {
	return i > 0 && !lines[i].gap && isBareName(lines[i-1].text)
}

// startsDated reports whether a line begins with a day.
func startsDated(s string) bool {
	ends, n := dateEnds(s, 0)
	return n > 0 && ends[0] > 0
}

// doubt is a line of which it is not sure whether the comments' or the article's; 0, since the first line is the article's, stands for none.
type doubt struct {
	line int
	cut  bool // taken for a comment; else kept
}

// surelyHeads is how many heads that prove little alone are enough together.
const surelyHeads = 6

// mayBe returns the last head of a comment below which someone talks, in a text where nothing was sure enough to be cut.
func mayBe(lines []line, marks []evidence, first int) doubt {
	if first == 0 {
		return doubt{}
	}
	for i := len(lines) - 2; i >= first && i >= len(lines)-numbersApart; i-- {
		named := marks[i] >= dated && marks[i] < heading
		if named && (talks(lines[i+1]) || addressed.MatchString(lines[i+1].text)) {
			return doubt{line: i}
		}
	}
	return doubt{}
}

// prose returns the index after the first line that only an article has, and 0 where there is none: perhaps there are only comments. In a short
// article that is a sentence below the headline, of some length and before anything of a comment's.
func prose(lines []line) int {
	for i, l := range lines {
		if len(l.text) >= proseAtLeast {
			return i + 1
		}
		if i > 0 && i < headLines && len(l.text) >= sentenceAtLeast && strings.HasSuffix(l.text, ".") && !hasNumber(l.text) &&
			(i+1 == len(lines) || weigh(lines[i+1].text) < signed) {
			return i + 1
		}
	}
	return 0
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
	if start-2 > first && strings.HasPrefix(lines[start].text, "on ") && isBareName(lines[start-2].text) && lines[start-2].gap && talks(lines[start-1]) {
		start -= 2 // "Robin Roe", his comment, "on 2012-10-09 at 9:03 am Anna Holm": the first name has its moment elsewhere
	}
	return start
}
