package keyphrase

import (
	"math"

	"copydesk/generator/internal/news"
)

// The features of a candidate. Each is about 0 to 1; names are those of data that a trainer prints.
const (
	bias = iota
	oneWord
	twoWords
	fourWords
	frequency
	frequencyRarity
	frequencyOneWord
	rarityMean
	rarityHead
	rarityLeast
	firstPlace
	firstPlaceOneWord
	inLede
	inHeadline
	spread
	paragraphs
	capital
	capitalOneWord
	wholeName
	partOfName
	insideLonger
	extendedLeft
	extendedRight
	headNoun
	headPlural
	opensAdjective
	opensParticiple
	opensVerb
	headVerb
	vaguePart
	unknownPart
	lengthOneWord
	lengthTwoWords
	lengthFrequency
	wordsFrequency
	letters
	lettersOneWord
	lettersFrequency
	headVerbOneWord
	rarityOneWord
	firstPlaceFrequency
	featureCount
)

// FeatureNames are the names of the features, in their order.
var FeatureNames = [featureCount]string{"bias", "oneWord", "twoWords", "fourWords", "frequency", "frequencyRarity", "frequencyOneWord",
	"rarityMean", "rarityHead", "rarityLeast", "firstPlace", "firstPlaceOneWord", "inLede", "inHeadline", "spread", "paragraphs", "capital",
	"capitalOneWord", "wholeName", "partOfName", "insideLonger", "extendedLeft", "extendedRight", "headNoun", "headPlural", "opensAdjective",
	"opensParticiple", "opensVerb", "headVerb", "vaguePart", "unknownPart", "lengthOneWord", "lengthTwoWords", "lengthFrequency", "wordsFrequency", "letters",
	"lettersOneWord", "lettersFrequency", "headVerbOneWord", "rarityOneWord", "firstPlaceFrequency"}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// logs holds the natural logarithms of the small whole numbers, which are asked for most.
var logs = func() (t [256]float64) {
	for i := range t {
		t[i] = math.Log(float64(i))
	}
	return t
}()

// logOf returns the natural logarithm of n.
func logOf(n int) float64 {
	if n < len(logs) {
		return logs[n]
	}
	return math.Log(float64(n))
}

// features measures g.
func (t *text) features(g *group) (f [featureCount]float64) {
	size, count := float64(len(t.tokens)-t.body), float64(g.count)
	first, last := int(g.places[0]), int(g.places[len(g.places)-1])
	length := t.length
	one := truth(g.size == 1)
	f[bias], f[oneWord], f[twoWords], f[fourWords] = 1, one, truth(g.size == 2), truth(g.size >= 4)
	f[frequency] = logOf(g.count) / 3
	f[frequencyOneWord] = f[frequency] * one
	least, sum, unknown, vague, usage, written := math.Inf(1), 0.0, 0.0, 0.0, 0.0, 0
	for k := first; k < first+g.size; k++ {
		w := t.at(k)
		sum += w.rarity / 6
		least = min(least, w.rarity/6)
		unknown += truth(!w.entry.known)
		vague += truth(w.vague)
		written += len(w.text)
		usage += t.words[t.tokens[k].word].usage
	}
	n := float64(g.size)
	head, open := t.at(first+g.size-1), t.at(first)
	f[rarityMean], f[rarityHead], f[rarityLeast] = sum/n, head.rarity/6, least
	f[frequencyRarity] = f[frequency] * sum / n
	f[wordsFrequency] = usage / n / 3
	place := logOf(1+first-t.body) / 6
	f[firstPlace], f[firstPlaceOneWord] = place, place*one
	f[inLede] = truth(t.tokens[first].paragraph <= 1)
	f[inHeadline] = truth(g.headline)
	f[spread] = float64(last-first) / size
	seen, before := 0, int32(-1)
	for _, p := range g.places {
		if q := t.tokens[p].paragraph; q != before {
			seen, before = seen+1, q
		}
	}
	f[paragraphs] = logOf(seen) / 3
	f[capital] = float64(g.upper) / count / n
	f[capitalOneWord] = f[capital] * one
	f[wholeName], f[partOfName] = float64(g.named)/count, float64(g.within)/count
	f[insideLonger] = float64(g.longer) / count
	f[extendedLeft], f[extendedRight] = float64(g.extended)/count, float64(g.continued)/count
	f[headNoun], f[headPlural] = head.nominal(), float64(head.entry.share[plural])
	f[headVerb] = float64(head.entry.share[verb])
	f[opensAdjective], f[opensParticiple] = float64(open.entry.share[adjective])*(1-one), float64(open.entry.share[participle]+open.entry.share[ing])*(1-one)
	f[opensVerb] = float64(open.entry.share[verb]) * (1 - one)
	f[vaguePart], f[unknownPart] = vague/n, unknown/n
	f[letters] = min(1.5, float64(written)/n/10)
	f[lettersOneWord], f[lettersFrequency] = f[letters]*one, f[letters]*f[frequency]
	f[headVerbOneWord], f[rarityOneWord] = f[headVerb]*one, f[rarityHead]*one
	f[firstPlaceFrequency] = place * f[frequency]
	f[lengthOneWord], f[lengthTwoWords], f[lengthFrequency] = length*one, length*f[twoWords], length*f[frequency]
	return f
}

// Block reports whether a is one block of text, without paragraphs: a listing, a caption, a brief. Its readers pick single words.
func Block(a *news.Article) bool { return len(a.Paragraphs) < 2 }

// Weights returns the weights that rank the phrases of a.
func Weights(a *news.Article) *[featureCount]float64 {
	if Block(a) {
		return &blockWeights
	}
	return &articleWeights
}

func score(f, w *[featureCount]float64) float64 {
	z := 0.0
	for i, x := range f {
		z += x * w[i]
	}
	return logistic(z)
}
