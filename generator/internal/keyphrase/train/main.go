// Train fits the few weights that rank phrases to texts whose phrases people have chosen, and writes them as Go.
//
//	go run ./generator/internal/keyphrase/train -o generator/internal/keyphrase/weights.go DUC2001.jsonl KPCROWD.jsonl
//
// Each line of a file is an object with "text" and "keyphrases". Printed is F1 of the best ten phrases, cross-validated in five parts by
// text; phrases match when their stems are equal. Every file counts alike, however many phrases its people chose.
package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
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
		w := fit(rest, flag.NArg(), *rate)
		for i, d := range docs {
			if i%parts == part {
				sums[d.file] += measure(d, w)
				counts[d.file]++
			}
		}
	}
	figures := ""
	for i, path := range flag.Args() {
		figures += fmt.Sprintf(" %s %.1f", strings.TrimSuffix(path[strings.LastIndexByte(path, '/')+1:], ".jsonl"), 100*sums[i]/counts[i])
	}
	fmt.Println("cross-validated F1@10:" + figures)
	if *out != "" {
		if err := os.WriteFile(*out, render(fit(docs, flag.NArg(), *rate), figures), 0o644); err != nil {
			log.Fatal(err)
		}
	}
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
		d := document{file: file, gold: len(gold)}
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
func fit(docs []document, files int, rate float64) []float64 {
	w := make([]float64, len(keyphrase.FeatureNames))
	squares := make([]float64, len(w))
	size := make([]float64, files)
	for _, d := range docs {
		size[d.file]++
	}
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
				g = g*float64(len(docs))/float64(files)/size[d.file] - 1e-5*w[k]
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

func render(w []float64, figures string) []byte {
	var b strings.Builder
	b.WriteString("package keyphrase\n\n// weights were fitted by keyphrase/train; cross-validated F1@10:" + figures + ".\nvar weights = [featureCount]float64{\n")
	for i, x := range w {
		fmt.Fprintf(&b, "\t%s: %.3f,\n", keyphrase.FeatureNames[i], x)
	}
	b.WriteString("}\n")
	return []byte(b.String())
}
