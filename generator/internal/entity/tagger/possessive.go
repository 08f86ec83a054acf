package tagger

// possessives are firms that are called by their founder's name with its 's, without it and in lower case.
var possessives = hashesOf("mcdonald", "macy", "moody", "kohl", "sotheby", "sainsbury", "bloomingdale", "dillard", "applebee", "lowe")

// poor ends the name of the one such firm of several words that is often in the news: Standard & Poor's.
var poor = hashWord("poor")

// hashesOf returns the set of the hashes of words.
func hashesOf(words ...string) map[uint64]bool {
	set := map[uint64]bool{}
	for _, w := range words {
		set[hashWord(w)] = true
	}
	return set
}

// takePossessive gives the name of such a firm the 's behind it: "McDonald's". Where the document has a person of that surname, it means the person.
func (a *agreement) takePossessive(s *Sentence, n *Name) {
	if next := s.at(n.Last).lower; next != "'s" {
		return
	}
	end := s.words[n.Last-1].hash
	switch n.Last - n.First {
	case 1:
		if !possessives[end] || a.surname[end] > 0 || s.at(n.First-1).class&title != 0 {
			return
		}
	case 3:
		if end != poor || s.words[n.First+1].lower != "&" {
			return
		}
	default:
		return
	}
	n.Last, n.Kind = n.Last+1, organization
}
