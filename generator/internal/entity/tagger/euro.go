package tagger

import "slices"

// addEuroZone returns names with the euro zone, the one place that is in the news every day and is written small: no run of capitals begins there.
func (s *Sentence) addEuroZone(names []Name) []Name {
	for i, w := range s.words {
		last := i + 1
		switch {
		case w.lower == "euro" && s.at(i+1).lower == "zone":
			last++
		case w.lower != "eurozone":
			continue
		}
		at, _ := slices.BinarySearchFunc(names, i, func(n Name, i int) int { return n.Last - 1 - i })
		if at == len(names) || names[at].First >= last {
			names = slices.Insert(names, at, Name{i, last, place})
		}
	}
	return names
}
