package alias

import (
	_ "embed"
	"strings"

	"copydesk/generator/internal/slug"
)

//go:embed data/countries.txt
var countryList string

//go:embed data/cities.txt
var cityList string

//go:embed data/bodies.txt
var bodyList string

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

// cities are names of places that are no countries, by key.
var cities = readCities(cityList)

func readCities(list string) map[string]bool {
	known := map[string]bool{}
	for line := range strings.Lines(list) {
		if line[0] == '#' {
			continue
		}
		for n := range strings.SplitSeq(line, ",") {
			known[squeeze(slug.Fold(strings.TrimSpace(n)))] = true
		}
	}
	return known
}

// isPlaceName reports whether key is that of a country, a part of one, or a city.
func isPlaceName(key string) bool { return world.names[key] != nil || cities[key] }

// knownBodies gives, by exact short form or by key, the key of the body meant.
var knownBodies = readBodies(bodyList)

// readBodies reads lines such as
//
//	Republican Party = GOP, Republicans
func readBodies(list string) map[string]string {
	known := map[string]string{}
	for line := range strings.Lines(list) {
		name, rest, ok := strings.Cut(strings.TrimSpace(line), " = ")
		if !ok || line[0] == '#' {
			continue
		}
		key := squeeze(slug.Fold(name))
		known[key] = key
		for n := range strings.SplitSeq(rest, ", ") {
			if isShortForm(n) {
				known[n] = key
			} else {
				known[squeeze(slug.Fold(n))] = key
			}
		}
	}
	return known
}

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

// bodyOf returns the key of the body that a name stands for by the list, given as written and as key, and "" where there is none.
// Short forms in capitals count only as written.
func bodyOf(core, key string) string {
	if isShortForm(core) {
		return knownBodies[core]
	}
	return knownBodies[key]
}

// CountryOf returns the country whose people or things the word calls so, "Japanese" or "Swedes", and "" where it is no such word.
func CountryOf(word string) string {
	if c := world.demonyms[fold(word)]; c != nil {
		return c.name
	}
	return ""
}
