package quote

import "strings"

// attribute returns who said each of the paragraph's quotations.
func (f *finder) attribute(quotes []quotation) []attribution {
	out := make([]attribution, len(quotes))
	var last attribution // of the quotation before in this paragraph
	carried := f.previous
	f.previous = attribution{}
	for i := range f.items {
		k := f.items[i].quote
		if k < 0 {
			continue
		}
		at := f.direct(i, quotes[k])
		if !at.known() {
			at = f.carry(i, quotes[k], last, carried)
		}
		at = f.identify(i, at)
		out[k] = at
		if at.known() {
			last = at
		}
		f.opened = quotes[k].goesOn
	}
	f.previous = last
	if at := f.announced(); at.known() {
		f.previous = at
	}
	f.remember()
	return f.nested(quotes, out)
}

// farthest is how many items are looked at to either side of a quotation at most, so that copy without full stops costs no more than other copy.
const farthest = 300

// bounds returns the sentence around item i.
func (f *finder) bounds(i int) (s, e int) {
	s, e = i, i+1
	for s > 0 && i-s < farthest && !f.items[s].starts {
		s--
	}
	for e < len(f.items) && e-i < farthest && !f.items[e].starts {
		e++
	}
	return s, e
}

// direct returns who the sentence around the quotation at item i says said it.
func (f *finder) direct(i int, q quotation) attribution {
	s, e := f.bounds(i)
	end := lastMark(f.text, q.Span)
	closed := end == ',' || end == '?' || end == '!' || end == '-' || (f.is(i+1, ",") || f.is(i+1, "—")) && !isTitle(q.Of(f.text))
	if closed {
		if at := f.right(i+1, e, true); at.known() {
			return at
		}
	}
	if at := f.left(i, s, 3); at.known() {
		return at
	}
	if end == 0 && isTitle(q.Of(f.text)) {
		return attribution{}
	}
	if at := f.right(i+1, e, closed); at.known() {
		return at
	}
	if at := f.left(i, s, reach); at.known() {
		return at
	}
	return f.tail(i+1, e)
}

// longestTitle is how many words the title of a work or the name of a product has at most.
const longestTitle = 7

// isTitle reports whether words read like the title of a work or the name of a product, all with capitals: "Halo 3", "Lord of the Rings".
func isTitle(words string) bool {
	n, numbers := 0, 0
	for w := range strings.FieldsSeq(words) {
		c := w[0]
		switch {
		case c >= '0' && c <= '9':
			numbers++
		case (c < 'A' || c > 'Z') && (n == 0 || vocabulary[w] != preposition && vocabulary[w] != determiner && vocabulary[w] != conjunction):
			return false
		}
		n++
	}
	return n > 1 && n <= longestTitle && numbers < n
}

// reach is how many words may lie between a verb of saying and the quotation.
const reach = 40

// right reads the attribution right after a quotation: "said X", "X said", "according to X". closed tells whether the quotation ended with a comma or another
// mark that calls for one.
func (f *finder) right(j, e int, closed bool) attribution {
	for j < e && (f.is(j, ",") || f.is(j, "—") || f.is(j, "–") || f.is(j, "-") || f.is(j, "--")) {
		j++
	}
	if j >= e {
		return attribution{}
	}
	if f.is(j, "according") && f.is(j+1, "to") {
		return f.phraseStarting(j+2, e).cued("according to", sureAdjacent)
	}
	it := f.items[j]
	if it.class == verb && it.word != "told" && it.word != "tells" || closed && (it.class == soft || isPast(it) && f.person(j+1)) {
		if at := f.phraseStarting(j+1, e); at.known() {
			return at.cued(it.word, sureAdjacent)
		}
	}
	if !closed || it.class == conjunction || it.class == preposition {
		return attribution{}
	}
	for v := j + 1; v < e && v < j+26; v++ {
		if f.items[v].class == quoted {
			return attribution{}
		}
		if at := f.says(v, j); at.known() {
			return at.cued(f.items[v].word, sureAdjacent)
		}
	}
	return attribution{}
}

// isPast reports whether the item can be a past verb that no list has: "beamed".
func isPast(it item) bool {
	return it.class == plain && len(it.word) > 4 && it.word[0] >= 'a' && it.word[len(it.word)-2:] == "ed"
}

// says returns the subject of the verb at item v if it is a verb of saying, and nothing otherwise.
func (f *finder) says(v, s int) attribution {
	switch f.items[v].class {
	case verb:
		return f.subject(v, s)
	case soft:
		if v > s && f.items[v-1].class == plain && f.items[v-1].mention < 0 && namers[f.items[v].word] {
			return attribution{} // "a program called"
		}
		return f.subject(v, s)
	case noun:
		if v > s && (f.items[v-1].class == pronoun || f.items[v-1].class == relative || f.items[v-1].mention >= 0 || documents[f.items[v-1].word]) {
			return f.subject(v, s)
		}
	case base:
		if v > s && (f.items[v-1].class == pronoun || f.items[v-1].class == auxiliary || f.items[v-1].class == relative ||
			f.items[v-1].class == plain && f.items[v-1].mention < 0 && f.items[v-1].word[len(f.items[v-1].word)-1] == 's' ||
			f.items[v-1].mention >= 0 && f.hasAnd(v-1, s)) {
			return f.subject(v, s)
		}
	case plain:
		if (f.is(v, "went") || f.is(v, "goes") || f.is(v, "going")) && f.is(v+1, "on") {
			return f.subject(v, s)
		}
	}
	return attribution{}
}

// namers are participles that give a thing its name: "a book titled".
var namers = set("called titled dubbed named termed labeled labelled entitled headlined captioned described used mentioned identified")

// hasAnd reports whether the name that ends with item i is the last of several: "Orr and Hale".
func (f *finder) hasAnd(i, s int) bool {
	from, _ := f.mentionAt(i)
	return from-1 > s && f.is(from-1, "and")
}

// left reads the attribution before the quotation at item i, not before item s: the nearest verb of saying within the given number of words.
func (f *finder) left(i, s, within int) attribution {
	sure := sureSentence
	if within <= 3 {
		sure = sureAdjacent
	}
	comma := false
	for v := i - 1; v >= s && v >= i-1-within; v-- {
		it := f.items[v]
		switch {
		case it.class == markClass:
			comma = comma || it.word == "," && v < i-1
			if it.word == ";" {
				return attribution{}
			}
		case it.word == "according" || it.word == "According":
			if f.is(v+1, "to") {
				return f.phraseStarting(v+2, i).cued("according to", sureSentence)
			}
		case it.class == participle:
			if at := f.governor(v, s); at.known() {
				return at.cued(it.word, sureSentence)
			}
		case it.class == soft && i-v > softReach:
		case comma && f.subordinate(v, s):
		default:
			if at := f.says(v, s); at.known() {
				return at.cued(it.word, sure)
			}
		}
	}
	return attribution{}
}

// softReach is reach for verbs that name or judge a thing.
const softReach = 14

// subordinate reports whether the verb at item v stands in a clause that a conjunction like "if" opens.
func (f *finder) subordinate(v, s int) bool {
	for k := v - 1; k >= s && k > v-8; k-- {
		switch f.items[k].word {
		case ",":
			return false
		case "if", "If", "once", "Once", "because", "Because", "until", "after", "After", "than", "unless", "although", "Although", "though":
			return true
		}
	}
	return false
}

// tail reads an attribution at the end of the sentence: "… along the border, the minister said on Monday." The last one counts.
func (f *finder) tail(j, e int) attribution {
	for v := e - 1; v >= j; v-- {
		if f.is(v, "according") && f.is(v+1, "to") {
			return f.phraseStarting(v+2, e).cued("according to", sureSentence)
		}
		if f.items[v].class != verb {
			continue
		}
		if v > j && f.is(v-1, ",") && f.person(v+1) { // "…, wrote Ada Hale"
			return f.phraseStarting(v+1, e).cued(f.items[v].word, sureSentence)
		}
		c := v
		for c > j && !f.is(c, ",") && f.items[c].class != quoted {
			c--
		}
		if c == j && !f.is(c, ",") {
			continue
		}
		if at := f.subject(v, j); at.known() {
			return at.cued(f.items[v].word, sureSentence)
		}
	}
	return attribution{}
}

// subject returns who does what the verb at item v says; the phrase does not begin before item s. The passive has none.
func (f *finder) subject(v, s int) attribution {
	j := v
	for j > s && (f.items[j-1].class == adverb || f.items[j-1].class == auxiliary || f.items[j-1].class == possessive && j >= 2 && f.items[j-2].class == pronoun) {
		switch f.items[j-1].word {
		case "was", "were", "been", "be", "is", "are", "being":
			return attribution{}
		}
		j--
	}
	if j <= s {
		return attribution{}
	}
	switch it := f.items[j-1]; {
	case it.class == conjunction && (it.word == "and" || it.word == "but") || it.class == markClass && it.word == "," && f.isVerbBefore(j-1, s):
		return f.sameSubject(j-1, s)
	case it.word == "to" && it.class == preposition:
		return f.sameSubject(j-1, s)
	}
	return f.phraseEnding(j, s)
}

// isVerbBefore reports whether the comma at item j stands between two verbs of one subject: "laughed, shrugged and said".
func (f *finder) isVerbBefore(j, s int) bool {
	return j > s && (f.items[j-1].class == verb || f.items[j-1].class == soft)
}

// sameSubject returns the subject of the clause before item j: "went on to say", "laughed and said".
func (f *finder) sameSubject(j, s int) attribution {
	for v := j - 1; v > s; v-- {
		if at := f.says(v, s); at.known() {
			return at
		}
	}
	return f.first(s, j)
}

// governor returns the subject of the clause that the participle at item v hangs on: "he said, adding". After most prepositions it tells of no speech.
func (f *finder) governor(v, s int) attribution {
	if v == s {
		return attribution{}
	}
	switch p := f.items[v-1]; {
	case p.mention >= 0 || p.class == auxiliary || documents[p.word] || p.class == plain && isPerson(p.word):
		return f.phraseEnding(v, s)
	case p.class == preposition && p.word != "by" && p.word != "after" && p.word != "before":
		return attribution{}
	case p.class == determiner || p.class == possessive:
		return attribution{}
	}
	return f.sameSubject(v, s)
}

// first returns the subject of the sentence from item s to item e: the first phrase that is no adverbial.
func (f *finder) first(s, e int) attribution {
	k := s
	for k < e && f.items[k].class == conjunction {
		k++
	}
	if k < e && f.items[k].class == preposition { // "On Monday, the mayor …"
		for k < e && !f.is(k, ",") {
			k++
		}
		k++
	}
	if k >= e {
		return attribution{}
	}
	switch {
	case f.items[k].class == pronoun && !f.is(k, "it") && !f.is(k, "It"), f.items[k].mention >= 0, f.items[k].class == determiner:
		return f.phraseStarting(k, e)
	}
	return f.firstName(k, e)
}

// cued adds the cue to a known attribution.
func (a attribution) cued(cue string, sure float64) attribution {
	if !a.known() {
		return attribution{}
	}
	a.cue, a.sure = cue, sure
	return a
}
