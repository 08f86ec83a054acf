package summary

import (
	"slices"
	"strings"
	"unicode/utf8"

	"copydesk/generator/internal/about"
	"copydesk/generator/internal/news"
)

// The weights of what speaks for and against a sentence, chosen by hand on 44 articles whose key sentences a reader marked.
const (
	weightPlace    = 3.0  // falls with the number of the sentence
	weightHeadline = 1.6  // share of the headline's words
	weightAbout    = 2.0  // share of what the article is about that it names
	weightCentral  = 0.5  // how common its words are in the article
	weightOpening  = 0.35 // begins a paragraph
	againstBack    = 1.6  // points back
	againstQuote   = 1.6  // is mostly quotation
	againstLength  = 0.8  // is very short or very long
	leadMargin     = 1.2
)

// longest is how many bytes a key sentence has at most; what is longer is a list or a table.
const longest = 800

// reader holds what the sentences of one article are weighed by.
type reader struct {
	article  *news.Article
	headline map[string]bool
	deck     map[string]bool    // the words of the standfirst
	about    map[string]float64 // entity id to its score
	total    float64            // of about
	mentions []news.Mention
	next     int // first mention not before the sentence at hand
	count    map[string]int
	most     int
	last     int // the paragraph of the sentence before
}

// newReader counts the words of the article.
func newReader(a *news.Article, filing about.Filing, mentions []news.Mention) *reader {
	r := &reader{article: a, headline: map[string]bool{}, deck: map[string]bool{}, about: map[string]float64{}, mentions: mentions, count: make(map[string]int, len(a.Body)/24)}
	for w := range words(a.Headline) {
		r.headline[w] = true
	}
	for w := range words(a.Standfirst) {
		r.deck[w] = true
	}
	for _, e := range filing.Entities {
		if e.About {
			r.about[e.ID] = e.Score
			r.total += e.Score
		}
	}
	for w := range words(a.Body) {
		r.count[w]++
		r.most = max(r.most, r.count[w])
	}
	return r
}

// read weighs sentence number i. It is no candidate where it cannot stand alone at all.
func (r *reader) read(i int, s news.Sentence) (candidate, bool) {
	text := s.Of(r.article.Body)
	opens := s.Paragraph != r.last
	r.last = s.Paragraph
	named := r.named(s.Span)
	if len(text) > longest || !whole(text) {
		return candidate{}, false
	}
	c := candidate{Span: s.Span, order: i, words: make([]string, 0, len(text)/10+1)}
	central, n := 0.0, 0
	for w := range words(text) {
		n++
		central += float64(r.count[w])
		c.words = append(c.words, w)
	}
	slices.Sort(c.words)
	c.words = slices.Compact(c.words)
	inHeadline := c.shared(r.headline)
	if n < 3 || c.echoes(r.headline, inHeadline) || c.echoes(r.deck, c.shared(r.deck)) {
		return candidate{}, false
	}
	c.score = weightPlace/(1+0.35*float64(i)) + weightCentral*central/float64(n)/float64(max(r.most, 1)) + weightAbout*named
	if len(r.headline) > 0 {
		c.score += weightHeadline * float64(inHeadline) / float64(len(r.headline))
	}
	if opens {
		c.score += weightOpening
	}
	if pointsBack(text) {
		c.score -= againstBack
	}
	c.score -= againstQuote * quoted(text)
	if length := strings.Count(text, " ") + 1; length < 9 || length > 60 {
		c.score -= againstLength
	}
	return c, true
}

// shared returns how many of the words of c are in the heading.
func (c *candidate) shared(heading map[string]bool) int {
	n := 0
	for _, w := range c.words {
		if heading[w] {
			n++
		}
	}
	return n
}

// echoes reports whether c, which shares n words with it, says no more than the heading, which stands above "in brief".
func (c *candidate) echoes(heading map[string]bool, n int) bool {
	return len(heading) > 2 && n*10 >= 9*len(c.words)
}

// named returns the share of what the article is about, by score, that the span names.
func (r *reader) named(s news.Span) float64 {
	for r.next < len(r.mentions) && r.mentions[r.next].End <= s.Start {
		r.next++
	}
	sum := 0.0
	var seen []string
	for k := r.next; k < len(r.mentions) && r.mentions[k].Start < s.End; k++ {
		if id := r.mentions[k].Entity; r.about[id] > 0 && !slices.Contains(seen, id) {
			seen = append(seen, id)
			sum += r.about[id]
		}
	}
	if r.total == 0 {
		return 0
	}
	return sum / r.total
}

// quoted returns the share of the text that stands in double quotation marks.
func quoted(text string) float64 {
	in, open, inside := false, 0, 0
	for i, c := range text {
		switch {
		case c == '“' || c == '"' && !in:
			in, open = true, i
		case (c == '”' || c == '"') && in:
			in = false
			inside += i - open
		}
	}
	if in {
		inside += len(text) - open
	}
	return float64(inside) / float64(max(len(text), 1))
}

// whole reports whether the text is a sentence that can stand alone: it begins like one, ends like one, and closes the quotations and brackets it opens.
func whole(text string) bool {
	end := strings.TrimRight(text, "\"”’')")
	if end == "" || !strings.HasSuffix(end, ".") && !strings.HasSuffix(end, "!") || strings.HasSuffix(end, "..") {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text)
	if r >= 'a' && r <= 'z' || r == '(' || r == '*' || r == '[' {
		return false
	}
	return strings.Count(text, "“") == strings.Count(text, "”") && strings.Count(text, `"`)%2 == 0 && strings.Count(text, "(") == strings.Count(text, ")")
}

// pointsBack reports whether the sentence begins with what only the text before it explains.
func pointsBack(text string) bool {
	first, rest, _ := strings.Cut(strings.TrimLeft(text, "“\""), " ")
	second, rest, _ := strings.Cut(rest, " ")
	if back[strings.ToLower(strings.TrimRight(first, ","))] || links[strings.ToLower(strings.TrimRight(first, ","))] && back[strings.ToLower(second)] {
		return true
	}
	for w := range strings.FieldsSeq(rest[:min(len(rest), 30)]) {
		if w == "also" {
			return true
		}
	}
	return second == "also"
}

// back are first words that point back, links those that do before one of them.
var (
	back = set(`he she they it this that these those his her their its such both also another then there instead meanwhile however moreover
		similarly otherwise him them still thus therefore nonetheless nevertheless likewise but and or so yet i we you my our`)
	links = set(`in on at after before for with from by when as while asked according if since until of to though although`)
)

// set makes a set of the words in list.
func set(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}
