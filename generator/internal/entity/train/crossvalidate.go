package main

import (
	"fmt"

	"copydesk/generator/internal/entity/tagger"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/token"
)

// score counts names.
type score struct{ right, found, gold int }

func (s score) String() string {
	p, r := float64(s.right)/float64(max(1, s.found)), float64(s.right)/float64(max(1, s.gold))
	return fmt.Sprintf("P %5.1f  R %5.1f  F %5.1f", 100*p, 100*r, 200*p*r/max(p+r, 1e-9))
}

// crossvalidate holds out one part of the hand-labelled texts after another and prints how well the rest labels it.
func crossvalidate(texts []text, names map[string]tagger.Listed, folds, turns int, o options) error {
	scores := map[string]map[string]*score{}
	for fold := range folds {
		if turns > 0 && fold >= turns {
			break
		}
		var rest, held []text
		n := 0
		for _, t := range texts {
			if t.source == sources[0] || t.source.file == "gum.bio" {
				n++
				if n%folds == fold {
					held = append(held, t)
					continue
				}
			}
			rest = append(rest, t)
		}
		model, err := tagger.Load(train(rest, names, o).Encode())
		if err != nil {
			return err
		}
		fmt.Printf("fold %d: %d texts\n", fold+1, len(held))
		for _, t := range held {
			of := scores[t.source.file]
			if of == nil {
				of = map[string]*score{}
				scores[t.source.file] = of
			}
			compare(t, tagged(model, t.body), of)
		}
	}
	for _, s := range sources {
		for _, k := range []string{"PER", "LOC", "ORG", "EVT", "OTH", "3class", "span"} {
			if c := scores[s.file][k]; c != nil {
				fmt.Printf("%-16s %-7s %v\n", s.file, k, *c)
			}
		}
	}
	return nil
}

// tagged returns the names that model finds in body, as the program does.
func tagged(model *tagger.Model, body string) []news.Mention {
	a := article(body)
	found, _ := model.Find(a, token.Sentences(a))
	return found
}

// labels are our names of the kinds of mentions.
var labels = map[news.Kind]string{news.Person: "PER", news.Place: "LOC", news.Organization: "ORG", news.Event: "EVT", news.Other: "OTH"}

// compare counts the names that were found in t, by kind, of the three kinds that all sources have, and without regard to kind.
func compare(t text, found []news.Mention, scores map[string]*score) {
	of := func(k string) *score {
		if scores[k] == nil {
			scores[k] = &score{}
		}
		return scores[k]
	}
	three := map[string]bool{"PER": true, "LOC": true, "ORG": true}
	gold := map[span]bool{}
	spans := map[news.Span]bool{}
	for _, s := range t.spans {
		gold[s] = true
		spans[s.Span] = true
		of(s.label).gold++
		of("span").gold++
		if three[s.label] {
			of("3class").gold++
		}
	}
	for _, m := range found {
		s := span{m.Span, labels[m.Kind]}
		right := gold[s]
		of(s.label).add(right)
		of("span").add(spans[m.Span])
		if three[s.label] {
			of("3class").add(right)
		}
	}
}

func (s *score) add(right bool) {
	s.found++
	if right {
		s.right++
	}
}
