package quote

import "strings"

// class is what a word does around a quotation.
type class uint8

const (
	plain      class = iota
	markClass        // , . : and the like
	quoted           // a whole quotation
	verb             // said
	soft             // called: its object is quoted
	participle       // saying, calling
	pronoun          // he, she, they, we, I, it
	relative         // who
	determiner       // the, a, his
	preposition
	auxiliary // has, was
	adverb
	conjunction
	possessive // 's
	number
	calendar // Monday, July
)

// classOf returns the class of a word. Capitals matter: a name is never a verb.
func classOf(w string) class {
	if c, ok := vocabulary[w]; ok {
		return c
	}
	c := w[0]
	switch {
	case c >= 'A' && c <= 'Z':
		if len(w) <= 10 {
			if c, ok := vocabulary[strings.ToLower(w)]; ok && c != verb && c != soft && c != participle {
				return c
			}
		}
		return plain
	case c >= '0' && c <= '9':
		return number
	case c < '0' || c > '9' && c < 'A' || c > 'Z' && c < 'a' || c > 'z' && c < 0x80:
		if strings.HasPrefix(w, "'s") {
			return possessive
		}
		if c == '@' || c == '#' || c == '$' {
			return plain
		}
		return markClass
	case c == 0xE2: // general punctuation
		if strings.HasPrefix(w, "’s") {
			return possessive
		}
		if len(w) <= 3 {
			return markClass
		}
	case len(w) > 4 && strings.HasSuffix(w, "ly"):
		return adverb
	}
	return plain
}

var vocabulary = build()

// build makes the vocabulary from its lists.
func build() map[string]class {
	m := map[string]class{}
	for _, g := range classWords {
		for w := range strings.FieldsSeq(g.words) {
			m[w] = g.class
		}
	}
	for _, g := range []struct {
		class class
		words string
	}{{verb, says}, {soft, calls}} {
		for w := range strings.FieldsSeq(g.words) {
			for _, form := range forms(w) {
				m[form] = g.class
			}
			m[gerund(w)] = participle
		}
	}
	for w := range strings.FieldsSeq(irregular) {
		m[w] = verb
	}
	for w := range strings.FieldsSeq("saying telling writing reading thinking swearing shouting speaking putting") {
		m[w] = participle
	}
	return m
}

// forms returns the third person and the past of a regular verb.
func forms(w string) []string {
	switch last := w[len(w)-1]; {
	case last == 'e':
		return []string{w + "s", w + "d"}
	case last == 'y' && !strings.ContainsRune("aeiou", rune(w[len(w)-2])):
		return []string{w[:len(w)-1] + "ies", w[:len(w)-1] + "ied"}
	case strings.HasSuffix(w, "sh") || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "ss"):
		return []string{w + "es", w + "ed"}
	case doubles[w]:
		return []string{w + "s", w + w[len(w)-1:] + "ed"}
	}
	return []string{w + "s", w + "ed"}
}

// gerund returns the -ing form of a regular verb.
func gerund(w string) string {
	switch {
	case w[len(w)-1] == 'e':
		return w[:len(w)-1] + "ing"
	case doubles[w]:
		return w + w[len(w)-1:] + "ing"
	}
	return w + "ing"
}

var doubles = map[string]bool{"admit": true, "quip": true, "brag": true, "slam": true, "dub": true, "snap": true, "blog": true, "refer": true,
	"crow": false, "tap": true, "pan": true, "rip": true}

// says are regular verbs whose object is what was said.
const says = `add ask argue warn insist tweet retweet reply explain note state testify recall announce claim declare continue conclude suggest observe
	remark acknowledge admit joke quip respond complain promise vow predict believe counter retort shout yell exclaim scream whisper mutter murmur
	cry confess concede recount lament muse opine boast brag assert maintain contend allege charge reiterate repeat stress emphasize emphasise report
	post email blog text chant plead urge finish reason advise instruct order demand beg assure remind caution agree affirm confirm deny pledge
	wonder question intone gush snap snarl sneer scoff gripe grumble rail reveal disclose comment elaborate clarify tease taunt thunder
	volunteer inform proclaim profess interject implore estimate speculate propose interrupt signal marvel bemoan echo offer
	speculate theorize fume deadpan open close start counsel attest answer inquire query summarize sum`

// calls are regular verbs that take what is quoted as a name for something, or as part of their object.
const calls = `call describe label dub name term characterize characterise denounce criticize criticise blast slam praise dismiss reject blame mock
	attack accuse condemn decry deride refer cite hail tout deem brand portray depict compare talk express hope use propose support
	ridicule lambaste chide rebuke scold applaud laud hammer knock rip pan pronounce consider title headline caption entitle
	threaten welcome defend condemn invoke mention identify quote pick endorse liken acclaim chastise lash`

// irregular are the forms of other verbs of saying.
const irregular = `said says say told tells tell wrote writes write written reads read thinks thought spoke speaks began swore swears sworn
	puts felt feels shot knows sees saw went goes`

var classWords = []struct {
	class class
	words string
}{
	{markClass, `, . : ; — – - -- ( ) [ ] ! ? ... … / *`},
	{pronoun, `he she they we I it you He She They We It You`},
	{relative, `who which that`},
	{determiner, `the a an this these those his her their its our my your some many most several one two three another other both any no every each
		The A An This These Those His Her Their Its Our My Some Many Most Several One Two Three Another Other Both`},
	{preposition, `of for from at in with to on by about as into over under after before during since against through between among near outside
		inside without within toward towards despite like unlike amid upon`},
	{auxiliary, `has have had is are was were be been being would will could might may did do does can should must having 've 'd ’ve ’d 'll ’ll 'm ’m 're ’re`},
	{adverb, `also later then again once even now never still just simply not n't n’t soon ever already too instead perhaps famously often always
		sometimes further reportedly today yesterday back`},
	{conjunction, `and but or so when while because if although though where whether than until whereas`},
	{calendar, `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
		december jan. feb. aug. sept. oct. nov. dec. today yesterday`},
}

// documents are what can say something for whoever issued it.
var documents = map[string]bool{"statement": true, "letter": true, "memo": true, "report": true, "tweet": true, "email": true, "e-mail": true, "post": true,
	"release": true, "message": true, "filing": true, "complaint": true, "document": true, "lawsuit": true, "indictment": true, "notice": true}
