package tagger

// ticker reports whether token i belongs to a stock code, which wire copy puts behind the name of a firm or an index: "APBB.SI", or ".FTSE" with
// its full stop apart. No name holds one.
func (s *Sentence) ticker(i int) bool {
	t := s.Tokens[i]
	if t.Text == "." {
		return i > 0 && s.Tokens[i-1].End < t.Start && s.at(i+1).caps && s.Tokens[i+1].Start == t.End
	}
	if !s.words[i].caps {
		return false
	}
	if i > 0 && s.Tokens[i-1].Text == "." && s.Tokens[i-1].End == t.Start {
		return s.ticker(i - 1)
	}
	return isTicker(t.Text)
}

// isTicker reports whether w is the code of a share with that of its exchange, "APBB.SI": two capitals or more, a full stop and one or two more.
func isTicker(w string) bool {
	dot := -1
	for i := range len(w) {
		switch c := w[i]; {
		case c == '.':
			if dot >= 0 {
				return false
			}
			dot = i
		case c < 'A' || c > 'Z':
			return false
		}
	}
	return dot >= 2 && len(w)-dot >= 2 && len(w)-dot <= 3
}
