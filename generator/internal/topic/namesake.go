package topic

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/news"
)

// company is the greatest share of the articles that may name something for it to tell that two articles mean the same person.
const company = 0.02

// jobs are words that many people are described by, so that they tell nobody from a namesake.
var jobs = map[string]bool{
	"analyst": true, "economist": true, "strategist": true, "spokesman": true, "spokeswoman": true, "executive": true, "director": true, "manager": true, "chief": true,
	"officer": true, "head": true, "former": true, "senior": true, "vice": true, "president": true, "professor": true, "partner": true, "lawyer": true, "attorney": true,
	"and": true, "the": true, "for": true, "who": true, "with": true, "its": true, "his": true, "her": true, "from": true, "longtime": true, "managing": true, "ceo": true, "cfo": true, "financial": true, "portfolio": true,
}

// namesakes asks about people of one full name whom articles describe in ways that have nothing in common, and who keep no common company there:
// they may be two. They stay one topic until the editor splits it.
func (b *builder) namesakes() []diag.Diagnostic {
	var ds []diag.Diagnostic
	for _, g := range b.groups {
		if g.into != nil || g.kind != news.Person || g.single() || g.tagged == 0 || g.decided != nil || len(g.in) < 2 || len(g.in) > maxNamesakes {
			continue
		}
		if lives := b.lives(g); len(lives) > 1 {
			ds = append(ds, b.askApart(g, lives))
		}
	}
	return ds
}

// maxNamesakes is in how many articles a name is looked at: of whom more tell is well known, and described in many ways.
const maxNamesakes = 12

// life is articles that surely mean one person.
type life struct {
	articles []int
	marks    map[string]bool // words they describe the person by, and what else they name
	words    string          // the first description that tells the person from others
}

// lives sorts the articles of a person by what ties them together. It is nil where one of them says too little.
func (b *builder) lives(g *group) []life {
	var out []life
	for _, i := range g.in {
		a := b.Articles[i]
		l := life{articles: []int{i}, marks: map[string]bool{}}
		for j := range a.Entities {
			e, o := &a.Entities[j], b.groupOf[i][j]
			switch {
			case o == g:
				for _, s := range e.Described {
					l.describe(s.Of(a.Body))
				}
			case o != nil && o.kind != news.Place && (len(o.in) < 3 || float64(len(o.in)) < company*float64(len(b.Articles))):
				l.marks["\x00"+o.key] = true
			}
		}
		if l.words == "" {
			return nil
		}
		out = join(out, l)
	}
	return out
}

// describe notes the words of a description that tell people apart.
func (l *life) describe(text string) {
	for _, w := range strings.Fields(key(text)) {
		if len(w) > 2 && !jobs[w] {
			l.marks[w] = true
			l.words = cmp.Or(l.words, text)
		}
	}
}

// join adds l to the lives, made one with all that it has a mark in common with.
func join(lives []life, l life) []life {
	var out []life
	for _, o := range lives {
		tied := false
		for m := range l.marks {
			tied = tied || o.marks[m]
		}
		if !tied {
			out = append(out, o)
			continue
		}
		maps.Copy(l.marks, o.marks)
		l.articles, l.words = append(o.articles, l.articles...), o.words
	}
	return append(out, l)
}

// askApart asks whether the articles of the fewest mean another person.
func (b *builder) askApart(g *group, lives []life) diag.Diagnostic {
	slices.SortStableFunc(lives, func(x, y life) int { return len(y.articles) - len(x.articles) })
	most, other := lives[0], lives[len(lives)-1]
	fix := fmt.Sprintf("if they are two, run: copydesk topics split %q %q", g.name, g.name+" ("+other.words+")")
	for _, i := range other.articles {
		fix += " " + fmt.Sprintf("%q", SourceFile(b.Articles[i].File))
	}
	return diag.Diagnostic{Path: DecisionsFile, Code: "topic-namesakes", Severity: diag.Note,
		Text: fmt.Sprintf("%q may be two people: one article says %q, another %q, and they name nothing else in common", g.name, most.words, other.words), Fix: fix}
}
