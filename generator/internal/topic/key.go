package topic

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
	"golang.org/x/text/unicode/norm"

	"copydesk/generator/internal/news"
)

// key folds a name to what its spellings have in common: lower case, no accents, no punctuation, no leading article.
// "The U.S." and "us" fold to "us", "Moon Jae-in" to "moon jae in".
func key(name string) string {
	b := make([]byte, 0, len(name))
	space := false
	for i, r := range name {
		c := byte(r)
		switch {
		case r >= utf8.RuneSelf && r != '’' && r != '‘':
			return foldKey(b, space, name[i:])
		case 'A' <= r && r <= 'Z':
			c |= 0x20
			fallthrough
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9', r == '&':
			if space && len(b) > 0 {
				b = append(b, ' ')
			}
			space = false
			b = append(b, c)
		case r == '.' || r == '\'' || r >= utf8.RuneSelf:
		default:
			space = true
		}
	}
	return strings.TrimPrefix(string(b), "the ")
}

// foldKey is the rest of key, from the first letter beyond ASCII on. b is what was folded before, space whether a word ended with it.
func foldKey(b []byte, space bool, rest string) string {
	for _, r := range norm.NFKD.String(rest) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '&':
			if space && len(b) > 0 {
				b = append(b, ' ')
			}
			space = false
			b = utf8.AppendRune(b, unicode.ToLower(r))
		case unicode.Is(unicode.Mn, r) || r == '.' || r == '\'' || r == '’' || r == '‘':
		default:
			space = true
		}
	}
	return strings.TrimPrefix(string(b), "the ")
}

// titles open a person's name without being part of it.
var titles = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "miss": true, "dr": true, "sir": true, "lord": true, "lady": true, "dame": true,
	"president": true, "prime": true, "minister": true, "chancellor": true, "senator": true, "sen": true, "representative": true, "rep": true,
	"governor": true, "gov": true, "mayor": true, "general": true, "gen": true, "colonel": true, "col": true, "captain": true, "capt": true,
	"professor": true, "prof": true, "judge": true, "justice": true, "king": false, "queen": false, "pope": false,
	"ceo": true, "cfo": true, "executive": true, "officer": true, "finance": true, "treasury": true, "defense": true, "speaker": true, "deputy": true,
	"democrat": true, "republican": true, "democratic": true, "analyst": true, "economist": true, "spokesman": true, "spokeswoman": true, "director": true,
	"secretary": true, "foreign": true, "vice": true, "former": true, "ambassador": true, "chairman": true, "chief": true,
}

// nameKey is key for a name of the kind: a person's titles and initials, a company's legal form and the country of an American authority are
// taken off. The initials come back apart: "Donald J. Trump" gives "donald trump" and "j".
func nameKey(name string, kind news.Kind) (k, initials string) {
	k = key(name)
	words := strings.Fields(k)
	switch kind {
	case news.Person:
		for len(words) > 1 && titles[words[0]] {
			words = words[1:]
		}
		if len(words) > 2 {
			kept := words[:0:0]
			for i, w := range words {
				if len(w) == 1 && i > 0 && i < len(words)-1 {
					initials += w
					continue
				}
				kept = append(kept, w)
			}
			words = kept
		}
	case news.Organization:
		if len(words) > 2 && words[0] == "us" || len(words) == 2 && words[0] == "us" && authorities[words[1]] {
			words = words[1:]
		}
	}
	for len(words) > 1 && (companyEnds[words[len(words)-1]] || words[len(words)-1] == "&") {
		words = words[:len(words)-1]
	}
	k = spellings.Replace(strings.Join(words, " "))
	if kind != news.Person {
		k = faction(reserveBank(k))
	}
	return k, initials
}

// faction gives the members of a party one key, whichever house they sit in: "us senate republicans" are "republicans".
func faction(k string) string {
	for _, party := range [...]string{"republicans", "democrats"} {
		if house, ok := strings.CutSuffix(k, " "+party); ok && (strings.HasSuffix(house, "house") || strings.HasSuffix(house, "senate") || strings.HasSuffix(house, "representatives")) {
			return party
		}
	}
	return k
}

// reserveBank gives a regional bank of the Federal Reserve one key: "dallas fed" and "federal reserve bank of dallas" are "dallas federal reserve".
func reserveBank(k string) string {
	const reserve = "federal reserve"
	if where, ok := strings.CutPrefix(k, reserve+" bank of "); ok {
		return where + " " + reserve
	}
	for _, end := range [...]string{" fed", " " + reserve + " bank"} {
		if where, ok := strings.CutSuffix(k, end); ok {
			return where + " " + reserve
		}
	}
	return k
}

// honorifics are the titles that only people have, before a surname alone.
var honorifics = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "miss": true, "dr": true, "sir": true, "lord": true, "lady": true, "dame": true, "president": true, "senator": true,
	"judge": true, "justice": true, "governor": true, "professor": true, "king": true, "queen": true, "pope": true, "prince": true, "princess": true,
}

// spellings are words of names that are written in two ways.
var spellings = strings.NewReplacer("air line", "airline", "corporation", "corp", "company", "co", "limited", "ltd", "organisation", "organization", "co operation", "cooperation",
	"centre", "center", "world war two", "world war ii", "world war one", "world war i")

// authorities are what "U.S." before one word belongs to, as in "U.S. Treasury"; "U.S. Steel" is another thing than steel.
var authorities = map[string]bool{"congress": true, "senate": true, "treasury": true, "army": true, "navy": true, "government": true, "marines": true}

// incorporated reports whether a name ends in a company's legal form.
func incorporated(name string) bool {
	words := strings.Fields(key(name))
	return len(words) > 1 && companyEnds[words[len(words)-1]]
}

// companyEnds close a company's name without telling it from another.
var companyEnds = map[string]bool{
	"inc": true, "corp": true, "corporation": true, "ltd": true, "limited": true, "co": true, "cos": true, "company": true, "companies": true,
	"plc": true, "llc": true, "llp": true, "lp": true, "ag": true, "sa": true, "nv": true, "spa": true, "se": true, "gmbh": true, "kk": true,
	"group": true, "holdings": true, "holding": true, "oyj": true, "kgaa": true, "asa": true, "tbk": true, "bhd": true,
}

// tidy takes off what is not part of a name though a tagger took it for one: a ticker ("Boeing BA.N"), an opened bracket, a lone full stop.
// It returns "" where no name is left.
func tidy(name string) string {
	if i := strings.IndexByte(name, '('); i > 0 && !strings.Contains(name[i:], ")") {
		name = name[:i]
	}
	words := strings.Fields(name)
	words = part(words)
	for len(words) > 1 && (strayOpenings[words[0]] || words[0] == "S." && strings.Contains(words[1], "&")) { // the end of "U.S."
		words = words[1:]
	}
	for len(words) > 1 && (strayEndings[words[len(words)-1]]) {
		words = words[:len(words)-1]
	}
	for len(words) > 0 && (ticker(words[len(words)-1]) || key(words[len(words)-1]) == "" && words[len(words)-1] != "&") {
		words = words[:len(words)-1]
	}
	if len(words) > 0 && noNames[key(words[len(words)-1])] || len(words) == 1 && (len(key(words[0])) < 2 || companyEnds[key(words[0])]) {
		return ""
	}
	return strings.Join(words, " ")
}

// part returns the words that are one name where a tagger took two for one: what stands before a legal form ("Motorola Inc Droid"), or after
// an ordinary word ("Dubai World subsidiary Nakheel").
func part(words []string) []string {
	for i := 1; i < len(words)-1; i++ {
		switch w := words[i]; {
		case legalForms[w] && !smallWords[words[i+1]]:
			return words[:i+1]
		case len(w) > 4 && lower(w):
			return part(words[i+1:])
		}
	}
	return words
}

// legalForms end a company's name wherever they stand.
var legalForms = map[string]bool{"Inc": true, "Inc.": true, "Corp": true, "Corp.": true, "Plc": true, "Ltd": true, "Ltd.": true, "LLC": true, "Co": true, "Co.": true, "Oyj": true, "AG": true,
	"NV": true, "KGaA": true, "SpA": true}

// lower reports whether a word is of small letters alone, so that it ends no name: "Abu Dhabi will".
func lower(word string) bool {
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return false
		}
	}
	return true
}

// Words that a tagger takes along: at the head of a sentence, what sort of thing follows, titles of the person meant.
var (
	strayOpenings = map[string]bool{
		"At": true, "In": true, "For": true, "On": true, "From": true, "By": true, "But": true, "And": true, "With": true, "As": true, "While": true, "If": true, "When": true,
		"Former": true, "Billionaire": true, "Rival": true, "Chipmaker": true, "Carmaker": true, "Automaker": true, "Planemaker": true, "Drugmaker": true, "Insurer": true,
		"Lender": true, "Retailer": true, "Brewer": true, "Shares": true, "Exclusive": true, "Factbox": true, "Timeline": true, "Analysis": true,
		"Secretary-Treasurer": true, "Secretary-General": true, "Vice-President": true, "Vice-Chairman": true, "Co-Chairman": true, "Co-Founder": true, "Attorney-General": true,
	}
	strayEndings = map[string]bool{
		"will": true, "would": true, "could": true, "said": true, "says": true, "has": true, "had": true, "is": true, "was": true, "to": true, "of": true, "for": true,
		"and": true, "in": true, "on": true, "at": true, "by": true, "with": true, "executives": true, "executive": true, "officials": true, "shares": true,
		"Economist": true, "Analyst": true, "Strategist": true, "President": true, "Spokesman": true, "Spokeswoman": true, "CEO": true, "CFO": true, "COO": true, "Chairman": true, "Chief": true, "Co-Chief": true}
)

// noNames are abbreviations that name nothing.
var noNames = map[string]bool{
	"gdp": true, "ceo": true, "cfo": true, "coo": true, "ipo": true, "ipos": true, "gmt": true, "eps": true, "tv": true, "pc": true, "pcs": true, "etf": true, "etfs": true,
	"ebit": true, "ebitda": true, "capex": true, "factbox": true, "timeline": true, "usd": true, "cds": true, "m&a": true, "am": true, "pm": true, "est": true, "edt": true,
	"pct": true, "bps": true, "bln": true, "mln": true, "faq": true, "q&a": true,
}

// ticker reports whether a word is how an exchange calls a share: "BA.N", "CSGN.VX", "0005.HK".
func ticker(word string) bool {
	code, exchange, ok := strings.Cut(word, ".")
	if !ok || code == "" || len(code) > 6 || exchange == "" || len(exchange) > 2 || len(code)+len(exchange) < 3 {
		return false
	}
	for i := range len(word) {
		if c := word[i]; c != '.' && (c < 'A' || c > 'Z') && (c < '0' || c > '9') {
			return false
		}
	}
	// "U.S", "D.C" and "U.N" are written the same way.
	return len(code) > 1 || exchange == "N" && code != "U"
}

// stemmer folds subjects. It remembers what it folded, since that takes its time.
type stemmer struct{ phrases, words map[string]string }

func newStemmer() stemmer { return stemmer{map[string]string{}, map[string]string{}} }

// key folds a subject: each word is stemmed, so that "missile test" and "missile tests" meet.
func (s stemmer) key(phrase string) string {
	if k, ok := s.phrases[phrase]; ok {
		return k
	}
	words := strings.Fields(key(phrase))
	for i, w := range words {
		stem, ok := s.words[w]
		if !ok {
			stem = english.Stem(w, false)
			s.words[w] = stem
		}
		words[i] = stem
	}
	k := strings.Join(words, " ")
	s.phrases[phrase] = k
	return k
}

// acronym reports whether name is written as one: two to six letters, all capitals, full stops aside, but for one small letter inside, as in
// "BoE".
func acronym(name string) bool {
	n, small := 0, 0
	for i, r := range name {
		switch {
		case unicode.IsUpper(r):
			n++
		case i > 0 && i < len(name)-1 && r >= 'a' && r <= 'z':
			small++
		case r != '.' && r != '&':
			return false
		}
	}
	return n >= 2 && n <= 6 && (small == 0 || small == 1 && n < 4)
}

// initialsOf reports whether short is made of the initials of long's words, small words left out or not: "tarp" and "troubled asset relief
// program".
func initialsOf(short, long string) bool {
	all := ""
	for _, w := range strings.Fields(long) {
		all += w[:1]
	}
	return len(short) > 1 && (short == all || short == initials(long) || len(short) > 2 && strings.HasPrefix(initials(long), short))
}

// abbreviates reports whether short has the initials of long's words, in order, with letters from inside the words between them: "jal" and
// "japan airlines".
func abbreviates(short, long string) bool {
	words := strings.Fields(long)
	if len(short) < 3 || len(words) < 2 {
		return false
	}
	i := 0 // letters of short that are found
	for n, w := range words {
		if i == len(short) || w[0] != short[i] {
			return false
		}
		i++
		for k := 1; k < len(w) && i < len(short); k++ {
			if w[k] == short[i] && (n == len(words)-1 || short[i] != words[n+1][0]) {
				i++
			}
		}
	}
	return i == len(short)
}

// initials returns the initials of the words of a key, small words left out.
func initials(key string) string {
	out := ""
	for _, w := range strings.Fields(key) {
		if !smallWords[w] {
			out += w[:1]
		}
	}
	return out
}

// smallWords stand in names without counting for their initials.
var smallWords = map[string]bool{"of": true, "the": true, "and": true, "for": true, "in": true, "on": true, "de": true, "la": true, "&": true}

// within reports whether the words of short stand in long, in order and in one piece.
func within(short, long string) bool {
	s, l := strings.Fields(short), strings.Fields(long)
	for i := 0; i+len(s) <= len(l); i++ {
		if slices.Equal(l[i:i+len(s)], s) {
			return true
		}
	}
	return false
}

// headSurnames are the words of headKinds that are surnames, too.
var headSurnames = map[string]bool{"act": true, "bank": true, "banks": true, "brands": true, "center": true, "cup": true, "day": true, "festival": true, "fed": true, "island": true,
	"partners": true, "plant": true, "prize": true, "kitchen": true, "river": true, "union": true, "war": true}

// headKinds tells the kind of a name by its last word, where the word leaves little doubt.
var headKinds = map[string]news.Kind{
	"association": news.Organization, "commission": news.Organization, "department": news.Organization, "ministry": news.Organization,
	"university": news.Organization, "committee": news.Organization, "council": news.Organization, "institute": news.Organization,
	"agency": news.Organization, "corporation": news.Organization, "foundation": news.Organization, "bank": news.Organization, "bureau": news.Organization,
	"airlines": news.Organization, "airways": news.Organization, "federation": news.Organization, "authority": news.Organization,
	"securities": news.Organization, "partners": news.Organization, "capital": news.Organization, "motors": news.Organization, "newspaper": news.Organization,
	"act": news.Other, "treaty": news.Other, "prize": news.Other, "award": news.Other, "awards": news.Other, "index": news.Other, "constitution": news.Other,
	"semiconductor": news.Organization, "semiconductors": news.Organization, "electronics": news.Organization, "healthcare": news.Organization,
	"pharma": news.Organization, "laboratories": news.Organization, "telecom": news.Organization, "automotive": news.Organization, "chemical": news.Organization,
	"ventures": news.Organization, "foods": news.Organization, "brands": news.Organization, "airline": news.Organization, "software": news.Organization,
	"stores": news.Organization, "energy": news.Organization, "technologies": news.Organization, "systems": news.Organization, "industries": news.Organization,
	"networks": news.Organization, "pharmaceuticals": news.Organization, "insurance": news.Organization, "financial": news.Organization,
	"petroleum": news.Organization, "entertainment": news.Organization, "communications": news.Organization, "reuters": news.Organization,
	"fed": news.Organization, "depression": news.Event, "recession": news.Event, "crisis": news.Event, "revolution": news.Event, "massacre": news.Event,
	"guild": news.Organization, "union": news.Organization, "society": news.Organization, "league": news.Organization, "party": news.Organization,
	"center": news.Organization, "centre": news.Organization, "libor": news.Other,
	"day": news.Event, "olympics": news.Event, "championship": news.Event, "championships": news.Event, "festival": news.Event, "cup": news.Event, "war": news.Event,
	"research": news.Organization, "management": news.Organization, "advisors": news.Organization, "bancorp": news.Organization, "forum": news.Organization,
	"exchange": news.Organization, "reserve": news.Organization, "restaurants": news.Organization, "realty": news.Organization, "mortgage": news.Organization,
	"hotels": news.Organization, "chancery": news.Organization, "kitchen": news.Organization, "credit": news.Organization, "scandal": news.Event, "summit": news.Event,
	"plant": news.Place, "stadium": news.Place, "gulf": news.Place, "intermediate": news.Other,
	"airport": news.Place, "island": news.Place, "islands": news.Place, "river": news.Place, "peninsula": news.Place, "county": news.Place,
}
