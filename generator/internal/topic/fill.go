package topic

import (
	"cmp"
	"maps"
	"slices"
	"sort"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"copydesk/generator/internal/news"
)

// How much a topic page shows. More would make pages of common names as long as the corpus.
const (
	maxNamedOnly = 100 // articles that only name the topic
	maxDescribed = 4
	maxPassages  = 8
	maxDates     = 40 // those to come, for calendars
	maxPast      = 14 // dates, when none is to come
	maxQuotes    = 8
	maxKnownAs   = 12
	maxScan      = 200 // articles looked through for passages, dates and quotes, newest first
)

// A topic with less than both of these is thin: listed, but not for search engines.
const (
	thinArticles = 2
	thinPassages = 4
)

// naming is an article that names a topic: what the one has to do with the other, and whether the article is filed under it.
type naming struct {
	*Article
	filing *Filing
	about  bool
}

// fill gathers what the page of t shows.
func (b *builder) fill(t *Topic) {
	var in []naming
	for _, i := range t.group.in {
		a := b.Articles[i]
		if f, about := a.filing(t.group); f != nil {
			in = append(in, naming{a, f, about})
		}
	}
	t.knownAs(in, b.owners)
	t.quotes(t.gather(in, b.Today))
	t.Thin = len(t.Appearances) < thinArticles && len(t.Passages) < thinPassages
}

// gather sets what the articles, newest first, have to say on t: all but its names and quotes. It returns those it looked through.
func (t *Topic) gather(in []naming, today time.Time) []naming {
	months := map[string]int{}
	namedOnly := 0
	var scan []naming
	for _, n := range in {
		if !n.Dated.IsZero() {
			months[n.Dated.Format("2006-01")]++
		}
		if !n.about {
			if namedOnly++; namedOnly > maxNamedOnly {
				continue
			}
		}
		t.Appearances = append(t.Appearances, Appearance{n.Article, n.about, n.filing.Mentions})
		if len(scan) < maxScan {
			scan = append(scan, n)
		}
	}
	for month, n := range months {
		t.Coverage = append(t.Coverage, Month{month, n})
	}
	slices.SortFunc(t.Coverage, func(a, b Month) int { return cmp.Compare(a.Month, b.Month) })
	t.described(scan)
	t.passages(scan)
	t.dates(scan, today)
	return scan
}

// filing returns what a has to do with g, and whether a is filed under it.
func (a *Article) filing(g *group) (f *Filing, about bool) {
	for i := range a.Filed {
		if a.Filed[i].group == g {
			return &a.Filed[i], true
		}
	}
	for i := range a.Named {
		if a.Named[i].group == g {
			return &a.Named[i], false
		}
	}
	return nil, false
}

// knownAs sets the other names of t, those that most articles use first, after the editor's own. Another spelling of a name is no other
// name, and neither is the name of another thing or what a tagger left ragged.
func (t *Topic) knownAs(in []naming, owners map[string]*group) {
	if t.Kind == news.Subject {
		return
	}
	forms := map[string]int{}
	for _, n := range in {
		for _, form := range n.filing.As {
			forms[form]++
		}
	}
	names := slices.SortedFunc(maps.Keys(forms), func(a, b string) int { return cmp.Or(-cmp.Compare(forms[a], forms[b]), cmp.Compare(a, b)) })
	fold := func(name string) string {
		if first, _, ok := strings.Cut(key(name), " "); ok && t.Kind == news.Person && honorifics[first] {
			return key(name)
		}
		k, _ := nameKey(name, t.Kind)
		return k
	}
	seen := map[string]bool{fold(t.Name): true, "": true}
	for _, n := range names {
		if o := owners[key(n)]; o != nil && o.root() != t.group {
			continue
		}
		if strings.HasSuffix(n, t.Name) || strings.Contains(n, " and ") && !strings.Contains(t.Name, " and ") || strings.Contains(n, "'s ") || strings.Contains(n, "’s ") || strings.Count(n, " ") > maxSpaces {
			continue // "Italy's Fiat", "Kraft Chairman Irene Rosenfeld"
		}
		if k := fold(n); !seen[k] && whole(n) && !strings.HasPrefix(t.Name, n+"'") && !strings.HasPrefix(t.Name, n+"’") && len(t.KnownAs) < maxKnownAs {
			seen[k] = true
			t.KnownAs = append(t.KnownAs, n)
		}
	}
}

// maxSpaces is how many spaces another name may have without being a phrase that holds it.
const maxSpaces = 6

// maxAcronym is how long a form in capitals may be without being one from a headline.
const maxAcronym = 6

// whole reports whether a form is a name from end to end: no ticker, no genitive, no bracket or dash left over, not set in capitals.
func whole(form string) bool {
	for i, w := range strings.Fields(form) {
		if shouted(w) && len(w) > maxAcronym || i == 0 && lower(w) && w != "the" {
			return false // "MASSACHUSETTS Obama", "advised Obama"
		}
	}
	last, _ := utf8.DecodeLastRuneInString(form)
	if shouted(form) && len(form) > maxAcronym {
		return false
	}
	return tidy(form) == form && !strings.HasSuffix(form, "'s") && !strings.HasSuffix(form, "’s") && !strings.ContainsAny(form, "()[]:;,") &&
		(unicode.IsLetter(last) || unicode.IsDigit(last) || last == '.')
}

// described sets how the articles describe t, newest first; what is a title and no more only where nothing else is said.
func (t *Topic) described(in []naming) {
	said := map[string]bool{key(t.Name): true}
	var titles []Passage
	for _, a := range in {
		p := Passage{a.Article, a.filing.Described}
		if p.Len() == 0 || said[key(p.Text())] || !t.predicate(a.Article, p.Span) {
			continue
		}
		said[key(p.Text())] = true
		if bare(p.Text()) {
			titles = append(titles, p)
		} else if len(t.Described) < maxDescribed {
			t.Described = append(t.Described, p)
		}
	}
	if len(t.Described) == 0 {
		t.Described = titles[:min(len(titles), maxDescribed)]
	}
}

// passages sets the sentences that say most about t: at most two an article, first those of articles that are about it.
func (t *Topic) passages(in []naming) {
	type scored struct {
		Passage
		rank  int // of its article: 0 about it, 1 names it
		score float64
	}
	var all []scored
	said := map[string]bool{}
	for _, a := range in {
		f := a.filing
		var own []scored
		for _, i := range f.sentences {
			s := a.passage(i)
			if text := s.Text(); !said[text] {
				said[text] = true
				own = append(own, scored{s, 0, sentenceScore(a.Article, s, t.Name)})
			}
		}
		slices.SortStableFunc(own, func(x, y scored) int { return -cmp.Compare(x.score, y.score) })
		for n := range own {
			own[n].rank = min(n, 4)
			if !a.about {
				own[n].rank += 2
			}
		}
		all = append(all, own[:min(len(own), 6)]...)
	}
	slices.SortStableFunc(all, func(x, y scored) int { return cmp.Or(cmp.Compare(x.rank, y.rank), -cmp.Compare(x.score, y.score)) })
	for _, s := range all[:min(len(all), maxPassages)] {
		t.Passages = append(t.Passages, s.Passage)
	}
}

// sentenceScore rates a sentence as a passage: key sentences and early ones first, those with the full name before those with a short one,
// neither stubs nor monsters.
func sentenceScore(a *Article, s Passage, name string) float64 {
	score := 1 / (1 + 0.2*float64(s.Paragraph()-1))
	if strings.Contains(s.Text(), name) {
		score += 0.5
	}
	if slices.ContainsFunc(a.Summary, func(k news.Span) bool { return k.Overlaps(s.Span) }) {
		score += 0.5
	}
	if n := s.Len(); n < 40 || n > 500 {
		score -= 0.7
	}
	return score
}

// sentencesOf returns the indexes of the sentences that hold the spans, which are in order, each once.
func (a *Article) sentencesOf(spans []news.Span) []int32 {
	var out []int32
	for _, s := range spans {
		if i := int32(a.sentenceAt(s.Start)); i >= 0 && (len(out) == 0 || out[len(out)-1] != i) {
			out = append(out, i)
		}
	}
	return out
}

// passage returns the sentence of that index.
func (a *Article) passage(sentence int32) Passage { return Passage{a, a.Sentences[sentence].Span} }

// spansIn returns those of the spans, which are in order and apart, that lie in s.
func spansIn(s news.Span, spans []news.Span) []news.Span {
	i := sort.Search(len(spans), func(i int) bool { return spans[i].Start >= s.Start })
	j := sort.Search(len(spans), func(i int) bool { return spans[i].End > s.End })
	return spans[i:max(i, j)]
}

// sentenceAt returns the index of the sentence that holds the offset, or -1.
func (a *Article) sentenceAt(offset int) int {
	i := sort.Search(len(a.Sentences), func(i int) bool { return a.Sentences[i].End > offset })
	if i < len(a.Sentences) && a.Sentences[i].Start <= offset {
		return i
	}
	return -1
}

// dates sets the dates in sentences that name t, and those among them that have passed without a later article.
func (t *Topic) dates(in []naming, today time.Time) {
	day := today.Format(time.DateOnly)
	var newest string
	if len(in) > 0 {
		newest = in[0].Dated.Format(time.DateOnly)
	}
	type saying struct{ value, sentence string }
	seen := map[saying]bool{}
	for _, a := range in {
		if !a.about {
			continue
		}
		for _, d := range a.Dates {
			n := int32(a.sentenceAt(d.Start))
			if _, named := slices.BinarySearch(a.filing.sentences, n); !named {
				continue
			}
			x := Date{d, a.passage(n)}
			says := saying{d.Value, x.Sentence.Text()}
			if seen[says] {
				continue
			}
			seen[says] = true
			if d.Coming && d.Precision == news.Day && d.Value < day && newest < d.Value {
				t.Open = append(t.Open, x)
			}
			x.Coming = d.Value > day
			t.Dates = append(t.Dates, x)
		}
	}
	byValue := func(a, b Date) int { return cmp.Compare(a.Value, b.Value) }
	if len(t.Dates) > maxDates {
		t.Dates = t.Dates[:maxDates]
	}
	slices.SortStableFunc(t.Dates, byValue)
	slices.SortStableFunc(t.Open, byValue)
	t.Dates = timeline(t.Dates)
}

// timeline returns what a page shows of dates in order: all that are to come and the newest before them, of one sentence one.
func timeline(dates []Date) []Date {
	said := map[string]bool{}
	dates = slices.DeleteFunc(dates, func(d Date) bool {
		again := said[d.Sentence.Text()]
		said[d.Sentence.Text()] = true
		return again && !d.Coming
	})
	i := slices.IndexFunc(dates, func(d Date) bool { return d.Coming })
	if i < 0 {
		i = len(dates)
	}
	return dates[min(i, max(0, len(dates)-maxPast)):]
}

// quotes sets what t said and what was said about it.
func (t *Topic) quotes(in []naming) {
	seen := map[string]bool{}
	for _, a := range in {
		for _, q := range a.Quotes {
			by := q.Entity != "" && slices.Contains(a.filing.Entities, q.Entity)
			about := slices.ContainsFunc(a.filing.Spans, func(s news.Span) bool { return q.Span.Contains(s) })
			text := q.Of(a.Body)
			if !by && !about || seen[text] || len(t.Quotes) == maxQuotes {
				continue
			}
			seen[text] = true
			t.Quotes = append(t.Quotes, Quote{Passage{a.Article, q.Span}, a.SpeakerName(q), by})
		}
	}
}

// Newest returns the day of the newest article that names t; zero where none has a date.
func (t *Topic) Newest() time.Time {
	if len(t.Appearances) == 0 {
		return time.Time{}
	}
	return t.Appearances[0].Article.Dated.UTC()
}

// Around returns the sentence that holds the start of s, or s itself where no sentence does.
func (a *Article) Around(s news.Span) news.Span {
	if i := a.sentenceAt(s.Start); i >= 0 {
		return a.Sentences[i].Span
	}
	return s
}
