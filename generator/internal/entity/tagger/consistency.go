package tagger

import "slices"

// agreement is what a document's names say together: how often each whole name was taken for each kind, which words end the names of
// persons of several words, and which begin the full names of firms.
type agreement struct {
	lex     *Lexicon
	whole   map[uint64]*[kinds]int
	surname map[uint64]int
	firm    map[uint64]bool
}

// agree mends the names of a document by each other: a name that is mostly of one kind is always, and a surname is a person's wherever it
// stands alone, and the first word of a firm's name is that firm. It is a repair for what the model, which sees one sentence at a time, leaves uneven.
func (d *Document) agree(names [][]Name) {
	a := agreement{d.lex, map[uint64]*[kinds]int{}, map[uint64]int{}, map[uint64]bool{}}
	for i := range names {
		s := &d.Sentences[i]
		names[i] = s.joinNicknames(names[i])
		for k := range names[i] {
			s.trimAnswer(&names[i][k])
		}
		names[i] = slices.DeleteFunc(names[i], s.isNone)
		for k := range names[i] {
			n := &names[i][k]
			floor := 0
			if k > 0 {
				floor = names[i][k-1].Last
			}
			s.trimShouted(n)
			s.trimPerson(n, floor)
			s.takeNationality(n, floor, d.lex)
			s.takeYear(n, floor)
			a.count(s, *n)
		}
	}
	for i := range names {
		s := &d.Sentences[i]
		for k := range names[i] {
			n := &names[i][k]
			n.Kind = a.kind(s, *n)
			if k+1 == len(names[i]) || names[i][k+1].First > n.Last {
				a.takePossessive(s, n)
			}
		}
		names[i] = s.addEuroZone(a.addShort(s, names[i]))
	}
}

// takeNationality gives the name of an organization the nationality directly before it, which is part of the longest name: "South Korean" of
// "South Korean Red Cross Society". The name must have several words and be listed or hold a word of organizations, and nothing before floor
// is taken.
func (s *Sentence) takeNationality(n *Name, floor int, lex *Lexicon) {
	if n.Kind != organization || n.Last-n.First < 2 || n.First <= floor {
		return
	}
	is := lex.of(s.phrase(*n)).lists&bodies != 0
	for _, w := range s.words[n.First:n.Last] {
		is = is || w.capital && w.class&orgWord != 0
	}
	if !is {
		return
	}
	at := n.First - 1
	switch l := s.listed[at]; {
	case at > floor && s.listed[at-1][begin]&l[last]&demonym != 0:
		n.First = at - 1
	case s.words[at].capital && l[unit]&demonym != 0 && l[unit]&country == 0:
		n.First = at
	}
}

// trimShouted takes off a name the words in capitals of a heading that runs into it: "SHARES FALLING Ford" is Ford. One of them at least must be a
// word that texts write small, or too long for an abbreviation.
func (s *Sentence) trimShouted(n *Name) {
	heading := false
	for i := n.First; i < n.Last; i++ {
		w := s.words[i]
		if !w.caps {
			if heading && w.capital {
				n.First = i
			}
			return
		}
		heading = heading || len(w.text) > 7 || len(w.text) > 3 && w.frequency > 1
	}
}

// takeYear gives the name of an event the year directly before it, which is part of the longest name: "2014 World Cup". Nothing before floor is taken.
func (s *Sentence) takeYear(n *Name, floor int) {
	if n.Kind == event && n.First > floor && s.words[n.First-1].isYear() && !s.words[n.First].isYear() {
		n.First--
	}
}

// isYear reports whether w is a year of the nineteenth to the twenty-first century.
func (w *word) isYear() bool {
	return w.number && len(w.text) == 4 && ("1800" <= w.text && w.text < "2100")
}

// phrase returns the hash of the words of a name.
func (s *Sentence) phrase(n Name) uint64 {
	h := s.words[n.First].hash
	for _, w := range s.words[n.First+1 : n.Last] {
		h = join(h, w.hash)
	}
	return h
}

func (a *agreement) count(s *Sentence, n Name) {
	h := s.phrase(n)
	c := a.whole[h]
	if c == nil {
		c = &[kinds]int{}
		a.whole[h] = c
	}
	c[n.Kind]++
	if n.Kind == person && n.Last-n.First > 1 {
		a.surname[s.words[n.Last-1].hash]++
	}
	if n.Kind == organization && n.Last-n.First > 1 && s.ofFirm(n) {
		a.firm[s.words[n.First].hash] = true
	}
}

// ofFirm reports whether n is written as the full names of firms are: "Tasman Foods Ltd.", "Penhale & Sons".
func (s *Sentence) ofFirm(n Name) bool {
	if w := s.words[n.Last-1]; w.class&company != 0 && w.upper {
		return true
	}
	return n.Last-n.First > 2 && s.words[n.First+1].lower == "&"
}

// kind returns the kind that the document as a whole speaks for.
func (a *agreement) kind(s *Sentence, n Name) int {
	h := s.phrase(n)
	if n.Last-n.First > 1 && n.Kind != organization {
		if lists := a.lex.of(h).lists; s.ofFirm(n) || lists&bodies != 0 && lists&^(bodies|team) == 0 {
			return organization
		}
	}
	c := a.whole[h]
	best, total := n.Kind, 0
	for k, x := range c {
		total += x
		if x > c[best] {
			best = k
		}
	}
	if best != n.Kind && total >= 3 && 3*c[best] >= 2*total {
		return best
	}
	w := s.words[n.First]
	if n.Last-n.First == 1 && n.Kind != person && a.surname[h] > 0 && w.listed&(country|city|region|team|bodies) == 0 {
		return person
	}
	const asWho = afterTitle | asPerson | beginsPerson | endsPerson
	if n.Last-n.First == 1 && n.Kind == person && c[organization] > 0 && a.surname[h] == 0 && w.evidence&afterOutfit != 0 && w.evidence&asWho == 0 {
		return organization // "the company Brightwell" somewhere
	}
	if n.Last-n.First == 1 && a.firm[h] && a.surname[h] == 0 && w.listed&(country|city|region|demonym) == 0 && s.at(n.First-1).class&title == 0 {
		return organization
	}
	return n.Kind
}

// addShort returns names with the short names that were passed over: a capitalised word inside the sentence that ends the name of a person or
// begins that of a firm elsewhere, and that the document does not write in small letters.
func (a *agreement) addShort(s *Sentence, names []Name) []Name {
	if s.form != prose || len(a.surname)+len(a.firm) == 0 {
		return names
	}
	var out []Name
	next := 0
	for i := 0; i < len(s.words); i++ {
		if next < len(names) && i == names[next].First {
			out = append(out, names[next])
			i = names[next].Last - 1
			next++
			continue
		}
		w := s.words[i]
		if !w.capital || len(w.text) <= 2 || w.evidence&inSmall != 0 || w.frequency != 0 || s.at(i-1).capital || s.at(i+1).capital {
			continue
		}
		switch {
		case a.surname[w.hash] > 0 && w.listed&bodies == 0:
			out = append(out, Name{i, i + 1, person})
		case a.firm[w.hash] && w.listed&(country|city|region|demonym) == 0:
			out = append(out, Name{i, i + 1, organization})
		}
	}
	return out
}
