package wire

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"copydesk/generator/internal/news"
)

// monthNames maps the first three letters of a month to its number; the fuller forms begin with them.
var monthNames = map[string]time.Month{"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12}

const (
	monthWord = `(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
	dayWord   = `(\d{1,2})(?:st|nd|rd|th)?`
)

// writtenDates are the forms of a date in a line. Each tells which of its groups are year, month and day.
var writtenDates = []struct {
	form             *regexp.Regexp
	year, month, day int
}{
	// "July 18, 2017", "Sept. 3rd 2014"
	{regexp.MustCompile(`(?i)\b` + monthWord + `\s+` + dayWord + `,?\s*,?\s+(\d{4})\b`), 3, 1, 2},
	// "18 July 2017", "18th of July, 2017", "18-Jul-2017"
	{regexp.MustCompile(`(?i)\b` + dayWord + `(?:\s+of)?[\s-]+` + monthWord + `,?[\s-]+(\d{4})\b`), 3, 2, 1},
	// "2017-07-18", "2017/07/18", "2017.07.18", "2017年7月18日"
	{regexp.MustCompile(`\b(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?`), 1, 2, 3},
	// "18.07.2017", as most of Europe writes
	{regexp.MustCompile(`\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b`), 3, 2, 1},
	// "7/18/2017"; which number is the day is told by its size
	{regexp.MustCompile(`\b(\d{1,2})/(\d{1,2})/(\d{4})\b`), 3, 1, 2},
	// "20170718", in a file's name
	{regexp.MustCompile(`\b((?:19|20)\d{2})(\d{2})(\d{2})\b`), 1, 2, 3},
}

// writtenTime is "10:56 PM", "22:58", "4.25pm", "21h30", "4 p.m.", "8:04 a.m. EST", "T06:30:00.000Z", "09:15+02:00", "14:05 (AEST)"
var writtenTime = regexp.MustCompile(`(?i)(?:^|[\sT,@|])(\d{1,2})(?:[:.h](\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(?:([ap])\.?m\b\.?)?|\s*([ap])\.?m\b\.?)(\s*\(?(Z|[A-Z]{2,5}|[+-]\d{2}:?\d{2})\b\)?)?`)

// zones are the abbreviations that news pages print, in hours from UTC. India has half an hour.
var zones = map[string]float64{"UTC": 0, "GMT": 0, "Z": 0, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "IST": 5.5, "SGT": 8, "HKT": 8, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11,
	"EST": -5, "EDT": -4, "ET": -5, "CST": -6, "CDT": -5, "CT": -6, "MST": -7, "MDT": -6, "MT": -7, "PST": -8, "PDT": -7, "PT": -8}

// dateIn returns the first date written in s, with its time of day where there is one.
func dateIn(s string) news.Date {
	d, _ := findDate(s)
	return d
}

// findDate returns the first date written in s and what of s is neither date nor time.
func findDate(s string) (news.Date, string) {
	for _, w := range writtenDates {
		m := w.form.FindStringSubmatchIndex(s)
		if m == nil {
			continue
		}
		group := func(i int) string { return s[m[2*i]:m[2*i+1]] }
		t, ok := day(group(w.year), group(w.month), group(w.day))
		if !ok {
			continue
		}
		d := news.Date{Raw: s[m[0]:m[1]], Time: t}
		rest := s[:m[0]] + " " + s[m[1]:]
		return clock(d, rest)
	}
	return news.Date{}, s
}

// clock adds the time of day written in rest, and returns what is left of rest.
func clock(d news.Date, rest string) (news.Date, string) {
	m := writtenTime.FindStringSubmatchIndex(rest)
	if m == nil {
		return d, rest
	}
	num := func(i int) int {
		if m[2*i] < 0 {
			return 0
		}
		n, _ := strconv.Atoi(rest[m[2*i]:m[2*i+1]]) // the expression matched digits
		return n
	}
	hour, minute, second := num(1), num(2), num(3)
	if half := max(m[8], m[10]); half >= 0 {
		pm := rest[half] == 'p' || rest[half] == 'P'
		if pm && hour < 12 {
			hour += 12
		} else if !pm && hour == 12 {
			hour = 0
		}
	}
	if hour > 23 || minute > 59 || second > 59 {
		return d, rest
	}
	zone, end := time.UTC, m[1]
	if m[14] >= 0 {
		if z := location(strings.ToUpper(rest[m[14]:m[15]]), isSummer(d.Time)); z != nil {
			zone = z
		} else {
			end = m[12] // a word, no zone
		}
	}
	y, mo, da := d.Time.Date()
	d.Time = time.Date(y, mo, da, hour, minute, second, 0, zone)
	d.Clock = true
	return d, rest[:m[0]] + " " + rest[end:]
}

// isSummer reports whether North American clocks show summer time on a day: since 2007 from the second Sunday in March to the first in November.
func isSummer(t time.Time) bool {
	start := time.Date(t.Year(), time.March, 8, 0, 0, 0, 0, time.UTC)
	end := time.Date(t.Year(), time.November, 1, 0, 0, 0, 0, time.UTC)
	toSunday := func(d time.Time) time.Time { return d.AddDate(0, 0, (7-int(d.Weekday()))%7) }
	return !t.Before(toSunday(start)) && t.Before(toSunday(end))
}

// location returns the time zone of an abbreviation or an offset, and nil for what it does not know.
func location(s string, summer bool) *time.Location {
	// "ET" is the time of the season; "EST" and "EDT" say which.
	if summer && len(s) == 2 && s[1] == 'T' {
		s = s[:1] + "DT"
	}
	if h, ok := zones[s]; ok {
		if h == 0 {
			return time.UTC
		}
		return time.FixedZone(s, int(h*3600))
	}
	if s[0] == '+' || s[0] == '-' {
		digits := strings.ReplaceAll(s[1:], ":", "")
		n, err := strconv.Atoi(digits)
		if err == nil {
			sec := n/100*3600 + n%100*60
			if s[0] == '-' {
				sec = -sec
			}
			return time.FixedZone("", sec)
		}
	}
	return nil
}

// day makes a day of its written parts. Where month and day are numbers in doubtful order, a number above 12 is the day.
func day(year, month, dayOfMonth string) (time.Time, bool) {
	y, _ := strconv.Atoi(year)
	m, ok := time.Month(0), false
	if len(month) >= 3 {
		m, ok = monthNames[strings.ToLower(month[:3])]
	}
	if !ok {
		n, _ := strconv.Atoi(month)
		m = time.Month(n)
	}
	d, _ := strconv.Atoi(dayOfMonth)
	if m > 12 && d <= 12 {
		m, d = time.Month(d), int(m)
	}
	t := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	return t, y >= 1400 && y < 2200 && t.Month() == m && t.Day() == d
}

// dateFiller is what a date line says besides date and time: "Published on", "Last updated at", "Tuesday", "(EDT)"
var dateFiller = regexp.MustCompile(`(?i)\b(?:first\s+)?(?:posted|published|updated|modified|created|date|last|on|at|first|release[d]?|issued|filed|print(?:ed)?|edition|local time|time|from|issue|of|the|and|by|` +
	`(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sat|sun)(?:day)?|[ECMP][SD]?T|GMT|UTC|BST|IST|\d+\s+comments?)\b`)

// dateLine reads a line that is nothing but a date: "July 18, 2017", "Published: 9 August 2012, 4:03 pm ET".
func dateLine(s string) (news.Date, bool) {
	const longest = 120
	if len(s) > longest || !strings.ContainsAny(s, "0123456789") {
		return news.Date{}, false
	}
	d, rest := findDate(s)
	if d.Time.IsZero() {
		return d, false
	}
	_, rest = clock(d, rest)
	// A second date on the line is the update's.
	if again, left := findDate(rest); !again.Time.IsZero() {
		rest = left
	}
	rest = dateFiller.ReplaceAllString(rest, "")
	if strings.Trim(rest, " \t,.;:|/()[]-–—•·@") != "" {
		return news.Date{}, false
	}
	d.Raw = s
	return d, true
}

// startsMonth reports whether s begins with the name of a month.
func startsMonth(s string) bool {
	if len(s) < 3 {
		return false
	}
	_, ok := monthNames[strings.ToLower(s[:3])]
	word, _, _ := strings.Cut(s, " ")
	return ok && monthOnly.MatchString(word)
}

// monthOnly is "July", "Sept."
var monthOnly = regexp.MustCompile(`(?i)^` + monthWord + `$`)
