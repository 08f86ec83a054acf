package keyphrase

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/lexicon.tsv
var lexiconTable string

// use is what a word is used as. The order is that of the letters in data/lexicon.tsv.
type use int

const (
	noun use = iota
	plural
	adjective
	ing        // -ing form: "missing", "spending"
	participle // -ed form behind "have" or before a noun: "armed"
	verb
	adverb
	name
	numeral
	other // closed classes: articles, prepositions, pronouns, conjunctions
	uses
)

const useLetters = "NSJGDVRPCF"

// entry is what the lexicon knows of one word: the texts that have it, and the share of its uses.
type entry struct {
	docs  float64
	share [uses]float32
	known bool
}

// form is one word in lower case, and what is known of it.
type form struct {
	text   string
	base   int32 // number of the form that stands for its singular
	entry  entry
	rarity float64
	stop   bool // never begins or ends a phrase, and breaks one
	vague  bool // never a phrase of its own: "people", "year"
	digit  bool
}

type lexicon struct {
	texts float64
	forms []form
	ids   index // of forms, by the hashes of their words
}

// words is the embedded lexicon, read when it is first asked for.
var words = sync.OnceValue(func() *lexicon { return parseLexicon(lexiconTable) })

// parseLexicon reads lines such as "missile\t7\t3\tN9"; "# texts 530" tells of how many texts.
func parseLexicon(table string) *lexicon {
	n := strings.Count(table, "\n")
	l := &lexicon{texts: 1, forms: make([]form, 0, n+n/4), ids: newIndex(n + n/4)}
	for line := range strings.Lines(table) {
		line = strings.TrimSuffix(line, "\n")
		if n, ok := strings.CutPrefix(line, "# texts "); ok {
			l.texts, _ = strconv.ParseFloat(n, 64)
			continue
		}
		f := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || len(f) != 4 {
			continue
		}
		e := entry{known: true}
		e.docs, _ = strconv.ParseFloat(f[2], 64)
		for i := 0; i+1 < len(f[3]); i += 2 {
			if u := strings.IndexByte(useLetters, f[3][i]); u >= 0 {
				e.share[u] = float32(f[3][i+1]-'0') / 10
			}
		}
		l.ids.put(hashOf(f[0]), int32(len(l.forms)))
		l.forms = append(l.forms, l.form(f[0], e, int32(len(l.forms))))
	}
	for i := range len(l.forms) {
		f := &l.forms[i]
		s := Singular(f.text)
		if s == f.text || f.stop {
			continue
		}
		hash := hashOf(s)
		base, ok := l.ids.get(hash)
		if !ok {
			base = int32(len(l.forms))
			l.ids.put(hash, base)
			e := f.entry
			e.share[noun], e.share[plural] = e.share[noun]+e.share[plural], 0
			l.forms = append(l.forms, l.form(s, e, base))
		}
		l.forms[i].base = base
	}
	return l
}

func (l *lexicon) form(word string, e entry, id int32) form {
	f := form{text: word, base: id, entry: e, rarity: l.rarity(e.docs), digit: word[0] >= '0' && word[0] <= '9'}
	f.stop = stopWords[word] || e.known && e.share[other] >= 0.5 || len(word) < 2
	f.vague = f.stop || vagueWords[word]
	return f
}

// look returns what is known of a lower-case word; a word that was never met is judged by its ending.
func (l *lexicon) look(word string) entry {
	if i, ok := l.ids.get(hashOf(word)); ok {
		return l.forms[i].entry
	}
	if s := Singular(word); s != word {
		if i, ok := l.ids.get(hashOf(s)); ok {
			e := l.forms[i].entry
			e.share[plural], e.share[noun] = e.share[noun], 0
			return e
		}
	}
	e := entry{}
	e.share[guess(word)] = 0.8
	return e
}

// rarity is the inverse document frequency of a word met in docs texts, in nats.
func (l *lexicon) rarity(docs float64) float64 { return math.Log((l.texts + 1) / (docs + 0.5)) }

// Trait is what is known of one lower-case word: how rare it is in the news (0 for "the", about 1 for a word that is hardly met), and the
// shares of its uses, from 0 to 1.
type Trait struct {
	Rarity, Noun, Adjective, Verb float64
	Known                         bool // it was met in lower case or capitals, as other than a name
	Met                           bool // it was met, be it as a part of names
}

// Look returns the trait of a lower-case word.
func Look(word string) Trait {
	if word == "" {
		return Trait{}
	}
	l := words()
	e := l.look(word)
	return Trait{Rarity: l.rarity(e.docs) / 6, Noun: float64(e.share[noun] + e.share[plural] + e.share[name]),
		Adjective: float64(e.share[adjective]), Verb: float64(e.share[verb] + e.share[participle] + e.share[ing]), Known: e.known && e.share[name] < 0.5, Met: e.known}
}

// endings tell the use of a word that the lexicon does not have; the first that fits counts.
var endings = []struct {
	end string
	use use
}{
	{"ly", adverb}, {"ing", ing}, {"ed", participle}, {"ness", noun}, {"ment", noun}, {"tion", noun}, {"sion", noun}, {"ity", noun},
	{"ism", noun}, {"ist", noun}, {"ance", noun}, {"ence", noun}, {"ship", noun}, {"hood", noun}, {"ful", adjective}, {"less", adjective},
	{"ous", adjective}, {"ive", adjective}, {"able", adjective}, {"ible", adjective}, {"ical", adjective}, {"ial", adjective},
	{"ish", adjective}, {"ss", noun}, {"us", noun}, {"is", noun}, {"s", plural},
}

func guess(word string) use {
	if c := word[len(word)-1]; c >= '0' && c <= '9' || word[0] >= '0' && word[0] <= '9' {
		return numeral
	}
	for _, e := range endings {
		if len(word) > len(e.end)+2 && strings.HasSuffix(word, e.end) {
			return e.use
		}
	}
	return noun
}

// Singular folds the plural of a lower-case English noun: "policies" to "policy", "taxes" to "tax", "talks" to "talk". A word that
// only looks like a plural ("news", "crisis", "business") stays. It is a key for grouping and need not be a word.
func Singular(word string) string {
	n := len(word)
	if n < 4 || word[n-1] != 's' {
		return irregular[word].or(word)
	}
	switch {
	case word[n-2] == 's' || word[n-2] == 'u' || word[n-2] == 'i' || word[n-2] == '\'':
		return word
	case irregular[word] != "":
		return string(irregular[word])
	case strings.HasSuffix(word, "ies") && n > 4:
		return word[:n-3] + "y"
	case strings.HasSuffix(word, "sses"), strings.HasSuffix(word, "ches"), strings.HasSuffix(word, "shes"),
		strings.HasSuffix(word, "xes"), strings.HasSuffix(word, "zzes"):
		return word[:n-2]
	}
	return word[:n-1]
}

type singular string

func (s singular) or(word string) string {
	if s != "" {
		return string(s)
	}
	return word
}

// irregular holds plurals that no ending gives away, and words that end as plurals do and are none.
var irregular = map[string]singular{
	"children": "child", "women": "woman", "men": "man", "wives": "wife", "lives": "life", "knives": "knife", "thieves": "thief",
	"leaves": "leaf", "wolves": "wolf", "halves": "half", "shelves": "shelf", "feet": "foot", "teeth": "tooth", "mice": "mouse",
	"crises": "crisis", "analyses": "analysis", "headaches": "headache", "policemen": "policeman", "firemen": "fireman",
	"gunmen": "gunman", "congressmen": "congressman", "lawmen": "lawman", "fishermen": "fisherman", "businessmen": "businessman",
	"news": "news", "series": "series", "species": "species", "means": "means", "lens": "lens", "headquarters": "headquarters",
	"politics": "politics", "economics": "economics", "athletics": "athletics", "physics": "physics", "ethics": "ethics",
	"mathematics": "mathematics", "electronics": "electronics", "premises": "premises", "movies": "movie", "cookies": "cookie",
	"zombies": "zombie", "rookies": "rookie", "calories": "calorie", "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato",
	"tornadoes": "tornado", "volcanoes": "volcano", "vetoes": "veto", "embargoes": "embargo", "buses": "bus", "gases": "gas",
	"viruses": "virus", "always": "always", "perhaps": "perhaps", "besides": "besides", "towards": "towards", "afterwards": "afterwards",
}
