package main

import (
	"embed"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"copydesk/generator/internal/entity/tagger"
	"copydesk/generator/internal/token"
)

// lists holds names by kind, "Ajax; Alania": one file a list, named for it.
//
//go:embed lists
var lists embed.FS

// ownLists are the files in lists and the lists that their names are on.
var ownLists = []struct{ file, list string }{
	{"lists/teams.txt", "TEAM"}, {"lists/organizations.txt", "ORG"}, {"lists/parties.txt", "PARTY"}, {"lists/media.txt", "MEDIA"}, {"lists/demonyms.txt", "DEMONYM"},
	{"lists/first-names.txt", "GIVEN"}, {"lists/family-names.txt", "FAMILY"}, {"lists/events.txt", "EVENT"}, {"lists/things.txt", "THING"},
	{"lists/places.txt", "PLACE"},
}

// readNames reads the lists of names: ours, and those in the folder dir, a name, a tab and the name of its list a line.
func readNames(dir string) (map[string]tagger.Listed, error) {
	names := map[string]tagger.Listed{}
	for _, own := range ownLists {
		b, err := lists.ReadFile(own.file)
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(b)) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			for name := range strings.SplitSeq(line, ";") {
				if name = strings.TrimSpace(name); name != "" {
					names[name] |= listed(own.list)
				}
			}
		}
	}
	b, err := os.ReadFile(filepath.Join(dir, "gazetteer.tsv"))
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(b)) {
		name, list, _ := strings.Cut(strings.TrimSpace(line), "\t")
		bit := listed(list)
		if bit == 0 {
			return nil, fmt.Errorf("unknown list %q", list)
		}
		names[name] |= bit
	}
	return names, nil
}

// onList returns the names on a list, sorted.
func onList(names map[string]tagger.Listed, list string) []string {
	var on []string
	for name, l := range names {
		if l&listed(list) != 0 {
			on = append(on, name)
		}
	}
	slices.Sort(on)
	return on
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
