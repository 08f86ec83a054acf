package token

import (
	"strings"
	"unicode/utf8"
)

// wordEnd returns where the word ends that is known to reach to text[i], after a letter or digit.
func wordEnd(text string, i int) int {
	known := i
	for i < len(text) {
		size, class := classAt(text, i)
		if class == letter || class == digit {
			i += size
			continue
		}
		n := joint(text, known, i, size, class)
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

// wordStart returns where the run of letters and digits begins that ends at text[i].
func wordStart(text string, i int) int {
	for i > 0 {
		_, size := utf8.DecodeLastRuneInString(text[:i])
		if _, class := classAt(text, i-size); class != letter && class != digit {
			break
		}
		i -= size
	}
	return i
}

// joint returns how many bytes at text[i], a mark of the given size and class, belong to the word that is known to reach to text[known];
// 0 ends the word.
func joint(text string, known, i, size int, class uint8) int {
	next := startsWord(text, i+size)
	if class == quote {
		if next {
			return size
		}
		return 0
	}
	switch text[i] {
	case '\'', '_', '@':
		if next {
			return 1
		}
	case '-':
		if next {
			return 1
		}
	case '&': // "AT&T", "S&P"
		if next && upperASCII(text[i-1]) && upperASCII(text[i+1]) {
			return 1
		}
	case ',', ':': // "12,500", "10:30"
		if next && isDigit(text[i-1]) && isDigit(text[i+1]) && !strings.HasPrefix(text[i+1:], "//") {
			return 1
		}
		if text[i] == ':' && strings.HasPrefix(text[i:], "://") { // a web address runs to the next space
			return len(address(text[i:]))
		}
	case '.':
		if next { // "3.5", "amazon.com", "U.S"
			return 1
		}
		start := wordStart(text, known)
		if w := text[start+strings.LastIndexByte(text[start:i], '-')+1 : i]; len(w) < i-start && IsAbbreviation(w) { // "R-Calif."
			return 1
		}
		if w := text[start:i]; IsAbbreviation(w) && (!numbers[w] || numberFollows(text[i+1:])) {
			return 1
		}
	}
	return 0
}

// numberFollows reports whether text begins with a number after a space.
func numberFollows(text string) bool {
	return len(text) > 1 && text[0] == ' ' && isDigit(text[1])
}

// address returns the web address at the beginning of text, without the mark that ends its sentence.
func address(text string) string {
	n := strings.IndexAny(text, " \t\n\"<>")
	if n < 0 {
		n = len(text)
	}
	return strings.TrimRight(text[:n], ".,;:!?)]’”'")
}

func upperASCII(c byte) bool { return 'A' <= c && c <= 'Z' }
func isDigit(c byte) bool    { return '0' <= c && c <= '9' }

// clitics are the endings that are words of their own, as in "Seoul's" and "they've".
var clitics = []string{"s", "S", "re", "ve", "ll", "d", "m"}

// cliticLen returns the length of the clitic with its apostrophe that w ends in, and 0 where there is none.
func cliticLen(w string) int {
	// An apostrophe stands two or three bytes before the end, and most words have none.
	n := len(w)
	if n < 3 || w[n-2] != '\'' && w[n-3] != '\'' && w[n-2] < utf8.RuneSelf && w[n-3] < utf8.RuneSelf {
		return 0
	}
	for _, c := range clitics {
		rest, ok := strings.CutSuffix(w, c)
		if !ok {
			continue
		}
		for _, q := range [...]string{"'", "’", "ʼ"} {
			if before, ok := strings.CutSuffix(rest, q); ok && before != "" {
				return len(q) + len(c)
			}
		}
	}
	return 0
}

// clitic returns the end of the clitic whose apostrophe is text[i:end], as in `Yahoo!'s`, and end where it is a mere mark.
func clitic(text string, i, end int) int {
	if i == 0 {
		return end
	}
	if size, class := classAt(text, i-1); class == space || size != 1 {
		return end
	}
	for _, c := range clitics {
		if strings.HasPrefix(text[end:], c) && !startsWord(text, end+len(c)) {
			return end + len(c)
		}
	}
	return end
}

// compoundLen returns the length of the tail of a compound of a name and a participle, with its hyphen ("-led" of "U.S.-led"), and 0 where w
// is no such compound. Names whose last part is in lower case ("Jae-in") stay whole.
func compoundLen(w string) int {
	h := strings.LastIndexByte(w, '-')
	if h <= 0 {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(w)
	if r < utf8.RuneSelf && !upperASCII(byte(r)) {
		return 0
	}
	tail := w[h+1:]
	if compoundTails[tail] || (len(tail) > 4 && strings.HasSuffix(tail, "ed") && lowerASCII(tail)) {
		return len(w) - h
	}
	return 0
}

// prefixLen returns the length of the prefix of w that stands before a name ("pro" of "pro-Beijing"), without its hyphen, and 0 where w has none.
func prefixLen(w string) int {
	h := strings.IndexByte(w, '-')
	if h <= 0 || h+1 >= len(w) || !upperASCII(w[h+1]) {
		return 0
	}
	if prefixes[strings.ToLower(w[:h])] || (w[0] == 'D' || w[0] == 'R') && h == 1 && len(w) > 4 && w != "D-Day" {
		return h
	}
	return 0
}

func lowerASCII(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return true
}

// compoundTails are the words that follow a name and a hyphen without being part of the name.
var compoundTails = wordSet(`based led born style run held built made owned friendly wide bound only area era like type related linked
	listed trained bred occupied funded free ready sponsored leaning affiliated themed inspired level born speaking dominated brokered
	born-and-bred born- class native educated winning loving hating watcher watchers goer going driven centric specific inspired
	compliant compatible exclusive oriented positive negative proof resistant adjacent aligned allied approved backed
	controlled dependent designed developed focused hosted imposed mandated produced ruled supplied supported trained`)

// prefixes are the words that stand before a hyphen and a name without being part of the name.
var prefixes = wordSet(`anti pro ex then non pre post near mid trans intra inter sub ultra neo former future now arch`)

// wordSet returns the words of list, split at white space.
func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}
