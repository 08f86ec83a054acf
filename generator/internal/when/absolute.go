package when

import "copydesk/generator/internal/news"

// monthAt reads a date that begins with a month: "Aug. 1", "July 18, 2017", "May 2016", "October".
func (f *finder) monthAt(i int) (date, int) {
	d, j := f.absolute(i, -1, i)
	if j > 0 || f.is(i-1, relative) {
		return d, j
	}
	return f.bareMonth(i)
}

// absolute reads a month with a day or a year at word k, in either order of day and month. wday is the weekday before it or -1, and from the word
// that the date begins with. j is 0 where there is neither day nor year.
func (f *finder) absolute(k, wday, from int) (d date, j int) {
	day := 0
	if n := f.dayNumber(k); n > 0 {
		day = n
		k++
		if f.is(k, of) {
			k++
		}
	}
	if !f.is(k, month) {
		return date{}, 0
	}
	m := f.words[k].val
	j = k + 1
	if f.isMark(j, '.') && !f.words[j].space {
		j++
	}
	if n := f.dayNumber(j); day == 0 && n > 0 {
		day = n
		j++
		if e := f.dayNumber(j + 1); e > day && (f.isMark(j, '-') || f.isMark(j, '–')) { // "March 17-20"
			j += 2
		}
	}
	y := j
	if f.isMark(y, ',') || f.is(y, of) {
		y++
	}
	switch {
	case f.year(y) && (day == 0 || valid(f.words[y].val, m, day)):
		if day == 0 {
			return date{year: f.words[y].val, month: m, prec: news.Month}, y + 1
		}
		return date{f.words[y].val, m, day, news.Day}, y + 1
	case f.is(y, relative) && f.is(y+1, unit) && f.words[y+1].val == unitYear:
		return f.inYear(m, day, y)
	case day == 0:
		return date{}, 0
	case m == 9 && day == 11 && f.isAttack(j):
		return date{2001, 9, 11, news.Day}, j
	case !f.known || !valid(2000, m, day):
		return date{}, j
	}
	return f.yearless(m, day, wday, f.tenseOfDay(from, j)), j
}

// inYear reads what follows "January" in "January of that year" and "January this year"; y is the word before "year".
func (f *finder) inYear(m, day, y int) (date, int) {
	d := f.relativeUnit(unitYear, f.words[y].val, unsure)
	if !f.known || d.prec == "" {
		return date{}, y + 2
	}
	d.month, d.prec = m, news.Month
	if day > 0 && valid(d.year, m, day) {
		d.day, d.prec = day, news.Day
	}
	return d, y + 2
}

// isAttack reports whether word j makes Sept. 11 the one of 2001.
func (f *finder) isAttack(j int) bool {
	switch f.lower(j) {
	case "attack", "attacks", "terror", "terrorist", "hijackers", "hijackings":
		return true
	}
	return false
}

// bareMonth reads a month with neither day nor year. "May" and "March" and months that are people's names need a preposition.
func (f *finder) bareMonth(i int) (date, int) {
	w := f.words[i]
	if w.end-w.start < 6 && w.val != 3 && w.val != 4 && w.val != 5 && w.val != 6 && w.val != 7 {
		if !f.isMark(i+1, '.') || !f.is(i-1, prep) { // "Nov" alone
			return date{}, 0
		}
	}
	before := f.is(i-1, prep) && f.lower(i-1) != "at" && f.lower(i-1) != "on" || f.is(i-1, early) || f.is(i-1, of) && f.is(i-2, edge)
	if !before {
		if f.isName(i-1) || f.isName(i+1) && f.words[i+1].space {
			return date{}, 0
		}
		if w.val >= 3 && w.val <= 6 || w.val == 8 {
			if !(f.is(i-1, the) || f.isMark(i+1, '’')) || w.val == 5 || w.val == 3 {
				return date{}, 0
			}
		}
	}
	if !f.known {
		return date{}, i + 1
	}
	return f.monthOnly(w.val, f.tense(i, i+1)), i + 1
}

// numeric reads a date that begins with a number: "18 July 2017", "2017-07-18", "18/7/2017", "2015", "1990s", "the 3rd of January", "10 years ago".
func (f *finder) numeric(i int) (date, int) {
	if f.dayNumber(i) > 0 && (f.is(i+1, month) && f.words[i+1].space || f.is(i+1, of) && f.is(i+2, month)) && !f.monthTakesNext(i) {
		return f.absolute(i, -1, i)
	}
	if d, j := f.digits(i); j > 0 {
		return d, j
	}
	if f.words[i].suffix == 's' {
		return f.decade(i)
	}
	if f.isBareYear(i) {
		return f.years(i)
	}
	if f.is(i+1, unit) && f.words[i].val > 0 && f.words[i].suffix == 0 {
		return f.counted(i, f.words[i].val)
	}
	return date{}, 0
}

// monthTakesNext reports whether the month after the number i begins a date of its own: "killed 12 July 4".
func (f *finder) monthTakesNext(i int) bool {
	j := i + 2
	if f.isMark(j, '.') {
		j++
	}
	return f.dayNumber(j) > 0
}

// digits reads "2017-07-18" and, where only one order of day and month is possible, "18/7/2017" and "7/18/2017".
func (f *finder) digits(i int) (date, int) {
	if i+4 >= len(f.words) || f.words[i+1].kind != mark || f.words[i+1].space || f.words[i+2].space || f.words[i+3].space || f.words[i+4].space {
		return date{}, 0
	}
	a, b, c := f.words[i].val, f.words[i+2].val, f.words[i+4].val
	if f.words[i+2].kind != number || f.words[i+4].kind != number || f.words[i+1].val != f.words[i+3].val {
		return date{}, 0
	}
	switch {
	case f.isMark(i+1, '-') && f.year(i) && valid(a, b, c):
		return date{a, b, c, news.Day}, i + 5
	case f.isMark(i+1, '/') && f.year(i+4) && a > 12 && valid(c, b, a):
		return date{c, b, a, news.Day}, i + 5
	case f.isMark(i+1, '/') && f.year(i+4) && b > 12 && valid(c, a, b):
		return date{c, a, b, news.Day}, i + 5
	}
	return date{}, i + 5
}
