package when

// tense tells whether what a clause reports lies before or after publication.
type tense int

const (
	unsure tense = iota
	past
	coming
)

// reach is how many words around a date are looked at. Clauses of news copy are longer at times, but what lies further off belongs to another verb as
// often as not.
const reach = 22

// tense returns the tense of the clause around the date in words i to j: that of the nearest verb before it, or else of the first one after it.
func (f *finder) tense(i, j int) tense {
	if t := f.before(i); t != unsure {
		return t
	}
	if f.after(j) == coming {
		return coming
	}
	if t := f.following(j); t != unsure {
		return t
	}
	return unsure
}

// before looks to the left of word i.
func (f *finder) before(i int) tense {
	infinitive := false
	for k := i - 1; k >= 0 && k >= i-reach; k-- {
		w := f.words[k]
		switch {
		case w.kind == mark && (w.val == ';' || w.val == ':' || w.val == '—' || w.val == '“'):
			if infinitive {
				return coming
			}
			return unsure
		case w.class == future || w.class == opens && !f.afterDeterminer(k):
			return coming
		case w.class == plan:
			return f.planned(k, infinitive)
		case w.class == is && (k == i-1 || k == i-2):
			return coming
		case w.class == is && k+1 < i && f.isGerund(k+1):
			return coming
		case w.class == to && k+1 < i && f.isInfinitive(k+1):
			infinitive = true
		case w.class == pastVerb:
			if k > 0 && f.words[k-1].class == be {
				continue // "will be held": the word before "be" decides
			}
			if infinitive && f.looksAhead(k) {
				return coming
			}
			return past
		}
	}
	if infinitive {
		return coming
	}
	return unsure
}

// planned returns the tense that a word of plan class at k gives: "hoped to send" and "scheduled for" look ahead, "had been asked about" does not.
func (f *finder) planned(k int, infinitive bool) tense {
	switch f.lower(k) {
	case "asked", "called", "decided", "ordered", "invited", "urged", "agreed", "promised", "pledged", "vowed", "prepared", "threatened", "planned":
		if infinitive {
			return coming
		}
		return past
	case "set":
		if infinitive || k > 0 && (f.words[k-1].class == is || f.words[k-1].class == be) || k+1 < len(f.words) && f.lower(k+1) == "for" {
			return coming
		}
		return past
	}
	if k+1 < len(f.words) && f.words[k].kind == alpha && f.lower(k) == "due" && f.words[k+1].class == to {
		return unsure
	}
	if !infinitive && f.lower(k) == "proposed" && !f.attributive(k) {
		return past
	}
	return coming
}

// attributive reports whether a date or an article with a date stands right after word k: "proposed an Aug. 1 meeting".
func (f *finder) attributive(k int) bool {
	for j := k + 1; j < len(f.words) && j <= k+2; j++ {
		if f.words[j].class == month {
			return true
		}
	}
	return false
}

// looksAhead reports whether the past verb at k governs an infinitive about what is yet to come.
func (f *finder) looksAhead(k int) bool {
	switch f.lower(k) {
	case "wanted", "needed", "required", "offered", "prepared", "voted", "sought", "encouraged", "advised", "instructed", "cleared", "poised":
		return true
	}
	return false
}

// following looks to the right of word j.
func (f *finder) following(j int) tense {
	for k := j; k < len(f.words) && k < j+reach; k++ {
		w := f.words[k]
		switch {
		case w.kind == mark && (w.val == ';' || w.val == '—' || w.val == '“' || w.val == '”'):
			return unsure
		case w.class == future:
			return coming
		case w.class == plan:
			if k > j && (f.words[k-1].class == is || f.words[k-1].class == be || f.words[k-1].class == pastVerb) || f.text[w.end-1] != 'd' {
				return f.planned(k, true) // "is scheduled", "plans"
			}
			return past
		case w.class == pastVerb:
			return past
		case w.class == is && k+1 < len(f.words) && f.isGerund(k+1):
			return coming
		}
	}
	return unsure
}

// after looks at the word right after the date: "Friday deadline".
func (f *finder) after(j int) tense {
	if j < len(f.words) && f.lower(j) == "deadline" {
		return coming
	}
	return unsure
}

// isInfinitive reports whether word k, after "to", can be a verb.
func (f *finder) isInfinitive(k int) bool {
	w := f.words[k]
	return w.kind == alpha && !w.cap && (w.class == none || w.class == be || w.class == have || w.class == opens || w.class == plan)
}

// isGerund reports whether word k ends in -ing.
func (f *finder) isGerund(k int) bool {
	w := f.words[k]
	return w.kind == alpha && w.end-w.start > 4 && f.text[w.end-3:w.end] == "ing"
}

// afterDeterminer reports whether the word before k makes a noun of it: "the ends".
func (f *finder) afterDeterminer(k int) bool {
	if k == 0 {
		return false
	}
	c := f.words[k-1].class
	return c == the || c == stop || c == prep || c == count || c == of
}
