package alias

import (
	"slices"
	"strings"

	"copydesk/generator/internal/news"
)

// mergeCountries makes one of "Republic of Korea" and "South Korea", of "U.S." and "America".
func (d *desk) mergeCountries() {
	first := map[string]int{}
	for i, f := range d.forms {
		if f.country == nil {
			continue
		}
		if j, ok := first[f.country.key]; ok {
			d.merge(i, j)
		} else {
			first[f.country.key] = i
		}
	}
	i, state := first["newyork"]
	j, city := first["newyorkcity"]
	if state && city && !namesState(d.article.Body) {
		d.merge(i, j)
	}
}

// namesState reports whether text speaks of New York as a state, and not of the city by its short name.
func namesState(text string) bool {
	for _, s := range [...]string{"New York state", "New York State", "state of New York", "State of New York", "pstate New York", "Albany",
		", New York,", ", New York."} {
		if strings.Contains(text, s) {
			return true
		}
	}
	return false
}

// mergeBodies makes one of "GOP" and "Republican Party". A name that a company of the article begins with is left alone: where "Dow Chemical Co" is
// named, "Dow" may be no index.
func (d *desk) mergeBodies() {
	companies := map[string]bool{}
	for _, f := range d.forms {
		if f.registered && len(f.tokens) > 1 {
			companies[f.tokens[0]] = true
		}
	}
	first := map[string]int{}
	for i, f := range d.forms {
		if f.person || companies[f.key] {
			continue
		}
		body := bodyOf(f.core, f.key)
		if body == "" {
			continue
		}
		if j, ok := first[body]; ok {
			d.merge(i, j)
		} else {
			first[body] = i
		}
	}
}

// mergeDefined makes one of "National Security Council" and "NSC" where the text says "National Security Council (NSC)".
func (d *desk) mergeDefined() {
	for i := 1; i < len(d.places); i++ {
		long, short := &d.places[i-1], &d.places[i]
		if long.headline != short.headline {
			continue
		}
		text := d.text(long)
		between := text[long.End:short.Start]
		if long.person == short.person && long.Kind == short.Kind && isAlso(between) {
			d.merge(long.form, short.form)
			continue
		}
		open := strings.Trim(between, " \"“")
		if long.person || short.person || open != "(" && open != "[" || !strings.HasPrefix(strings.TrimLeft(text[short.End:], " \"”"), closers[open]) {
			continue
		}
		f, g := d.forms[long.form], d.forms[short.form]
		if g.initials == "" {
			f, g = g, f
		}
		if g.initials == "" || len(f.tokens) < 2 && f.initials == "" {
			continue
		}
		if f.initials != "" || g.country != nil {
			continue
		}
		organizations := f.kind() == news.Organization && g.kind() == news.Organization
		if organizations || fits(g.initials, f) || f.kind() != news.Place && g.initials[0] == f.key[0] {
			d.merge(long.form, short.form)
			g.spelt = true
		}
	}
}

// closers give the mark that closes a bracket.
var closers = map[string]string{"(": ")", "[": "]"}

// isAlso reports whether between, the text between two names, says that both are one's: "Denali, formerly known as Mount McKinley",
// "Ada Hale (born 1950), better known by her pen name Ada Quill".
func isAlso(between string) bool {
	if len(between) < 5 || len(between) > 100 || strings.Contains(between, "\n") {
		return false
	}
	s := between[strings.LastIndexByte(between, ')')+1:]
	s = strings.Trim(s, " ,(\"“‘'")
	for _, whose := range [...]string{" his ", " her ", " their ", " its ", " the "} {
		s = strings.Replace(s, whose, " ", 1)
	}
	return also[strings.TrimSuffix(s, " the")]
}

// also stands between two names of one thing or person.
var also = map[string]bool{"also known as": true, "better known as": true, "best known as": true, "formerly known as": true, "once known as": true,
	"previously known as": true, "also called": true, "formerly called": true, "previously called": true, "aka": true, "a.k.a.": true, "a.k.a": true,
	"known as": true, "known locally as": true, "commonly known as": true, "née": true, "nee": true, "nicknamed": true, "alias": true,
	"who was born": true, "who was also known as": true, "otherwise known as": true, "formerly named": true, "better known by pen name": true,
	"better known by stage name": true, "known by pen name": true, "better known by pseudonym": true, "known by stage name": true, "whose real name is": true,
	"whose real name was": true, "under name": true, "under ring name": true, "under pen name": true, "under stage name": true}

// mergeAcronyms makes one of "NSC" and "National Security Council" wherever they stand; of several names with these initials, the first.
func (d *desk) mergeAcronyms() {
	byInitial := map[byte][]int{}
	for i, f := range d.forms {
		if f.person || len(f.tokens) < 2 || f.initials != "" {
			continue
		}
		for _, c := range [...]byte{f.key[0], f.tokens[skipCountry(f)][0]} {
			if n := len(byInitial[c]); n == 0 || n < limit && byInitial[c][n-1] != i {
				byInitial[c] = append(byInitial[c], i)
			}
		}
	}
	for i, f := range d.forms {
		if f.country != nil || f.person || f.initials == "" && len(f.tokens) != 1 {
			continue
		}
		if f.initials == "" {
			for _, j := range byInitial[f.key[0]] {
				if blends(f.key, d.forms[j].tokens) {
					d.merge(i, j)
					break
				}
			}
			continue
		}
		body := bodyOf(f.core, f.key)
		for _, j := range byInitial[f.initials[0]] {
			if g := d.forms[j]; body != "" && body != g.key {
				continue // the IMF is no "Institute of Mining and Finance"
			}
			if fits(f.initials, d.forms[j]) {
				d.merge(i, j)
				f.spelt = true
				break
			}
		}
	}
}

// fits reports whether letters are the initials of f, with or without its legal form; small words and the country at the start may be left out.
func fits(letters string, f *form) bool {
	return fitsName(letters, f.core) || f.legal != "" && fitsName(letters, f.legal)
}

func fitsName(letters, name string) bool {
	words := strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' || r == '/' || r == '\n' || r == '–' })
	if len(words) < 2 || len(words) < len(letters) || len(words) > 3*len(letters)+4 {
		return false
	}
	if fitsFrom(letters, words) {
		return true
	}
	for n := 1; n <= 2 && n+1 < len(words); n++ {
		if nation(fold(strings.Join(words[:n], ""))) != nil || world.exact[words[0]] != nil {
			return fitsFrom(letters, words[n:])
		}
	}
	return false
}

// fitsFrom reports whether letters are the initials of words, all of them but small ones. An acronym among them stands for all its letters:
// "UKSA" is the "UK Shareholders' Association", and "BP" is not "BNP Paribas".
func fitsFrom(letters string, words []string) bool {
	mixed := slices.ContainsFunc(words, func(w string) bool { return !isShouted(w) && isUpper(w) && len(w) > 1 })
	n := 0
	for _, w := range words {
		t := fold(w)
		switch {
		case t == "":
		case mixed && len(t) > 1 && isShouted(w) && strings.HasPrefix(letters[n:], t):
			n += len(t)
		case mixed && len(t) > 2 && isShouted(w) && world.exact[w] == nil:
			return false
		case n < len(letters) && t[0] == letters[n]:
			n++
		case !small[t] && !legalForms[t]:
			return false
		}
	}
	return n == len(letters) && n > 1
}

// blends reports whether word is run together from the beginnings of words, three letters and more of each: "SocGen" of "Societe Generale".
func blends(word string, words []string) bool {
	for _, w := range words {
		n := 0
		for n < len(w) && n < len(word) && w[n] == word[n] {
			n++
		}
		if n < 3 {
			return false
		}
		word = word[n:]
	}
	return word == ""
}

// skipCountry returns how many tokens a country or nationality at the start of f takes.
func skipCountry(f *form) int {
	for n := min(2, len(f.tokens)-1); n > 0; n-- {
		key := strings.Join(f.tokens[:n], "")
		if world.names[key] != nil || world.demonyms[key] != nil {
			return n
		}
	}
	return 0
}

// mergeReordered makes one of names of the same words in another order: "State Department" and "Department of State", "Iraqi Parliament" and
// "Parliament of Iraq"; and of "State Department" and "United States Department of State", where no other country's is named.
func (d *desk) mergeReordered() {
	seen, elsewhere, several := map[string]int{}, map[string]int{}, map[string]bool{}
	for i, f := range d.forms {
		if f.person || f.registered || len(f.tokens) < 2 || f.country != nil || f.kind() == news.Place {
			continue
		}
		bag := bagOf(f.tokens)
		if j, ok := seen[bag]; ok {
			d.merge(i, j)
			continue
		}
		seen[bag] = i
		if n := skipCountry(f); n > 0 && n < len(f.tokens)-1 {
			bare := bagOf(f.tokens[n:])
			if j, ok := elsewhere[bare]; ok && d.root(j) != d.root(i) {
				several[bare] = true
			}
			elsewhere[bare] = i
		}
	}
	for i, f := range d.forms {
		if f.person || f.registered || len(f.tokens) < 2 || f.country != nil || f.kind() == news.Place {
			continue
		}
		bag := bagOf(f.tokens)
		if j, ok := elsewhere[bag]; ok && !several[bag] {
			d.merge(i, j)
		}
	}
}

// bagOf returns the tokens in alphabetical order, without small words, countries and nationalities by one name.
func bagOf(tokens []string) string {
	words := make([]string, 0, len(tokens))
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		if i+1 < len(tokens) {
			if c := nation(t + tokens[i+1]); c != nil {
				words = append(words, c.key)
				i++
				continue
			}
		}
		if c := nation(t); c != nil {
			t = c.key
		} else if t == "ministry" || t == "dept" {
			t = "department"
		}
		if !small[t] && t != "republic" {
			words = append(words, t)
		}
	}
	slices.Sort(words)
	return strings.Join(words, " ")
}

// nation returns the country that key names, or whose people it names.
func nation(key string) *country {
	if c := world.names[key]; c != nil {
		return c
	}
	return world.demonyms[key]
}
