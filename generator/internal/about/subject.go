package about

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/keyphrase"
	"copydesk/generator/internal/news"
)

const (
	fewestSubjects = 3
	mostSubjects   = 6
)

// Subject is a topical heading that an article might be filed under.
type Subject struct {
	Name       string
	FromTable  bool // a subject of the table; else a phrase of the article
	Features   [subjectFeatureCount]float64
	Background string   // the subject of the table whose share of texts counts
	ClueOf     []string // of a phrase: the subjects of the table that it gives away by itself
	words      []string // of Name, folded
	evidence   subjectEvidence
}

// subjectEvidence is what of a subject a reader can check.
type subjectEvidence struct {
	clues              []clueCount // in order of first use
	weight             float64
	headline, lede     float64
	literal            int
	literalHeadline    bool
	literalLede        bool
	places, paragraphs int
	lastParagraph      int
	first              int
}

// clueCount is a clue as the table has it, and how often it was met.
type clueCount struct {
	text  string
	count int
}

// The features of a subject. Those of a table's subject and of a phrase share the list, but not the weights.
const (
	sBias = iota
	sTwoWords
	sThreeWords
	sWeight
	sHeadline
	sLede
	sClues
	sLiteral
	sLiteralHeadline
	sLiteralLede
	sLiteralFrequency
	sDensity
	sParagraphs
	sFirst
	sRarity
	sRank
	sBest
	sPhraseScore
	sHeadKnown
	sSingular
	sLong
	sPrior
	sRarityHead
	sRarityOneWord
	sNounHead
	sVerbHead
	sAdjectiveFirst
	sVerbFirst
	sGeneric
	sKnownOneWord
	sCount
	sRankOneWord
	subjectFeatureCount
)

// SubjectFeatureNames are the names of the features, in their order.
var SubjectFeatureNames = [subjectFeatureCount]string{"sBias", "sTwoWords", "sThreeWords", "sWeight", "sHeadline", "sLede", "sClues", "sLiteral",
	"sLiteralHeadline", "sLiteralLede", "sLiteralFrequency", "sDensity", "sParagraphs", "sFirst", "sRarity", "sRank", "sBest", "sPhraseScore",
	"sHeadKnown", "sSingular", "sLong", "sPrior", "sRarityHead", "sRarityOneWord", "sNounHead", "sVerbHead", "sAdjectiveFirst", "sVerbFirst",
	"sGeneric", "sKnownOneWord", "sCount", "sRankOneWord"}

// Subjects returns the headings that the article might be filed under: those of the table first, then its own phrases.
func Subjects(a *news.Article, names alias.Names, phrases []news.Phrase) []*Subject {
	v := table()
	met := make(map[int32]*Subject, 64)
	var out []*Subject
	add := func(f find, headline bool) {
		s := met[f.clue.subject]
		if s == nil {
			name := v.subjects[f.clue.subject]
			s = &Subject{Name: name, FromTable: true, Background: name, words: v.folded[f.clue.subject]}
			s.evidence.first = f.span.Start
			met[f.clue.subject] = s
			out = append(out, s)
		}
		s.evidence.meet(a, f, headline)
	}
	v.meet(a.Headline, func(f find) { add(f, true) })
	m := 0
	v.meet(a.Body, func(f find) {
		for m < len(names.Mentions) && names.Mentions[m].End <= f.span.Start {
			m++
		}
		// What is only a part of a name says little: "Bank of America" is no bank robbery.
		if m < len(names.Mentions) && names.Mentions[m].Overlaps(f.span) && !f.span.Contains(names.Mentions[m].Span) {
			return
		}
		add(f, false)
	})
	rank(out)
	for _, s := range out {
		s.measure(a)
	}
	return append(out, phraseSubjects(a, names, phrases, out, met)...)
}

func (e *subjectEvidence) meet(a *news.Article, f find, headline bool) {
	c := e.count(f.clue.text)
	e.places++
	// The tenth time that a word is met says no more than the fifth.
	w := f.clue.weight / math.Sqrt(float64(c))
	e.weight += w
	if f.clue.literal {
		e.literal++
	}
	if headline {
		e.headline += f.clue.weight
		e.literalHeadline = e.literalHeadline || f.clue.literal
		return
	}
	p := a.Paragraph(f.span.Start)
	if p <= 1 {
		e.lede += w
		e.literalLede = e.literalLede || f.clue.literal
	}
	if p != e.lastParagraph {
		e.paragraphs, e.lastParagraph = e.paragraphs+1, p
	}
}

// count counts the clue and returns how often it was met.
func (e *subjectEvidence) count(clue string) int {
	for i := range e.clues {
		if e.clues[i].text == clue {
			e.clues[i].count++
			return e.clues[i].count
		}
	}
	e.clues = append(e.clues, clueCount{clue, 1})
	return 1
}

// rank orders the table's subjects by their evidence, most first, and keeps the order in each.
func rank(all []*Subject) {
	slices.SortFunc(all, func(x, y *Subject) int {
		return cmp.Or(cmp.Compare(y.evidence.strength(), x.evidence.strength()), cmp.Compare(x.Name, y.Name))
	})
	for i, s := range all {
		s.Features[sRank] = math.Log(float64(i+1)) / 3
		s.Features[sBest] = s.evidence.strength() / math.Max(0.1, all[0].evidence.strength())
	}
}

func (e *subjectEvidence) strength() float64 { return e.weight + e.headline + e.lede }

func (s *Subject) measure(a *news.Article) {
	f, e := &s.Features, &s.evidence
	words := strings.Count(s.Name, " ") + 1
	f[sBias], f[sTwoWords], f[sThreeWords] = 1, truth(words == 2), truth(words >= 3)
	f[sWeight] = math.Log(1+e.weight) / 2
	f[sHeadline] = math.Min(2, e.headline) / 2
	f[sLede] = math.Log(1+e.lede) / 2
	f[sClues] = math.Log(math.Max(1, float64(len(e.clues)))) / 2
	f[sLiteral] = truth(e.literal > 0)
	f[sLiteralHeadline], f[sLiteralLede] = truth(e.literalHeadline), truth(e.literalLede)
	f[sLiteralFrequency] = math.Log(1+float64(e.literal)) / 2
	f[sDensity] = math.Log(1+e.weight*1000/float64(len(a.Body)+200)) / 2
	f[sParagraphs] = float64(e.paragraphs) / float64(len(a.Paragraphs)+1)
	f[sFirst] = float64(e.first) / float64(len(a.Body)+1)
	b := backgrounds().of[s.Background]
	s.Compare(b.met, b.right, backgrounds().texts)
}

// Compare sets the features that tell how common the subject is: the number of texts in which it was met, and in which an editor agreed.
func (s *Subject) Compare(met, right, texts float64) {
	s.Features[sRarity] = -math.Log((met+0.5)/(texts+1)) / 4
	s.Features[sPrior] = math.Log((right + 0.6) / (met + 6) * 10)
	if s.Background == "" {
		s.Features[sRarity], s.Features[sPrior] = 1.5, 0
	}
}

// phraseSubjects makes subjects of the phrases that are no names and hold none; known are the table's subjects that were met.
func phraseSubjects(a *news.Article, names alias.Names, phrases []news.Phrase, known []*Subject, met map[int32]*Subject) []*Subject {
	v, lower := table(), strings.ToLower(a.Headline)
	var out []*Subject
	for i := range phrases {
		p := &phrases[i]
		if !fileable(a, names, p) {
			continue
		}
		s := &Subject{Name: p.Text, words: foldWords(p.Text)}
		if tabled(known, s.words) {
			continue
		}
		e := &s.evidence
		e.first, e.literal, e.places, e.weight = p.Spans[0].Start, len(p.Spans), len(p.Spans), float64(len(p.Spans))
		for _, span := range p.Spans {
			q := a.Paragraph(span.Start)
			if q <= 1 {
				e.lede++
				e.literalLede = true
			}
			if q != e.lastParagraph {
				e.paragraphs, e.lastParagraph = e.paragraphs+1, q
			}
		}
		if strings.Contains(lower, keyphrase.Singular(p.Text)) {
			e.literalHeadline, e.headline = true, 1
		}
		// What the table knows of the words lends the phrase its standing.
		strength := 0.0
		v.meet(p.Text, func(f find) {
			if f.span.Len() == len(p.Text) && !f.clue.literal {
				s.ClueOf = append(s.ClueOf, v.subjects[f.clue.subject])
			}
			if k := met[f.clue.subject]; k != nil && k.evidence.strength() > strength {
				s.Background, strength = k.Name, k.evidence.strength()
			}
		})
		s.measure(a)
		s.Features[sRank] = math.Log(float64(i+1)) / 3
		s.Features[sPhraseScore] = p.Score
		s.Features[sHeadKnown] = math.Log(1+strength) / 3
		s.Features[sSingular] = truth(!strings.HasSuffix(p.Text, "s"))
		s.Features[sLong] = truth(len(p.Text) > 24)
		s.traits()
		out = append(out, s)
	}
	return out
}

// tabled reports whether a subject of the table has these very words, but for number.
func tabled(known []*Subject, words []string) bool {
	for _, s := range known {
		if slices.Equal(s.words, words) {
			return true
		}
	}
	return false
}

// traits sets the features that tell what kind of words a phrase is made of.
func (s *Subject) traits() {
	f, words := &s.Features, strings.Fields(s.Name)
	head, first, one := keyphrase.Look(words[len(words)-1]), keyphrase.Look(words[0]), truth(len(words) == 1)
	f[sRarityHead], f[sRarityOneWord] = head.Rarity, head.Rarity*one
	f[sNounHead], f[sVerbHead] = head.Noun, head.Verb
	f[sAdjectiveFirst], f[sVerbFirst] = first.Adjective*(1-one), first.Verb*(1-one)
	f[sGeneric] = truth(generic[keyphrase.Singular(words[len(words)-1])])
	f[sKnownOneWord] = one * f[sHeadKnown]
	f[sCount] = math.Log(float64(s.evidence.places))
	f[sRankOneWord] = one * f[sRank]
}

// fileable reports whether p is a subject by its form: no name, no part of one, and written in lower case where it stands.
func fileable(a *news.Article, names alias.Names, p *news.Phrase) bool {
	if len(p.Spans) == 0 || strings.ContainsAny(p.Text, "0123456789$%.") || p.Text != strings.ToLower(p.Text) {
		return false
	}
	words := strings.Fields(p.Text)
	if folded := foldWords(p.Text); len(folded) > 1 && slices.Contains(folded[1:], folded[0]) {
		return false // "military-to-military dialogue" says a word twice
	}
	if len(words) > 3 && len(p.Spans) < 2 || len(words) > 1 && len(p.Spans) < 3 && clause(words) {
		return false
	}
	if len(words) == 1 && (keyphrase.Look(words[0]).Noun < 0.4 || generic[keyphrase.Singular(words[0])]) {
		return false
	}
	if hollow[keyphrase.Singular(words[len(words)-1])] {
		return false
	}
	if len(words) > 1 && (slices.ContainsFunc(words, func(w string) bool { return bland[w] }) || len(p.Spans) == 1 && colours(words[0])) {
		return false
	}
	m, upper, lower := 0, 0, 0
	for _, s := range p.Spans {
		for m < len(names.Mentions) && names.Mentions[m].End <= s.Start {
			m++
		}
		if m < len(names.Mentions) && names.Mentions[m].Overlaps(s) {
			return false
		}
		if c := a.Body[s.Start]; capitalised(a.Body, s) {
			upper++
		} else if c < 'A' || c > 'Z' {
			lower++
		}
	}
	return upper*2 <= len(p.Spans) && (lower > 0 || upper == 0 && keyphrase.Look(words[0]).Known)
}

// clause reports whether words look like a piece of a sentence, with a verb at either end: "teenagers shot", "announces restrictions".
func clause(words []string) bool {
	first, last := keyphrase.Look(words[0]), keyphrase.Look(words[len(words)-1])
	return first.Verb > 0.5 || last.Verb > 0.5 && last.Noun < 0.5
}

// bland are words that only place a thing in time or rank: "new governor", "upcoming race", "lender last year".
var bland = set("new former recent upcoming so-called latest current next last past previous future early late late-night average typical total " +
	"full first second third final several many few more most such other another same different key main major top big bigger biggest large " +
	"larger largest small smaller smallest high higher highest low lower lowest good better best bad worse worst worst-ever great strong " +
	"stronger strongest weak weaker weakest long longer longest short shorter old older oldest young younger youngest fastest growing rising falling senior junior veteran leading year years month months week weeks day days " +
	"tough real important possible likely potential certain special particular strange own additional further alleged")

// hollow are head words that leave a phrase without a subject, whatever stands before them: "intentional act", "troop presence".
var hollow = set("act presence front issue point question matter way case thing situation status condition basis level side chance hope fear " +
	"sense kind sort type example reason fact view idea approach move decision statement comment remark response effort attempt step part " +
	"number amount rate share sum performance persistence increase decrease change difference role job name word person people man woman body " +
	"executive minister operator economist executive spokesman adviser aide analyst observer subscriber customer alleges")

// colours reports whether an adjective paints a thing more than it tells its kind: "shadowy", not "medical" or "nuclear".
func colours(word string) bool {
	l := keyphrase.Look(word)
	if l.Adjective < 0.5 && !strings.HasSuffix(word, "ly") || l.Noun > 0.3 {
		return false
	}
	for _, end := range []string{"al", "ic", "ar", "ary", "ory", "an", "ese", "ine", "ive"} {
		if strings.HasSuffix(word, end) {
			return false
		}
	}
	return true
}

// capitalised reports whether s holds a capital that the beginning of a sentence does not explain.
func capitalised(body string, s news.Span) bool {
	for i := s.Start; i < s.End; i++ {
		if c := body[i]; 'A' <= c && c <= 'Z' && (i == s.Start || !letter(body[i-1])) {
			before := strings.TrimRight(body[:i], " \"“‘\n")
			if i > s.Start || before != "" && !strings.ContainsRune(".!?", rune(before[len(before)-1])) && len(before)+2 > i-2 && body[i-1] != '\n' {
				return true
			}
		}
	}
	return false
}

func (s *Subject) score() float64 {
	w := &phraseWeights
	if s.FromTable {
		w = &subjectWeights
	}
	z := 0.0
	for i, x := range s.Features {
		z += x * w[i]
	}
	return 1 / (1 + math.Exp(-z))
}

// TakeSubjects tells which of all are filed, given their scores: three to six, none that repeats a better one.
func TakeSubjects(all []*Subject, scores []float64, least float64) []bool {
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(scores[j], scores[i]) })
	good := map[string]bool{}
	for i := range all {
		if all[i].FromTable && scores[i] >= least {
			good[all[i].Name] = true
		}
	}
	taken := make([]bool, len(all))
	var words [][]string
	for _, i := range order {
		if len(words) == mostSubjects || scores[i] < least && (len(words) >= fewestSubjects || scores[i] < least/2) {
			break
		}
		w := all[i].words
		if slices.ContainsFunc(all[i].ClueOf, func(s string) bool { return good[s] }) || repeats(w, words) {
			continue
		}
		if j := narrower(all, scores, order, w, math.Max(least, scores[i]/narrowing)); j >= 0 {
			i, w = j, all[j].words
		}
		taken[i] = true
		words = append(words, w)
	}
	return taken
}

// narrowing is how many times better than a narrower subject a wider one must be to be filed instead. An editor files "military talks",
// not "military", wherever the article has both.
const narrowing = 2

// narrower returns the best subject that has all the words of w and more, that the article names more than once or in its headline, and that
// has at least the score; -1 where there is none.
func narrower(all []*Subject, scores []float64, order []int, w []string, least float64) int {
	for _, j := range order {
		if scores[j] < least {
			break
		}
		e := &all[j].evidence
		if o := all[j].words; len(o) > len(w) && within(w, o) && (all[j].FromTable || e.literal > 1 || e.literalHeadline) {
			return j
		}
	}
	return -1
}

// repeats reports whether the words w add nothing to those taken: all of one are in the other, or two of them share one word with w already.
func repeats(w []string, taken [][]string) bool {
	alike := 0
	for _, o := range taken {
		if within(w, o) || within(o, w) || w[len(w)-1] == o[len(o)-1] {
			return true
		}
		if slices.ContainsFunc(w, func(x string) bool { return slices.Contains(o, x) }) {
			alike++
		}
	}
	return alike > 1
}

func foldWords(name string) []string {
	f := strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' })
	for i := range f {
		f[i] = keyphrase.Singular(f[i])
	}
	return f
}

// within reports whether every word of a is one of b.
func within(a, b []string) bool {
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return true
}

func subjects(a *news.Article, names alias.Names, phrases []news.Phrase) (taken, rejected []news.Tag) {
	all := Subjects(a, names, phrases)
	scores := make([]float64, len(all))
	for i := range all {
		scores[i] = all[i].score()
	}
	filed := TakeSubjects(all, scores, subjectThreshold)
	for i, ok := range filed {
		tag := news.Tag{Name: all[i].Name, Kind: news.Subject, Score: scores[i], Reason: all[i].reason()}
		switch {
		case ok:
			taken = append(taken, tag)
		case scores[i] >= subjectThreshold:
			tag.Reason = better(all, filed, i) + "; " + tag.Reason
			rejected = append(rejected, tag)
		case scores[i] > subjectThreshold/3:
			tag.Reason = "too little of it; " + tag.Reason
			rejected = append(rejected, tag)
		}
	}
	return taken, rejected
}

// better says which filed subject stands for subject i, which has the score but was left out.
func better(all []*Subject, filed []bool, i int) string {
	w := all[i].words
	for j := range all {
		if !filed[j] {
			continue
		}
		o := all[j].words
		if slices.Contains(all[i].ClueOf, all[j].Name) || repeats(w, [][]string{o}) {
			return "“" + all[j].Name + "” says it"
		}
	}
	return "others say it better"
}

// reason says in one line what speaks for the subject.
func (s *Subject) reason() string {
	e := &s.evidence
	var parts []string
	if where := e.where(); e.literal > 0 && where != "" {
		if e.literal > 1 {
			where += ", " + times(e.literal) + " in all"
		}
		parts = append(parts, where)
	} else if e.literal > 0 {
		parts = append(parts, "named "+times(e.literal))
	}
	if s.FromTable {
		var clues []string
		for _, c := range e.clues {
			if c.text != s.Name && len(clues) < 5 {
				clues = append(clues, "“"+c.text+"” "+times(c.count))
			}
		}
		if len(clues) > 0 {
			parts = append(parts, "the text has "+strings.Join(clues, ", "))
		}
	}
	return strings.Join(parts, "; ")
}

// where says where the article names the subject first.
func (e *subjectEvidence) where() string {
	switch {
	case e.literalHeadline && e.literalLede:
		return "in the headline and the first paragraph"
	case e.literalHeadline:
		return "in the headline"
	case e.literalLede:
		return "in the first paragraph"
	}
	return ""
}

func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}

// generic are head words that say nothing without the story: "condition", "company".
var generic = lines(`
deal
economist
negotiator
trader
insider
observer
critic
officer
participant
device
interview
release
candidate
president
governor
executive
minister
operator
analyst
adviser
director
official
chief
expert
author
attack
act
sale
increase
decrease
share
company
firm
group
condition
complaint
candidate
percentage point
point
front
situation
state
country
nation
city
town
event
trend
thing
subscriber
replacement
unit
market
store
office
presence
member
leader
supporter
worker
employee
resident
customer
user
program
programme
system
process
project
idea
issue
problem
question
answer
response
reaction
comment
reason
result
effect
impact
effort
attempt
step
measure
action
activity
situation
circumstance
case
example
kind
level
rate
amount
sum
value
size
term
period
date
season
morning
weekend
era
age
future
past
history
source
spokesman
website
page
post
statement
letter
document
report
list
view
opinion
scene
area
region
part
side
place
site
location
room
building
house
home
door
street
road
car
body
hand
head
face
eye
name
man
woman
people
person
friend
guy
life
way
work
job
team
game
play
world
end
start
beginning
top
line
word
language
number
figure
half
percent
dollar
euro
`)
