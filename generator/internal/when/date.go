package when

import (
	"fmt"
	"time"

	"copydesk/generator/internal/news"
)

// date is a resolved date; the zero value, without a precision, is none.
type date struct {
	year, month, day int // as far as the precision goes, and where the period begins
	prec             news.Precision
}

// String formats d as DateRef.Value asks.
func (d date) String() string {
	switch d.prec {
	case news.Day, news.Week:
		return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
	case news.Month, news.Quarter, news.Season:
		return fmt.Sprintf("%04d-%02d", d.year, d.month)
	}
	return fmt.Sprintf("%04d", d.year)
}

// first returns the first day of d.
func (d date) first() time.Time {
	return time.Date(d.year, time.Month(max(d.month, 1)), max(d.day, 1), 0, 0, 0, 0, time.UTC)
}

// dayOf, weekOf, monthOf and yearOf are the periods that t falls into.
func dayOf(t time.Time) date {
	return date{t.Year(), int(t.Month()), t.Day(), news.Day}
}

func weekOf(t time.Time) date {
	d := dayOf(t.AddDate(0, 0, -(int(t.Weekday())+6)%7))
	d.prec = news.Week
	return d
}

func monthOf(t time.Time) date {
	return date{year: t.Year(), month: int(t.Month()), prec: news.Month}
}

func yearOf(year int) date { return date{year: year, prec: news.Year} }

// valid reports whether the calendar has the day.
func valid(year, month, day int) bool {
	return month >= 1 && month <= 12 && day >= 1 && day <= time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// nthWeekday returns the day of the month that is its nth such weekday, or its last one where nth is -1.
func nthWeekday(year, month, nth, wday int) int {
	if nth < 0 {
		last := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC)
		return last.Day() - (int(last.Weekday())-wday+7)%7
	}
	first := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
	return 1 + (wday-int(first.Weekday())+7)%7 + 7*(nth-1)
}

// shift returns d moved by n of the units, at the precision of the unit or of d, whichever is coarser.
func (d date) shift(n, unit int) date {
	t := d.first()
	switch unit {
	case unitDay:
		if d.prec == news.Day {
			return dayOf(t.AddDate(0, 0, n))
		}
	case unitWeek:
		if d.prec == news.Day || d.prec == news.Week {
			return weekOf(t.AddDate(0, 0, 7*n))
		}
	case unitMonth:
		if d.prec == news.Day || d.prec == news.Month {
			return monthOf(d.monthStart().AddDate(0, n, 0))
		}
	case unitYear:
		return yearOf(d.year + n)
	case unitDecade:
		return yearOf(d.year + 10*n)
	}
	return date{}
}

// monthStart returns the first day of d's month.
func (d date) monthStart() time.Time {
	return time.Date(d.year, time.Month(max(d.month, 1)), 1, 0, 0, 0, 0, time.UTC)
}
