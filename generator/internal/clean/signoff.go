package clean

import (
	"regexp"
	"strings"
)

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

// afterSignOff returns the line after an article's last one where what follows is not the desk's: numbered, or in the words of people who comment.
func afterSignOff(lines []line, first int) int {
	for i := len(lines) - 1; i >= first; i-- {
		if !isSignOff(lines[i].text) {
			continue
		}
		if i+1 == len(lines) {
			return i + 1
		}
		after := lines[i+1:]
		talk := 0
		for _, l := range after {
			if weigh(l.text) != nothing || hasNumber(l.text) || talks(l) {
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
