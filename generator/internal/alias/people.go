package alias

// mergePeople makes one of full names of one person: "Donald J. Trump" and "Donald Trump", "Bill Clinton" and "William Clinton".
func (d *desk) mergePeople() {
	byLast := map[string][]int{}
	for i, f := range d.forms {
		if !f.person || len(f.tokens) < 2 {
			continue
		}
		last := f.tokens[len(f.tokens)-1]
		for _, j := range byLast[last] {
			if samePerson(f, d.forms[j]) {
				d.merge(i, j)
				break
			}
		}
		if len(byLast[last]) < limit {
			byLast[last] = append(byLast[last], i)
		}
	}
}

// limit bounds how many candidates are looked at for one name, so that a hostile text costs linear time.
const limit = 64

// samePerson reports whether full names that end alike name one person.
func samePerson(a, b *form) bool {
	if a.suffix != "" && b.suffix != "" && a.suffix != b.suffix || a.gender != unknown && b.gender != unknown && a.gender != b.gender {
		return false
	}
	if a.key == b.key {
		return true
	}
	x, y := a.tokens[0], b.tokens[0]
	if x != y && nickname(x) != nickname(y) && !isInitial(x, y) && !isInitial(y, x) {
		return false
	}
	m, n := a.tokens[1:len(a.tokens)-1], b.tokens[1:len(b.tokens)-1]
	if len(m) == 0 || len(n) == 0 {
		return true
	}
	return len(m) == len(n) && (m[0] == n[0] || isInitial(m[0], n[0]) || isInitial(n[0], m[0]))
}

func isInitial(short, long string) bool { return len(short) == 1 && long[0] == short[0] }

func nickname(t string) string {
	if full, ok := nicknames[t]; ok {
		return full
	}
	return t
}

// assignSurnames gives every part of a name, such as "Moon" or "Jae-in", to the person whose name it is part of.
func (d *desk) assignSurnames() {
	byToken := map[string][]int{}
	for i, f := range d.forms {
		if !f.person || len(f.tokens) < 2 {
			continue
		}
		for k, t := range f.tokens {
			if k > 0 && t == f.tokens[k-1] || len(byToken[t]) >= limit {
				continue
			}
			byToken[t] = append(byToken[t], i)
		}
	}
	for i, f := range d.forms {
		if !f.person || len(f.tokens) == 0 || len(f.tokens) > 2 {
			continue
		}
		best, score := []int(nil), 0
		for _, j := range byToken[f.tokens[len(f.tokens)-1]] {
			if j == i || len(d.forms[j].tokens) <= len(f.tokens) || clash(f, d.forms[j]) {
				continue
			}
			s := partOf(f, d.forms[j])
			switch {
			case s == 0 || s < score:
			case s > score:
				best, score = []int{j}, s
			default:
				best = append(best, j)
			}
		}
		d.assign(i, best)
	}
}

func clash(a, b *form) bool {
	return a.gender != unknown && b.gender != unknown && a.gender != b.gender
}

// partOf says how well short may stand for the person long: as surname, as given name, or as a name in the middle; 0 for not at all.
func partOf(short, long *form) int {
	s, l := short.tokens, long.tokens
	switch {
	case hasPrefix(l[len(l)-len(s):], s):
		return 4
	case hasPrefix(l, s) && familyFirst(long):
		return 4
	case hasPrefix(l, s):
		return 2
	}
	for i := 1; i+len(s) < len(l); i++ {
		if hasPrefix(l[i:], s) {
			return 1
		}
	}
	return 0
}

// familyFirst reports whether the first word of f is its surname.
func familyFirst(f *form) bool { return surnames[f.tokens[0]] && len(f.tokens) <= 3 }

// assign merges form i with the one person among candidates, or, where they are several people, gives each use of it to one of them.
func (d *desk) assign(i int, candidates []int) {
	var roots []int
	for _, j := range candidates {
		r := d.root(j)
		known := false
		for _, k := range roots {
			known = known || k == r
		}
		if !known {
			roots = append(roots, r)
		}
	}
	switch len(roots) {
	case 0:
	case 1:
		d.merge(i, roots[0])
	default:
		for _, u := range d.forms[i].uses {
			d.places[u].form = d.nearest(u, roots)
		}
		d.forms[i].uses = nil
	}
}

// nearest returns the form among people that was named in full most recently before mention u, or else the first that will be.
func (d *desk) nearest(u int, people []int) int {
	best, at := people[0], -1
	for j := u - 1; j >= 0 && at < 0; j-- {
		if len(d.places[j].tokens) < 2 {
			continue
		}
		for _, r := range people {
			if d.root(d.places[j].form) == r && !(d.places[u].gender != unknown && d.forms[r].gender != unknown && d.places[u].gender != d.forms[r].gender) {
				best, at = r, j
			}
		}
	}
	return best
}
