package when

import "copydesk/generator/internal/news"

// isBareYear reports whether the number i is a year and not a count, a price or a model.
func (f *finder) isBareYear(i int) bool {
	if !f.year(i) {
		return false
	}
	v := f.words[i].val
	before := f.is(i-1, prep) && f.lower(i-1) != "on" && f.lower(i-1) != "at"
	if v < 1800 && !before || v < 1400 || f.known && v > f.pub.Year()+60 {
		return false
	}
	if i > 0 && !f.words[i].space && f.words[i-1].kind == mark {
		switch f.words[i-1].val {
		case '(', '“', '"', '-', '–', '—', '*':
			if f.words[i-1].val == '-' && i > 1 && !f.words[i-1].space && f.words[i-2].kind != number {
				return false // "Agenda-2030"
			}
		default:
			return false // "$2000"
		}
	}
	if i > 0 && !f.words[i].space && f.words[i-1].kind == alpha {
		return false // "Trump2016"
	}
	if i > 0 && f.words[i-1].kind == number && f.words[i-1].suffix == 0 || f.isQuantifier(i-1) {
		return false
	}
	if !before && f.isName(i-1) && i > 1 && !f.sentenceStart(i-1) && !f.isMark(i+1, '-') {
		return false // "Windows 2000"
	}
	if i+1 < len(f.words) && !f.words[i+1].space && (f.isMark(i+1, '%') || f.isMark(i+1, '/')) {
		return false
	}
	return !f.isMeasure(i+1) || before && v > 1900 && f.lower(i-1) != "by" && f.lower(i-1) != "from" && !f.is(i+1, unit) && f.lower(i+1) != "percent"
}

// sentenceStart reports whether word k is the first of its sentence.
func (f *finder) sentenceStart(k int) bool { return k == 0 || k == 1 && f.words[0].kind == mark }

// isQuantifier reports whether word k makes a count of the number after it.
func (f *finder) isQuantifier(k int) bool {
	switch f.lower(k) {
	case "about", "some", "nearly", "than", "least", "over", "approximately", "around", "almost", "exactly", "roughly", "another", "only", "up", "no",
		"number", "room", "flight", "article", "resolution", "route", "highway", "page", "building", "population":
		return true
	}
	return false
}

// isMeasure reports whether word k names what a number before it counts.
func (f *finder) isMeasure(k int) bool {
	switch f.lower(k) {
	case "people", "troops", "soldiers", "feet", "foot", "meters", "metres", "miles", "mile", "kilometers", "kilometres", "km", "pounds", "dollars", "euros",
		"workers", "jobs", "homes", "houses", "voters", "votes", "points", "percent", "per", "delegates", "tons", "tonnes", "barrels", "students", "employees",
		"members", "fans", "times", "hours", "days", "weeks", "months", "years", "minutes", "cases", "deaths", "families", "children", "refugees",
		"migrants", "shares", "stores", "units", "acres", "hectares", "gmt", "million", "billion", "yards", "passengers", "protesters", "victims",
		"officers", "men", "women", "patients", "schools", "words", "pages", "vehicles", "cars", "rupees", "yuan", "yen", "square", "companies",
		"prisoners", "watts", "degrees", "residents", "seats", "copies", "civilians", "calories", "emails", "respondents", "hrs", "est", "utc", "et":
		return true
	}
	return false
}

// years reads "2015", "1950-53", "1941-1942", "2014/15".
func (f *finder) years(i int) (date, int) {
	d := yearOf(f.words[i].val)
	if i+2 < len(f.words) && f.words[i+2].kind == number && !f.words[i+1].space && !f.words[i+2].space &&
		(f.isMark(i+1, '-') || f.isMark(i+1, '–') || f.isMark(i+1, '/')) {
		end := f.words[i+2]
		n := end.val
		if end.end-end.start == 2 {
			n += d.year / 100 * 100
		}
		if end.suffix == 0 && n >= d.year && n < d.year+200 {
			return d, i + 3
		}
	}
	return d, i + 1
}

// decade reads "1990s" and, with an apostrophe before it, "’90s". People are in their 80s, and temperatures are too.
func (f *finder) decade(i int) (date, int) {
	w := f.words[i]
	if w.val%10 != 0 {
		return date{}, 0
	}
	switch {
	case w.end-w.start == 5 && w.val >= 1400 && w.val < 2100:
		return date{year: w.val, prec: news.Decade}, i + 1
	case w.end-w.start == 3 && f.isMark(i-1, '’') && !w.space && w.val >= 20:
		return date{year: 1900 + w.val, prec: news.Decade}, i + 1
	}
	return date{}, 0
}

// fiscalAt reads "fiscal 2016" and "fiscal year 2016".
func (f *finder) fiscalAt(i int) (date, int) {
	j := i + 1
	if f.is(j, unit) && f.words[j].val == unitYear {
		j++
	}
	if f.year(j) {
		return f.years(j)
	}
	return date{}, 0
}
