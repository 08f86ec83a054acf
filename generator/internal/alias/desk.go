package alias

import (
	"slices"
	"strings"

	"copydesk/generator/internal/news"
)

// desk is the state of one Resolve.
type desk struct {
	article *news.Article
	places  []place // every mention, the headline's first
	forms   []*form // in order of first use
	index   map[string]int
	parsed  [2]map[string]name  // of surfaces of things, and of people
	shares  int                 // how often share ran
	halves  map[string]*country // what "North", "South", "East" and "West" stand for
}

// place is a mention and what stands around it.
type place struct {
	news.Mention
	headline bool
	name
	person bool
	title  int // offset of the title that stands before, or Start
	form   int
}

// form is one way of writing a name, for one thing as far as its letters tell.
type form struct {
	name
	person   bool
	kinds    tally
	uses     []int // of desk.places
	country  *country
	demonym  bool
	initials string // of an acronym
	spelt    bool   // the acronym was found to stand for another name
	written  []spelling
	stray    int // words at its start that only happened to stand before it
	parent   int // index of a form for the same thing, or its own
}

// text returns the text that p's offsets count.
func (d *desk) text(p *place) string {
	if p.headline {
		return d.article.Headline
	}
	return d.article.Body
}

// read takes in the mentions.
func (d *desk) read(mentions, headlined []news.Mention) {
	d.places = make([]place, 0, len(mentions)+len(headlined))
	for _, m := range headlined {
		if !isLabel(m.Surface) {
			d.places = append(d.places, place{Mention: m, headline: true})
		}
	}
	for _, m := range mentions {
		if !isLabel(m.Surface) {
			d.places = append(d.places, place{Mention: m})
		}
	}
	for i := range d.places {
		p := &d.places[i]
		p.person = p.Kind == news.Person
		title, g, office := titleBefore(d.text(p), p.Start)
		p.title = title
		if honorifics[office] {
			p.person = true
		}
		p.name = d.parse(p.Surface, p.person)
		if g != unknown {
			p.gender = g
		}
		if office != "" {
			p.office = office
		}
	}
}

// isLabel reports whether surface is no name but what stands beside one: a stock symbol, or "CEO".
func isLabel(surface string) bool {
	_, title := titles[fold(surface)]
	return isTicker(surface) || title && isUpper(surface) && isShouted(surface) && len(surface) == len("CEO")
}

// parse takes surface apart, once for all its mentions.
func (d *desk) parse(surface string, person bool) name {
	known := &d.parsed[0]
	if person {
		known = &d.parsed[1]
	}
	if n, ok := (*known)[surface]; ok {
		return n
	}
	if *known == nil {
		*known = map[string]name{}
	}
	n := parse(surface, person)
	(*known)[surface] = n
	return n
}

// titleBefore finds the titles that stand directly before text[start:]: where they begin, the gender they tell, and the last of them, folded.
func titleBefore(text string, start int) (begin int, g gender, office string) {
	begin = start
	for at := start; at > 0; {
		end := at
		if text[at-1] != ' ' {
			break
		}
		end--
		from := end
		for from > 0 && isWordByte(text[from-1]) {
			from--
		}
		word := text[from:end]
		key := fold(word)
		tells, ok := titles[key]
		if !ok || len(key) > len("capt") && word[len(word)-1] == '.' {
			break // "Major." ends a sentence
		}
		if g == unknown {
			g = tells
		}
		if !isUpper(word) {
			break
		}
		if at == start {
			office = key
		}
		begin, at = from, from
	}
	return begin, g, office
}

func isWordByte(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || c == '.' || c == '-' || c >= 0x80
}

// register gives each way of writing a name its form.
func (d *desk) register() {
	d.index = make(map[string]int, len(d.places))
	for i := range d.places {
		p := &d.places[i]
		id := p.key
		if p.person {
			id = "@" + id + "/" + p.suffix
			if len(p.tokens) == 1 {
				id += genderMarks[p.gender]
			}
		} else if c := world.exact[trim(p.Surface, false)]; c != nil {
			id = c.key
		} else if p.registered && nation(p.key) != nil {
			id += "/registered" // "America Inc" is not America
		}
		at, ok := d.index[id]
		if !ok {
			at = len(d.forms)
			d.index[id] = at
			f := &form{name: p.name, person: p.person, parent: at}
			if !f.person && !p.registered {
				f.lookUp(trim(p.Surface, false))
				if half := d.halves[p.core]; half != nil {
					f.country = half
				}
			}
			d.forms = append(d.forms, f)
		}
		f := d.forms[at]
		f.kinds.add(p.Kind)
		f.registered = f.registered || p.registered
		if f.legal == "" || isShouted(f.legal) && p.legal != "" {
			f.legal = p.legal
		}
		f.uses = append(f.uses, i)
		if f.gender == unknown {
			f.gender = p.gender
		}
		if f.office == "" {
			f.office = p.office
		}
		f.spell(p.core)
		p.form = at
	}
	for _, f := range d.forms {
		if letters, ok := isAcronym(f.core); ok && !f.person {
			f.initials = letters
		}
	}
}

// spelling is one of the ways in which a form stands in the article.
type spelling struct {
	core  string
	times int
}

// spell counts core as a spelling of f, and makes it f's core if it is used more than the others; capitals throughout count for least.
func (f *form) spell(core string) {
	at := 0
	for at < len(f.written) && f.written[at].core != core {
		at++
	}
	if at == len(f.written) {
		if at == maxSpellings {
			return
		}
		f.written = append(f.written, spelling{core: core})
	}
	f.written[at].times++
	best := f.written[0]
	for _, w := range f.written[1:] {
		if shouted := isShouted(w.core); shouted != isShouted(best.core) && !shouted || shouted == isShouted(best.core) && w.times > best.times {
			best = w
		}
	}
	f.core = best.core
}

// maxSpellings is how many spellings of one form are compared.
const maxSpellings = 8

// lookUp finds the country that f names.
func (f *form) lookUp(surface string) {
	if f.country = world.exact[surface]; f.country != nil {
		return
	}
	if f.country = world.names[f.key]; f.country != nil {
		return
	}
	f.country = world.demonyms[f.key]
	f.demonym = f.country != nil
}

// isShouted reports whether s is all in capitals.
func isShouted(s string) bool { return len(s) > 1 && strings.ToUpper(s) == s }

// root returns the form that stands for all that were merged with form i.
func (d *desk) root(i int) int {
	for d.forms[i].parent != i {
		d.forms[i].parent = d.forms[d.forms[i].parent].parent
		i = d.forms[i].parent
	}
	return i
}

// merge makes one thing of forms i and j.
func (d *desk) merge(i, j int) {
	i, j = d.root(i), d.root(j)
	if i > j {
		i, j = j, i
	}
	d.forms[j].parent = i
}

// kind returns the kind that most uses of f have.
func (f *form) kind() news.Kind { return f.kinds.majority() }

// tally counts the kinds that mentions were given, in kindOrder.
type tally [len(kindOrder)]int

// kindOrder is how kinds of equal counts are preferred.
var kindOrder = [...]news.Kind{news.Person, news.Organization, news.Place, news.Event, news.Other}

func (t *tally) add(k news.Kind) {
	for i, o := range kindOrder {
		if k == o {
			t[i]++
			return
		}
	}
	t[len(t)-1]++
}

// of returns the count of k.
func (t *tally) of(k news.Kind) int { return t[slices.Index(kindOrder[:], k)] }

// majority returns the kind with the highest count; Other where nothing was counted.
func (t *tally) majority() news.Kind {
	best := len(t) - 1
	for i := len(t) - 1; i >= 0; i-- {
		if t[i] > 0 && t[i] >= t[best] {
			best = i
		}
	}
	return kindOrder[best]
}

// genderMarks keep "Mr. Clinton" and "Mrs. Clinton" apart.
var genderMarks = [...]string{unknown: "", male: "m", female: "f"}
