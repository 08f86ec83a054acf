package alias

import "slices"

// limit bounds how many candidates are looked at for one name, so that a hostile text costs linear time.
const limit = 64

// mergePeople makes one of full names of one person: "Donald J. Trump" and "Donald Trump", "Bill Clinton" and "William Clinton".
func (d *desk) mergePeople() {
	byLast := map[string][]int{}
	for i, f := range d.forms {
		if !f.person || len(f.tokens) < 2 {
			continue
		}
		for _, last := range [...]string{f.tokens[len(f.tokens)-1], f.tokens[0]} {
			for _, j := range byLast[last] {
				if d.root(i) != d.root(j) && samePerson(f, d.forms[j]) {
					d.merge(i, j)
					break
				}
			}
			if len(byLast[last]) < limit {
				byLast[last] = append(byLast[last], i)
			}
		}
	}
}

// samePerson reports whether two full names name one person.
func samePerson(a, b *form) bool {
	if a.suffix != "" && b.suffix != "" && a.suffix != b.suffix || clash(a, b) {
		return false
	}
	if a.key == b.key {
		return true
	}
	if len(a.tokens) == len(b.tokens)+1 && hasPrefix(a.tokens, b.tokens) || len(b.tokens) == len(a.tokens)+1 && hasPrefix(b.tokens, a.tokens) {
		return true // "Elaine Parker" and "Elaine Parker Barlow"
	}
	x, y := a.tokens[0], b.tokens[0]
	p, q := a.tokens[len(a.tokens)-1], b.tokens[len(b.tokens)-1]
	if p != q || len(p) == 1 {
		if len(a.tokens) == 2 && len(b.tokens) == 2 && x == q && y == p {
			return true // "Ichiyo Higuchi", "Higuchi Ichiyo"
		}
		return x == y && len(a.tokens) == len(b.tokens) && len(p) > 4 && len(q) > 4 && oneSlip(a.key, b.key)
	}
	if x != y && nickname(x) != nickname(y) && !isInitial(x, y) && !isInitial(y, x) {
		return within(a.tokens, b.tokens) || within(b.tokens, a.tokens) || len(a.tokens) == len(b.tokens) && len(x) > 4 && len(y) > 4 && oneSlip(a.key, b.key)
	}
	m, n := a.tokens[1:len(a.tokens)-1], b.tokens[1:len(b.tokens)-1]
	if len(m) == 0 || len(n) == 0 {
		return true
	}
	if len(m) != len(n) {
		return leavesOut(m, n) || leavesOut(n, m)
	}
	return m[0] == n[0] || isInitial(m[0], n[0]) || isInitial(n[0], m[0])
}

// leavesOut reports whether short has words of long only: "al" of "Ali al" in "Abdelbaset Ali al-Megrahi".
func leavesOut(long, short []string) bool {
	for _, t := range short {
		if !slices.Contains(long, t) {
			return false
		}
	}
	return true
}

// within reports whether short is long with given names left out: "Otto Lind" of "Jens Otto Harald Lind".
func within(long, short []string) bool {
	if len(short) != 2 || len(short) >= len(long) || particles[short[0]] {
		return false
	}
	return slices.Contains(long[:len(long)-1], short[0]) && long[len(long)-1] == short[1]
}

func isInitial(short, long string) bool { return len(short) == 1 && long[0] == short[0] }

func nickname(t string) string {
	if full, ok := nicknames[t]; ok {
		return full
	}
	return t
}

// oneSlip reports whether a and b differ by one letter changed, left out, or swapped with the next.
func oneSlip(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(a)-len(b) > 1 {
		return false
	}
	i := 0
	for i < len(b) && a[i] == b[i] {
		i++
	}
	if len(a) > len(b) {
		return a[i+1:] == b[i:]
	}
	if i == len(a) || a[i+1:] == b[i+1:] {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

func clash(a, b *form) bool {
	return a.gender != unknown && b.gender != unknown && a.gender != b.gender
}

// assignSurnames gives every part of a name, such as "Moon" or "Jae-in", to the person whose name it is part of.
func (d *desk) assignSurnames() {
	d.findStrayWords()
	byToken := map[string][]int{}
	var full []int
	alike := map[string][]int{} // single words, with each gender
	for i, f := range d.forms {
		if !f.person || len(f.tokens) == 0 {
			continue
		}
		if f.stray > 0 {
			continue
		}
		if len(f.tokens) == 1 {
			alike[f.key] = append(alike[f.key], i)
			continue
		}
		full = append(full, i)
		for k, t := range f.tokens {
			if k > 0 && t == f.tokens[k-1] || len(byToken[t]) >= limit {
				continue
			}
			byToken[t] = append(byToken[t], i)
		}
	}
	for i, f := range d.forms {
		if !f.person || len(f.tokens) == 0 || len(f.tokens)-f.stray > 3 {
			continue
		}
		_, title := titles[f.key]
		title = title && !givenTitles[f.key]
		short := f.tokens[min(f.stray, len(f.tokens)-1):]
		best := d.owners(i, short, title, byToken[f.tokens[len(f.tokens)-1]])
		if len(best) == 1 && len(short) == 1 && d.isSomeoneElse(alike[short[0]], d.forms[best[0]]) {
			best = nil
		}
		if len(best) == 0 && len(short) == 1 && !title {
			for _, j := range alike[short[0]] {
				if j != i && !clash(f, d.forms[j]) {
					best = append(best, j)
				}
			}
		}
		if len(best) == 0 && len(f.tokens) == 1 && !title && len(alike[f.key]) == 1 {
			best = d.called(f, full)
		}
		d.assign(i, best)
	}
}

// owners returns those of the people listed whose names the words short, of form i, are most likely part of. title tells that short is a title too.
func (d *desk) owners(i int, short []string, title bool, listed []int) []int {
	var best []int
	score := 0
	for _, j := range listed {
		if j == i || len(d.forms[j].tokens) <= len(short) || clash(d.forms[i], d.forms[j]) {
			continue
		}
		s := partOf(short, d.forms[j])
		switch {
		case s == 0 || s < score || title && s < bySurname: // "Major" is John Major, and nobody called Major Hood
		case s > score:
			best, score = []int{j}, s
		default:
			best = append(best, j)
		}
	}
	return best
}

// called returns who among the people named in full may be called by the one word of f though no name has it: "Chuck" of "Charles Grassley",
// or "Chriac", where "Chirac" was meant.
func (d *desk) called(f *form, full []int) []int {
	var found []int
	for _, j := range full[:min(len(full), limit)] {
		g := d.forms[j]
		last := g.tokens[len(g.tokens)-1]
		nick := len(f.key) > 2 && nickname(f.key) == nickname(g.tokens[0]) && !familyFirst(g)
		slip := len(f.key) > 5 && len(last) > 5 && f.key != last && f.key[0] == last[0] && f.key != last+"s" && last != f.key+"s" && oneSlip(f.key, last)
		if (nick || slip) && !clash(f, g) {
			found = append(found, j)
		}
	}
	return found
}

// findStrayWords marks the words that only happened to stand before a name: the same surname must be there without them, in full, or, for words
// in capitals such as those of a heading, alone.
func (d *desk) findStrayWords() {
	full, alone := map[string]bool{}, map[string]bool{}
	for _, f := range d.forms {
		if f.person && len(f.tokens) > 1 && strayWords(f.core) == 0 {
			full[f.tokens[len(f.tokens)-1]] = true
		} else if len(f.tokens) == 1 {
			alone[f.key] = true
		}
	}
	for _, f := range d.forms {
		if !f.person || len(f.tokens) < 2 {
			continue
		}
		n := strayWords(f.core)
		last := f.tokens[len(f.tokens)-1]
		if n > 0 && (full[last] || alone[last] && isShouted(fields(f.core)[0])) {
			f.stray = min(n, len(f.tokens)-1)
		}
	}
}

// strayWords returns how many words at the start of a person's name are not likely part of it: "KEY Bernanke", "Tuesday Rogers", "technocrat Monti".
func strayWords(core string) int {
	words := fields(core)
	n := 0
	for n < len(words)-1 {
		w := words[n]
		shouted := len(w) > 2 && isShouted(w) && !isShouted(words[len(words)-1]) && w[len(w)-1] != '.'
		if !shouted && !weekdays[w] && !months[w] && nation(fold(w)) == nil && (isUpper(w) || particles[fold(w)]) {
			break
		}
		n++
	}
	return n
}

// bySurname is what partOf says of a surname.
const bySurname = 4

// partOf says how well the words s may stand for the person long: as surname, as given name, or as a name in the middle; 0 for not at all.
func partOf(s []string, long *form) int {
	l := long.tokens
	switch {
	case hasSuffix(l, s):
		return bySurname
	case hasPrefix(l, s) && familyFirst(long):
		return bySurname
	case len(s) > 1:
		return 0
	case l[0] == s[0]:
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
		if d.shares++; d.shares <= maxShares {
			d.share(i, roots)
		}
	}
}

// maxShares bounds how many surnames of several people are looked into, each of which takes a pass over the mentions.
const maxShares = 100

// isSomeoneElse reports whether a surname, in the forms same, stands for a woman where long is a man, or the other way round: a report on Hillary
// Clinton that names her husband once in full.
func (d *desk) isSomeoneElse(same []int, long *form) bool {
	var uses []int
	least := 4 // a title, or two pronouns
	for _, i := range same {
		f := d.forms[i]
		uses = append(uses, f.uses...)
		if f.office != "" && long.office != "" && f.office != long.office {
			least = 3 // "Secretary Clinton" where there is a "President Bill Clinton"
		}
	}
	g := d.genderOf(uses, least)
	if g == unknown {
		return false
	}
	h := d.genderOf(long.uses, 5)
	return h != unknown && g != h
}

// share gives each use of form i to one of several people.
//
// A report that names two of a family calls the one it is about by surname, and the other in full: so the use goes to the person whom the
// text has named most often up to there, unless only another was named in the paragraph.
func (d *desk) share(i int, people []int) {
	named := make([]int, len(people)) // times each was named so far
	total := make([]int, len(people))
	at := make([]int, len(people)) // paragraph in which each was named last
	genders := make([]gender, len(people))
	for n, r := range people {
		genders[n] = d.genderOf(d.forms[r].uses, 1)
	}
	for k := range d.places {
		for n, r := range people {
			if d.places[k].form != i && d.root(d.places[k].form) == r {
				total[n]++
			}
		}
	}
	for k := range d.places {
		p := &d.places[k]
		para := 0
		if !p.headline {
			para = d.article.Paragraph(p.Start)
		}
		if p.form != i {
			for n, r := range people {
				if d.root(p.form) == r {
					named[n]++
					at[n] = para
				}
			}
			continue
		}
		best := d.pick(p, people, genders, named, total, at, para)
		named[best]++
		at[best] = para
		p.form = people[best]
	}
}

// pick chooses which of people the mention p in paragraph para names.
func (d *desk) pick(p *place, people []int, genders []gender, named, total, at []int, para int) int {
	best, score := 0, -1
	for n := range people {
		s := min(total[n], 900)
		if named[n] > 0 {
			s = 1000 + min(named[n], 400)
			if at[n] == para {
				s += 500
			}
		}
		if p.office != "" && d.forms[people[n]].office == p.office {
			s += 2000
		}
		if p.gender != unknown && genders[n] != unknown && p.gender != genders[n] {
			s = 0
		}
		if s > score {
			best, score = n, s
		}
	}
	return best
}
