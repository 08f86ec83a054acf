package wire

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/generator/internal/news"
)

const (
	// One place: words in capitals, with full stops, hyphens and apostrophes: "SEOUL", "ST. LOUIS", "PORT-AU-PRINCE", "McALLEN", "N’DJAMENA"
	placeCaps = `(?:Mc|Mac|De|La|Le|O['’])?\p{Lu}[\p{Lu}.'’-]+(?:[ -](?:\p{Lu}[\p{Lu}.'’-]*|al|de|do|la|el|on|the|of|and))*`
	// A place in ordinary letters, taken only before a dash and an agency or a date: "Geneva", "New York"
	placeOpen = `\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}`
	agencies  = `[(/]?(Reuters|PRNewswire|BUSINESS WIRE|GLOBE NEWSWIRE|AP|AFP|UPI|Xinhua|ANI|PTI|IANS|DPA|dpa|EFE|Bloomberg|CNN|BBC|Kyodo|Tass|TASS|RIA|Yonhap|Associated Press|The Associated Press|Agence France-Presse|[A-Z]{2,5}|[A-Z][\w ]{2,25} (?:News|Press|Service|Agency|Post|Times|Wire|Business|Health))[)/]?`
	dashes    = `\s*(?:—|–|--|-|―)\s*`
)

var (
	// "SEOUL, South Korea —", "GENEVA, March 1 (Reuters) -", "SEOUL/TOKYO --", "WASHINGTON —"
	datelineCaps = regexp.MustCompile(`^(` + placeCaps + `(?:/` + placeCaps + `)*)(?:,\s*(\p{Lu}[\p{L}.'’ -]{1,30}?))?(?:,\s*(` + monthWordDated + `\s+\d{1,2}(?:,\s*\d{4})?|\d{1,2}\s+` + monthWordDated + `(?:,?\s+\d{4})?))?(?:(?:,?\s*|--)` + agencies + `)?` + `(?:\s+(?:—|–|--|-|―)\s*|(?:—|–|--|―)\s*)`)
	// "NEW DELHI: The government …"
	datelineColon = regexp.MustCompile(`^(` + placeCaps + `(?:/` + placeCaps + `)*)(?:,\s*(\p{Lu}[\p{L}.'’ -]{1,30}?))?(?:,\s*(` + monthWordDated + `\s+\d{1,2}))?(?:\s*\(([\w .]{2,30})\))?:\s+`)
	// "Geneva, 1 March (Xinhua) --", "Paris (AFP) -"
	datelineOpen = regexp.MustCompile(`^(` + placeOpen + `(?:/` + placeOpen + `)*)(?:,\s*(\p{Lu}[\p{L}.'’ -]{1,30}?))?(?:,\s*(` + monthWordDated + `\s+\d{1,2}|\d{1,2}\s+` + monthWordDated + `))?\s*\(` + agencies + `\)` + dashes)
	// "MOSCOW, July 18. /TASS/. "
	datelineTass = regexp.MustCompile(`^(` + placeCaps + `(?:/` + placeCaps + `)*)(?:,\s*(\p{Lu}[\p{L}.'’ -]{1,30}?))?(?:,\s*(` + monthWordDated + `\s+\d{1,2}))\.?\s*/([\p{L} ]{2,20})/\.\s+`)
	// "Toronto, March 16 - ", taken for cities of the table alone: a diary begins like that too
	datelineDated = regexp.MustCompile(`^(` + placeOpen + `)(?:,\s*(\p{Lu}[\p{L}.'’ -]{1,30}?))?,\s*(` + monthWordDated + `\s+\d{1,2}|\d{1,2}\s+` + monthWordDated + `)\s+(?:—|–|--|-|―)\s+`)
	// "(Reuters) - ", "Dec 29 (Reuters) - "
	agencyOnly = regexp.MustCompile(`^(?:` + monthWordDated + `\s+\d{1,2}\s+)?\((Reuters|AP|AFP|UPI|Xinhua|Bloomberg|CNN|dpa|DPA|[A-Z][\w ]{2,25} (?:News|Press|Health|Life!|Breakingviews))\)` + dashes)
)

// monthWordDated is a month inside a dateline, in capitals or not.
const monthWordDated = `(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`

// noPlace are words in capitals that introduce a text and are no place.
var noPlace = map[string]bool{"UPDATE": true, "BREAKING": true, "ANALYSIS": true, "FACTBOX": true, "EXCLUSIVE": true, "CORRECTED": true, "CORRECTION": true,
	"NOTE": true, "OPINION": true, "EDITORIAL": true, "WATCH": true, "VIDEO": true, "PHOTOS": true, "LIVE": true, "REVIEW": true, "INTERVIEW": true,
	"TIMELINE": true, "INSIGHT": true, "BRIEF": true, "CNN": true, "BBC": true, "AP": true, "AFP": true, "UPI": true, "NEW": true, "UPDATED": true, "WARNING": true,
	"SPOILER": true, "PREVIEW": true, "FEATURE": true, "COMMENTARY": true, "ADVISORY": true, "QUESTION": true, "ANSWER": true, "EDITOR'S NOTE": true, "FILE": true, "PS": true, "P.S.": true, "FYI": true}

// hasDateline reports whether a paragraph begins with a dateline.
func hasDateline(s string) bool {
	_, n := readDateline(s)
	return n > 0
}

// readDateline reads a dateline at the start of a paragraph and returns its length in bytes, the dash included.
func readDateline(s string) (news.Dateline, int) {
	if r, _ := utf8.DecodeRuneInString(s); !unicode.IsUpper(r) && r != '(' {
		return news.Dateline{}, 0
	}
	head := s[:min(len(s), 160)]
	// Most paragraphs lack a mark that the forms need, and are spared the patterns.
	bracket, caps := strings.Contains(head, "("), mayOpenInCaps(head)
	if bracket {
		if m := agencyOnly.FindStringSubmatchIndex(head); m != nil {
			return news.Dateline{Raw: head[:m[3]+1], Agency: head[m[2]:m[3]]}, m[1]
		}
	}
	for _, f := range [...]struct {
		form *regexp.Regexp
		may  bool
	}{
		{datelineCaps, caps}, {datelineColon, caps && strings.Contains(head, ":")}, {datelineOpen, bracket},
		{datelineTass, caps && strings.Contains(head, "/")}, {datelineDated, strings.Contains(head, ",") && hasSpacedDash(head)},
	} {
		if !f.may {
			continue
		}
		form := f.form
		m := form.FindStringSubmatchIndex(head)
		if m == nil || m[1] == len(s) {
			continue
		}
		group := func(i int) string {
			if 2*i >= len(m) || m[2*i] < 0 {
				return ""
			}
			return strings.TrimSpace(head[m[2*i]:m[2*i+1]])
		}
		places := strings.Split(strings.TrimRight(group(1), "-"), "/") // "LONDON--(BUSINESS WIRE)--"
		if noPlace[places[0]] || form == datelineColon && utf8.RuneCountInString(places[0]) < 4 {
			continue
		}
		if _, known := countryOf[places[0]]; form == datelineDated && !known {
			continue
		}
		raw := strings.TrimRight(head[:m[1]], " -–—―:")
		d := news.Dateline{Raw: raw, Place: ordinary(places[0]), Country: ordinary(group(2)), Agency: strings.Trim(group(4), "()")}
		for _, p := range places[1:] {
			d.More = append(d.More, ordinary(p))
		}
		if d.Country == "" {
			d.Country = countryOf[d.Place]
		}
		return d, m[1]
	}
	return news.Dateline{}, 0
}

// mayOpenInCaps reports whether s may begin with a place in capitals: its second letter is one, or it begins like "McALLEN" or "LaGRANGE".
func mayOpenInCaps(s string) bool {
	_, size := utf8.DecodeRuneInString(s)
	if r, _ := utf8.DecodeRuneInString(s[size:]); unicode.IsUpper(r) || strings.ContainsRune(".'’-", r) {
		return true
	}
	for _, prefix := range [...]string{"Mc", "Mac", "De", "La", "Le"} {
		if strings.HasPrefix(s, prefix) {
			return true
		}
	}
	return false
}

// hasSpacedDash reports whether s has a hyphen or a mark beyond ASCII, such as a dash, behind a space.
func hasSpacedDash(s string) bool {
	for i := 1; i < len(s); i++ {
		if (s[i] == '-' || s[i] == 0xe2) && s[i-1] <= ' ' {
			return true
		}
	}
	return false
}

// dateline takes the dateline off the first paragraph of the body, or off the second where an editor's note stands first.
func (r *reader) dateline() {
	for i := r.at; i < r.end && i < r.at+2; i++ {
		if at := dateliningAt(r.Paragraphs[i].Text); at > 0 {
			p := &r.Paragraphs[i]
			b, _ := byline(strings.TrimSpace(p.Text[:at]))
			r.addFirst(b)
			p.Start, p.Text = p.Start+at, p.Text[at:]
		}
		d, n := readDateline(r.Paragraphs[i].Text)
		if n == 0 {
			continue
		}
		r.a.Dateline = d
		p := r.Paragraphs[i]
		rest := strings.TrimLeft(p.Text[n:], "\u00a0 ") // a space that does not break may follow the dash
		p.Start += len(p.Text) - len(rest)
		p.Text = rest
		r.Paragraphs[i] = p
		if r.a.Date.Time.IsZero() {
			// "GENEVA, March 1, 2017 (Reuters) -": with its year a dateline dates the text
			if date := dateIn(d.Raw); !date.Time.IsZero() {
				r.a.Date = date
			}
		}
		return
	}
}

// ordinary writes a place in capitals in ordinary letters: "NEW YORK" -> "New York", "PORT-AU-PRINCE" -> "Port-au-Prince".
func ordinary(s string) string {
	if strings.ToUpper(s) != s || strings.Count(s, ".") > 1 || len(s) <= 2 {
		return s
	}
	var b strings.Builder
	start := 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && s[i] != ' ' && s[i] != '-' {
			continue
		}
		word := s[start:i]
		switch low := strings.ToLower(word); {
		case start > 0 && (low == "of" || low == "au" || low == "de" || low == "sur" || low == "do" || low == "on" || low == "the" || low == "and" || low == "la" || low == "am" || low == "en"):
			b.WriteString(low)
		case word != "":
			_, size := utf8.DecodeRuneInString(word)
			for _, mark := range []string{"’", "'"} {
				if strings.HasPrefix(word[size:], mark) {
					_, next := utf8.DecodeRuneInString(word[size+len(mark):])
					size += len(mark) + next // "N’DJAMENA"
				}
			}
			b.WriteString(word[:size] + strings.ToLower(word[size:]))
		}
		if i < len(s) {
			b.WriteByte(s[i])
		}
		start = i + 1
	}
	return b.String()
}
