package quote

import "copydesk/generator/internal/news"

// is reports whether item i is the mark or word w.
func (f *finder) is(i int, w string) bool {
	return i >= 0 && i < len(f.items) && f.items[i].word == w
}

// mentionAt returns the items of the name that item i belongs to, half open.
func (f *finder) mentionAt(i int) (from, to int) {
	m := f.items[i].mention
	from, to = i, i+1
	for from > 0 && f.items[from-1].mention == m && m >= 0 {
		from--
	}
	for to < len(f.items) && f.items[to].mention == m && m >= 0 {
		to++
	}
	return from, to
}

// person reports whether item i is part of a person's name.
func (f *finder) person(i int) bool {
	return i >= 0 && i < len(f.items) && f.items[i].mention >= 0 && f.mentions[f.items[i].mention].Kind == news.Person
}

// who makes an attribution of the items from up to to.
func (f *finder) who(from, to int) attribution {
	a := attribution{speaker: news.Span{Start: f.items[from].Start, End: f.items[to-1].End}}
	if m := f.items[from].mention; m >= 0 && f.mentions[m].Start == a.speaker.Start && f.mentions[m].End == a.speaker.End {
		a.entity = f.mentions[m].Entity
	}
	return a
}

// phraseEnding reads the noun phrase whose last word is the one before item end, and not before item s. Of "a spokesman for Mr. Trump" the head counts.
func (f *finder) phraseEnding(end, s int) attribution {
	for end > s && (f.items[end-1].class == adverb || f.items[end-1].class == auxiliary) {
		end--
	}
	if end <= s {
		return attribution{}
	}
	last := f.items[end-1]
	switch {
	case last.mention >= 0:
		from, _ := f.mentionAt(end - 1)
		if head := f.headBefore(from, s); head.known() {
			return head
		}
		return f.who(max(from, s), end)
	case last.class == pronoun:
		if speaksForNobody[last.word] {
			return attribution{}
		}
		return f.who(end-1, end)
	case last.class == relative:
		return f.antecedentOf(end-1, s)
	case last.class == markClass || last.class == quoted:
		return f.before(end, s)
	case last.class == plain || last.class == number || last.class == determiner:
		return f.nounEnding(end, s)
	}
	return attribution{}
}

// speaksForNobody are pronouns whose speaker the grammar does not tell.
var speaksForNobody = map[string]bool{"I": true, "we": true, "We": true, "you": true, "You": true}

// headBefore returns the noun phrase whose complement begins with item i, where its head is a word for people: "a spokesman for | Mr. Trump".
func (f *finder) headBefore(i, s int) attribution {
	p := i - 1
	if p > s && f.items[p].class == determiner {
		p--
	}
	if p <= s || f.items[p].class != preposition || f.items[p].word == "as" || f.items[p].word == "like" {
		return attribution{}
	}
	if f.items[p-1].class == relative {
		return f.antecedentOf(p-1, s)
	}
	if f.items[p].word == "by" && documents[f.items[p-1].word] {
		return attribution{} // "a lawsuit by Ada Hale said"
	}
	if f.items[p-1].mention < 0 && !isPerson(f.items[p-1].word) {
		return attribution{}
	}
	return f.phraseEnding(p, s)
}

// antecedentOf returns who the relative pronoun at item i stands for: "Graham, who has vowed", "a man who".
func (f *finder) antecedentOf(i, s int) attribution {
	if !f.is(i-1, ",") {
		return f.before(i, s)
	}
	at := f.phraseEnding(i-1, s)
	if at.known() && at.entity != "" {
		return at
	}
	if named := f.apposed(i-1, s); named.entity != "" {
		return named
	}
	return at
}

// before reads the noun phrase that a comma or a bracket ends before item i.
func (f *finder) before(i, s int) attribution {
	if i > s && f.is(i-1, ")") {
		for i > s && !f.is(i, "(") {
			i--
		}
	}
	if i > s && f.is(i-1, ",") {
		return f.apposed(i-1, s)
	}
	if i > s && f.items[i-1].class != markClass && f.items[i-1].class != quoted {
		return f.phraseEnding(i, s)
	}
	return attribution{}
}

// apposed reads the noun phrase of which an apposition ends at the comma i: "Ben Hale, an aide to the mayor, said". Where the apposition is itself the
// name, it is that: "the minister, Ben Hale, said".
func (f *finder) apposed(i, s int) attribution {
	c := i - 1
	for c >= s && !(f.items[c].class == markClass && f.items[c].word == ",") && f.items[c].class != quoted {
		c--
	}
	if c+1 < i && f.person(c+1) {
		if _, to := f.mentionAt(c + 1); to == i {
			return f.who(c+1, i)
		}
	}
	if c > s && f.is(c, ",") {
		if a := f.phraseEnding(c, s); a.known() {
			return a
		}
	}
	return f.firstName(s, i)
}

// firstName returns the first person named in items s to e whose name is no possessive, or else the pronoun that they begin with.
func (f *finder) firstName(s, e int) attribution {
	for k := s; k < e; k++ {
		if !f.person(k) {
			continue
		}
		from, to := f.mentionAt(k)
		if to < len(f.items) && f.items[to].class == possessive {
			k = to
			continue
		}
		return f.who(from, to)
	}
	return attribution{}
}

// longestPhrase is how many words a noun phrase without a name has at most.
const longestPhrase = 9

// nounEnding reads a noun phrase without a name at its end: "a spokesman", "one senior official", "Trump’s lawyer", "critics".
func (f *finder) nounEnding(end, s int) attribution {
	k, det, joined := end, false, 0
	for k > s && end-k < longestPhrase && !det {
		it := f.items[k-1]
		if k-1 > s && it.word == "-" && it.Start == f.items[k-2].End && k < end && it.End == f.items[k].Start {
			k -= 2 // "a Milan-based trader"
			joined += 2
			continue
		}
		if it.class == determiner {
			det = true
		} else if it.class != plain && it.class != possessive && it.class != adverb && it.class != number && it.class != noun && it.class != base {
			break
		}
		k--
		if it.starts {
			break
		}
	}
	last := f.items[max(end-1, 0)]
	if k == end || last.class != plain {
		return attribution{}
	}
	if head := f.headBefore(k, s); head.known() {
		return head
	}
	if p := k - 1; p >= s && f.items[p].class == preposition && f.items[p].word != "as" {
		return attribution{} // "in the interview said"
	}
	for k < end && (f.items[k].class == adverb || f.items[k].class == noun || f.items[k].class == possessive) {
		k++
	}
	if isCapital(f.text, last.Start) { // a name that was not found
		for !det && k < end && !isCapital(f.text, f.items[k].Start) {
			k++
		}
		return f.who(k, end)
	}
	if !isPerson(last.word) {
		return attribution{}
	}
	if !det && end-k-joined > 3 && f.items[k].mention < 0 {
		return attribution{} // no phrase, but a clause whose verb is not known
	}
	return f.who(k, end)
}

// phraseStarting reads the noun phrase that begins with item j, before item e: "said Vice Defense Minister Suh Choo-suk", "said a spokesman, Ben Hale".
func (f *finder) phraseStarting(j, e int) attribution {
	for j < e && f.items[j].class == adverb {
		j++
	}
	if j >= e {
		return attribution{}
	}
	if f.items[j].class == pronoun {
		if speaksForNobody[f.items[j].word] {
			return attribution{}
		}
		return f.who(j, j+1)
	}
	k := j
	for k < e && k-j < 14 {
		c := f.items[k].class
		if f.items[k].mention < 0 && c != plain && c != determiner && c != possessive && c != number && c != adverb {
			break
		}
		k++
	}
	if k == j || f.items[j].class == calendar {
		return attribution{}
	}
	for i := k - 1; i >= j; i-- {
		if from, to := f.mentionAt(i); f.person(i) && from >= j && !(to < len(f.items) && f.items[to].class == possessive) {
			return f.who(from, to)
		}
	}
	if f.is(k, ",") && k+1 < e && f.person(k+1) {
		if from, to := f.mentionAt(k + 1); to >= e || f.items[to].class != possessive {
			return f.who(from, to)
		}
	}
	if f.items[j].mention >= 0 {
		from, to := f.mentionAt(j)
		if to >= len(f.items) || f.items[to].class != possessive {
			return f.who(from, to)
		}
	}
	for k > j && f.items[k-1].class != plain {
		k--
	}
	switch {
	case k == j:
		return attribution{}
	case isPerson(f.items[k-1].word):
		return f.who(j, k)
	case (f.is(k, "by") || f.is(k, "from")) && k+1 < e && f.items[k+1].mention >= 0: // "a forecast by Ada Hale"
		return f.who(f.mentionAt(k + 1))
	case f.items[j].class == determiner || isCapital(f.text, f.items[j].Start):
		return f.who(j, k)
	}
	return attribution{}
}
