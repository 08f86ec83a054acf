package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"copydesk/generator/internal/about"

	"github.com/kljensen/snowball/english"
)

// compare marks the subjects that the editor has too: those whose stems are the same, or the one's among the other's.
func (d *document) compare(r *record, all []*about.Subject) {
	for _, s := range r.Subjects {
		d.filed = append(d.filed, stems(s))
	}
	d.subjects = all
	for _, s := range all {
		w := stems(s.Name)
		d.stems = append(d.stems, w)
		d.right = append(d.right, hits(w, d.filed))
	}
}

func stems(phrase string) []string {
	f := strings.Fields(markPattern.ReplaceAllString(strings.ToLower(phrase), " "))
	for i := range f {
		f[i] = english.Stem(f[i], true)
	}
	return f
}

func hits(w []string, others [][]string) bool {
	return slices.ContainsFunc(others, func(o []string) bool { return within(w, o) || within(o, w) })
}

func within(a, b []string) bool {
	return len(a) > 0 && !slices.ContainsFunc(a, func(w string) bool { return !slices.Contains(b, w) })
}

// counts is how often each subject of the table was met and was right.
type counts struct {
	met, right map[string]float64
	texts      float64
}

func background(docs []document) counts {
	c := counts{map[string]float64{}, map[string]float64{}, float64(len(docs))}
	for _, d := range docs {
		for i, s := range d.subjects {
			if s.FromTable {
				c.met[s.Name]++
				if d.right[i] {
					c.right[s.Name]++
				}
			}
		}
	}
	return c
}

// rows returns the features of the subjects of docs against c; own tells that c counts these very texts, which then are left out.
func rows(docs []document, c counts, own bool) (table, phrases []sample) {
	for _, d := range docs {
		right := map[string]bool{}
		for i, s := range d.subjects {
			if s.FromTable && own {
				right[s.Name] = d.right[i]
			}
		}
		for i := range d.subjects {
			s := *d.subjects[i]
			met, r := c.met[s.Background], c.right[s.Background]
			if was, ok := right[s.Background]; ok {
				met--
				if was {
					r--
				}
			}
			s.Compare(met, r, c.texts)
			row := sample{slices.Clone(s.Features[:]), d.right[i]}
			if s.FromTable {
				table = append(table, row)
			} else {
				phrases = append(phrases, row)
			}
		}
	}
	return table, phrases
}

// fitSubjects returns the weights of the table's subjects and of phrases.
func fitSubjects(docs []document) (c counts, table, phrases []float64) {
	c = background(docs)
	t, p := rows(docs, c, true)
	return c, fit(t), fit(p)
}

// crossSubjects scores each article with weights fitted to the others, and finds the best threshold.
func crossSubjects(docs []document) (threshold float64, figures string) {
	scores := make([][]float64, len(docs))
	for part := range parts {
		c, tw, pw := fitSubjects(without(docs, part))
		for i, d := range docs {
			if i%parts != part {
				continue
			}
			t, p := rows(docs[i:i+1], c, false)
			for k := range d.subjects {
				w, x := pw, []float64(nil)
				if d.subjects[k].FromTable {
					w, x, t = tw, t[0].x, t[1:]
				} else {
					x, p = p[0].x, p[1:]
				}
				scores[i] = append(scores[i], 1/(1+math.Exp(-dot(w, x))))
			}
		}
	}
	// The top is flat: the lowest threshold within a fifth of a point of the best files an article more fully.
	best := 0.0
	for _, least := range thresholds {
		if f, _ := measureSubjects(docs, scores, least); f > best {
			best = f
		}
	}
	for _, least := range thresholds {
		if f, figures := measureSubjects(docs, scores, least); f > best-0.002 {
			return least, figures
		}
	}
	return 0, ""
}

var thresholds = []float64{0.20, 0.22, 0.24, 0.26, 0.28, 0.30, 0.32, 0.34, 0.36, 0.38, 0.40, 0.42, 0.44, 0.46, 0.48, 0.50}

// measureSubjects returns F of the subjects filed at the threshold, and the figures in a line.
func measureSubjects(docs []document, scores [][]float64, least float64) (f float64, figures string) {
	tp, fp, fn, n := 0.0, 0.0, 0.0, 0.0
	for i, d := range docs {
		var chosen [][]string
		for k, ok := range about.TakeSubjects(d.subjects, scores[i], least) {
			if !ok {
				continue
			}
			n++
			chosen = append(chosen, d.stems[k])
			if d.right[k] {
				tp++
			} else {
				fp++
			}
		}
		for _, g := range d.filed {
			if !hits(g, chosen) {
				fn++
			}
		}
	}
	p, r := tp/(tp+fp), tp/(tp+fn)
	f = 2 * p * r / (p + r)
	return f, fmt.Sprintf("P %.1f R %.1f F %.1f, %.1f a text", 100*p, 100*r, 100*f, n/float64(len(docs)))
}
