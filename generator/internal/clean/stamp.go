package clean

import (
	"strings"
	"unicode/utf8"
)

// findStamp finds the first moment in s, a day with a time of day or "2 hours ago", and returns its span: "July 20, 2017 at 10:56 PM",
// "24TH JULY 2012 - 15:48", "10:56 on 24 July". A hand-written reader, since comments have such a line every few, and patterns took most of
// the time of reading.
func findStamp(s string) (start, end int, ok bool) {
	ago := strings.Contains(s, "ago") || strings.Contains(s, "AGO") || strings.Contains(s, "Ago")
	for i := 0; i < len(s); i++ {
		end := -1
		switch c := lower(s[i]); {
		case isDigit(c):
			if end = datedClock(s, i); end < 0 {
				end = clockedDate(s, i)
			}
		case 'a' <= c && c <= 'w' && dateStarts[c]:
			end = datedClock(s, i)
		}
		if end < 0 && ago {
			end = timeAgo(s, i)
		}
		if end >= 0 {
			return i, end, true
		}
	}
	return 0, 0, false
}

// hasDate reports whether a day is written anywhere in s.
func hasDate(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := lower(s[i]); isDigit(c) || dateStarts[c] {
			if ends, n := dateEnds(s, i); n > 0 && ends[0] > i {
				return true
			}
		}
	}
	return false
}

// dateStarts holds the letters that months and days of the week begin with.
var dateStarts = [256]bool{'j': true, 'f': true, 'm': true, 'a': true, 's': true, 'o': true, 'n': true, 'd': true, 't': true, 'w': true}

// datedClock reads a day and then a time at i: "July 20, 2017 at 10:56 PM". It returns the end, or -1.
func datedClock(s string, i int) int {
	ends, n := dateEnds(s, i)
	for _, at := range ends[:n] {
		at = skipSpace(s, skipAny(s, at, ",."))
		at = skipSpace(s, skipWord(s, at, "at", "@", "-", "–", "—", "|", "·", "•", ",", "on"))
		if end := clockEnd(s, skipAny(s, at, "@")); end >= 0 {
			return end
		}
	}
	return -1
}

// clockedDate reads a time and then a day at i: "10:56 PM on July 20", "15.48, 24 July 2012".
func clockedDate(s string, i int) int {
	at := clockEnd(s, i)
	if at < 0 {
		return -1
	}
	at = skipSpace(s, skipAny(s, at, ",."))
	at = skipSpace(s, skipWord(s, at, "on", "-", "–", "|", ","))
	if ends, n := dateEnds(s, at); n > 0 {
		return ends[0]
	}
	return -1
}

// timeAgo reads "2 hours ago", "about an hour ago" at i.
func timeAgo(s string, i int) int {
	i = skipWord(s, i, "about ", "over ", "almost ")
	at := i
	for at < len(s) && isDigit(s[at]) {
		at++
	}
	if at == i {
		if at = skipWord(s, i, "an", "a", "one", "two", "three"); at == i {
			return -1
		}
	}
	unit := skipWord(s, at, " second", " sec", " minute", " min", " hour", " hr", " day", " week", " month", " year")
	if unit == at {
		return -1
	}
	unit = skipWord(s, unit, "s")
	if end := skipWord(s, unit, " ago"); end > unit {
		return end
	}
	return -1
}

// clockEnd reads a time of day at i: "10:56 PM", "11.30", "15:48:12", "4pm". White space after the digits is part of it.
func clockEnd(s string, i int) int {
	at := digits(s, i, 2)
	if at == i {
		return -1
	}
	half := func(at int) int { // "pm", "p.m."
		end := skipAny(s, at, "apAP")
		if end == at {
			return at
		}
		end = skipAny(s, end, ".")
		if m := skipAny(s, end, "mM"); m > end {
			return skipAny(s, m, ".")
		}
		return at
	}
	if at < len(s) && (s[at] == ':' || s[at] == '.') && digits(s, at+1, 2) == at+3 {
		end := at + 3
		if end < len(s) && s[end] == ':' && digits(s, end+1, 2) == end+3 {
			end += 3
		}
		return half(skipSpace(s, end))
	}
	at = skipSpace(s, at)
	if end := half(at); end > at {
		return end
	}
	return -1
}

// dateEnds reads a day at i, after a day of the week where there is one, and returns where it may end, the likeliest first: "July 20, 2017" may
// also end before the year, which can be a time's hour.
func dateEnds(s string, i int) (ends [4]int, n int) {
	if w := weekdayEnd(s, i); w > i {
		if ends, n = plainDate(s, w); n > 0 {
			return ends, n
		}
	}
	return plainDate(s, i)
}

// plainDate reads a day at i without its day of the week.
func plainDate(s string, i int) (ends [4]int, n int) {
	add := func(end int) { ends[n], n = end, n+1 }
	yearAfter := func(at int) { // ", 2017", " 2017"
		if year := skipSpace(s, skipAny(s, at, ",")); year > at && isSpace(s, year-1) && digits(s, year, 4) == year+4 {
			add(year + 4)
		}
	}
	if m := monthEnd(s, i); m > i {
		at := skipSpace(s, m)
		if d := digits(s, at, 2); at > m && d > at {
			d = skipWord(s, d, "st", "nd", "rd", "th")
			yearAfter(d)
			add(d)
		}
		return ends, n
	}
	d := digits(s, i, 2)
	if d == i {
		return ends, 0
	}
	at := skipAny(s, skipWord(s, d, "st", "nd", "rd", "th"), ".")
	if m := skipSpace(s, at); m > at && monthEnd(s, m) > m {
		m = monthEnd(s, m)
		yearAfter(m)
		add(skipAny(s, m, ","))
		return ends, n
	}
	if end := numericYearFirst(s, i); end > i {
		add(end)
		return ends, n
	}
	// "11/7/2012", "7.11.12": the year may run into the hour
	m := skipAny(s, d, "/.-")
	y := digits(s, m, 2)
	if m == d || y == m || skipAny(s, y, "/.-") == y {
		return ends, 0
	}
	y++
	for end := digits(s, y, 4); end >= y+2; end-- {
		add(end)
	}
	return ends, n
}

// numericYearFirst reads "2012-11-07" at i.
func numericYearFirst(s string, i int) int {
	if len(s) < i+10 || digits(s, i, 4) != i+4 || skipAny(s, i+4, "/-") == i+4 || digits(s, i+5, 2) != i+7 || skipAny(s, i+7, "/-") == i+7 || digits(s, i+8, 2) != i+10 {
		return -1
	}
	return i + 10
}

// monthEnd reads the name of a month at i, with its full stop, and returns its end, or i.
func monthEnd(s string, i int) int {
	if i+3 > len(s) || !dateStarts[lower(s[i])] {
		return i
	}
	for _, m := range monthForms {
		if end := skipWord(s, i, m...); end > i {
			return skipAny(s, end, ".")
		}
	}
	return i
}

// dayOf returns the day that s names by a month's name and a number, counted as if all months had 31 days, and 0 where there is none.
func dayOf(s string) int {
	for i := range len(s) {
		if !dateStarts[lower(s[i])] || i > 0 && isLetter(s[i-1]) {
			continue
		}
		for m, forms := range monthForms {
			end := skipWord(s, i, forms...)
			if end == i {
				continue
			}
			at := skipSpace(s, skipAny(s, end, "."))
			if d, stop := readNumber(s, at); d > 0 && stop <= at+2 {
				return m*31 + d
			}
			before := strings.TrimRight(strings.TrimSuffix(s[:i], " "), ".thndrs")
			at = len(before)
			for at > 0 && isDigit(before[at-1]) {
				at--
			}
			if d, stop := readNumber(s, at); d > 0 && stop <= at+2 {
				return m*31 + d
			}
		}
	}
	return 0
}

// readNumber reads the number at i and returns where it ends.
func readNumber(s string, i int) (n, end int) {
	for end = i; end < len(s) && isDigit(s[end]) && end < i+4; end++ {
		n = n*10 + int(s[end]-'0')
	}
	return n, end
}

func isLetter(c byte) bool { return 'a' <= lower(c) && lower(c) <= 'z' }

// monthForms are the months, the longer forms first.
var monthForms = [][]string{{"january", "jan"}, {"february", "feb"}, {"march", "mar"}, {"april", "apr"}, {"may"}, {"june", "jun"}, {"july", "jul"},
	{"august", "aug"}, {"september", "sept", "sep"}, {"october", "oct"}, {"november", "nov"}, {"december", "dec"}}

// weekdayEnd reads a day of the week at i with the white space after it, "Tuesday, ", and returns the end, or i.
func weekdayEnd(s string, i int) int {
	end := skipWord(s, i, "mon", "tues", "tue", "wednes", "wed", "thurs", "thu", "fri", "satur", "sat", "sun")
	if end == i {
		return i
	}
	end = skipAny(s, skipWord(s, end, "day"), ",")
	if next := skipSpace(s, end); next > end {
		return next
	}
	return i
}

// digits returns the end of at most n digits at i.
func digits(s string, i, n int) int {
	end := i
	for end < len(s) && end < i+n && isDigit(s[end]) {
		end++
	}
	return end
}

// skipAny returns the index after one of the bytes at i, or i.
func skipAny(s string, i int, bytes string) int {
	if i < len(s) && strings.IndexByte(bytes, s[i]) >= 0 {
		return i + 1
	}
	return i
}

// skipWord returns the index after the first of the words that stands at i, capitals or not, or i.
func skipWord(s string, i int, words ...string) int {
	for _, w := range words {
		if i+len(w) <= len(s) && lower(s[i]) == w[0] && strings.EqualFold(s[i:i+len(w)], w) {
			return i + len(w)
		}
	}
	return i
}

// skipSpace returns the index of the first byte from i on that is no white space.
func skipSpace(s string, i int) int {
	for isSpace(s, i) {
		i++
	}
	return i
}

func isSpace(s string, i int) bool {
	return i < len(s) && s[i] < utf8.RuneSelf && strings.IndexByte(" \t\n\f\r", s[i]) >= 0
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
