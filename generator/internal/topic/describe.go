package topic

import (
	"slices"
	"strings"

	"copydesk/generator/internal/news"
)

// predicate reports whether a description that an article gives tells a reader of the topic who or what it is: not of what stands beside it, not
// cut short, and with no heading run into it.
func (t *Topic) predicate(a *Article, d news.Span) bool {
	text := d.Of(a.Body)
	words := strings.Fields(text)
	if len(words) == 0 || headed(a.Body, d, words) || broken(a.Body, d, words) || a.enumerates(t, d) {
		return false
	}
	return t.Kind != news.Place || slices.ContainsFunc(words, func(w string) bool { return placeNouns[singular(key(w))] })
}

// headed reports whether a heading in capitals runs into the description: "ON TO VIKA the harbour’s founder".
func headed(body string, d news.Span, words []string) bool {
	loud := func(w string) bool {
		return len(w) > 1 && shouted(w) && strings.Trim(w, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
	}
	before := strings.Fields(body[max(0, d.Start-24):d.Start])
	return len(words) > 1 && loud(words[0]) && (loud(words[1]) || len(before) > 0 && loud(before[len(before)-1]))
}

// broken reports whether the description stops before it says anything ("the executive" whom she replaced; "the chairman of Vika", Norway-based
// Vika Oil) or runs two phrases into one ("the band Oil Minister").
func broken(body string, d news.Span, words []string) bool {
	article := words[0] == "the" || words[0] == "a" || words[0] == "an"
	if article && len(words) < 3 {
		return true
	}
	if strings.HasPrefix(body[d.End:], " of ") {
		return true
	}
	next, _, _ := strings.Cut(strings.TrimPrefix(body[d.End:], ", "), " ")
	if strings.HasSuffix(next, "-based") {
		return true
	}
	return article && len(words) > 3 && lower(words[1]) && !shouted(words[2]) && title(words[2]) && title(words[3]) && strings.HasPrefix(body[d.End:], " ") && !strings.Contains(words[1], "’s")
}

// title reports whether a word begins with a large letter.
func title(word string) bool { return word[0] >= 'A' && word[0] <= 'Z' }

// enumerates reports whether the description is rather the next in a list of names: "the Harbour Board, the Bank of Vika and the Coast Guard".
func (a *Article) enumerates(t *Topic, d news.Span) bool {
	for _, m := range a.Mentions {
		if m.Start < d.Start || m.Start > d.Start+len("the ") || m.End > d.End {
			continue
		}
		rest := strings.TrimLeft(a.Body[m.End:d.End], " ")
		return rest == "" || strings.HasPrefix(rest, "and ") || strings.HasPrefix(rest, "or ") || strings.HasPrefix(rest, ",")
	}
	return false
}

// bare reports whether a description is no more than a title or a job, of which there are many: "Chief Executive".
func bare(text string) bool {
	return !slices.ContainsFunc(strings.Fields(key(text)), func(w string) bool { return !jobs[w] && !titles[w] })
}

// singular takes the plural ending off a word.
func singular(word string) string { return strings.TrimSuffix(word, "s") }

// placeNouns are what a description calls a place, one of them at least.
var placeNouns = map[string]bool{
	"country": true, "nation": true, "state": true, "city": true, "town": true, "village": true, "capital": true, "region": true, "province": true, "county": true, "district": true,
	"suburb": true, "island": true, "peninsula": true, "republic": true, "kingdom": true, "territory": true, "economy": true, "power": true, "democracy": true, "member": true,
	"neighbor": true, "neighbour": true, "ally": true, "market": true, "producer": true, "exporter": true, "importer": true, "supplier": true, "consumer": true, "user": true,
	"buyer": true, "lender": true, "borrower": true, "creditor": true, "partner": true, "center": true, "centre": true, "hub": true, "port": true, "home": true, "haven": true,
	"area": true, "place": true, "municipality": true, "emirate": true, "colony": true, "borough": true, "neighborhood": true, "neighbourhood": true, "river": true, "sea": true,
	"maker": true, "manufacturer": true, "resort": true, "archipelago": true, "enclave": true, "destination": true, "airport": true, "site": true, "headquarter": true,
}
