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
	base             // say, call: with a plural subject
	noun             // calls, reports: a verb only after a name or a pronoun
	object           // him
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
			if c, ok := vocabulary[strings.ToLower(w)]; ok && c != verb && c != soft && c != participle && c != base && c != noun {
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
			third, past := forms(w)
			m[w], m[third], m[past] = base, g.class, g.class
			m[gerund(w)] = participle
		}
	}
	for w := range strings.FieldsSeq(irregular) {
		m[w] = verb
	}
	for w := range strings.FieldsSeq("say tell write think speak") {
		m[w] = base
	}
	for w := range strings.FieldsSeq(nouns) {
		m[w] = noun
	}
	for w := range strings.FieldsSeq("daily weekly monthly family ally assembly supply rally") {
		m[w] = plain
	}
	for w := range strings.FieldsSeq("saying telling writing reading thinking swearing shouting speaking putting") {
		m[w] = participle
	}
	return m
}

// forms returns the third person and the past of a regular verb.
func forms(w string) (third, past string) {
	switch last := w[len(w)-1]; {
	case last == 'e':
		return w + "s", w + "d"
	case last == 'y' && !strings.ContainsRune("aeiou", rune(w[len(w)-2])):
		return w[:len(w)-1] + "ies", w[:len(w)-1] + "ied"
	case strings.HasSuffix(w, "sh") || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "ss"):
		return w + "es", w + "ed"
	case doubles[w]:
		return w + "s", w + w[len(w)-1:] + "ed"
	}
	return w + "s", w + "ed"
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
	post email blog text chant plead urge reason advise instruct order demand beg assure remind caution agree affirm confirm deny pledge
	wonder question intone gush snap snarl sneer scoff gripe grumble rail reveal disclose comment elaborate clarify tease taunt thunder
	volunteer inform proclaim profess interject implore estimate speculate propose interrupt signal marvel bemoan echo offer
	speculate theorize fume deadpan beam riff counsel attest answer inquire query summarize`

// calls are regular verbs that take what is quoted as a name for something, or as part of their object.
const calls = `call describe label dub name term characterize characterise denounce criticize criticise blast slam praise dismiss reject blame mock
	attack accuse condemn decry deride refer cite hail tout deem brand portray depict compare talk express hope use propose support
	ridicule lambaste chide rebuke scold applaud laud hammer knock rip pan pronounce consider title headline caption entitle
	threaten welcome defend condemn invoke mention identify quote pick endorse liken acclaim chastise lash`

// irregular are the forms of other verbs of saying.
const irregular = `said says told tells wrote writes reads read thinks thought spoke speaks swore swears put puts`

// nouns are forms of verbs of saying that are nouns more often than not.
const nouns = `calls attacks states reports questions hopes claims charges notes posts emails texts demands orders answers quotes comments names labels
	terms headlines supports signals offers slams knocks promises vows threats blasts remarks proposes uses replies tweets chants cries shouts
	whispers jokes estimates`

var classWords = []struct {
	class class
	words string
}{
	{markClass, `, . : ; — – - -- ( ) [ ] ! ? ... … / *`},
	{pronoun, `he she they we I it you He She They We It You`},
	{relative, `who which that`},
	{object, `him them me us whom himself herself themselves`},
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

// isPerson reports whether a noun is one for people or for what speaks like them: "spokesman", "adviser", "critics", "campaign".
func isPerson(w string) bool {
	w = strings.ToLower(w)
	if speakers[w] {
		return true
	}
	w = strings.TrimSuffix(w, "s")
	if speakers[w] {
		return true
	}
	for _, suffix := range [...]string{"man", "men", "woman", "women", "er", "or", "ist", "ian", "person", "people", "ant", "ee", "ive"} {
		if len(w) > len(suffix)+2 && strings.HasSuffix(w, suffix) {
			return !things[w]
		}
	}
	return false
}

var speakers, things = set(`aide official president chief head member analyst police critic ally agency group team campaign company council court
	committee department ministry government administration office board union association party house commission bureau service firm family
	source expert mayor governor judge friend chair candidate nominee attorney delegate colleague guy girl boy mother father brother sister
	son daughter wife husband student veteran general economist republican democrat senate congress king queen prince pope priest
	newspaper magazine network daily paper panel captain sergeant coach crowd others authorities victim guard deputy neighbor neighbour
	statement letter memo report tweet email post release message filing complaint lawsuit indictment study poll article website survey secretary
	justice dictator prime patriarch cleric youth locals residents parent individual columnist ceo host pundit doctor nurse
	bank airline utility brokerage watchdog embassy charity federation bloc consortium conglomerate startup regime`),
	set(`order number power matter letter offer center computer paper year error factor sector color labor door floor former other under over
	never however summer winter october september november december water weather river tower dinner corner quarter moment`)

// set makes a set of the words of list.
func set(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

// documents are what can say something for whoever issued it.
var documents = map[string]bool{"statement": true, "letter": true, "memo": true, "report": true, "tweet": true, "email": true, "e-mail": true, "post": true,
	"release": true, "message": true, "filing": true, "complaint": true, "document": true, "lawsuit": true, "indictment": true, "notice": true}
