package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"copydesk/generator/internal/entity/tagger"
	"copydesk/generator/internal/token"
)

// readNames reads the lists of names, a name, a tab and the name of its list a line.
func readNames(dir string) (map[string]tagger.Listed, error) {
	b, err := os.ReadFile(filepath.Join(dir, "gazetteer.tsv"))
	if err != nil {
		return nil, err
	}
	lists := map[string]tagger.Listed{}
	for i, l := range tagger.Lists {
		lists[l] = 1 << i
	}
	names := map[string]tagger.Listed{}
	for line := range strings.Lines(string(b)) {
		name, list, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if lists[list] == 0 {
			return nil, fmt.Errorf("unknown list %q", list)
		}
		names[name] |= lists[list]
	}
	return names, nil
}

// countWords counts the words that the texts write in lower case.
func countWords(texts []text) map[string]int {
	counts := map[string]int{}
	for _, t := range texts {
		for _, w := range token.Words(t.body, 0) {
			if c := w.Text[0]; 'a' <= c && c <= 'z' && w.Text == strings.ToLower(w.Text) {
				counts[w.Text]++
			}
		}
	}
	for w, n := range counts {
		if n < 2 {
			delete(counts, w)
		}
	}
	return counts
}
