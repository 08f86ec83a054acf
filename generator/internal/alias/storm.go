package alias

// mergeStorms makes one of "Hurricane Ida", "Tropical Storm Ida" and "Ida": a storm changes its rank and keeps its name.
// So do spacecraft: "Space Shuttle Atlantis" and "Atlantis".
func (d *desk) mergeStorms() {
	first := map[string]int{}
	for i, f := range d.forms {
		n := len(f.tokens)
		if f.person || n < 2 || n > 3 || !isStorm(f.tokens[n-2]) {
			continue
		}
		name := f.tokens[n-1]
		if j, ok := first[name]; ok {
			d.merge(i, j)
		} else {
			first[name] = i
		}
	}
	for i, f := range d.forms {
		if j, ok := first[f.key]; ok && !f.person && f.country == nil {
			d.merge(i, j)
		}
	}
}

// isStorm reports whether token stands before the name of a storm or a shuttle.
func isStorm(token string) bool { return storms[token] || token == "shuttle" }
