package intake

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"codeberg.org/readeck/go-readability/v2/render"
	"golang.org/x/net/html"
)

// byline returns a line as newspapers write it, "By Ann Howe and Robin Roe", and the day that stands beside the names, if any. Of the parts of a
// line, "By | Ann Howe | Transport correspondent | 2 May 2023", the names are taken.
func byline(s string) (string, time.Time) {
	var names []string
	var at time.Time
	for p := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '|' || r == '•' || r == '·' }) {
		p = strings.Trim(oneLine(p), " ,")
		p = strings.TrimPrefix(p, "and ")
		switch day := dayIn(p); {
		case p == "" || strings.EqualFold(p, "by") || strings.EqualFold(p, "and"):
		case !day.IsZero():
			if at.IsZero() {
				at = day
			}
		case len(names) == 0 || isFullName(p):
			names = append(names, p)
		}
	}
	return list(names), at
}

// list writes names as a byline, "By Ann Howe, Kim Lund and Robin Roe".
func list(names []string) string {
	if len(names) == 0 {
		return ""
	}
	line := strings.Join(names, ", ")
	if n := len(names) - 1; n > 0 {
		line = strings.Join(names[:n], ", ") + " and " + names[n]
	}
	if len(line) >= 3 && strings.EqualFold(line[:3], "by ") {
		return line
	}
	return "By " + line
}

// signers returns the names that a page marks as those of its authors, where there are several: <a rel="author">Robin Roe</a> and
// <a rel="author">Anna Holm</a>. Those of other articles stand elsewhere on the page.
func signers(doc *html.Node) []string {
	var names []string
	var around *html.Node
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || !marksAuthor(n) {
			continue
		}
		name := oneLine(render.InnerText(n))
		if around == nil {
			around = n
			for range signersApart {
				if around.Parent != nil && around.Parent.Data != "body" {
					around = around.Parent
				}
			}
		}
		if isFullName(name) && !slices.Contains(names, name) && isWithin(n, around) {
			names = append(names, name)
		}
	}
	if len(names) < 2 {
		return nil
	}
	return names
}

// signersApart is how many elements up from the first author's name the others stand inside.
const signersApart = 2

// marksAuthor reports whether an element says that it is an author's name.
func marksAuthor(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "rel" && a.Val == "author" || a.Key == "itemprop" && (a.Val == "author" || a.Val == "name" && n.Parent != nil && (isByline(n.Parent) || n.Parent.Parent != nil && isByline(n.Parent.Parent))) {
			return true
		}
	}
	return false
}

func isWithin(n, around *html.Node) bool {
	for n != nil && n != around {
		n = n.Parent
	}
	return n != nil
}

// offices are last words of what people are, not of their names.
var offices = map[string]bool{"writer": true, "reporter": true, "correspondent": true, "editor": true, "staff": true, "columnist": true, "contributor": true,
	"desk": true, "team": true, "news": true, "follow": true, "email": true}

// isFullName reports whether s is written as a person's name, in two to four words.
func isFullName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 4 || offices[strings.ToLower(words[len(words)-1])] || offices[strings.ToLower(words[0])] {
		return false
	}
	for _, w := range words {
		if !unicode.IsUpper(firstRune(w)) {
			return false
		}
	}
	return true
}

// writtenDay matches a day as pages print it: "2 May 2023", "Tuesday, May 2nd, 2023", "Sept. 3, 2014"
var writtenDay = regexp.MustCompile(`(?i)\b(?:(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3})[a-z]*\.?,? (\d{4})|([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}))\b`)

// dayIn returns the first day written in s, or zero.
func dayIn(s string) time.Time {
	for _, m := range writtenDay.FindAllStringSubmatch(oneLine(s), -1) {
		if at, err := time.Parse("2 Jan 2006", m[1]+m[5]+" "+m[2]+m[4]+" "+m[3]+m[6]); err == nil {
			return at
		}
	}
	return time.Time{}
}
