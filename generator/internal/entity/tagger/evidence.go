package tagger

import "slices"

// evidence is what the document shows about a word somewhere, for use everywhere in it: a surname alone is a person's where the full name
// stands three paragraphs above.
type evidence uint32

// The evidence, each gathered from the places where letter case means something.
const (
	inSmall       evidence = 1 << iota // written without capital
	inside                             // with a capital, not at the beginning of a sentence
	afterTitle                         // behind a title or role
	besideSpeech                       // beside a verb of saying
	afterWhere                         // behind a preposition of place
	inOrg                              // in a run of capitals with a word of organizations
	endsPerson                         // last of a run that begins with a first name
	beginsPerson                       // the first name of such a run
	afterThe                           // behind "the"
	acronym                            // the letters of a longer name of an organization
	inLonger                           // in a run of several capitalised words
	beforeCountry                      // before a comma and a country or region
	owns                               // before 's
	asPerson                           // before "who" or a comma and an age
	bracketed                          // in brackets behind a name
	inSport                            // beside words of games or a score
	inPlace                            // in a run with a word of places
	inEvent                            // in a run with a word of events
	afterOutfit                        // behind a word that says what sort of organization it is
	beforeOutfit                       // before such a word
	beforeHolding                      // before what organizations have
	afterWork                          // behind a word that says what sort of work or thing it is
	ofPlace                            // behind "city of" and the like
	beforeRole                         // before what a person does
	pieces        = iota
)

// gather collects the evidence of all sentences of d in ordinary letter case and gives it to every word spelt alike.
func (d *Document) gather() {
	found := make([]evidence, len(d.lower.texts))
	d.neighbours = make([]neighbours, len(d.lower.texts))
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if s.form == prose {
			s.gather(found, &d.lower)
			s.gatherNeighbours(d.neighbours)
		}
	}
	for _, w := range d.order {
		w.evidence, w.neighbours = found[w.sameLetters], &d.neighbours[w.sameLetters]
	}
}

// mostNeighbours is how many words beside a word are kept.
const mostNeighbours = 12

// neighbours are the words that stand before and behind a word with a capital in the whole document, each once, as hashes with the side.
type neighbours struct {
	words [mostNeighbours]uint64
	n     int
	times int // how often the word stands with a capital
}

func (c *neighbours) add(hash uint64) {
	if c.n == mostNeighbours || slices.Contains(c.words[:c.n], hash) {
		return
	}
	c.words[c.n] = hash
	c.n++
}

// gatherNeighbours notes the words beside every capitalised word of s.
func (s *Sentence) gatherNeighbours(of []neighbours) {
	for i, w := range s.words {
		if !w.capital {
			continue
		}
		c := &of[w.sameLetters]
		c.times++
		if i > 0 {
			c.add(join(s.words[i-1].hash, 1))
		}
		if i+1 < len(s.words) {
			c.add(join(s.words[i+1].hash, 2))
		}
	}
}

func (s *Sentence) gather(found []evidence, lower *interner) {
	for i := 0; i < len(s.words); i++ {
		w := s.words[i]
		if !w.capital {
			if w.letters && !w.upper {
				found[w.sameLetters] |= inSmall
			}
			continue
		}
		end := s.capitalRun(i)
		s.gatherRun(i, end, found, lower)
		i = end - 1
	}
}

// capitalRun returns the end of the run of capitalised words that begins at i, with "of" and the like inside.
func (s *Sentence) capitalRun(i int) int {
	for i < len(s.words) {
		w := s.words[i]
		if w.capital {
			i++
			continue
		}
		next := s.at(i + 1)
		if next.capital && (w.lower == "of" || w.lower == "&" || w.class&link != 0 && w.letters && len(w.lower) <= 3 && w.class&where == 0 && w.lower != "and") {
			i += 2
			continue
		}
		if w.lower == "of" && next.lower == "the" && s.at(i+2).capital {
			i += 3
			continue
		}
		break
	}
	return i
}

// gatherRun notes what the run of capitalised words [first, end) shows.
func (s *Sentence) gatherRun(first, end int, found []evidence, lower *interner) {
	name := first
	for name < end && s.words[name].class&(title|role) != 0 {
		name++
	}
	if name == first && first == 0 && s.words[0].class&opener != 0 {
		name++
	}
	if name == end {
		return
	}
	titled := name > first || s.at(first-1).class&(title|role) != 0
	var kinds class
	for i := first; i < end; i++ {
		if i > first || end-first > 1 {
			kinds |= s.words[i].class & (orgWord | placeWord | eventWord | company)
		}
	}
	org := kinds&(orgWord|company) != 0
	isPerson := !org && kinds == 0 && end-name >= 2 && end-name <= 4 && s.words[name].listed&firstName != 0
	for i := name; i < end; i++ {
		w := s.words[i]
		if !w.capital {
			continue
		}
		var e evidence
		set := func(ok bool, bit evidence) {
			if ok {
				e |= bit
			}
		}
		set(i > 0, inside)
		set(end-name > 1, inLonger)
		set(titled && !org, afterTitle)
		set(org, inOrg)
		set(kinds&placeWord != 0, inPlace)
		set(kinds&eventWord != 0, inEvent)
		set(isPerson && i == name, beginsPerson)
		set(isPerson && i > name, endsPerson)
		if i == end-1 {
			e |= s.evidenceAfter(end)
		}
		if i == name {
			e |= s.evidenceBefore(name)
		}
		found[w.sameLetters] |= e
	}
	s.gatherAcronym(name, end, org, found, lower)
}

// evidenceBefore returns what the words before a name show, which begins at i.
func (s *Sentence) evidenceBefore(i int) (e evidence) {
	p := s.at(i - 1)
	if p.class&where != 0 {
		e |= afterWhere
	}
	if p.lower == "the" {
		e |= afterThe
	}
	if p.class&speech != 0 {
		e |= besideSpeech
	}
	if p.class&sport != 0 || s.at(i-2).class&sport != 0 {
		e |= inSport
	}
	noun := p
	if p.lower == "," || p.quotes() {
		noun = s.at(i - 2)
	}
	if !noun.capital {
		if noun.class&outfit != 0 {
			e |= afterOutfit
		}
		if noun.class&work != 0 {
			e |= afterWork
		}
	}
	if before := s.at(i - 2); p.lower == "of" && !before.capital && before.class&placeWord != 0 {
		e |= ofPlace
	}
	return e
}

// evidenceAfter returns what the words from i on show about a name, which ends there.
func (s *Sentence) evidenceAfter(i int) (e evidence) {
	n, nn := s.at(i), s.at(i+1)
	if !n.capital {
		if n.class&outfit != 0 {
			e |= beforeOutfit
		}
		if n.class&holding != 0 {
			e |= beforeHolding
		}
		if n.class&role != 0 {
			e |= beforeRole
		}
	}
	switch {
	case n.class&speech != 0:
		e |= besideSpeech
	case n.lower == "'s":
		e |= owns
	case n.lower == "who":
		e |= asPerson
	case n.class&sport != 0 || isScore(n):
		e |= inSport
	case n.lower == ",":
		if nn.listed&(country|region) != 0 {
			e |= beforeCountry
		}
		if nn.lower == "who" || nn.number && len(nn.text) == 2 {
			e |= asPerson
		}
	}
	return e
}

// isScore reports whether w is like "3-1".
func isScore(w *word) bool {
	return w.number && len(w.text) >= 3 && len(w.text) <= 7 && (w.text[1] == '-' || w.text[2] == '-')
}

// gatherAcronym notes the short form in brackets behind the name [first, end), and the letters that the name itself makes.
func (s *Sentence) gatherAcronym(first, end int, org bool, found []evidence, lower *interner) {
	if n := s.at(end + 1); s.at(end).lower == "(" && n.caps && len(n.text) > 1 {
		e := bracketed
		if org {
			e |= acronym
		}
		found[n.sameLetters] |= e
	}
	if !org || end-first < 2 {
		return
	}
	var letters [8]byte
	n := 0
	for i := first; i < end && n < len(letters); i++ {
		if w := s.words[i]; w.capital && w.lower[0] < 0x80 {
			letters[n] = w.lower[0]
			n++
		}
	}
	if n >= 2 {
		if k, ok := lower.numberOf(letters[:n]); ok {
			found[k] |= acronym
		}
	}
}
