package about

import "copydesk/generator/internal/alias"

// peopled counts by country the words of text for a country's people and things: "the Japanese", "Japanese officials".
func peopled(text string) map[string]int {
	var count map[string]int
	for i := 0; i < len(text); i++ {
		if text[i] < 'A' || text[i] > 'Z' || i > 0 && letter(text[i-1]) {
			continue
		}
		start := i
		for i < len(text) && letter(text[i]) {
			i++
		}
		word := text[start:i]
		if len(word) < 4 || !peopleEnds[word[len(word)-1]] {
			continue
		}
		if country := alias.CountryOf(word); country != "" {
			if count == nil {
				count = map[string]int{}
			}
			count[country]++
		}
	}
	return count
}

// peopleEnds are the letters on which words for peoples end: "German", "Greek", "Thai", "Iraqi", "Swedes", "Chinese", "British", "Finn", "Lett".
var peopleEnds = [256]bool{'n': true, 'k': true, 'i': true, 's': true, 'e': true, 'h': true, 't': true, 'c': true, 'd': true, 'r': true, 'a': true}
