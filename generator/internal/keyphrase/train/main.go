// Train fits the few weights that rank phrases to texts whose phrases people have chosen, and writes them as Go.
//
//	go run ./generator/internal/keyphrase/train -o generator/internal/keyphrase/weights.go DUC2001.jsonl KPCROWD.jsonl
//
// Each line of a file is an object with "text" and "keyphrases". Printed is F1 of the best ten phrases, cross-validated in five parts by
// text; phrases match when their stems are equal.
package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"go/format"
	"log"
	"math"
	"os"
	"regexp"
	"slices"
	"strings"

	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/entity"
	"copydesk/generator/internal/keyphrase"
	"copydesk/generator/internal/source"
	"copydesk/generator/internal/token"
	"copydesk/generator/internal/wire"

	"github.com/kljensen/snowball/english"
)

const (
	parts  = 5
	epochs = 20
	best   = 10
)

// example is one candidate of one text.
type example struct {
	features []float64
	stems    string
	gold     bool
}

type document struct {
	file, gold int
	block      bool
	examples   []example
}

func main() {
	log.SetFlags(0)
	out := flag.String("o", "", "write the weights to this Go file")
	rate := flag.Float64("rate", 0.15, "learning rate")
	flag.Parse()
	var docs []document
	for i, path := range flag.Args() {
		d, err := load(path, i)
		if err != nil {
			log.Fatal(err)
		}
		docs = append(docs, d...)
	}
	sums, counts := make([]float64, flag.NArg()), make([]float64, flag.NArg())
	for part := range parts {
		var rest []document
		for i, d := range docs {
			if i%parts != part {
				rest = append(rest, d)
			}
		}
		article, block := fitBoth(rest, *rate)
		for i, d := range docs {
			if i%parts != part {
				continue
			}
			w := article
			if d.block {
				w = block
			}
			sums[d.file] += measure(d, w)
			counts[d.file]++
		}
	}
	figures := ""
	for i, path := range flag.Args() {
		figures += fmt.Sprintf(" %s %.1f", strings.TrimSuffix(path[strings.LastIndexByte(path, '/')+1:], ".jsonl"), 100*sums[i]/counts[i])
	}
	fmt.Println("cross-validated F1@10:" + figures)
	if *out != "" {
		article, block := fitBoth(docs, *rate)
		if err := os.WriteFile(*out, render(article, block, figures), 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

// fitBoth fits the weights for texts in paragraphs and for texts in one block.
func fitBoth(docs []document, rate float64) (article, block []float64) {
	var split [2][]document
	for _, d := range docs {
		if d.block {
			split[1] = append(split[1], d)
		} else {
			split[0] = append(split[0], d)
		}
	}
	return fit(split[0], rate), fit(split[1], rate)
}

func load(path string, file int) ([]document, error) {
	in, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var docs []document
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var r struct {
			Text       string
			Keyphrases []string
		}
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		if r.Text == "" {
			continue
		}
		gold := map[string]bool{}
		for _, k := range r.Keyphrases {
			gold[stems(k)] = true
		}
		a := wire.Plain(source.File{Text: r.Text})
		sentences := token.Sentences(&a)
		body, headline := entity.Find(&a, sentences)
		d := document{file: file, gold: len(gold), block: keyphrase.Block(&a)}
		for _, c := range keyphrase.Candidates(&a, sentences, alias.Resolve(&a, sentences, body, headline)) {
			s := stems(c.Spans[0].Of(a.Body))
			d.examples = append(d.examples, example{slices.Clone(c.Features[:]), s, gold[s]})
		}
		docs = append(docs, d)
	}
	return docs, lines.Err()
}

// wordPattern matches one word: "talks".
var wordPattern = regexp.MustCompile(`[\p{L}\p{N}_]+`)

func stems(phrase string) string {
	f := wordPattern.FindAllString(strings.ToLower(phrase), -1)
	for i := range f {
		f[i] = english.Stem(f[i], true)
	}
	return strings.Join(f, " ")
}

// fit raises the share that the chosen phrases have of each text's softmax: a ranking within the text is all that counts.
func fit(docs []document, rate float64) []float64 {
	w := make([]float64, len(keyphrase.FeatureNames))
	squares := make([]float64, len(w))
	for range epochs {
		for _, d := range docs {
			golds := 0
			for _, e := range d.examples {
				if e.gold {
					golds++
				}
			}
			if golds == 0 {
				continue
			}
			share, total := make([]float64, len(d.examples)), 0.0
			for i, e := range d.examples {
				share[i] = math.Exp(dot(w, e.features))
				total += share[i]
			}
			gradient := make([]float64, len(w))
			for i, e := range d.examples {
				g := -share[i] / total
				if e.gold {
					g += 1 / float64(golds)
				}
				for k, x := range e.features {
					gradient[k] += g * x
				}
			}
			for k, g := range gradient {
				g -= 1e-5 * w[k]
				squares[k] += g * g
				w[k] += rate * g / math.Sqrt(squares[k]+1e-6)
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

func measure(d document, w []float64) float64 {
	order := slices.Clone(d.examples)
	slices.SortStableFunc(order, func(a, b example) int { return cmp.Compare(dot(w, b.features), dot(w, a.features)) })
	hits, n, seen := 0.0, 0.0, map[string]bool{}
	for _, e := range order {
		if n == best {
			break
		}
		if !seen[e.stems] {
			seen[e.stems] = true
			n++
			if e.gold {
				hits++
			}
		}
	}
	if hits == 0 {
		return 0
	}
	return 2 * hits / (n + float64(d.gold))
}

func render(article, block []float64, figures string) []byte {
	var b strings.Builder
	b.WriteString("package keyphrase\n\n// articleWeights were fitted by keyphrase/train to texts in paragraphs; cross-validated F1@10:" + figures + ".\nvar articleWeights = ")
	list(&b, article)
	b.WriteString("\n// blockWeights are the same for texts in one block.\nvar blockWeights = ")
	list(&b, block)
	source, err := format.Source([]byte(b.String()))
	if err != nil {
		log.Fatal(err)
	}
	return source
}

func list(b *strings.Builder, w []float64) {
	b.WriteString("[featureCount]float64{\n")
	for i, x := range w {
		fmt.Fprintf(b, "\t%s: %.3f,\n", keyphrase.FeatureNames[i], x)
	}
	b.WriteString("}\n")
}
