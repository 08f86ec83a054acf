package alias

import (
	_ "embed"
	"strings"

	"copydesk/generator/internal/slug"
)

//go:embed data/countries.txt
var countryList string

// country is a place that goes by several names which no rule could derive from each other.
type country struct {
	name string
	key  string
}

// atlas finds countries by their names.
type atlas struct {
	exact    map[string]*country // short forms that only count as written: "US", "Pa."
	names    map[string]*country // by key
	demonyms map[string]*country // by key
}

var world = readAtlas(countryList)

// readAtlas reads lines such as
//
//	Iran = Islamic Republic of Iran, Persia ; Iranian
func readAtlas(list string) *atlas {
	w := &atlas{map[string]*country{}, map[string]*country{}, map[string]*country{}}
	for line := range strings.Lines(list) {
		name, rest, ok := strings.Cut(line, " = ")
		if !ok || line[0] == '#' {
			continue
		}
		c := &country{name: name, key: squeeze(slug.Fold(name))}
		names, demonyms, _ := strings.Cut(rest, ";")
		w.names[c.key] = c
		for n := range strings.SplitSeq(names, ", ") {
			n = strings.TrimSpace(n)
			if isShortForm(n) {
				w.exact[n] = c
			} else if n != "" {
				w.names[squeeze(slug.Fold(n))] = c
			}
		}
		for d := range strings.SplitSeq(demonyms, ",") {
			if key := squeeze(slug.Fold(d)); key != "" {
				w.demonyms[key] = c
				w.demonyms[key+"s"] = c
			}
		}
	}
	return w
}

// isShortForm reports whether n is capitals or ends in a full stop, so that it must not be compared in folded form.
func isShortForm(n string) bool {
	return n != "" && len(n) <= 8 && (n == strings.ToUpper(n) || n[len(n)-1] == '.')
}
