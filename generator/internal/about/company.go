package about

import (
	"bytes"
	"math"
	"slices"
	"strings"

	"copydesk/generator/internal/alias"
	"copydesk/generator/internal/news"
)

// company is what stands beside an entity in the sentences that name it. Sums are over its mentions.
type company struct {
	mentions, foremost, headlined int     // mentions; those beside one of the most named, beside one of the headline
	headline, headlineMost        float64 // share of the headline's words that a sentence has besides the names: sum and most
	listed, length                float64 // logarithms of the number of names of its kind there, and of the bytes of the sentence
	followed                      int     // sentences behind one that it opens, which begin with its pronoun
	within, around                bool    // "Ellis, Ohio": the smaller place, the larger is in the lede; the larger place of a smaller that matters
	opensAll                      bool    // the first words of the body
	others                        []int   // entities named in the same sentences, each once
}

// oftenNamed is how many mentions make a name one of the most named, whatever the others have.
const oftenNamed = 4

// keepCompany reads every sentence with names once; index tells the number of an entity by its id.
func keepCompany(a *news.Article, sentences []news.Sentence, names alias.Names, index map[string]int, tallies []tally) []company {
	out := make([]company, len(tallies))
	words, most := readWords(a.Headline), 0
	for i := range tallies {
		most = max(most, tallies[i].count)
	}
	var in []int
	var here []news.Mention
	next, opener := 0, -1
	for s, sentence := range sentences {
		in, here = in[:0], here[:0]
		for ; next < len(names.Mentions) && names.Mentions[next].Start < sentence.End; next++ {
			m := names.Mentions[next]
			if i, ok := index[m.Entity]; ok && m.Start >= sentence.Start {
				in, here = append(in, i), append(here, m)
			}
		}
		text := sentence.Of(a.Body)
		if opener >= 0 && refersBack(text, names.Entities[opener].Kind) {
			out[opener].followed++
		}
		if len(in) == 0 {
			continue
		}
		opener = -1
		if here[0].Start-sentence.Start < opening {
			opener = in[0]
		}
		out[in[0]].opensAll = out[in[0]].opensAll || s == 0 && here[0].Start < opening/2
		share := words.share(text, sentence.Start, here)
		for k, i := range in {
			c := &out[i]
			c.mentions++
			c.headline, c.headlineMost = c.headline+share, max(c.headlineMost, share)
			c.length += math.Log(float64(len(text))) / 5
			c.meet(i, in, names.Entities, tallies, most)
			if k > 0 && a.Body[here[k-1].End:here[k].Start] == ", " && names.Entities[i].Kind == news.Place && names.Entities[in[k-1]].Kind == news.Place {
				inner, outer := &tallies[in[k-1]], &tallies[i]
				out[in[k-1]].within = out[in[k-1]].within || outer.lede || outer.headline
				c.around = c.around || inner.lede || inner.headline || inner.count >= oftenNamed-1
			}
		}
	}
	return out
}

// opening is within how many bytes of a sentence a name opens it.
const opening = 40

// meet adds the other entities of a sentence that names entity i.
func (c *company) meet(i int, in []int, entities []news.Entity, tallies []tally, most int) {
	foremost, headlined, alike := false, false, 0
	for k, j := range in {
		if slices.Contains(in[:k], j) {
			continue
		}
		if entities[j].Kind == entities[i].Kind {
			alike++
		}
		if j == i {
			continue
		}
		if !slices.Contains(c.others, j) {
			c.others = append(c.others, j)
		}
		foremost = foremost || tallies[j].count == most || tallies[j].count >= oftenNamed
		headlined = headlined || tallies[j].headline
	}
	c.listed += math.Log(float64(alike))
	if foremost {
		c.foremost++
	}
	if headlined {
		c.headlined++
	}
}

// refersBack reports whether the sentence begins with a pronoun for an entity of the kind.
func refersBack(sentence string, kind news.Kind) bool {
	first, _ := firstWord(sentence)
	switch first {
	case "he", "she":
		return kind == news.Person
	case "it", "its", "they", "their", "his", "her":
		return true
	}
	return false
}

// headWords are the beginnings of the words of a headline.
type headWords []uint64

// stemLength is how many letters of a word count, so that its forms count as one; words of fewer than four say little.
const stemLength = 6

// stemOf returns a hash of the beginning of a lower-case word, 0 for a word that says little.
func stemOf(word []byte) uint64 {
	if len(word) < 4 {
		return 0
	}
	if len(word) > stemLength {
		return hashOf(word[:stemLength])
	}
	return hashOf(bytes.TrimSuffix(word, []byte("s")))
}

func readWords(headline string) headWords {
	var out headWords
	scanWords(headline, func(word []byte, _, _ int) {
		if h := stemOf(word); h != 0 && !slices.Contains(out, h) && len(out) < 64 {
			out = append(out, h)
		}
	})
	return out
}

// share returns how much of the headline the text, which begins at start, has outside the mentions: from 0 to 1.
func (h headWords) share(text string, start int, mentions []news.Mention) float64 {
	if len(h) == 0 {
		return 0
	}
	var met uint64
	m, n := 0, 0
	scanWords(text, func(word []byte, from, to int) {
		i := slices.Index(h, stemOf(word))
		for m < len(mentions) && mentions[m].End < start+to {
			m++
		}
		if i < 0 || met>>i&1 != 0 || m < len(mentions) && mentions[m].Start <= start+from {
			return
		}
		met |= 1 << i
		n++
	})
	return float64(n) / float64(len(h))
}

// accompany sets the features of the company that e keeps.
func accompany(f *[featureCount]float64, e *news.Entity, c *company, tallies []tally) {
	n := math.Max(1, float64(c.mentions))
	f[matchesHeadline], f[matchesHeadlineMost] = c.headline/n, c.headlineMost
	f[besideForemost], f[besideHeadline] = float64(c.foremost)/n, float64(c.headlined)/n
	f[listed], f[sentenceLength] = c.listed/n, c.length/n
	f[withinLede], f[aroundLede], f[opensBody] = truth(c.within), truth(c.around), truth(c.opensAll)
	f[followed] = math.Log(1+float64(c.followed)) / 2
	f[allCapitals] = truth(strings.ToUpper(e.Name) == e.Name)
	f[oneNamePerson] = truth(e.Kind == news.Person && !strings.Contains(e.Name, " "))
	f[companions] = math.Log(1+float64(len(c.others))) / 3
	for _, j := range c.others {
		f[central] += math.Log(1+float64(tallies[j].count)) / float64(len(c.others)) / 2
	}
}
