package quote

import (
	"slices"
	"strings"

	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/news"
)

// person is what the text tells of someone that a pronoun may stand for.
type person struct {
	man, woman bool
	titles     []string // in lower case: "president", "mayor"
}

// people tells men from women among the entities of an article, by titles and given names.
func people(text string, names alias.Names) map[string]person {
	out := map[string]person{}
	for i := range names.Entities {
		e := &names.Entities[i]
		if e.Kind != news.Person {
			continue
		}
		var p person
		given, _, _ := strings.Cut(e.Name, " ")
		p.man, p.woman = alias.Given(given)
		for _, a := range e.Aliases {
			switch title, _, _ := strings.Cut(a, " "); title {
			case "Mr.", "Mr", "Sir", "Lord":
				p.man, p.woman = true, false
			case "Mrs.", "Mrs", "Ms.", "Ms", "Miss", "Lady", "Dame":
				p.man, p.woman = false, true
			}
		}
		out[e.ID] = p
	}
	addTitles(text, names, out)
	return out
}

// titled returns the person whose title the word is, in the article: "the mayor" for Mayor Ada Hale. Of several it is the one named last.
func (f *finder) titled(word string) string {
	has := func(id string) bool {
		return slices.Contains(f.people[id].titles, word)
	}
	for i := len(f.items) - 1; i >= max(0, len(f.items)-farthest); i-- {
		if f.person(i) && has(f.mentions[f.items[i].mention].Entity) {
			return f.mentions[f.items[i].mention].Entity
		}
	}
	for i := len(f.recent) - 1; i >= 0; i-- {
		if has(f.recent[i].entity) {
			return f.recent[i].entity
		}
	}
	return ""
}

// addTitles notes the word before each person's name where it is a title.
func addTitles(text string, names alias.Names, people map[string]person) {
	for _, m := range names.Mentions {
		p, ok := people[m.Entity]
		if !ok || m.Start < 2 {
			continue
		}
		before := strings.TrimRight(text[max(0, m.Start-24):m.Start], " ")
		w := strings.ToLower(before[strings.LastIndexAny(before, " \n\t“\"(-")+1:])
		if full, ok := titles[w]; ok && !slices.Contains(p.titles, full) {
			p.titles = append(p.titles, full)
			people[m.Entity] = p
		}
	}
}

// titles are the titles of one person among those of an article, as they stand before a name, and the word that stands for the name later.
var titles = map[string]string{"president": "president", "pres.": "president", "governor": "governor", "gov.": "governor", "mayor": "mayor",
	"senator": "senator", "sen.": "senator", "chancellor": "chancellor", "minister": "minister", "premier": "premier", "secretary": "secretary",
	"congressman": "congressman", "congresswoman": "congresswoman", "sheriff": "sheriff", "judge": "judge", "justice": "justice", "pope": "pope",
	"king": "king", "queen": "queen", "prince": "prince", "chairman": "chairman", "chairwoman": "chairwoman", "director": "director",
	"coach": "coach", "professor": "professor", "prof.": "professor", "general": "general", "gen.": "general", "ambassador": "ambassador",
	"commissioner": "commissioner", "chief": "chief", "captain": "captain", "capt.": "captain", "bishop": "bishop", "archbishop": "archbishop"}

// memory is how many of the people named last a pronoun is looked up among.
const memory = 12

// remember notes the people that the paragraph at hand names outside its quotations.
func (f *finder) remember() {
	for i := range f.items {
		if f.person(i) && (i == 0 || f.items[i-1].mention != f.items[i].mention) {
			m := f.mentions[f.items[i].mention]
			f.recent = append(f.recent, seen{m.Entity, m.Span})
		}
	}
	f.issuer = f.issuedBefore(len(f.items))
	if n := len(f.recent); n > memory {
		f.recent = append(f.recent[:0], f.recent[n-memory:]...)
	}
}

// antecedent returns the entity that the pronoun at byte offset at, near an item, stands for, or "". It is the first person of fitting gender in the nearest sentence before
// it that names one.
func (f *finder) antecedent(w string, near, at int) string {
	man := w == "he" || w == "He"
	if !man && w != "she" && w != "She" {
		return ""
	}
	fits := func(id string) bool {
		p := f.people[id]
		return id != "" && !(man && p.woman) && !(!man && p.man)
	}
	best := ""
	for i := max(0, near-farthest); i < len(f.items); i++ {
		it := f.items[i]
		if it.Start >= at {
			break
		}
		if it.starts && best != "" && f.namesAhead(i, at, fits) {
			best = ""
		}
		if best == "" && f.person(i) && fits(f.mentions[it.mention].Entity) {
			best = f.mentions[it.mention].Entity
		}
	}
	if best != "" {
		return best
	}
	for k := len(f.recent) - 1; k >= 0; k-- {
		if fits(f.recent[k].entity) {
			return f.recent[k].entity
		}
	}
	return ""
}

// namesAhead reports whether a person that fits is named from item i on, before byte offset at.
func (f *finder) namesAhead(i, at int, fits func(string) bool) bool {
	for k := i; k < len(f.items) && f.items[k].Start < at; k++ {
		if f.person(k) && fits(f.mentions[f.items[k].mention].Entity) {
			return true
		}
		if k > i && f.items[k].starts {
			break
		}
	}
	return false
}
