package wire

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/news"
)

// How far a head reaches.
const (
	headAtMost        = 8   // paragraphs above the body
	standfirstLongest = 350 // bytes
	sentenceAtLeast   = 140 // bytes of a first line that ends with a full stop and is no headline
)

// head reads what stands above the body: headline, date, byline, standfirst, in any order that newspapers print them.
func (r *reader) head() {
	var maybe []int // lines between headline and the last line that is surely head
	for i := r.at; i < r.end && i < headAtMost; i++ {
		text := r.Paragraphs[i].Text
		switch {
		case r.readDate(i, text):
		case r.headByline(i, text):
		case r.office(i, text):
		case r.a.Headline == "" && i < 3 && isHeadline(text):
			r.a.Headline, r.places.headline = text, i+1
		case r.a.Headline != "" && len(text) <= standfirstLongest && !hasDateline(text):
			maybe = append(maybe, i)
			continue
		default:
			r.standfirst(maybe)
			return
		}
		r.at = i + 1
		r.isRead[i] = true
	}
	r.standfirst(maybe)
}

// isHeadline reports whether a first line can be one.
func isHeadline(s string) bool {
	sentence := len(s) > sentenceAtLeast && strings.ContainsAny(s[len(s)-1:], ".!?")
	return len(s) <= headlineLongest && !sentence && (!hasDateline(s) || isCapitals(s)) && strings.ContainsFunc(s, unicode.IsLetter)
}

// isCapitals reports whether a line that begins like a dateline is a headline in capitals: "GRAIN SALES UP - MINISTRY". A dateline that names a
// day, a country or an agency is one whatever follows it.
func isCapitals(s string) bool {
	const longest = 120 // bytes
	d, _ := readDateline(s)
	return len(s) <= longest && strings.ToUpper(s) == s && !strings.ContainsAny(d.Raw, ",(") && d.Agency == "" && countryOf[d.Place] == ""
}

// standfirst takes a line between the headline and the byline as the standfirst, where it is the only one and the headline is short. In doubt
// it is a paragraph of the body.
func (r *reader) standfirst(maybe []int) {
	const shortHeadline = 120
	if len(maybe) == 0 || r.a.Headline == "" {
		return
	}
	above := 0
	for _, i := range maybe {
		if i < r.at {
			above++
		}
	}
	if above == 1 && r.a.Byline.Raw != "" && len(r.a.Headline) <= shortHeadline && !strings.ContainsAny(r.Paragraphs[maybe[0]].Text, "|/@") {
		r.a.Standfirst, r.places.standfirst = r.Paragraphs[maybe[0]].Text, maybe[0]+1
		return
	}
	for _, i := range maybe {
		if i < r.at {
			r.at = i // keep everything from here on; what was read as head stays read
			break
		}
	}
	for i := r.at; i < r.end && i < headAtMost; i++ {
		if r.isRead[i] {
			r.Paragraphs[i].Text = ""
		}
	}
}

// readDate reads a line that is nothing but a date, with "Published" or "Updated" before it. The first one counts.
func (r *reader) readDate(i int, text string) bool {
	d, ok := dateLine(text)
	if !ok {
		return false
	}
	switch {
	case r.a.Date.Time.IsZero():
		r.a.Date, r.places.date = d, i+1
		return true
	case !sameDay(r.a.Date, d) && !isUpdate(text):
		r.say(i, "date-second", diag.Warning, fmt.Sprintf("has a second date, %q; the first is taken", d.Raw), "delete the one that is not the day of publication")
	}
	r.setAsideDate(i, text)
	return true
}

// setAsideDate makes a removal of a date that is not the day of publication, which may stand at the end of the paragraph i.
func (r *reader) setAsideDate(i int, text string) {
	p := r.Paragraphs[i]
	r.removed(p.Start+len(p.Text)-len(text), text, "second date")
}

func sameDay(a, b news.Date) bool { return a.Time.Format("20060102") == b.Time.Format("20060102") }

// isUpdate reports whether a date line tells of a later change: "Updated 4:25 pm, 9 August 2012".
func isUpdate(text string) bool {
	s := strings.ToLower(text)
	return strings.Contains(s, "updat") || strings.Contains(s, "modified")
}

// headByline reads a line above the body that says who reported.
func (r *reader) headByline(i int, text string) bool {
	if i == 0 || !strings.HasPrefix(text, "By ") && !strings.HasPrefix(text, "BY ") && !strings.HasPrefix(text, "by ") {
		return false
	}
	// "By Jane Roe  March 4, 2019": the date stands on the same line
	names, when := text, ""
	for at, c := range text {
		if at > 3 && unicode.IsDigit(c) || at > 3 && startsMonth(text[at:]) && text[at-1] == ' ' {
			names, when = strings.TrimRight(text[:at], " |,·•-–—"), text[at:]
			break
		}
	}
	b, ok := byline(names)
	if !ok {
		return false
	}
	if when != "" && !r.readDate(i, when) {
		return false
	}
	b.Raw, r.places.byline = text, i+1
	r.addByline(b)
	return true
}

// offices are last words of a line below a byline that says what its author is: "Herald Staff Writer", "Transport correspondent"
var offices = map[string]bool{"writer": true, "reporter": true, "correspondent": true, "editor": true, "columnist": true, "contributor": true, "staff": true}

// office reads the line next below a byline that says what its author is, and makes it the byline's.
func (r *reader) office(i int, text string) bool {
	const mostWords = 6
	if i == 0 || i != r.places.byline || strings.Count(text, " ") >= mostWords || !offices[strings.ToLower(text[strings.LastIndexByte(text, ' ')+1:])] {
		return false
	}
	r.addByline(news.Byline{Raw: text})
	return true
}

// addByline adds what one line says; authors named twice are kept once.
func (r *reader) addByline(b news.Byline) {
	if r.a.Byline.Raw != "" {
		r.a.Byline.Raw += "\n"
	}
	r.a.Byline.Raw += b.Raw
	for _, a := range b.Authors {
		if !knows(r.a.Byline.Authors, a) {
			r.a.Byline.Authors = append(r.a.Byline.Authors, a)
		}
	}
	for _, a := range b.Others {
		if !knows(r.a.Byline.Others, a) {
			r.a.Byline.Others = append(r.a.Byline.Others, a)
		}
	}
}

// knows reports whether a name is listed; where the list lacks its place, the place is added.
func knows(list []news.Author, a news.Author) bool {
	for i := range list {
		if strings.EqualFold(list[i].Name, a.Name) {
			if list[i].Place == "" {
				list[i].Place = a.Place
			}
			return true
		}
	}
	return false
}

// foot reads the lines below the body that say who reported: at most the last four.
func (r *reader) foot() {
	for i := r.end - 1; i > r.at && i >= r.end-4; i-- {
		text := r.Paragraphs[i].Text
		if at := creditAt(text); at > 0 {
			if b, ok := footByline(text[at:]); ok {
				r.addFirst(b)
				r.Paragraphs[i].Text = strings.TrimRight(text[:at], " (")
				continue
			}
		}
		if len(text) > 400 {
			return
		}
		b, ok := footByline(text)
		if !ok {
			continue
		}
		r.addFirst(b)
		// What stands below the byline is kept: it may be a correction.
		r.Paragraphs = append(r.Paragraphs[:i:i], r.Paragraphs[i+1:]...)
		r.end--
	}
}

// addFirst adds what a line says that stands, or counts, before what was read.
func (r *reader) addFirst(b news.Byline) {
	last := r.a.Byline
	r.a.Byline = news.Byline{}
	r.addByline(b)
	if last.Raw != "" {
		r.addByline(last)
	}
}

var (
	// "Follow Jane Roe on Twitter @janeroe."
	followLine = regexp.MustCompile(`^Follow ((?:\p{Lu}[\p{L}.'’-]+ ){2,4})on (?:Twitter|X|Facebook)\b`)
	// "Jane Roe is a columnist for the Herald.", "Rep. Jane Roe, R-Ohio, chairs the committee."
	bioLine = regexp.MustCompile(`^(?:(?:Rep|Sen|Dr|Gov|Prof|Mr|Ms|Mrs)\. )?((?:\p{Lu}[\p{L}.'’-]+ ?){2,4})(?:, [^,]{1,20},)? (?:is (?:an?|the)|was (?:an?|the)|chairs|writes|covers|teaches|directs|edits|leads|reports)\b`)
)

// bio takes the author from a last line about him or her, where no line says who wrote. A name that the text above has too is no author's.
func (r *reader) bio() {
	const longest = 300
	if len(r.a.Byline.Authors) > 0 || r.end-r.at < 3 || len(r.Paragraphs[r.end-1].Text) > longest {
		return
	}
	last := r.Paragraphs[r.end-1].Text
	m := followLine.FindStringSubmatch(last)
	if m == nil {
		m = bioLine.FindStringSubmatch(last)
	}
	if m == nil || !isPerson(strings.TrimSpace(m[1])) {
		return
	}
	name := strings.TrimSpace(m[1])
	surname := name[strings.LastIndexByte(name, ' ')+1:]
	for _, p := range r.Paragraphs[:r.end-1] {
		if strings.Contains(p.Text, surname) {
			return
		}
	}
	r.say(r.end-1, "byline-from-bio", diag.Note, fmt.Sprintf("has no byline; %s is taken from the last line", name), "put a byline below the headline if that is wrong")
	r.addByline(news.Byline{Raw: last, Authors: []news.Author{{Name: name}}})
	r.end--
}
