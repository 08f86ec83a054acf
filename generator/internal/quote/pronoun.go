package quote

import (
	"strings"

	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/news"
)

// person is what the text tells of someone that a pronoun may stand for.
type person struct{ man, woman bool }

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
				p = person{man: true}
			case "Mrs.", "Mrs", "Ms.", "Ms", "Miss", "Lady", "Dame":
				p = person{woman: true}
			}
		}
		out[e.ID] = p
	}
	return out
}

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

// antecedent returns the entity that the pronoun at byte offset at stands for, or "". It is the first person of fitting gender in the nearest sentence before
// it that names one.
func (f *finder) antecedent(w string, at int) string {
	man := w == "he" || w == "He"
	if !man && w != "she" && w != "She" {
		return ""
	}
	fits := func(id string) bool {
		p := f.people[id]
		return id != "" && !(man && p.woman) && !(!man && p.man)
	}
	best := ""
	for i := range f.items {
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
