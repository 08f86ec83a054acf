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
	turns := flag.Int("turns", 0, "how many of the parts to hold out; 0 for all")
	o := options{passes: 16, step: 0.06, decay: 3e-5, drop: 0.1, seed: 1, runs: 3}
	flag.IntVar(&o.passes, "passes", o.passes, "passes over the texts")
	flag.Float64Var(&o.step, "step", o.step, "first step of the descent")
	flag.Float64Var(&o.decay, "decay", o.decay, "L2 regularisation")
	flag.Float64Var(&o.drop, "drop", o.drop, "share of features left out at random")
	flag.IntVar(&o.runs, "runs", o.runs, "trainings in other orders, whose mean is taken")
	flag.Parse()
	if err := run(*data, *out, *folds, *turns, o); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(data, out string, folds, turns int, o options) error {
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
		return crossvalidate(texts, names, folds, turns, o)
	}
	model := train(texts, names, o)
	fmt.Printf("%d features, %d bytes\n", len(model.Rows), len(model.Encode()))
	return os.WriteFile(out, model.Encode(), 0o644)
}

// madeTexts is how many made-up texts of each sort there are.
const madeTexts = 120

// train makes a model of texts.
func train(texts []text, names map[string]tagger.Listed, o options) *tagger.Weights {
	lex := tagger.NewLexicon(names, countWords(texts))
	in := newInterner()
	var ex []example
	for i, t := range texts {
		ex = append(ex, examples(t, nil, lex, in)...)
		if !t.source.split {
			other, changed := recased(t, i)
			ex = append(ex, examples(other, changed, lex, in)...)
		}
	}
	for _, t := range newMaker(names, o.seed).texts(madeTexts) {
		ex = append(ex, examples(t, nil, lex, in)...)
	}
	features := in.compact(ex)
	return quantize(meanOf(ex, len(features), o), features, lex)
}
