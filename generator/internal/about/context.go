package about

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/generator/internal/news"
)

// setting is how one mention stands in its sentence.
type setting struct {
	opens       bool // first words of the sentence: most often its subject
	speaks      bool // "Moon said", "said Moon", "Moon, who said"
	source      bool // "told Reuters", "according to the BBC", "CNN reported"
	located     bool // "in Berlin", "from China", "near Seoul", "the village of Ellis"
	behindComma bool // "Kamloops, British Columbia": the larger place behind the smaller
	beforeComma bool // "Kamloops, British Columbia": the smaller one; also before an apposition
	bracketed   bool // "(FBI)"
	quoted      bool // inside quotation marks
	possessor   bool // "Mr. Moon’s"
	modifies    bool // stands before a noun: "the Berlin speech"
	acts        bool // a verb follows: "China rejected"
	joined      bool // beside "and": one of a list
	object      bool // behind a verb: "killed Smith"
	asks        bool // "Chuck Todd asked", "host Chuck Todd"
	dated       bool // the sentence gives a year: "in 1976", as tales of the past do
	expert      bool // an analyst, a professor, a spokeswoman: one who comments
	comments    bool // an analyst, a professor: one who is asked what to make of it
	employs     bool // "an analyst at Ellis Bank"
	chief       bool // a president, a minister, a chief executive: one who acts
	fate        bool // died, was arrested, was elected: one to whom it happened
	late        bool // in the second half of the text
	past        bool // in a paragraph that tells of long ago
	tale        bool // there, or in the paragraph behind
	leads       bool // opens a paragraph
	example     bool // "countries such as China", "from Venezuela to Russia"
	former      bool // "former President Ford"
}

var (
	speechVerbs = set("said says say told tells added adds announced stated states noted argued warned claimed claims insisted explained " +
		"wrote confirmed denied acknowledged commented declared asked replied tweeted recalled predicted estimates believes thinks")
	reportVerbs = set("reported reports reporting")
	placeWords  = set("in at from near to into outside around across inside throughout via through on off")
	worksAt     = set("at of with from for the")
	helpers     = set("is are was were has have had will would could should may might can must did does do be been")
)

// read tells how the mention stands in sentence s of body.
func read(body string, s news.Span, m news.Mention, inQuote bool) setting {
	before, after := body[s.Start:m.Start], body[m.End:s.End]
	last, gapBefore := lastWord(before)
	next, gapAfter := firstWord(after)
	var c setting
	c.quoted = inQuote
	c.possessor = strings.HasPrefix(after, "’s") || strings.HasPrefix(after, "'s") || strings.HasPrefix(after, "’ ") || strings.HasPrefix(after, "' ")
	c.opens = len(before) == 0 || wordCount(before, 4) < 4 && !strings.ContainsAny(before, ",;:")
	c.speaks = speechVerbs[next] && !strings.ContainsAny(gapAfter, "\"”“.;") || speechVerbs[last] && strings.TrimSpace(gapBefore) == "" && last != "told"
	if strings.HasPrefix(gapAfter, ",") && !c.speaks {
		// "Suh Choo-suk, a vice minister, said": the verb stands behind the description.
		if i := strings.IndexByte(after[1:], ','); i >= 0 {
			v, _ := firstWord(after[1+i:])
			c.speaks = speechVerbs[v]
		}
	}
	c.source = (last == "told" || last == "by" && strings.HasSuffix(strings.TrimSpace(before), "reported by") || reportVerbs[next] ||
		last == "to" && strings.HasSuffix(strings.TrimRight(before, " "), "according to"))
	c.located = placeWords[last] && !c.source || last == "of" && introduces(before[:len(before)-len(gapBefore)-len(last)])
	trimmed := strings.TrimRight(before, " ")
	c.behindComma = strings.HasSuffix(trimmed, ",")
	c.beforeComma = strings.HasPrefix(after, ",")
	c.bracketed = strings.HasSuffix(trimmed, "(") && strings.HasPrefix(after, ")")
	c.joined = last == "and" || next == "and" && gapAfter == " "
	c.acts = gapAfter == " " && (helpers[next] || len(next) > 4 && strings.HasSuffix(next, "ed"))
	c.asks = next == "asked" || next == "asks" || next == "questioned" || next == "pressed" || hosts[last] || next == "podcast" ||
		strings.HasSuffix(trimmed, "asked by") || strings.HasSuffix(trimmed, "Asked by") || strings.HasSuffix(trimmed, "interview with")
	near := body[max(s.Start, m.Start-60):m.Start]
	c.expert = anyWord(near, experts) || anyWord(body[m.End:min(s.End, m.End+70)], experts)
	c.comments = anyWord(near[max(0, len(near)-35):], commentators) || strings.HasPrefix(after, ",") && anyWord(body[m.End:min(s.End, m.End+50)], commentators)
	c.employs = worksAt[last] && anyWord(near, commentators)
	c.chief = anyWord(near[max(0, len(near)-35):], chiefs) || strings.HasPrefix(after, ",") && anyWord(body[m.End:min(s.End, m.End+50)], chiefs)
	c.fate = anyWord(body[m.End:min(s.End, m.End+40)], fates)
	c.source = c.source || toldBefore(near)
	c.example = strings.HasSuffix(trimmed, "such as") || last == "like" || last == "unlike" || last == "including" ||
		last == "to" && strings.Contains(near[max(0, len(near)-25):], "from ") || last == "from" && next == "to" && fromTo(after)
	c.former = anyWord(near[max(0, len(near)-30):], bygone)
	c.dated = year(body[s.Start:s.End])
	c.object = len(last) > 4 && strings.HasSuffix(last, "ed") && gapBefore == " "
	r, _ := utf8.DecodeRuneInString(next)
	c.modifies = gapAfter == " " && !c.acts && len(next) > 3 && unicode.IsLower(r) && !functionWords[next] && !speechVerbs[next] && !reportVerbs[next]
	return c
}

var (
	bygone  = lettered("former ex then late onetime predecessor")
	experts = lettered("analyst analysts professor economist spokesman spokeswoman spokesperson strategist expert researcher lecturer scientist " +
		"historian fellow partner adviser advisor consultant attorney lawyer resident witness neighbour neighbor eyewitness pollster lecturer")
	commentators = lettered("analyst analysts economist economists strategist strategists pollster pollsters")
	chiefs       = lettered("president minister chief ceo governor chairman chairwoman secretary candidate king queen prince mayor senator leader " +
		"director founder commander chancellor premier pope captain coach")
	fates = lettered("died dies dead killed arrested charged convicted sentenced elected appointed resigned won wins beat defeated injured missing " +
		"accused acquitted nominated named announced signed launched crashed collapsed agreed rejected ordered declared")
)

// introduces reports whether before, which stood before "of", ends with a word for a kind of place.
func introduces(before string) bool {
	word, gap := lastWord(before)
	return gap == " " && siteWords[word]
}

var siteWords = set("village town city port province island district state region suburb municipality county prefecture resort valley republic")

// wordList is a set of words, with the lengths of those that begin with each letter, so that most other words are told apart by these.
type wordList struct {
	words   map[string]bool
	lengths [256]uint32 // a bit a length, by first byte
}

func lettered(words string) *wordList {
	l := &wordList{words: set(words)}
	for w := range l.words {
		l.lengths[w[0]] |= 1 << len(w)
	}
	return l
}

// anyWord reports whether s holds one of the words, in whatever case.
func anyWord(s string, list *wordList) bool {
	var buffer [16]byte
	for i := 0; i < len(s); {
		if !letter(s[i]) {
			i++
			continue
		}
		w := buffer[:0]
		for ; i < len(s) && letter(s[i]); i++ {
			if len(w) < len(buffer) {
				w = append(w, s[i]|0x20)
			}
		}
		if list.lengths[w[0]]>>len(w)&1 != 0 && list.words[string(w)] {
			return true
		}
	}
	return false
}

// fromTo reports whether after goes on with "to" and a name, as behind "Venezuela" in "from Venezuela to Russia".
func fromTo(after string) bool {
	rest, ok := strings.CutPrefix(after, " to ")
	r, _ := utf8.DecodeRuneInString(rest)
	return ok && unicode.IsUpper(r)
}

// toldBefore reports whether "told" stands at most four words before, as in "told CNN host Jake Tapper".
func toldBefore(before string) bool {
	i := strings.LastIndex(before, "told ")
	return i >= 0 && !strings.ContainsAny(before[i:], ",.;:\"”") && strings.Count(before[i:], " ") <= 5 && !strings.Contains(before[i:], " that ")
}

var hosts = set("host moderator anchor interviewer correspondent reporter journalist columnist moderators hosts photographer")

// year reports whether s has a year of the nineteenth to the twenty-first century, as in "in 1976".
func year(s string) bool {
	run := 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && '0' <= s[i] && s[i] <= '9' {
			run++
			continue
		}
		if run == 4 && (s[i-4:i-2] == "19" || s[i-4:i-2] == "20" || s[i-4:i-2] == "18") {
			return true
		}
		run = 0
	}
	return false
}

var functionWords = set("the and but for with from into over after before when while that which who whom whose where than then this these " +
	"those about against between during under since until also only more most less because though although such both either neither not " +
	"told said says here there his her their its our your they them were was are been being have has had will would could should might must may can")

// lastWord returns the last word of s in lower case, and what stands between it and the end.
func lastWord(s string) (word, gap string) {
	end := len(s)
	for end > 0 && !letter(s[end-1]) {
		end--
	}
	start := end
	for start > 0 && letter(s[start-1]) {
		start--
	}
	return strings.ToLower(s[start:end]), s[end:]
}

// firstWord returns the first word of s in lower case, and what stands before it.
func firstWord(s string) (word, gap string) {
	start := 0
	for start < len(s) && !letter(s[start]) {
		start++
	}
	end := start
	for end < len(s) && letter(s[end]) {
		end++
	}
	return strings.ToLower(s[start:end]), s[:start]
}

// letter takes every byte beyond ASCII for a part of a letter, but for the marks that begin with 0xE2 (“ ” ’ —).
func letter(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= 0x80 && c != 0xe2 && c != 0x9c && c != 0x9d && c != 0x99
}

// wordCount counts the words of s, and stops at most.
func wordCount(s string, most int) int {
	n, inside := 0, false
	for i := 0; i < len(s) && n < most; i++ {
		if w := letter(s[i]); w && !inside {
			n++
			inside = true
		} else if !w {
			inside = false
		}
	}
	return n
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// quotedSpans returns the stretches of body inside quotation marks, in order; a quote that a paragraph leaves open ends with it.
func quotedSpans(a *news.Article) []news.Span {
	var out []news.Span
	for _, p := range a.Paragraphs {
		open := -1
		for i := p.Start; i < p.End; i++ {
			switch {
			case strings.HasPrefix(a.Body[i:p.End], "“"):
				open = i
			case open >= 0 && strings.HasPrefix(a.Body[i:p.End], "”"):
				out, open = append(out, news.Span{Start: open, End: i}), -1
			case a.Body[i] == '"' && open < 0:
				open = i
			case a.Body[i] == '"':
				out, open = append(out, news.Span{Start: open, End: i}), -1
			}
		}
		if open >= 0 {
			out = append(out, news.Span{Start: open, End: p.End})
		}
	}
	return out
}
