package about

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"copydesk/generator/internal/keyphrase"
	"copydesk/generator/internal/news"
)

//go:embed data/subjects.txt
var subjectTable string

// vocabulary is the table of news subjects, made ready for reading a text in one pass.
type vocabulary struct {
	subjects []string
	folded   [][]string       // the words of each subject
	words    map[string]int32 // number of a word and of its plural, past and -ing forms
	numbers  numbers          // the same by the hash of the word
	clues    [][]clue         // by the number of the first word, longest first
}

// clue is a run of words that speaks for a subject.
type clue struct {
	words   []int32
	text    string
	subject int32
	weight  float64
	literal bool // the subject's own words
}

// clueWeights: what the marks before a clue in data/subjects.txt mean.
const (
	plainClue  = 1.0
	strongClue = 2.0
	weakClue   = 0.5
)

// table is the embedded vocabulary, read when it is first asked for.
var table = sync.OnceValue(func() *vocabulary { return parseSubjects(subjectTable) })

// parseSubjects reads lines such as "fires = fire, blaze, !inferno, ?smoke".
func parseSubjects(text string) *vocabulary {
	v := &vocabulary{words: map[string]int32{}}
	for line := range strings.Lines(text) {
		name, list, ok := strings.Cut(strings.TrimSpace(line), " = ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		subject := int32(len(v.subjects))
		v.subjects, v.folded = append(v.subjects, name), append(v.folded, foldWords(name))
		v.add(subject, name, strongClue, true)
		for c := range strings.SplitSeq(list, ",") {
			c = strings.TrimSpace(c)
			weight := plainClue
			if strings.HasPrefix(c, "!") {
				weight = strongClue
			} else if strings.HasPrefix(c, "?") {
				weight = weakClue
			}
			v.add(subject, strings.TrimLeft(c, "!?"), weight, false)
		}
	}
	for first := range v.clues {
		slices.SortStableFunc(v.clues[first], func(a, b clue) int { return len(b.words) - len(a.words) })
	}
	v.numbers = newNumbers(v.words)
	return v
}

func (v *vocabulary) add(subject int32, text string, weight float64, literal bool) {
	bare := strings.ReplaceAll(text, "~", "")
	c := clue{text: bare, subject: subject, weight: weight, literal: literal}
	scanWords(text, func(word []byte, start, end int) {
		c.words = append(c.words, v.number(string(word), strings.HasPrefix(text[end:], "~")))
	})
	for len(v.clues) <= len(v.words)+1 {
		v.clues = append(v.clues, nil)
	}
	if len(c.words) == 0 || !literal && slices.ContainsFunc(v.clues[c.words[0]], func(o clue) bool { return o.subject == subject && slices.Equal(o.words, c.words) }) {
		return
	}
	v.clues[c.words[0]] = append(v.clues[c.words[0]], c)
}

// number returns the number of a word, which its plural shares, and with verb also its past and -ing forms.
func (v *vocabulary) number(word string, verb bool) int32 {
	base := keyphrase.Singular(word)
	n, ok := v.words[base]
	if !ok {
		n = int32(len(v.words) + 1)
	}
	for _, f := range append(plurals(base), base, word) {
		v.words[f] = n
	}
	if verb {
		for _, f := range verbForms(base) {
			v.words[f] = n
		}
	}
	return n
}

func plurals(word string) []string {
	switch {
	case strings.HasSuffix(word, "man"):
		return []string{word[:len(word)-2] + "en"}
	case word == "child":
		return []string{"children"}
	case strings.HasSuffix(word, "y") && len(word) > 2 && !strings.ContainsRune("aeiou", rune(word[len(word)-2])):
		return []string{word[:len(word)-1] + "ies"}
	case strings.HasSuffix(word, "s"), strings.HasSuffix(word, "x"), strings.HasSuffix(word, "ch"), strings.HasSuffix(word, "sh"):
		return []string{word + "es"}
	case strings.HasSuffix(word, "o"):
		return []string{word + "s", word + "es"}
	}
	return []string{word + "s"}
}

func verbForms(word string) []string {
	switch {
	case strings.HasSuffix(word, "e"):
		return []string{word + "d", word[:len(word)-1] + "ing"}
	case strings.HasSuffix(word, "y"):
		return []string{word[:len(word)-1] + "ied", word + "ing"}
	}
	return []string{word + "ed", word + "ing"}
}

// beyond marks the bytes beyond ASCII in folded.
const beyond = 0xff

// folded holds every letter and digit of ASCII in lower case, 0 for its marks and beyond for what is no ASCII.
var folded = func() (t [256]byte) {
	for i := range t {
		switch c := byte(i); {
		case c >= utf8.RuneSelf:
			t[i] = beyond
		case 'A' <= c && c <= 'Z':
			t[i] = c | 0x20
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			t[i] = c
		}
	}
	return t
}()

// scanWords calls f with every word of text in lower case: letters and digits; a hyphen parts words, ’s is left out.
func scanWords(text string, f func(word []byte, start, end int)) {
	var buffer [64]byte
	for i := 0; i < len(text); {
		c := folded[text[i]]
		if c == 0 {
			i++
			continue
		}
		if c == beyond {
			if r, n := utf8.DecodeRuneInString(text[i:]); !wordRune(r) {
				i += n
				continue
			}
		}
		start := i
		word, end := foldWord(buffer[:0], text, i)
		i = end
		if len(word) == 1 && word[0] == 's' && start > 0 && (text[start-1] == '\'' || strings.HasSuffix(text[:start], "’")) {
			continue
		}
		f(word, start, end)
	}
}

// foldWord appends the word at text[i] in lower case and returns it with its end.
func foldWord(dst []byte, text string, i int) ([]byte, int) {
	for i < len(text) {
		c := folded[text[i]]
		if c == 0 {
			break
		}
		if c != beyond {
			dst = append(dst, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if !wordRune(r) {
			break
		}
		dst = utf8.AppendRune(dst, unicode.ToLower(r))
		i += n
	}
	return dst, i
}

func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// find is one clue met in a text.
type find struct {
	clue *clue
	span news.Span
}

// meet calls f with every clue of the text; where one clue begins, the longest of each subject counts.
func (v *vocabulary) meet(text string, f func(find)) {
	type place struct {
		number     int32
		start, end int
	}
	places := make([]place, 0, len(text)/6)
	scanWords(text, func(word []byte, start, end int) {
		places = append(places, place{v.numbers.of(word), start, end})
	})
	var met []int32
	for i, p := range places {
		if p.number == 0 {
			continue
		}
		met = met[:0]
		clues := v.clues[p.number]
		for k := range clues {
			c := &clues[k]
			if i+len(c.words) > len(places) || slices.Contains(met, c.subject) {
				continue
			}
			fits := true
			for j := 1; j < len(c.words) && fits; j++ {
				fits = places[i+j].number == c.words[j] && near(text[places[i+j-1].end:places[i+j].start])
			}
			if fits {
				met = append(met, c.subject)
				f(find{c, news.Span{Start: p.start, End: places[i+len(c.words)-1].end}})
			}
		}
	}
}

// near reports whether words with this gap between them may be one phrase.
func near(gap string) bool {
	switch gap {
	case " ", "-", "’s ", "'s ", "’ ", "' ", ". ", "/", "&", "\u00a0", "‑":
		return true
	}
	return false
}
