package main

import (
	"strings"

	"copydesk/generator/internal/entity/tagger"
	"copydesk/generator/internal/news"
)

// harmonise brings the labels of a text nearer to the guideline of the first source: titles stand outside of names, nationalities are none,
// and "Paris, France" are two places.
func harmonise(t *text, names map[string]tagger.Listed) {
	var kept []span
	for _, s := range t.spans {
		surface := s.Of(t.body)
		if lists := names[surface]; lists&demonym != 0 && lists&country == 0 {
			continue
		}
		if before, after, ok := strings.Cut(surface, ", "); ok && s.label == "LOC" {
			kept = append(kept, span{news.Span{Start: s.Start, End: s.Start + len(before)}, s.label})
			s.Start = s.End - len(after)
			surface = after
		}
		if s.label == "PER" {
			for {
				first, rest, ok := strings.Cut(surface, " ")
				if !ok || !titles[strings.ToLower(first)] {
					break
				}
				s.Start += len(first) + 1
				surface = rest
			}
		}
		kept = append(kept, s)
	}
	t.spans = kept
}

// The lists that harmonise asks for.
var demonym, country = listed("DEMONYM"), listed("COUNTRY")

// listed returns the bit of the list of that name.
func listed(name string) tagger.Listed {
	for i, l := range tagger.Lists {
		if l == name {
			return 1 << i
		}
	}
	return 0
}

// titles are the words that some sources count to the names of persons.
var titles = func() map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(`mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sir lord president senator governor general captain lt. professor
		doctor judge justice king queen prince princess duke duchess pope bishop archbishop cardinal imam earl sheikh`) {
		set[w] = true
	}
	return set
}()
