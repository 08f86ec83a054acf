package when

import "copydesk/generator/internal/news"

// class is what a word can do in naming a date or in telling the tense of its clause.
type class uint8

const (
	none class = iota
	// Words that can begin the core of a date; starts relies on the order.
	month    // val: 1 to 12
	weekday  // val: 0 for Sunday
	relative // last, next, this; val: one of the constants below
	count    // one to twelve, a, an; val: the number
	ordinal  // first to fourth, for quarters; val: the number
	season   // val: its first month
	day      // today, tomorrow; val: days from publication
	edge     // end, start, beginning, middle, half
	early    // early, late, mid, earlier, later
	the
	feast // Christmas; val: index in feasts
	fiscal
	unit // day, week, month, year; val: one of the constants below
	// Words inside a date.
	daypart
	ago
	prep
	of
	// Words that tell a tense.
	future   // will, may, upcoming
	pastVerb // said, was and what ends in -ed
	plan     // hoped, scheduled, expected: what follows is yet to come
	be
	been
	have
	to
	opens // opens, meets, begins: a present that means the future
	stop  // determiners and the like after which "to" is a preposition
	is    // is, are
)

// The values of relative.
const (
	lastOne = iota
	nextOne
	thisOne
	previousOne
	followingOne
	thatOne
)

// The values of unit.
const (
	unitDay = iota
	unitWeek
	unitWeekend
	unitMonth
	unitQuarter
	unitYear
	unitDecade
)

// starts reports whether the core of a date can begin with such a word.
func (c class) starts() bool { return c >= month && c <= unit }

// meaning is an entry of the vocabulary.
type meaning struct {
	class   class
	val     int
	capital bool // only with a capital letter
}

// vocabulary is every word that matters, in lower case.
var vocabulary = build()

// lengths tells for every first byte of a word of the vocabulary how long such words are, a bit a length: most words are told apart by that.
var lengths = func() (t [256]uint32) {
	for w := range vocabulary {
		t[w[0]] |= 1 << len(w)
	}
	return t
}()

// look returns what a word of a few bytes in lower case means, and whether it is in the vocabulary.
func look(word []byte) (meaning, bool) {
	if lengths[word[0]]>>len(word)&1 == 0 {
		return meaning{}, false
	}
	m, ok := vocabulary[string(word)]
	return m, ok
}

// build makes the vocabulary from its lists.
func build() map[string]meaning {
	m := map[string]meaning{}
	add := func(c class, val int, capital bool, words ...string) {
		for _, w := range words {
			m[w] = meaning{c, val, capital}
		}
	}
	for i, names := range monthNames {
		add(month, i+1, true, names...)
	}
	for i, names := range weekdayNames {
		add(weekday, i, true, names...)
	}
	for i, names := range relativeWords {
		add(relative, i, false, names...)
	}
	for i, names := range unitWords {
		add(unit, i, false, names...)
	}
	for i, w := range countWords {
		add(count, i, false, w)
	}
	add(count, 1, false, "a", "an")
	for i, w := range []string{"first", "second", "third", "fourth"} {
		add(ordinal, i+1, false, w)
	}
	add(season, 3, false, "spring")
	add(season, 6, false, "summer")
	add(season, 9, false, "autumn", "fall")
	add(season, 12, false, "winter")
	add(day, 0, false, "today", "tonight")
	add(day, -1, false, "yesterday")
	add(day, 1, false, "tomorrow")
	for i, f := range feasts {
		add(feast, i, true, f.first)
	}
	for _, g := range classWords {
		add(g.class, -1, false, g.words...)
	}
	return m
}

var monthNames = [][]string{
	{"january", "jan"}, {"february", "feb"}, {"march", "mar"}, {"april", "apr"}, {"may"}, {"june", "jun"},
	{"july", "jul"}, {"august", "aug"}, {"september", "sept", "sep"}, {"october", "oct"}, {"november", "nov"}, {"december", "dec"},
}

var weekdayNames = [][]string{
	{"sunday"}, {"monday"}, {"tuesday"}, {"wednesday"}, {"thursday"}, {"friday"}, {"saturday"},
}

var relativeWords = [][]string{
	lastOne: {"last", "past"}, nextOne: {"next", "coming"}, thisOne: {"this", "current"},
	previousOne: {"previous"}, followingOne: {"following"}, thatOne: {"that", "same"},
}

var unitWords = [][]string{
	unitDay: {"day", "days"}, unitWeek: {"week", "weeks"}, unitWeekend: {"weekend"}, unitMonth: {"month", "months"},
	unitQuarter: {"quarter"}, unitYear: {"year", "years"}, unitDecade: {"decade"},
}

var countWords = []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

// feastDay is a day with a name.
type feastDay struct {
	first, rest string // "christmas", "day"; rest after an optional possessive
	month, day  int
	nth, wday   int // the nth (-1: last) such weekday of the month, where day is 0
}

// in returns the day in that year.
func (e feastDay) in(year int) date {
	if e.day == 0 {
		return date{year, e.month, nthWeekday(year, e.month, e.nth, e.wday), news.Day}
	}
	return date{year, e.month, e.day, news.Day}
}

// feasts are days with a name of two words or more; those without a fixed day are counted from a weekday of their month.
var feasts = []feastDay{
	{first: "christmas", rest: "day", month: 12, day: 25},
	{first: "valentine", rest: "day", month: 2, day: 14},
	{first: "halloween", month: 10, day: 31},
	{first: "thanksgiving", rest: "day", month: 11, nth: 4, wday: 4},
	{first: "memorial", rest: "day", month: 5, nth: -1, wday: 1},
	{first: "labor", rest: "day", month: 9, nth: 1, wday: 1},
}

// classWords are the words without a value. "may" with a small letter is told from the month in letters.
var classWords = []struct {
	class class
	words []string
}{
	{the, []string{"the"}},
	{of, []string{"of"}},
	{prep, []string{"on", "in", "since", "by", "until", "till", "from", "at"}},
	{daypart, []string{"morning", "afternoon", "evening", "night", "midnight", "noon"}},
	{ago, []string{"ago", "before", "after"}},
	{edge, []string{"end", "beginning", "start", "middle", "part", "half", "rest"}},
	{early, []string{"early", "late", "mid", "earlier", "later"}},
	{fiscal, []string{"fiscal"}},
	{future, []string{"will", "shall", "would", "might", "could", "should", "must", "can", "cannot", "upcoming", "forthcoming", "won",
		"soon", "likely", "ahead"}},
	{plan, []string{"hope", "hopes", "hoped", "hoping", "plan", "plans", "planned", "planning", "expect", "expects", "expected", "scheduled", "due",
		"slated", "intend", "intends", "intended", "propose", "proposes", "proposed", "proposing", "vow", "vows", "vowed", "promised", "pledged",
		"agreed", "wants", "wanted", "aims", "aimed", "seeks", "seeking", "set", "prepares", "preparing", "prepared", "asked", "invited", "ordered",
		"urged", "threatened", "decided", "going", "await", "awaits", "awaiting", "deadline", "needs", "forecast", "starting", "projected", "called"}},
	{be, []string{"be"}},
	{been, []string{"been", "being"}},
	{have, []string{"have", "has", "having"}},
	{to, []string{"to"}},
	{opens, []string{"opens", "meets", "meet", "begins", "begin", "starts", "closes", "expires", "faces", "heads", "gathers", "convenes", "premieres", "debuts",
		"launches", "ends", "takes", "kicks", "hosts", "travels", "returns", "concludes", "resumes", "wraps"}},
	{is, []string{"is", "are"}},
	{stop, []string{"its", "their", "his", "her", "our", "my", "your", "some", "any", "all", "more", "these", "those", "about",
		"nearly", "them", "him", "me", "us", "it"}},
	{pastVerb, []string{"said", "told", "was", "were", "had", "did", "met", "won", "lost", "took", "gave", "made", "went", "came", "began", "held", "rose", "fell", "shot",
		"hit", "led", "left", "sent", "saw", "found", "became", "wrote", "spoke", "broke", "brought", "bought", "built", "caught", "chose", "cut",
		"drew", "drove", "felt", "fought", "flew", "got", "grew", "heard", "kept", "knew", "laid", "lay", "let", "paid", "put", "quit", "ran", "read",
		"sat", "sought", "sold", "spent", "stood", "struck", "swore", "taught", "thought", "threw", "understood", "woke", "wore",
		"withdrew", "died", "tied", "lied", "used", "fled", "slid", "sank", "shook", "sang", "rode", "hung", "dealt",
		"born", "done", "given", "seen", "taken", "written", "known", "gone", "drawn", "driven", "fallen", "risen", "spoken", "stolen", "broken"}},
}
