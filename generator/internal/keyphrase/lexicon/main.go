// Lexicon counts the words of licensed news texts and how each is used, and prints the table that keyphrase embeds.
//
// In go texts with their words tagged by the averaged perceptron of github.com/jdkato/prose (MIT); out comes one line a word: how often
// and in how many texts it was met, and the share of its uses by part of speech. No sentence of the texts can be read from the table.
//
//	go run . -o ../data/lexicon.tsv WIKINEWS.jsonl GUM.bio WIKIGOLD.bio
//
// It is a module of its own, so that the tagger and what it drags along stay out of the program.
package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/jdkato/prose/tag"
)

// letters of the table: common noun, plural, adjective, -ing form, participle, other verb, adverb, name, numeral, all else.
const letters = "NSJGDVRPCF"

type word struct {
	text        string
	count, docs int
	last        int // number of the text that was counted last
	uses        [len(letters)]int
}

// wordOrMark matches one word with its inner marks, or one mark: “don’t” “U.S” “well-known” “,”.
var wordOrMark = regexp.MustCompile(`[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]`)

func main() {
	log.SetFlags(0)
	out := flag.String("o", "lexicon.tsv", "write the table here")
	least := flag.Int("least", 2, "leave out words met fewer times")
	flag.Parse()
	tagger, words, texts := tag.NewPerceptronTagger(), map[string]*word{}, 0
	for _, path := range flag.Args() {
		err := sentences(path, func(doc bool, tokens []string) {
			if doc {
				texts++
			}
			count(words, texts, tagger.Tag(tokens))
		})
		if err != nil {
			log.Fatal(err)
		}
	}
	if err := write(*out, words, texts, *least); err != nil {
		log.Fatal(err)
	}
}

// sentences calls f with each sentence of the file; doc tells that a new text begins with it.
func sentences(path string, f func(doc bool, tokens []string)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	in := bufio.NewScanner(file)
	in.Buffer(nil, 1<<24)
	doc, n, tokens := true, 0, []string(nil)
	flush := func() {
		if len(tokens) > 0 {
			f(doc, tokens)
			doc, tokens = false, nil
		}
	}
	for in.Scan() {
		line := in.Text()
		switch {
		case strings.HasSuffix(path, ".jsonl"):
			var article struct{ Text string }
			if err := json.Unmarshal([]byte(line), &article); err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
			doc = true
			for _, t := range wordOrMark.FindAllString(article.Text, -1) {
				tokens = append(tokens, t)
				if t == "." {
					flush()
				}
			}
			flush()
		case strings.HasPrefix(line, "# doc"):
			flush()
			doc = true
		case line == "":
			// A source without marked documents counts forty sentences as one text.
			flush()
			n++
			if n%40 == 0 && strings.Contains(path, "wikigold") {
				doc = true
			}
		default:
			tokens = append(tokens, strings.Split(line, "\t")[0])
		}
	}
	flush()
	return in.Err()
}

func count(words map[string]*word, text int, tagged []tag.Token) {
	for _, t := range tagged {
		if !strings.ContainsFunc(t.Text, unicode.IsLetter) {
			continue
		}
		key := strings.ToLower(strings.ReplaceAll(t.Text, "’", "'"))
		w := words[key]
		if w == nil {
			w = &word{text: key}
			words[key] = w
		}
		w.count++
		if w.last != text {
			w.docs, w.last = w.docs+1, text
		}
		w.uses[strings.IndexByte(letters, letter(t.Tag))]++
	}
}

func letter(tag string) byte {
	switch {
	case strings.HasPrefix(tag, "NNP"):
		return 'P'
	case tag == "NNS":
		return 'S'
	case tag == "NN":
		return 'N'
	case strings.HasPrefix(tag, "JJ"):
		return 'J'
	case tag == "VBG":
		return 'G'
	case tag == "VBN":
		return 'D'
	case strings.HasPrefix(tag, "VB"):
		return 'V'
	case strings.HasPrefix(tag, "RB"):
		return 'R'
	case tag == "CD":
		return 'C'
	}
	return 'F'
}

func write(path string, words map[string]*word, texts, least int) error {
	var kept []*word
	for _, w := range words {
		if w.count >= least {
			kept = append(kept, w)
		}
	}
	slices.SortFunc(kept, func(a, b *word) int { return cmp.Or(b.count-a.count, cmp.Compare(a.text, b.text)) })
	var b strings.Builder
	b.WriteString("# Words of English news: word, times met, texts that have it, share of uses in tenths by part of speech (")
	b.WriteString(letters + ": see lexicon/main.go).\n")
	b.WriteString("# Source: Wikinews articles (CC BY 2.5), GUM (CC BY 4.0), Wikigold (CC BY 4.0); tagged by github.com/jdkato/prose v1.2.1 (MIT).\n")
	b.WriteString("# Made 2026-11-24 by: cd lexicon && go run . -o ../data/lexicon.tsv wikinews.jsonl gum.bio wikigold.bio\n")
	fmt.Fprintf(&b, "# texts %d\n", texts)
	for _, w := range kept {
		fmt.Fprintf(&b, "%s\t%d\t%d\t", w.text, w.count, w.docs)
		for i, n := range w.uses {
			if tenths := (10*n + w.count/2) / w.count; tenths > 0 {
				fmt.Fprintf(&b, "%c%d", letters[i], min(tenths, 9))
			}
		}
		b.WriteByte('\n')
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}
