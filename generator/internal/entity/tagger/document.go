package tagger

import (
	"slices"

	"copydesk/generator/internal/news"
	"copydesk/generator/internal/token"
)

// Document is a text made ready for tagging: its sentences, their words and what the document as a whole shows about each word.
type Document struct {
	Sentences  []Sentence
	lex        *Lexicon
	spellings  [3]interner  // of words, by form
	words      [3][]*word   // by form and the number of the spelling
	order      []*word      // in the order of their first use
	lower      interner     // of words, in lower case
	neighbours []neighbours // by the number of the word in lower case

	// Long pieces of memory that the sentences and words share.
	tokens   []token.Token
	placed   []*word
	unfilled []word
}

// Sentence is one sentence of a document.
type Sentence struct {
	Tokens []token.Token
	Runs   []Run // where names can be
	words  []*word
	listed []listing // what the lists say of each token, phrases included
	form   form
	sport  uint64 // how much of games the sentence (0 to 3) and the document (0 to 3) speak
}

// Run is a stretch of tokens [First, Last) that can be in names, with tokens before and after that cannot.
type Run struct{ First, Last int }

// listing tells in which listed names a token stands: one bit a list, for each place in the name.
type listing [places]Listed

// NewDocument returns an empty document that looks names up in lex.
func NewDocument(lex *Lexicon) *Document {
	return &Document{lex: lex}
}

// Add appends the sentences of text to d. Their tokens' spans are of text.
func (d *Document) Add(text string, sentences []news.Sentence) {
	d.Sentences = slices.Grow(d.Sentences, len(sentences))
	d.tokens = make([]token.Token, 0, len(text)/4+8)
	d.placed = make([]*word, 0, len(text)/4+8)
	for _, s := range sentences {
		n := len(d.tokens)
		d.tokens = token.AppendWords(d.tokens, s.Of(text), s.Start)
		d.Sentences = append(d.Sentences, d.sentence(d.tokens[n:len(d.tokens):len(d.tokens)]))
	}
}

// Ready gathers the evidence of the whole document, after the last Add.
func (d *Document) Ready() {
	listed := make([]listing, d.size())
	for i := range d.Sentences {
		s := &d.Sentences[i]
		s.listed, listed = listed[:len(s.words):len(s.words)], listed[len(s.words):]
		s.look(d.lex)
	}
	d.gather()
	d.findSport()
	for i := range d.Sentences {
		d.Sentences[i].findRuns()
	}
}

func (d *Document) sentence(tokens []token.Token) Sentence {
	s := Sentence{Tokens: tokens, form: formOf(tokens)}
	n := len(d.placed)
	for _, t := range tokens {
		d.placed = append(d.placed, d.word(t.Text, s.form))
	}
	s.words = d.placed[n:len(d.placed):len(d.placed)]
	return s
}

// word returns what is known of text, in sentences of that form.
func (d *Document) word(text string, f form) *word {
	hash := hashString(text)
	n, fresh := d.spellings[f].number(text, hash)
	if !fresh {
		return d.words[f][n]
	}
	if len(d.unfilled) == 0 {
		d.unfilled = make([]word, 64)
	}
	w := &d.unfilled[0]
	d.unfilled = d.unfilled[1:]
	w.set(text, hash, f, d.lex)
	w.sameLetters, _ = d.lower.number(w.lower, w.hash)
	d.words[f] = append(d.words[f], w)
	d.order = append(d.order, w)
	return w
}

// size returns how many tokens d has.
func (d *Document) size() (n int) {
	for i := range d.Sentences {
		n += len(d.Sentences[i].words)
	}
	return n
}

// formOf tells the letter case of a sentence.
func formOf(tokens []token.Token) form {
	var caps, capital, small int
	for _, t := range tokens {
		switch c := t.Text[0]; {
		case 'a' <= c && c <= 'z':
			if len(t.Text) > 3 {
				small++
			}
		case 'A' <= c && c <= 'Z':
			if len(t.Text) < 2 || t.Text[1] < 'A' || t.Text[1] > 'Z' {
				capital++
			} else {
				caps++
			}
		}
	}
	switch {
	case caps >= 3 && caps > 3*(small+capital):
		return shouted
	case capital+caps >= 4 && small == 0 && len(tokens) <= 24:
		return titleCase
	}
	return prose
}

// at returns the word i of s, and edge outside of it.
func (s *Sentence) at(i int) *word {
	if i < 0 || i >= len(s.words) {
		return edge
	}
	return s.words[i]
}

// look finds the listed names in s.
func (s *Sentence) look(lex *Lexicon) {
	for i, w := range s.words {
		if !w.upper && !w.number {
			continue
		}
		s.listed[i][unit] |= w.listed
		most := int(w.longer)
		phrase := w.hash
		for n := 2; n <= most && i+n <= len(s.words); n++ {
			phrase = join(phrase, s.words[i+n-1].hash)
			lists := lex.of(phrase).lists
			if lists == 0 {
				continue
			}
			for k := i + 1; k < i+n-1; k++ {
				s.listed[k][inner] |= lists
			}
			s.listed[i][begin] |= lists
			s.listed[i+n-1][last] |= lists
		}
	}
}

// findRuns finds the stretches of s where names can be: words with capitals, and what can stand between, before or after them.
func (s *Sentence) findRuns() {
	for i := 0; i < len(s.words); i++ {
		if !s.candidate(i) {
			continue
		}
		first := i
		for i < len(s.words) && s.candidate(i) {
			i++
		}
		s.Runs = append(s.Runs, Run{first, i})
	}
}

// candidate reports whether token i can be in a name.
func (s *Sentence) candidate(i int) bool {
	w := s.words[i]
	if s.ticker(i) {
		return false
	}
	if w.upper {
		return true
	}
	before, after := s.at(i-1).upper, s.at(i+1).upper
	switch {
	case w.number:
		return before || after || s.at(i-2).upper
	case w.class&tail != 0 && (before || s.at(i-1).class&tail != 0 && s.at(i-2).upper):
		return true
	case w.class&link != 0:
		return (before || s.at(i-2).upper) && (after || s.at(i+2).upper) || len(w.text) >= 2 && w.letters && after
	}
	return false
}

// findSport tells every sentence how much it and the whole document speak of games, where the name of a city means its team.
func (d *Document) findSport() {
	total, tokens := 0, 1
	for i := range d.Sentences {
		s := &d.Sentences[i]
		n := 0
		for _, w := range s.words {
			if !w.capital && (w.class&sport != 0 || isScore(w)) {
				n++
			}
		}
		s.sport = uint64(min(n, 3))
		total += n
		tokens += len(s.words)
	}
	level := uint64(min(100*total/tokens, 3))
	for i := range d.Sentences {
		d.Sentences[i].sport |= level << 2
	}
}
