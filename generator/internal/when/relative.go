package when

import "copydesk/generator/internal/news"

// relativeAt reads "last year", "next Friday", "last May", "this spring", "this fiscal year", "this morning", "last night".
func (f *finder) relativeAt(i int) (date, int) {
	rel, k := f.words[i].val, i+1
	if rel == lastOne && f.lower(i) == "past" && !f.is(i-1, the) && !(f.is(i-1, relative) && f.words[i-1].val == thisOne) {
		return date{}, 0 // "half past"
	}
	if rel == thisOne && f.is(k, relative) { // "this past Sunday", "this coming week"
		rel, k = f.words[k].val, k+1
	}
	if k >= len(f.words) {
		return date{}, 0
	}
	if f.is(k, fiscal) {
		k++
	}
	w := f.words[k]
	if !f.known && rel != previousOne && rel != followingOne && rel != thatOne {
		return date{}, 0
	}
	switch w.class {
	case weekday:
		j := f.daypart(k + 1)
		return f.relativeWeekday(w.val, rel, f.tense(i, j)), j
	case month:
		if w.val == 5 && !w.cap {
			return date{}, 0
		}
		if d, j := f.absolute(k, -1, i); j > 0 {
			return d, j
		}
		return f.relativeMonth(w.val, rel), k + 1
	case season:
		return f.relativeSeason(w.val, rel), k + 1
	case daypart:
		return f.relativePart(k, rel), k + 1
	case unit:
		return f.relativeUnitAt(i, k, rel)
	}
	return date{}, 0
}

// relativeUnitAt reads "last year": i is the relative, k the unit. "The last year" and "the next week" are durations from now, and resolve to nothing.
func (f *finder) relativeUnitAt(i, k, rel int) (date, int) {
	w := f.words[k]
	if f.text[w.end-1] == 's' {
		return date{}, 0 // "last days"
	}
	if f.is(i-1, the) && (rel == lastOne || rel == nextOne) && w.val != unitWeekend || f.lower(i) == "past" {
		return date{}, k + 1
	}
	if rel == thatOne && (f.lower(i) == "same" || w.val != unitYear) {
		return date{}, k + 1
	}
	return f.relativeUnit(w.val, rel, f.tense(i, k+1)), k + 1
}

// relativePart places "this morning" and "last night"; k is the part of the day.
func (f *finder) relativePart(k, rel int) date {
	switch {
	case rel == thisOne:
		return dayOf(f.today())
	case rel == lastOne && f.lower(k) == "night":
		return dayOf(f.today().AddDate(0, 0, -1))
	}
	return date{}
}

// relativeSeason places "last summer": the latest one that is over, or the next one to begin.
func (f *finder) relativeSeason(first, rel int) date {
	d := date{year: f.pub.Year(), month: first, prec: news.Season}
	now := int(f.pub.Month())
	switch rel {
	case lastOne:
		if first+2 >= now {
			d.year--
		}
	case nextOne:
		if first <= now {
			d.year++
		}
	case thisOne:
		if first == 12 && now <= 2 {
			d.year--
		}
	default:
		return date{}
	}
	return d
}

// seasonAt reads "spring 2018", "the summer of 2016" and "in the spring".
func (f *finder) seasonAt(i int) (date, int) {
	j := i + 1
	if f.isMark(j, ',') || f.is(j, of) {
		j++
	}
	if f.year(j) {
		return date{year: f.words[j].val, month: f.words[i].val, prec: news.Season}, j + 1
	}
	if f.is(i-1, the) && f.is(i-2, prep) && f.known && !f.is(i+1, of) && !f.words[i].cap {
		rel := lastOne
		if f.tense(i, i+1) == coming {
			rel = nextOne
		}
		return f.relativeSeason(f.words[i].val, rel), i + 1
	}
	return date{}, 0
}

// quarterAt reads "first quarter", "third quarter of 2016", "fourth-quarter". Without a year it is the one that the tense points to.
func (f *finder) quarterAt(i int) (date, int) {
	k := i + 1
	if f.isMark(k, '-') {
		k++
	}
	if !f.is(k, unit) || f.words[k].val != unitQuarter {
		return date{}, 0
	}
	d := date{month: f.words[i].val*3 - 2, prec: news.Quarter}
	j := k + 1
	if f.is(j, of) {
		j++
	}
	switch {
	case f.year(j):
		d.year = f.words[j].val
		return d, j + 1
	case f.known && f.is(j, relative) && f.is(j+1, unit) && f.words[j+1].val == unitYear:
		d.year = f.relativeUnit(unitYear, f.words[j].val, unsure).year
		if d.year == 0 {
			d = date{}
		}
		return d, j + 2
	case !f.known:
		return date{}, k + 1
	}
	m := f.monthOnly(d.month, f.tense(i, k+1))
	d.year = m.year
	return d, k + 1
}

// counted reads "two years ago", "a year earlier", "three days later" and, where the clause looks ahead, "in two years"; n is the number at word i.
func (f *finder) counted(i, n int) (date, int) {
	if !f.is(i+1, unit) || n < 1 || n > 500 {
		return date{}, 0
	}
	u, j := f.words[i+1].val, i+2
	switch {
	case f.lower(j) == "ago":
		if !f.known {
			return date{}, j + 1
		}
		return dayOf(f.today()).shift(-n, u), j + 1
	case f.lower(j) == "earlier" || f.lower(j) == "later":
		if f.age > 1 || f.anchor.prec == "" {
			return date{}, j + 1
		}
		if f.lower(j) == "earlier" {
			n = -n
		}
		return f.anchor.shift(n, u), j + 1
	case u == unitYear && n > 1 && f.known && f.lower(i-1) == "in" && f.tense(i, j) == coming && !f.isMark(j, '’') && !f.isRecord(i):
		return yearOf(f.pub.Year() + n), j
	}
	return date{}, 0
}

// isRecord reports whether what stands before word i tells of a record: "the worst disaster in 25 years".
func (f *finder) isRecord(i int) bool {
	for k := i - 1; k >= 0 && k >= i-8; k-- {
		w := f.words[k]
		if w.class == ordinal || w.kind == alpha && w.end-w.start > 4 && f.text[w.end-3:w.end] == "est" || f.lower(k) == "worst" || f.lower(k) == "only" {
			return true
		}
	}
	return false
}

// unitAt reads "the day before" and "the month earlier", which count from the date named last, and "year’s end".
func (f *finder) unitAt(i int) (date, int) {
	u := f.words[i].val
	if u == unitYear && f.isMark(i+1, '’') && f.is(i+2, edge) && f.known {
		return yearOf(f.pub.Year()), i + 3
	}
	if !f.is(i-1, the) || !f.is(i+1, ago) || f.age > 1 || f.anchor.prec == "" {
		return date{}, 0
	}
	if k := i + 2; k < len(f.words) && f.words[k].kind != mark && f.words[k].class != prep && f.lower(k) != "when" {
		return date{}, 0 // "the day after he resigned"
	}
	switch f.lower(i + 1) {
	case "before":
		return f.anchor.shift(-1, u), i + 2
	case "after":
		return f.anchor.shift(1, u), i + 2
	}
	return date{}, 0
}

// edgeAt reads "end of the year" and "later in the day".
func (f *finder) edgeAt(i int) (date, int) {
	if !f.known || !(f.is(i+1, of) || f.lower(i+1) == "in") || !f.is(i+2, the) || !f.is(i+3, unit) {
		return date{}, 0
	}
	if f.is(i+4, of) || f.lower(i+4) == "than" || f.is(i, edge) == (f.lower(i+1) == "in") {
		return date{}, 0
	}
	switch u := f.words[i+3].val; u {
	case unitYear, unitMonth, unitWeek:
		return dayOf(f.today()).shift(0, u), i + 4
	case unitDay:
		if f.is(i, early) {
			if f.anchored(news.Day) {
				return f.anchor, i + 4
			}
			return dayOf(f.today()), i + 4
		}
	}
	return date{}, 0
}

// feastAt reads "Christmas Day", "Valentine’s Day 2009", "Thanksgiving".
func (f *finder) feastAt(i int) (date, int) {
	e := feasts[f.words[i].val]
	j := i + 1
	if f.isMark(j, '’') {
		j++
	}
	if e.rest != "" {
		if f.lower(j) == e.rest && f.words[j].cap {
			j++
		} else if e.first != "thanksgiving" {
			return date{}, 0
		}
	}
	y := j
	if f.isMark(y, ',') {
		y++
	}
	if f.year(y) {
		return e.in(f.words[y].val), y + 1
	}
	if !f.known {
		return date{}, j
	}
	d := e.in(f.pub.Year())
	return f.yearless(d.month, d.day, -1, f.tense(i, j)), j
}
