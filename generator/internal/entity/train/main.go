// Command train makes the model that finds names: it reads labelled texts and lists of names and writes the file that package entity embeds.
//
//	go run ./generator/internal/entity/train -data DIR -out generator/internal/entity/data/names.bin
//	go run ./generator/internal/entity/train -data DIR -crossvalidate 5
//
// The same data give the same bytes. With -crossvalidate it writes nothing and prints how well texts are labelled that were not trained on.
package main

import (
	"flag"
	"fmt"
	"os"

	"copydesk/generator/internal/entity/tagger"
)

func main() {
	data := flag.String("data", "", "folder with the labelled texts and gazetteer.tsv")
	out := flag.String("out", "", "file to write the model to")
	folds := flag.Int("crossvalidate", 0, "number of parts to hold out in turn")
	o := options{passes: 12, step: 0.1, decay: 2e-6, drop: 0.1, seed: 1}
	flag.IntVar(&o.passes, "passes", o.passes, "passes over the texts")
	flag.Float64Var(&o.step, "step", o.step, "first step of the descent")
	flag.Float64Var(&o.decay, "decay", o.decay, "L2 regularisation")
	flag.Float64Var(&o.drop, "drop", o.drop, "share of features left out at random")
	flag.Parse()
	if err := run(*data, *out, *folds, o); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(data, out string, folds int, o options) error {
	texts, err := readAll(data)
	if err != nil {
		return err
	}
	names, err := readNames(data)
	if err != nil {
		return err
	}
	for i := range texts {
		if !texts[i].source.whole {
			harmonise(&texts[i], names)
		}
	}
	if folds > 0 {
		return crossvalidate(texts, names, folds, o)
	}
	model := train(texts, names, o)
	fmt.Printf("%d features, %d bytes\n", len(model.Rows), len(model.Encode()))
	return os.WriteFile(out, model.Encode(), 0o644)
}

// madeTexts is how many made-up texts of each sort there are; rare is the fewest times a feature must occur to get a weight; least is the smallest weight that is kept.
const (
	madeTexts = 120
	rare      = 2
	least     = 0.05
)

// train makes a model of texts.
func train(texts []text, names map[string]tagger.Listed, o options) *tagger.Weights {
	lex := tagger.NewLexicon(names, countWords(texts))
	ids := map[uint32]uint32{}
	var features []uint32
	var counts []uint8
	intern := func(fs []uint32) []uint32 {
		out := make([]uint32, len(fs))
		for i, f := range fs {
			id, ok := ids[f]
			if !ok {
				id = uint32(len(features))
				ids[f] = id
				features = append(features, f)
				counts = append(counts, 0)
			}
			if counts[id] < rare {
				counts[id]++
			}
			out[i] = id
		}
		return out
	}
	var ex []example
	for i, t := range texts {
		ex = append(ex, examples(t, nil, lex, intern)...)
		if !t.source.split {
			other, changed := recased(t, i)
			ex = append(ex, examples(other, changed, lex, intern)...)
		}
	}
	for _, t := range newMaker(names, o.seed).texts(madeTexts) {
		ex = append(ex, examples(t, nil, lex, intern)...)
	}
	features = compact(ex, features, counts)
	c := newCRF(len(features), o)
	c.train(ex)
	return quantize(c, features, lex, least)
}

// compact takes rare features out of ex, renumbers the others and returns their names.
func compact(ex []example, features []uint32, counts []uint8) []uint32 {
	number := make([]uint32, len(features))
	var kept []uint32
	for i, f := range features {
		if counts[i] >= rare {
			kept = append(kept, f)
			number[i] = uint32(len(kept))
		}
	}
	for _, e := range ex {
		for i, fs := range e.features {
			out := fs[:0]
			for _, f := range fs {
				if n := number[f]; n > 0 {
					out = append(out, n-1)
				}
			}
			e.features[i] = out
		}
	}
	return kept
}
