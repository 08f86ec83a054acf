package when

import (
	"strings"

	"copydesk/generator/internal/news"
)

// date reads the core of a date at word i and returns it with the word after it; j is 0 where there is none. A date that is recognised but cannot
// be resolved has no precision, and its words are passed over.
func (f *finder) date(i int) (d date, j int) {
	w := f.words[i]
	switch {
	case w.kind == number:
		return f.numeric(i)
	case w.class == weekday:
		return f.weekdayAt(i)
	case w.class == month:
		return f.monthAt(i)
	case w.class == relative:
		return f.relativeAt(i)
	case w.class == count:
		return f.counted(i, w.val)
	case w.class == day:
		return f.dayAt(i)
	case w.class == season:
		return f.seasonAt(i)
	case w.class == ordinal:
		return f.quarterAt(i)
	case w.class == feast:
		return f.feastAt(i)
	case w.class == fiscal:
		return f.fiscalAt(i)
	case w.class == unit:
		return f.unitAt(i)
	case w.class == edge || w.class == early:
		return f.edgeAt(i)
	}
	return date{}, 0
}

// is reports whether word k has the class.
func (f *finder) is(k int, c class) bool { return k >= 0 && k < len(f.words) && f.words[k].class == c }

// isMark reports whether word k is that mark.
func (f *finder) isMark(k int, r rune) bool {
	return k >= 0 && k < len(f.words) && f.words[k].kind == mark && f.words[k].val == int(r)
}

// lower returns word k in lower case.
func (f *finder) lower(k int) string {
	if k < 0 || k >= len(f.words) {
		return ""
	}
	return strings.ToLower(f.text[f.words[k].start:f.words[k].end])
}

// isName reports whether word k is a capitalized word that is no word of dates, so that it may be part of a name.
func (f *finder) isName(k int) bool {
	return k >= 0 && k < len(f.words) && f.words[k].kind == alpha && f.words[k].cap && f.words[k].class == none
}

// year reports whether word k is a year with four digits.
func (f *finder) year(k int) bool {
	if k < 0 || k >= len(f.words) || f.words[k].kind != number || f.words[k].suffix != 0 {
		return false
	}
	w := f.words[k]
	return w.end-w.start == 4 && w.val >= 1000 && w.val < 2100
}

// dayNumber returns the day of the month at word k, or 0.
func (f *finder) dayNumber(k int) int {
	if k < 0 || k >= len(f.words) || f.words[k].kind != number || f.words[k].suffix == 's' {
		return 0
	}
	w := f.words[k]
	if w.val < 1 || w.val > 31 || w.end-w.start > 4 {
		return 0
	}
	return w.val
}

// daypart passes over "morning" or "night" at word j.
func (f *finder) daypart(j int) int {
	if f.is(j, daypart) && !f.words[j].cap {
		return j + 1
	}
	return j
}

// weekdayAt reads "Friday", "Friday night", "Monday, Jan. 3".
func (f *finder) weekdayAt(i int) (date, int) {
	w := f.words[i]
	if w.end-w.start < 6 && f.text[w.start:w.end] != "Sunday" {
		return date{}, 0
	}
	if f.isNamedDay(i) || f.isHabit(i) {
		return date{}, i + 1
	}
	k := f.daypart(i + 1)
	if f.isMark(k, ',') || f.isMark(k, '(') {
		k++
	}
	if f.is(k, month) || f.dayNumber(k) > 0 && f.is(k+1, month) {
		if d, j := f.absolute(k, w.val, i); j > 0 && d.prec == news.Day {
			return d, j
		}
	}
	j := f.daypart(i + 1)
	if !f.known {
		return date{}, j
	}
	return f.weekday(w.val, f.tenseOfDay(i, j)), j
}

// tenseOfDay is tense, with what the preposition before a weekday adds where the verb tells nothing.
func (f *finder) tenseOfDay(i, j int) tense {
	t := f.tense(i, j)
	if f.isMark(j, '’') && (f.lower(i-1) == "from" || f.lower(i-1) == "after" || f.lower(i-1) == "following") {
		return past // "the damage from Friday’s earthquake"
	}
	if t == unsure || t == past {
		switch f.lower(i - 1) {
		case "until", "by", "before":
			if t == unsure {
				return coming
			}
		case "as":
			if f.lower(i-2) == "early" || f.lower(i-2) == "soon" || f.lower(i-2) == "late" {
				return coming
			}
		case "starting", "beginning", "effective":
			return coming
		case "since", "last":
			return past
		}
	}
	return t
}

// isNamedDay reports whether the weekday at i is part of a name: "Black Friday", "Sunday Times", "Saturday Night Live".
func (f *finder) isNamedDay(i int) bool {
	if i > 0 && f.isName(i-1) {
		switch f.lower(i - 1) {
		case "black", "super", "good", "bloody", "easter", "ash", "cyber", "palm", "ruby", "fat", "holy", "giving", "throwback", "casual":
			return true
		}
	}
	if i+1 < len(f.words) && f.words[i+1].cap && f.words[i+1].space {
		switch f.lower(i + 1) {
		case "times", "telegraph", "mirror", "mail", "express", "herald", "night", "morning", "post", "review", "league", "football", "world", "star",
			"sun", "business", "independent", "club", "age", "group", "tribune":
			return true
		}
	}
	return false
}

// isHabit reports whether the weekday at i is every one of its kind: "on Saturday nights".
func (f *finder) isHabit(i int) bool {
	switch f.lower(i + 1) {
	case "mornings", "afternoons", "evenings", "nights":
		return true
	}
	return f.lower(i-1) == "every" || f.lower(i-1) == "each"
}

// dayAt reads "today", "tomorrow morning". In a quotation "today" mostly means "these days", and so it does with a possessive.
func (f *finder) dayAt(i int) (date, int) {
	w := f.words[i]
	j := f.daypart(i + 1)
	if !f.known {
		return date{}, j
	}
	if f.lower(i) == "today" && (f.quoted || f.isMark(i+1, '’') || w.cap && f.isName(i-1)) {
		return date{}, j
	}
	if w.cap && (f.lower(i+1) == "show" || f.isName(i+1) && f.words[i+1].space && i > 0) {
		return date{}, j
	}
	return dayOf(f.today().AddDate(0, 0, w.val)), j
}
