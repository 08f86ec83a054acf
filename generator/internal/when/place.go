package when

import (
	"time"

	"copydesk/generator/internal/news"
)

// today returns the day of publication without its hour.
func (f *finder) today() time.Time {
	return time.Date(f.pub.Year(), f.pub.Month(), f.pub.Day(), 0, 0, 0, 0, time.UTC)
}

// weekday places a day of the week. Without evidence it is the most recent one, the day of publication included: reports tell what happened.
func (f *finder) weekday(wday int, t tense) date {
	back := (int(f.pub.Weekday()) - wday + 7) % 7
	if t == coming && back > 0 {
		return dayOf(f.today().AddDate(0, 0, 7-back))
	}
	return dayOf(f.today().AddDate(0, 0, -back))
}

// relativeWeekday places "last Friday" and "next Friday", which are never the day of publication. Nobody says "next" of the day after tomorrow, so
// that one is a week later.
func (f *finder) relativeWeekday(wday, rel int, t tense) date {
	back := (int(f.pub.Weekday()) - wday + 7) % 7
	switch rel {
	case lastOne, previousOne:
		if back == 0 {
			back = 7
		}
		return dayOf(f.today().AddDate(0, 0, -back))
	case nextOne:
		ahead := 7 - back
		if ahead <= 2 {
			ahead += 7
		}
		return dayOf(f.today().AddDate(0, 0, ahead))
	case thisOne:
		if t == unsure {
			t = coming
		}
		return f.weekday(wday, t)
	case followingOne:
		if f.anchored(news.Day) {
			from := f.anchor.first()
			ahead := (wday - int(from.Weekday()) + 6) % 7
			return dayOf(from.AddDate(0, 0, ahead+1))
		}
	}
	return date{}
}

// Limits for a day or month without a year. The nearest year is right unless the tense says otherwise, and the tense is not believed where it would
// put the date most of a year away while the other side is near: copy names the year of what is that far.
const (
	farDays  = 290
	nearDays = 75
)

// yearless places a month and day without a year. wday is the weekday named beside it, or -1: a year where it fits is surer than any tense.
func (f *finder) yearless(m, d, wday int, t tense) date {
	best, bestCost := date{}, 1<<30
	for y := f.pub.Year() - 1; y <= f.pub.Year()+1; y++ {
		if !valid(y, m, d) {
			continue
		}
		at := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
		cost := away(int(at.Sub(f.today()).Hours()/24), t)
		if wday >= 0 && int(at.Weekday()) != wday {
			cost += 2000
		}
		if cost < bestCost {
			best, bestCost = dayOf(at), cost
		}
	}
	return best
}

// away returns how unlikely a date is that lies so many days after publication when its clause has that tense.
func away(days int, t tense) int {
	cost := max(days, -days)
	wrong := t == past && days > 0 || t == coming && days < 0
	if wrong {
		cost += farDays - nearDays
	}
	return cost
}

// monthOnly places a month without a year.
func (f *finder) monthOnly(m int, t tense) date {
	now := f.pub.Year()*12 + int(f.pub.Month()) - 1
	best, bestCost := 0, 1<<30
	for y := f.pub.Year() - 1; y <= f.pub.Year()+1; y++ {
		at := y*12 + m - 1
		cost := away(30*(at-now), t)
		if at > now && t == unsure {
			cost += 30 // of two as near, the one that is over
		}
		if cost < bestCost {
			best, bestCost = at, cost
		}
	}
	return date{year: best / 12, month: best%12 + 1, prec: news.Month}
}

// relativeMonth places "last May" and "next March".
func (f *finder) relativeMonth(m, rel int) date {
	d := date{year: f.pub.Year(), month: m, prec: news.Month}
	now := int(f.pub.Month())
	switch rel {
	case lastOne:
		if m >= now {
			d.year--
		}
	case nextOne:
		if m <= now {
			d.year++
		}
	case thisOne:
	default:
		return date{}
	}
	return d
}

// relativeUnit places "last year", "this month", "next week".
func (f *finder) relativeUnit(unit, rel int, t tense) date {
	n, from := 0, f.today()
	switch rel {
	case lastOne:
		n = -1
	case nextOne:
		n = 1
	case previousOne, followingOne, thatOne:
		if !f.known || f.age > 1 || f.anchor.prec == "" {
			return date{}
		}
		return f.relativeToAnchor(unit, rel)
	}
	switch unit {
	case unitDay:
		if rel != thisOne {
			return date{}
		}
		return dayOf(from)
	case unitWeekend:
		return f.weekend(n, t)
	case unitWeek:
		if n == 0 && from.Weekday() == 0 && t == coming {
			n = 1 // on a Sunday "this week" is the one that begins tomorrow
		}
	case unitQuarter:
		q := f.pub.Year()*4 + (int(f.pub.Month())-1)/3 + n
		return date{year: q / 4, month: q%4*3 + 1, prec: news.Quarter}
	case unitDecade:
		if rel == thisOne {
			return date{}
		}
		return date{year: f.pub.Year()/10*10 + 10*n, prec: news.Decade}
	}
	return dayOf(from).shift(n, unit)
}

// weekend returns the Saturday of the weekend n weeks from the one that the tense points to.
func (f *finder) weekend(n int, t tense) date {
	from := f.today()
	back := (int(from.Weekday()) + 1) % 7 // days since Saturday
	sat := from.AddDate(0, 0, -back)
	if back > 1 && (n > 0 || n == 0 && t != past) {
		sat = sat.AddDate(0, 0, 7)
	}
	if n > 0 && back <= 1 {
		sat = sat.AddDate(0, 0, 7)
	}
	if n < 0 && back <= 1 {
		sat = sat.AddDate(0, 0, -7)
	}
	return dayOf(sat)
}

// relativeToAnchor places "the previous day", "the following month" and "that year" by the date named before.
func (f *finder) relativeToAnchor(unit, rel int) date {
	n := map[int]int{previousOne: -1, followingOne: 1}[rel]
	if rel == thatOne && unit == unitDay {
		return date{}
	}
	return f.anchor.shift(n, unit)
}

// anchored reports whether a date of that precision was named in this sentence or the one before.
func (f *finder) anchored(p news.Precision) bool { return f.age <= 1 && f.anchor.prec == p }
