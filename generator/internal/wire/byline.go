package wire

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/generator/internal/news"
)

var (
	// "By Jane Roe", "by JANE ROE and John Poe in Berlin"
	byStart = regexp.MustCompile(`^(?i:by)\s+`)
	// "Reporting by", "Additional reporting by", "Writing by", "Edited by", "Compiled by": what the names after it did
	taskStart = regexp.MustCompile(`(?i)^\W*((?:additional |further )?(?:report(?:ing|ed)|writ(?:ing|ten)|edit(?:ing|ed)|compil(?:ing|ed)|research(?:ed)?|photograph(?:y|s|ed)|graphics?|translat(?:ing|ed|ion)|produc(?:ing|ed)|interview(?:ed)?|stor(?:y|ies))(?:(?:,| and|;) (?:additional )?(?:report(?:ing|ed)|writ(?:ing|ten)|edit(?:ing|ed)|research(?:ed)?))*\s+by)\s+`)
	// "Choe Sang-Hun reported from Seoul and David E. Sanger from Washington."
	fromForm = regexp.MustCompile(`\breport(?:ed|ing) from\b`)
	// "Jane Roe contributed reporting.", "contributed to this report", "contributed reporting from Oslo"
	contributed = regexp.MustCompile(`\s+contributed(?: (?:reporting|research|to this (?:report|article|story)))*(?:\s+from\s+(.+?))?\.?$`)
	// " in Berlin", " from Washington": where a name stood
	nameFrom = regexp.MustCompile(`^(.+?)\s+(?:reported\s+)?(?:from|in)\s+(.+)$`)
	// The comma or "and" between names
	nameSplit = regexp.MustCompile(`(?:,|;|/|\s)\s*(?:(?:and|&|with)\s+)+|,\s+|;\s*|/\s*`)
	// "additional reporting from Jane Roe": a name, not a place, stands there where the line says no more
	additionalFrom = regexp.MustCompile(`(?i)^\W*additional reporting from\s+(.+)$`)
)

// byline reads "By A and B in PLACE" or a bare line of names after "By".
func byline(s string) (news.Byline, bool) {
	rest := byStart.ReplaceAllString(s, "")
	if rest == s || len(s) > 200 {
		return news.Byline{}, false
	}
	authors := names(rest)
	if len(authors) == 0 {
		// "By Reuters Staff": it says so, and names no one
		if !isDesk(rest) {
			return news.Byline{}, false
		}
	}
	return news.Byline{Raw: s, Authors: authors}, true
}

// footByline reads a line below the body that says who reported.
func footByline(s string) (news.Byline, bool) {
	inner := strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(s), "("), ")")
	inner = strings.ReplaceAll(inner, ") (", "; ")
	switch {
	case byStart.MatchString(inner) && utf8.RuneCountInString(inner) < 120:
		b, ok := byline(inner)
		b.Raw = s
		return b, ok
	case isReporting(inner):
		return tasks(s, inner)
	case firstLetter(inner) == 'a' && additionalFrom.MatchString(inner):
		list := names(additionalFrom.FindStringSubmatch(inner)[1])
		for i := range list {
			list[i].Role = additional
		}
		return news.Byline{Raw: s, Authors: list}, len(list) > 0
	case strings.Contains(inner, " from") && fromForm.MatchString(inner):
		return reportedFrom(s, inner)
	case strings.Contains(inner, "contributed") && contributed.MatchString(inner):
		return contributors(s, inner)
	}
	return news.Byline{}, false
}

// credits are the words that a credit in brackets begins with.
var credits = [...]string{"(Reporting by ", "(Additional reporting by ", "(Writing by ", "(Editing by ", "(Compiled by "}

// creditAt returns where the credit begins that ran into the end of a paragraph, "… he said. (Reporting by Jane Roe; Editing by John Poe)", or 0.
func creditAt(s string) int {
	const longest = 400 // bytes
	from := max(0, len(s)-longest)
	at := len(s)
	for _, c := range credits {
		if i := strings.Index(s[from:], c); i >= 0 {
			at = min(at, from+i)
		}
	}
	before := strings.TrimRight(s[:at], " (")
	closed := strings.HasSuffix(strings.TrimRight(s, " ."), ")") || at < len(s) && !strings.Contains(s[at:], ")")
	if at == len(s) || before == "" || !closed || !strings.ContainsAny(before[len(before)-1:], ".!?\"") && !strings.HasSuffix(before, "”") {
		return 0
	}
	return at
}

// dateliningAt returns where the dateline begins that a byline ran into, "By Jane Roe LARKHAVEN (Harbour Wire) - The board …", or 0.
func dateliningAt(s string) int {
	const within = 90 // bytes
	if !strings.HasPrefix(s, "By ") {
		return 0
	}
	for i := len("By "); i < min(len(s), within); i++ {
		if s[i-1] != ' ' || i+2 >= len(s) || !isCapital(s[i]) || !isCapital(s[i+1]) || !isCapital(s[i+2]) || !hasDateline(s[i:]) {
			continue
		}
		if b, ok := byline(strings.TrimSpace(s[:i])); ok && len(b.Authors) > 0 {
			return i
		}
	}
	return 0
}

func isCapital(c byte) bool { return 'A' <= c && c <= 'Z' }

// additional is the role of those who reported beside the main authors. They are authors: a reader wants to know who found things out.
const additional = "additional reporting"

// isReporting reports whether a line begins with a task: "Reporting by", "Additional reporting by".
func isReporting(s string) bool {
	return strings.IndexByte("afrwecpgtis", firstLetter(s)) >= 0 && taskStart.MatchString(s)
}

// firstLetter returns the first letter, digit or underscore of ASCII in s, letters in lower case, and 0 where there is none.
func firstLetter(s string) byte {
	for i := range len(s) {
		switch c := s[i]; {
		case 'A' <= c && c <= 'Z':
			return c | 0x20
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9', c == '_':
			return c
		}
	}
	return 0
}

// tasks reads "Reporting by A and B; Additional reporting by C; Editing by D". The sentences may also end with full stops.
func tasks(raw, s string) (news.Byline, bool) {
	b := news.Byline{Raw: raw}
	for _, part := range splitTasks(s) {
		m := taskStart.FindStringSubmatch(part)
		if m == nil {
			continue
		}
		task := strings.ToLower(strings.TrimSuffix(m[1], " by"))
		list := names(part[len(m[0]):])
		if strings.HasPrefix(task, additional) {
			for i := range list {
				list[i].Role = additional
			}
			b.Authors = append(b.Authors, list...)
			continue
		}
		if strings.HasPrefix(task, "report") || strings.HasPrefix(task, "writ") || strings.HasPrefix(task, "by") || strings.HasPrefix(task, "stor") {
			b.Authors = append(b.Authors, list...)
			continue
		}
		for i := range list {
			list[i].Role = task
		}
		b.Others = append(b.Others, list...)
	}
	return b, len(b.Authors)+len(b.Others) > 0
}

// splitTasks cuts a credit at semicolons and before each further task.
func splitTasks(s string) []string {
	var parts []string
	for _, p := range strings.Split(s, ";") {
		for {
			p = strings.TrimSpace(p)
			cut := -1
			for i := 1; i < len(p); i++ {
				if p[i-1] == ' ' && (i < 3 || p[i-2] == '.' || p[i-2] == ',' || unicode.IsUpper(rune(p[i])) || strings.HasSuffix(p[:i], " and ")) && taskStart.MatchString(p[i:]) {
					cut = i
					break
				}
			}
			if cut < 0 {
				break
			}
			parts = append(parts, strings.TrimRight(strings.TrimSuffix(p[:cut], " and "), " .,"))
			p = p[cut:]
		}
		parts = append(parts, p)
	}
	return parts
}

// reportedFrom reads "A and B reported from X, C from Y, and D contributed reporting from Z."
func reportedFrom(raw, s string) (news.Byline, bool) {
	b := news.Byline{Raw: raw}
	main, extra := s, ""
	if i := strings.Index(s, ". "); i > 0 && i+2 < len(s) && !isInitial(s[:i]) {
		main, extra = s[:i], s[i+2:]
	}
	// "A. Additional reporting by B reported from Oslo.", "A and additional reporting by B reported from Oslo.": two forms in one
	if i := strings.Index(strings.ToLower(s), additional+" by "); i > 0 {
		main, extra = strings.TrimSuffix(strings.TrimRight(s[:i], " .,;"), " and"), s[i:]
	}
	var waiting []news.Author
	for _, part := range nameSplit.Split(strings.TrimRight(main, ". "), -1) {
		name, place := part, ""
		if m := nameFrom.FindStringSubmatch(part); m != nil {
			name, place = m[1], m[2]
		}
		name = strings.TrimSuffix(name, " reported")
		if !isPerson(name) {
			// "Washington" of "from Seoul and Washington", "Japan" of "from Tokyo, Japan": more of the place before
			continue
		}
		waiting = append(waiting, news.Author{Name: name})
		if place != "" {
			for i := range waiting {
				waiting[i].Place = place
			}
			b.Authors = append(b.Authors, waiting...)
			waiting = nil
		}
	}
	b.Authors = append(b.Authors, waiting...)
	if len(b.Authors) > 0 && isReporting(extra) {
		if more, ok := tasks(raw, fromForm.ReplaceAllString(strings.TrimRight(extra, ". "), "in")); ok {
			b.Authors, b.Others = append(b.Authors, more.Authors...), append(b.Others, more.Others...)
		}
	} else if extra != "" {
		if more, ok := contributors(raw, extra); ok {
			b.Others = append(b.Others, more.Others...)
		}
	}
	return b, len(b.Authors) > 0
}

// contributors reads "A and B contributed reporting from X."
func contributors(raw, s string) (news.Byline, bool) {
	m := contributed.FindStringSubmatchIndex(s)
	if m == nil {
		return news.Byline{}, false
	}
	place := ""
	if m[2] >= 0 {
		place = s[m[2]:m[3]]
	}
	list := names(s[:m[0]])
	for i := range list {
		list[i].Role = additional
		if list[i].Place == "" {
			list[i].Place = place
		}
	}
	return news.Byline{Raw: raw, Others: list}, len(list) > 0
}

// isInitial reports whether s ends with an initial, as in "David E".
func isInitial(s string) bool {
	i := strings.LastIndexByte(s, ' ')
	return utf8.RuneCountInString(s[i+1:]) == 1
}

// names reads a list of names, each with the place it stood in where one is said. A place holds for the names before it.
func names(s string) []news.Author {
	s = strings.TrimRight(strings.TrimSpace(s), ".)")
	var out []news.Author
	open := 0
	for _, part := range nameSplit.Split(s, -1) {
		place := ""
		if m := nameFrom.FindStringSubmatch(part); m != nil {
			part, place = m[1], m[2]
		}
		part, _, _ = strings.Cut(part, " via ") // "Jane Roe via the Dubai newsroom"
		part = strings.Trim(part, " .,|()")
		if !isPerson(part) {
			continue
		}
		out = append(out, news.Author{Name: ordinaryName(part), Place: place})
		if place != "" {
			for i := open; i < len(out); i++ {
				out[i].Place = place
			}
			open = len(out)
		}
	}
	return out
}

// particles stand inside names in lower case.
var particles = map[string]bool{"de": true, "da": true, "di": true, "du": true, "van": true, "von": true, "der": true, "den": true, "del": true, "la": true,
	"le": true, "el": true, "al": true, "bin": true, "ibn": true, "dos": true, "das": true, "ter": true, "y": true, "e": true}

// deskWords are in bylines that name no person, and after names.
var deskWords = map[string]bool{"staff": true, "reuters": true, "press": true, "news": true, "agency": true, "desk": true, "bureau": true, "correspondent": true,
	"reporter": true, "editor": true, "writer": true, "editors": true, "team": true, "associated": true, "bbc": true, "cnn": true, "afp": true, "ap": true, "upi": true, "guardian": true,
	"times": true, "post": true, "service": true, "services": true, "contributor": true, "special": true, "newsroom": true, "online": true, "magazine": true, "editorial": true, "board": true}

// isDesk reports whether a byline names an office: "Reuters Staff".
func isDesk(s string) bool {
	for _, w := range strings.Fields(s) {
		if deskWords[strings.ToLower(strings.Trim(w, ".,"))] {
			return true
		}
	}
	return false
}

// isPerson reports whether s is a name of two to five words.
func isPerson(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 5 {
		return false
	}
	// "Madrid Newsroom" signs as a person would.
	if last := words[len(words)-1]; strings.EqualFold(last, "newsroom") && len(words) <= 3 {
		words = words[:len(words)-1]
	}
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case deskWords[strings.ToLower(strings.Trim(w, ".,"))]:
			return false
		case unicode.IsUpper(r):
		case particles[w] && i > 0 && i < len(words)-1:
		case i > 0 && strings.HasPrefix(w, "al-"):
		case i == 0 && particles[w]:
		default:
			return false
		}
		if strings.ContainsFunc(w, unicode.IsDigit) {
			return false
		}
	}
	return true
}

// ordinaryName writes a name in capitals in ordinary letters: "CHOE SANG-HUN" -> "Choe Sang-Hun".
func ordinaryName(s string) string {
	if strings.ToUpper(s) != s {
		return s
	}
	var b strings.Builder
	up := true
	for _, r := range s {
		if up {
			b.WriteRune(r)
		} else {
			b.WriteRune(unicode.ToLower(r))
		}
		up = !unicode.IsLetter(r)
	}
	return b.String()
}
