package topic

import (
	"strings"

	"copydesk/generator/internal/news"
)

// commonWords is the least number of times a word must be written small in the corpus before a name of that one word is doubted.
const commonWords = 3

// dropCommon takes out the groups whose only name is an ordinary word: "Analysts" at the head of a sentence is no name where the texts write
// "analysts" more often than they name it. A group that also has a longer name ("Target Corp") stays.
func dropCommon(articles []*Article, groups []*group) []*group {
	small := map[string]int{}
	var sought sieve
	for _, g := range groups {
		if g.single() {
			small[g.key] = 0
			sought.add(g.key)
		}
	}
	for _, a := range articles {
		sought.eachSmall(a.Body, func(word string) {
			if n, ok := small[word]; ok {
				small[word] = n + 1
			}
		})
	}
	out := groups[:0:0]
	for _, g := range groups {
		if n := small[g.key]; g.single() && n >= commonWords && n > g.mentions && !g.longer() {
			continue
		}
		out = append(out, g)
	}
	return out
}

// sieve holds of each word its first and last letter and its length: enough to see of most words of a text that they are not among those sought.
type sieve [32][32]uint32

func (s *sieve) at(word string) (lengths *uint32, length uint32) {
	return &s[word[0]&31][word[len(word)-1]&31], 1 << (len(word) & 31)
}

// add adds a word, which is not empty.
func (s *sieve) add(word string) {
	lengths, length := s.at(word)
	*lengths |= length
}

// eachSmall calls f with every word of text that is written in small letters and may be among those that were added.
func (s *sieve) eachSmall(text string, f func(word string)) {
	for i := 0; i < len(text); i++ {
		if !letter(text[i]) {
			continue
		}
		start, small := i, true
		for i < len(text) && letter(text[i]) {
			small = small && (text[i] < 'A' || text[i] > 'Z')
			i++
		}
		if !small {
			continue
		}
		if lengths, length := s.at(text[start:i]); *lengths&length != 0 {
			f(text[start:i])
		}
	}
}

// longer reports whether the group has a name of more than one word.
func (g *group) longer() bool {
	for name := range g.names {
		if strings.Contains(name, " ") {
			return true
		}
	}
	for form := range g.forms {
		if strings.Contains(form, " ") {
			return true
		}
	}
	return false
}

// A name is taken to end in ’s, as "Moody’s" does, where nearly all of at least this many mentions have it. Of other names the texts write a
// third at most in the genitive.
const (
	genitiveMentions = 6
	genitiveShare    = 0.9
)

// possess gives the names of organizations that always end in ’s their ending.
func (b *builder) possess() {
	type ends struct{ all, typewriter, curly int }
	seen := map[*group]*ends{}
	for i, a := range b.Articles {
		at := map[string]*group{}
		for j := range a.Entities {
			at[a.Entities[j].ID] = b.groupOf[i][j]
		}
		for _, m := range a.Mentions {
			g := at[m.Entity]
			if g == nil || key(m.Surface) != key(g.name) || g.kind == news.Person || g.kind == news.Place || g.decided != nil || strings.HasSuffix(g.name, "s") {
				continue
			}
			e := seen[g]
			if e == nil {
				e = &ends{}
				seen[g] = e
			}
			e.all++
			switch rest := a.Body[m.End:]; {
			case strings.HasPrefix(rest, "'s"):
				e.typewriter++
			case strings.HasPrefix(rest, "’s"):
				e.curly++
			}
		}
	}
	for g, e := range seen {
		switch n := e.typewriter + e.curly; {
		case e.all < genitiveMentions || float64(n) < genitiveShare*float64(e.all):
		case e.curly >= e.typewriter:
			g.name += "’s"
		default:
			g.name += "'s"
		}
	}
}
