package about

import (
	"math"
	"slices"
	"strings"

	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/keyphrase"
	"copydesk/generator/internal/news"
)

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
			e.starts = append(e.starts, span.Start)
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
	if l := keyphrase.Look(words[0]); len(words) == 1 && (l.Noun < 0.4 || !l.Met && len(p.Spans) < 3 || generic[keyphrase.Singular(words[0])]) {
		return false
	}
	if len(words) > 1 && (halves[words[0]] || len(p.Spans) < 3 && torn(words) || predicate(a.Body, words[0], p.Spans)) {
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
	if len(words) == 3 && strings.HasSuffix(words[0], "s") && strings.HasSuffix(words[1], "ed") && first.Noun > 0.5 {
		return true // "workers downed tools"
	}
	if first.Verb > 0.35 && !strings.HasSuffix(words[0], "ed") && !strings.HasSuffix(words[0], "ing") {
		return true
	}
	return first.Verb > 0.5 || last.Verb > 0.5 && last.Noun < 0.5
}

// torn reports whether words are pieces of two phrases: "expectations central banks", "loans bankers", "interest rates steady", "factories worldwide".
func torn(words []string) bool {
	last := keyphrase.Look(words[len(words)-1])
	if last.Noun < 0.4 || last.Noun < 0.5 && last.Adjective > 0.3 || !last.Met {
		return true
	}
	for i, w := range words[:len(words)-1] {
		next := keyphrase.Look(words[i+1])
		if plural(w) && (next.Adjective > 0.4 || agent(w) || agent(words[i+1])) {
			return true
		}
	}
	return false
}

// plural reports whether a lower-case word is the plural of a noun that has a singular in use: "banks", not "sports".
func plural(word string) bool {
	return strings.HasSuffix(word, "s") && keyphrase.Singular(word) != word && keyphrase.Look(word).Noun > 0.5 && !solid[word]
}

// agent reports whether a lower-case plural is one of people who do something: "investors", "economists".
func agent(word string) bool {
	for _, end := range []string{"ers", "ors", "ists", "ees", "ants"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// predicate reports whether the first word is a verb where the article has the phrase: "to cheer investors", "will deepen economic integration".
func predicate(body, first string, spans []news.Span) bool {
	l := keyphrase.Look(first)
	if l.Adjective > 0.5 || l.Known && l.Noun > 0.9 || plural(first) {
		return false
	}
	n := 0
	for _, s := range spans {
		if word, gap := lastWord(body[max(0, s.Start-16):s.Start]); gap == " " && beforeVerbs[word] {
			n++
		}
	}
	return 2*n >= len(spans)
}

var beforeVerbs = set("to will would could can may might should must not he she they we who cannot helped help")

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
