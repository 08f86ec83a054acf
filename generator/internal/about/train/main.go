// Train fits the weights by which about tells what an article is about, to articles that an editor has filed, and writes them as Go.
//
//	go run ./generator/internal/about/train -o generator/internal/about WIKINEWS.jsonl
//
// Each line is an object with "text", whose first line is the headline, "date", and "about", a list of names; "entities" (start, end in code
// points, type, canonical) serve where -marked asks for the names as marked by hand instead of those that the program finds.
// Printed is F of the names and of the subjects, cross-validated in ten parts by article.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"regexp"
	"slices"
	"strings"
	"time"

	"copydesk/generator/internal/about"
	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/entity"
	"copydesk/generator/internal/keyphrase"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/source"
	"copydesk/generator/internal/token"
	"copydesk/generator/internal/wire"
)

const (
	parts  = 10
	epochs = 60
	decay  = 0.001
)

type record struct {
	Text, Date      string
	About, Subjects []string
	Entities        []struct {
		Start, End      int
		Type, Canonical string
	}
}

// document is one article: its entities' features, which of them it is about, and how many more names it should have.
type document struct {
	weighed  []about.Weighed
	about    []bool
	names    []string
	missing  int
	most     int // names that it may be filed under
	subjects []*about.Subject
	right    []bool     // of each subject: the editor has it
	stems    [][]string // of each subject
	filed    [][]string // stems of the editor's subjects
}

func main() {
	log.SetFlags(0)
	out := flag.String("o", "", "write the weights into this folder")
	marked := flag.Bool("marked", false, "take the names as marked by hand")
	flag.Parse()
	docs, err := load(flag.Arg(0), *marked)
	if err != nil {
		log.Fatal(err)
	}
	nameThreshold, nameFigures := crossNames(docs)
	fmt.Printf("names, cross-validated: %s at %.2f\n", nameFigures, nameThreshold)
	subjectThreshold, subjectFigures := crossSubjects(docs)
	fmt.Printf("subjects, cross-validated: %s at %.2f\n", subjectFigures, subjectThreshold)
	if *out == "" {
		return
	}
	if err := write(*out, docs, nameThreshold, subjectThreshold, nameFigures, subjectFigures); err != nil {
		log.Fatal(err)
	}
}

// crossNames scores each article with weights fitted to the others, and finds the best threshold.
func crossNames(docs []document) (threshold float64, figures string) {
	scores := make([][]float64, len(docs))
	for part := range parts {
		rest := without(docs, part)
		c := nameCounts(rest)
		rows := flatten(rest, c, true)
		w, trees := fit(rows), about.ParseTrees(grow(rows))
		for i, d := range docs {
			if i%parts != part {
				continue
			}
			for k, r := range flatten(docs[i:i+1], c, false) {
				p := 1 / (1 + math.Exp(-(dot(w, r.x)+trees.Sum(r.x))/2))
				if d.weighed[k].Barred != "" {
					p = 0
				}
				scores[i] = append(scores[i], p)
			}
		}
	}
	f := make([]float64, len(thresholds))
	for i, t := range thresholds {
		_, _, f[i] = measure(docs, scores, t)
	}
	// The top is flat and rough: it is made smooth, and of the thresholds that cost less than a third of a point the highest files the fewest wrong names.
	smooth, best := slices.Clone(f), 0.0
	for i := 1; i+1 < len(f); i++ {
		smooth[i] = (f[i-1] + f[i] + f[i+1]) / 3
		best = max(best, smooth[i])
	}
	for i, t := range thresholds {
		if smooth[i] > best-0.003 {
			threshold = t
		}
	}
	p, r, _ := measure(docs, scores, threshold)
	figures = fmt.Sprintf("P %.1f R %.1f F %.1f, loss %.4f", 100*p, 100*r, 200*p*r/(p+r), loss(docs, scores))
	return threshold, figures
}

func without(docs []document, part int) []document {
	var rest []document
	for i, d := range docs {
		if i%parts != part {
			rest = append(rest, d)
		}
	}
	return rest
}

// sample is one row for the fit.
type sample struct {
	x []float64
	y bool
}

// flatten returns the features of the names of docs against c; own tells that c counts these very texts, which then are left out.
func flatten(docs []document, c counts, own bool) []sample {
	var all []sample
	for _, d := range docs {
		for i := range d.weighed {
			met, right := c.met[d.names[i]], c.right[d.names[i]]
			if own {
				met--
				if d.about[i] {
					right--
				}
			}
			d.weighed[i].Compare(met, right, c.texts)
			all = append(all, sample{slices.Clone(d.weighed[i].Features[:]), d.about[i]})
		}
	}
	return all
}

// nameCounts counts the texts that have each name, and those of them that are about it.
func nameCounts(docs []document) counts {
	c := counts{map[string]float64{}, map[string]float64{}, float64(len(docs))}
	for _, d := range docs {
		for i, n := range d.names {
			c.met[n]++
			if d.about[i] {
				c.right[n]++
			}
		}
	}
	return c
}

func load(path string, marked bool) ([]document, error) {
	in, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var docs []document
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var r record
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		title, body, _ := strings.Cut(r.Text, "\n")
		cut := len(r.Text) - len(strings.TrimLeft(body, "\n"))
		a := wire.Plain(source.File{Text: r.Text[cut:]})
		a.Headline = title
		if day, err := time.Parse(time.DateOnly, r.Date); err == nil {
			a.Date.Time = day
		}
		sentences := token.Sentences(&a)
		var names alias.Names
		if marked {
			names = hand(&r, &a, cut)
		} else {
			b, h := entity.Find(&a, sentences)
			names = alias.Resolve(&a, sentences, b, h)
		}
		phrases := keyphrase.Extract(&a, sentences, names)
		d := align(&r, names, about.Weigh(&a, sentences, names, phrases))
		d.most = about.Most(&a)
		d.compare(&r, about.Subjects(&a, names, phrases))
		docs = append(docs, d)
	}
	return docs, lines.Err()
}

// align marks the entities that the editor's names mean.
func align(r *record, names alias.Names, weighed []about.Weighed) document {
	gold, known := map[string]bool{}, map[string]string{}
	for _, e := range names.Entities {
		for _, n := range append([]string{e.Name}, e.Aliases...) {
			if _, ok := known[norm(n)]; !ok {
				known[norm(n)] = e.ID
			}
		}
	}
	d := document{}
	for _, n := range r.About {
		if id, ok := known[norm(n)]; ok {
			gold[id] = true
		} else {
			d.missing++
		}
	}
	d.weighed = weighed
	for _, w := range weighed {
		e := names.Entities[w.Entity]
		d.about = append(d.about, gold[e.ID])
		d.names = append(d.names, e.Name)
	}
	return d
}

var kinds = map[string]news.Kind{"PER": news.Person, "LOC": news.Place, "ORG": news.Organization, "EVT": news.Event, "OTH": news.Other}

// hand makes names of the marks; offsets in code points become bytes of the body.
func hand(r *record, a *news.Article, cut int) alias.Names {
	at := make([]int, 0, len(r.Text)+1)
	for i := range r.Text {
		at = append(at, i)
	}
	at = append(at, len(r.Text))
	var names alias.Names
	index := map[string]int{}
	for _, m := range r.Entities {
		id := norm(m.Canonical)
		k, ok := index[id]
		if !ok {
			k = len(names.Entities)
			index[id] = k
			names.Entities = append(names.Entities, news.Entity{ID: id, Name: m.Canonical, Kind: kinds[m.Type]})
		}
		s := news.Span{Start: at[m.Start], End: at[m.End]}
		surface := s.Of(r.Text)
		names.Entities[k].Aliases = append(names.Entities[k].Aliases, surface)
		mention := news.Mention{Span: s, Surface: surface, Kind: kinds[m.Type], Entity: id}
		if s.End <= len(a.Headline) {
			names.Headlined = append(names.Headlined, mention)
		} else {
			mention.Start, mention.End = s.Start-cut, s.End-cut
			names.Mentions = append(names.Mentions, mention)
		}
	}
	return names
}

// markPattern matches what two spellings of a name may differ by: the dot of "Inc." and double spaces.
var markPattern = regexp.MustCompile(`[^\p{L}\p{N}_]+`)

func norm(s string) string {
	s = strings.TrimPrefix(strings.ToLower(s), "the ")
	s = strings.ReplaceAll(strings.ReplaceAll(s, "’s", ""), "'s", "")
	return strings.TrimSpace(markPattern.ReplaceAllString(s, " "))
}

// fit is logistic regression by AdaGrad with weight decay.
func fit(rows []sample) []float64 {
	if len(rows) == 0 {
		return nil
	}
	w := make([]float64, len(rows[0].x))
	squares := make([]float64, len(w))
	for range epochs {
		for _, r := range rows {
			g := 1 / (1 + math.Exp(-dot(w, r.x)))
			if r.y {
				g--
			}
			for k, v := range r.x {
				if v != 0 {
					s := g*v + decay*w[k]
					squares[k] += s * s
					w[k] -= 0.2 * s / math.Sqrt(squares[k]+1e-6)
				}
			}
		}
	}
	return w
}

func dot(w, x []float64) float64 {
	z := 0.0
	for i := range x {
		z += w[i] * x[i]
	}
	return z
}

func measure(docs []document, scores [][]float64, threshold float64) (p, r, f float64) {
	tp, fp, fn := 0.0, 0.0, 0.0
	for i, d := range docs {
		fn += float64(d.missing)
		taken := about.Take(scores[i], threshold, d.most)
		for k, gold := range d.about {
			switch {
			case gold && taken[k]:
				tp++
			case gold:
				fn++
			case taken[k]:
				fp++
			}
		}
	}
	p, r = tp/(tp+fp), tp/(tp+fn)
	return p, r, 2 * p * r / (p + r)
}

// loss returns the mean of the logarithms of what the scores gave to what was not so: finer than F where models are compared.
func loss(docs []document, scores [][]float64) float64 {
	sum, n := 0.0, 0.0
	for i, d := range docs {
		for k, gold := range d.about {
			p := min(max(scores[i][k], 0.01), 0.99)
			if !gold {
				p = 1 - p
			}
			sum, n = sum-math.Log(p), n+1
		}
	}
	return sum / n
}
