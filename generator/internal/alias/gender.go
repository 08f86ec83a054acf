package alias

import (
	_ "embed"
	"strings"
)

//go:embed data/given.txt
var givenList string

// givenNames are common given names that only women or only men have, folded.
var givenNames = readGiven(givenList)

// readGiven reads lines such as
//
//	female = mary, anna
func readGiven(list string) map[string]gender {
	names := map[string]gender{}
	for line := range strings.Lines(list) {
		kind, rest, ok := strings.Cut(line, " = ")
		if !ok || line[0] == '#' {
			continue
		}
		g := male
		if kind == "female" {
			g = female
		}
		for n := range strings.SplitSeq(strings.TrimSpace(rest), ", ") {
			names[n] = g
		}
	}
	return names
}

// Given tells of a person's given name, in any case, whether it is a man's or a woman's; neither where both may have it or it is not known.
func Given(name string) (man, woman bool) {
	g := givenNames[strings.ToLower(name)]
	return g == male, g == female
}

// kin are words that tell of the person who is described with them, in lower case.
var kin = map[string]gender{"wife": female, "mother": female, "daughter": female, "sister": female, "widow": female, "aunt": female,
	"niece": female, "grandmother": female, "granddaughter": female, "actress": female, "queen": female, "princess": female, "woman": female,
	"girl": female, "businesswoman": female, "spokeswoman": female, "chairwoman": female, "congresswoman": female, "husband": male, "father": male,
	"son": male, "brother": male, "widower": male, "uncle": male, "nephew": male, "grandfather": male, "grandson": male, "king": male,
	"prince": male, "man": male, "boy": male, "businessman": male, "congressman": male, "stepmother": female, "stepfather": male}

// pronouns tell of the person named before them.
var pronouns = map[string]gender{"he": male, "his": male, "him": male, "himself": male, "she": female, "her": female, "hers": female,
	"herself": female}

// genderOf returns what the article, and failing that the given name, tells of the person that the mentions uses name: titles, "his wife" before
// the name, and the first pronoun after it. Less than least points of evidence tell nothing: a title gives 8, a given name 5, a word
// of kinship 4, a pronoun 2, and one after a comma, which may be somebody else's, 1.
func (d *desk) genderOf(uses []int, least int) gender {
	var score [3]int
	var given gender
	for _, i := range uses {
		p := &d.places[i]
		score[p.gender] += 8
		if given == unknown && len(p.tokens) > 1 {
			given = givenNames[p.tokens[0]]
		}
		if p.headline {
			continue
		}
		text := d.article.Body
		before := strings.TrimRight(text[max(0, p.Start-14):p.Start], " ,")
		score[kin[strings.ToLower(lastWord(before, len(before)).Of(before))]] += 4
		stop := min(len(text), p.End+160)
		if i+1 < len(d.places) && d.places[i+1].person {
			stop = min(stop, d.places[i+1].Start)
		}
		tells, points := firstTelling(text[p.End:max(p.End, stop)])
		score[tells] += points
	}
	score[given] += 5
	switch {
	case score[male]-score[female] >= least:
		return male
	case score[female]-score[male] >= least:
		return female
	}
	return unknown
}

// firstTelling returns what the first pronoun or apposition word in text tells, and for how many points.
func firstTelling(text string) (gender, int) {
	apposed, points := strings.HasPrefix(text, ", "), 2
	for n := 0; text != ""; n++ {
		word, gap := nextWord(text)
		if word == "" || strings.Contains(gap, "\n") {
			break
		}
		text = text[len(gap)+len(word):]
		if strings.ContainsAny(gap[min(1, len(gap)):], ",.;") || strings.HasPrefix(gap, ".") {
			apposed = false
		}
		if strings.Contains(gap, ",") {
			points = 1
		}
		if g := kin[word]; g != unknown && apposed && n < 6 {
			return g, 2
		}
		if g := pronouns[strings.ToLower(word)]; g != unknown && !apposed {
			return g, points
		}
	}
	return unknown, 0
}
