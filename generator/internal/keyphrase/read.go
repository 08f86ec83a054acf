package keyphrase

import (
	"unicode"
	"unicode/utf8"

	"copydesk/generator/internal/news"
)

// item is one word of the text that phrases are made of.
type item struct {
	news.Span
	form      int32 // for text.form
	word      int32 // index into text.words
	sentence  int32
	paragraph int32
	ends      bool // a mark stands between the word before and this one, so that no phrase spans both
	first     bool // the first of its sentence, where a capital says nothing
	upper     bool // begins with a capital letter
	named     int32
	may       uint8 // what a phrase may do with it, see text.allow
}

// text is an article taken apart: its words, and what is known of each distinct one.
type text struct {
	tokens []item
	body   int     // the first tokens are the headline's
	length float64 // the logarithm of the size of the body, as a feature
	words  []word  // each once
	seen   index   // of words, by their hashes
	local  []form  // of words that the lexicon does not have; numbered behind its forms
	buffer []byte
	lex    *lexicon
}

// word is one distinct word of a text.
type word struct {
	form  int32
	count int32
	usage float64 // logarithm of how often the body has it, whatever its number
}

func newText(size int) *text {
	return &text{tokens: make([]item, 0, size/5+8), words: make([]word, 0, size/12+8), seen: newIndex(size/12 + 8), lex: words()}
}

// form returns what is known of the word with that number.
func (t *text) form(id int32) *form {
	if n := int32(len(t.lex.forms)); id >= n {
		return &t.local[id-n]
	}
	return &t.lex.forms[id]
}

// at returns what is known of token i.
func (t *text) at(i int) *form { return t.form(t.tokens[i].form) }

// add reads the words of s, which begins at byte offset of the body.
func (t *text) add(s string, offset int, sentence, paragraph int) {
	ends, first := true, true
	for i := 0; i < len(s); {
		r, n := decode(s[i:])
		if !wordRune(r) {
			// A space does not end a phrase; any mark does.
			if r != ' ' && r != '\u00a0' {
				ends = true
			}
			i += n
			continue
		}
		j := wordEnd(s, i)
		stop := j
		if k := possessive(s[i:j]); k > 0 {
			stop = i + k
		}
		w := t.intern(s[i:stop])
		t.tokens = append(t.tokens, item{Span: news.Span{Start: offset + i, End: offset + stop}, form: t.words[w].form, word: w,
			sentence: int32(sentence), paragraph: int32(paragraph), ends: ends, first: first, upper: unicode.IsUpper(r), named: -1})
		ends, first = stop < j, false
		i = j
	}
}

func decode(s string) (rune, int) {
	if s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	return utf8.DecodeRuneInString(s)
}

func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// wordEnd returns the end of the word that begins at i: letters and digits, and single marks inside: "Sang-Hun", "U.S", "don’t", "1,200".
func wordEnd(s string, i int) int {
	for i < len(s) {
		r, n := decode(s[i:])
		if !wordRune(r) {
			if r != '-' && r != '\'' && r != '’' && r != '.' && r != '&' && r != ',' || i+n >= len(s) {
				break
			}
			next, _ := decode(s[i+n:])
			if !wordRune(next) || (r == ',' && (next < '0' || next > '9')) || (r == '.' && unicode.IsUpper(next) && i > 1 && wordRune(rune(s[i-2]))) {
				break
			}
		}
		i += n
	}
	return i
}

// possessive returns the length of word without its ’s, or 0 where it has none.
func possessive(word string) int {
	for _, p := range [...]string{"'s", "’s"} {
		if len(word) > len(p) && word[len(word)-len(p):] == p {
			return len(word) - len(p)
		}
	}
	return 0
}

// intern returns the number of word among the words of the text.
func (t *text) intern(word string) int32 {
	hash, ascii := lowerHash(word)
	if !ascii {
		t.lower(word)
		hash = hashOf(t.buffer)
	}
	if w, ok := t.seen.get(hash); ok {
		return w
	}
	if i, ok := t.lex.ids.get(hash); ok {
		return t.keep(hash, i)
	}
	t.lower(word)
	return t.learn(string(t.buffer), hash)
}

// lower writes word in lower case, with a straight apostrophe, into the buffer.
func (t *text) lower(word string) {
	t.buffer = t.buffer[:0]
	for _, r := range word {
		if r == '’' {
			r = '\''
		}
		t.buffer = utf8.AppendRune(t.buffer, unicode.ToLower(r))
	}
}

// keep adds a word with its form.
func (t *text) keep(hash uint64, form int32) int32 {
	w := int32(len(t.words))
	t.words = append(t.words, word{form: form})
	t.seen.put(hash, w)
	return w
}

// learn adds a word that the lexicon does not have.
func (t *text) learn(lower string, hash uint64) int32 {
	i := int32(len(t.lex.forms) + len(t.local))
	t.local = append(t.local, t.lex.form(lower, t.lex.look(lower), i))
	w := t.keep(hash, i)
	s := Singular(lower)
	if s == lower || t.form(i).stop {
		return w
	}
	hash = hashOf(s)
	base, ok := t.lex.ids.get(hash)
	if !ok {
		k, ok := t.seen.get(hash)
		if !ok {
			k = t.learn(s, hash)
		}
		base = t.words[k].form
	}
	t.form(i).base = base
	return w
}
