package alias

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"copydesk/generator/internal/news"
	"copydesk/generator/internal/slug"
)

// seedNames are the names of the one real article of the repository, in the order in which they are looked for.
var seedNames = []news.Mention{
	{Surface: "South Korean Red Cross Society", Kind: news.Organization}, {Surface: "United Nations Security Council", Kind: news.Organization},
	{Surface: "National Security Council", Kind: news.Organization}, {Surface: "Trump administration", Kind: news.Organization},
	{Surface: "Republic of Korea", Kind: news.Place}, {Surface: "South Korea", Kind: news.Place}, {Surface: "North Korea", Kind: news.Place},
	{Surface: "Korean Peninsula", Kind: news.Place}, {Surface: "Korean War", Kind: news.Event}, {Surface: "United States", Kind: news.Place},
	{Surface: "United Nations", Kind: news.Organization}, {Surface: "Moon Jae-in", Kind: news.Person}, {Surface: "Moon", Kind: news.Place},
	{Surface: "Trump", Kind: news.Person}, {Surface: "Kim Jong-un", Kind: news.Person}, {Surface: "Kim Ryen-hi", Kind: news.Person},
	{Surface: "Kim", Kind: news.Person}, {Surface: "Park Geun-hye", Kind: news.Person}, {Surface: "Suh Choo-suk", Kind: news.Person},
	{Surface: "Suh", Kind: news.Person}, {Surface: "Pyongyang", Kind: news.Place}, {Surface: "Seoul", Kind: news.Place},
	{Surface: "Beijing", Kind: news.Place}, {Surface: "Berlin", Kind: news.Place}, {Surface: "China", Kind: news.Place},
	{Surface: "Washington", Kind: news.Place}, {Surface: "Panmunjom", Kind: news.Place},
}

// mark finds names in text, of several at one place the first, as words of their own.
func mark(text string, names []news.Mention) []news.Mention {
	var out []news.Mention
	for i := 0; i < len(text); i++ {
		if i > 0 && isWordByte(text[i-1]) && text[i-1] < 0x80 {
			continue
		}
		for _, m := range names {
			if rest, ok := strings.CutPrefix(text[i:], m.Surface); ok && (rest == "" || !isWordByte(rest[0]) || rest[0] == '.' || rest[0] >= 0x80) {
				m.Start, m.End = i, i+len(m.Surface)
				out = append(out, m)
				i = m.End - 1
				break
			}
		}
	}
	return out
}

// seed returns the article of the repository with its names.
func seed(t testing.TB) (*news.Article, []news.Mention, []news.Mention) {
	t.Helper()
	raw, err := os.ReadFile("../../../content/raw/2017-07-18-south-korea-proposes-military-talks.txt")
	if err != nil {
		t.Fatal(err)
	}
	headline, body, _ := strings.Cut(string(raw), "\n")
	body, _, _ = strings.Cut(body, "Choe Sang-Hun reported")
	a := newArticle(headline, strings.TrimSpace(body))
	return a, mark(a.Body, seedNames), mark(a.Headline, seedNames)
}

func TestSeed(t *testing.T) {
	a, body, headline := seed(t)
	n := Resolve(a, nil, body, headline)
	for _, c := range []struct {
		id      string
		kind    news.Kind
		count   int
		aliases []string
		is      []string
	}{
		{"moon-jae-in", news.Person, 4, []string{"Moon", "Mr. Moon"}, []string{"South Korea’s liberal new president"}},
		{"kim-jong-un", news.Person, 3, []string{"Kim", "Mr. Kim"}, []string{"North Korea’s leader"}},
		{"kim-ryen-hi", news.Person, 1, nil, []string{"a North Korean defector in the South"}},
		{"park-geun-hye", news.Person, 1, nil, []string{"a conservative president of South Korea"}},
		{"suh-choo-suk", news.Person, 2, []string{"Vice Defense Minister Suh Choo-suk", "Suh", "Mr. Suh"},
			[]string{"Vice Defense Minister", "the South’s vice defense minister"}},
		{"trump", news.Person, 3, []string{"President Trump", "Mr. Trump"}, []string{"President"}},
		{"trump-administration", news.Organization, 1, nil, nil},
		{"south-korea", news.Place, 19, []string{"Republic of Korea", "the South"}, nil},
		{"north-korea", news.Place, 19, []string{"the North"}, nil},
		{"panmunjom", news.Place, 2, nil, []string{"the border village"}},
		{"pyongyang", news.Place, 5, nil, nil},
		{"beijing", news.Place, 1, nil, nil},
		{"national-security-council", news.Organization, 1, nil, nil},
		{"united-nations-security-council", news.Organization, 1, nil, nil},
	} {
		i := slices.IndexFunc(n.Entities, func(e news.Entity) bool { return e.ID == c.id })
		if i < 0 {
			t.Errorf("no entity %s", c.id)
			continue
		}
		e := n.Entities[i]
		var is []string
		for _, s := range e.Described {
			is = append(is, s.Of(a.Body))
		}
		if e.Kind != c.kind || e.Count != c.count || !slices.Equal(e.Aliases, c.aliases) || !slices.Equal(is, c.is) {
			t.Errorf("%s: got %s %d %q %q,\nwant %s %d %q %q", c.id, e.Kind, e.Count, e.Aliases, is, c.kind, c.count, c.aliases, c.is)
		}
	}
}

func TestIsQuoted(t *testing.T) {
	for after, want := range map[string]bool{" (ORCL.O) said": true, "'s ( BHP.AX ) bid": true, " CXP.AS will open": true, " (BRKa.N)": false, " (U.S.)": false,
		" in the U.S. fell": false, "": false, ", the maker": false, " <.FTSE>": false} {
		if got := isQuoted(after); got != want {
			t.Errorf("isQuoted(%q) = %v", after, got)
		}
	}
}

func TestBlends(t *testing.T) {
	for _, c := range []struct {
		word string
		of   []string
		want bool
	}{{"socgen", []string{"societe", "generale"}, true}, {"stanchart", []string{"standard", "chartered"}, true}, {"socgene", []string{"societe"}, false},
		{"socx", []string{"societe", "x"}, false}, {"societe", []string{"societe", "generale"}, false}, {"", []string{"societe"}, false}} {
		if got := blends(c.word, c.of); got != c.want {
			t.Errorf("blends(%q, %q) = %v", c.word, c.of, got)
		}
	}
}

// FuzzResolve cuts any text into mentions and checks what must hold of every answer.
func FuzzResolve(f *testing.F) {
	f.Add("The North and South Korea met Mr. Kim, a spokesman. Kim Il, the NSC (National Security Council) of the U.S.", "North Wins", []byte{3, 40, 1, 9})
	f.Add("\xff, ’s of . of \n\n Mrs. A, B, a C D.", "", []byte{0, 1, 2, 3, 4, 5, 6})
	f.Add("Mr. ﷺ and № of № met ㎧ No", "№", []byte{0, 1, 2, 5, 0})
	f.Add("Ann Lee Ann Lee Lee Ann’s village of St. & Sons Co", "ANN LEE", []byte{1, 1, 1})
	f.Fuzz(func(t *testing.T, body, headline string, cuts []byte) {
		a := newArticle(headline, body)
		ms, hs := chop(body, cuts), chop(headline, cuts)
		before := slices.Clone(ms)
		n := Resolve(a, nil, ms, hs)
		check(t, a, n)
		if !slices.Equal(ms, before) {
			t.Error("the mentions given were changed")
		}
		if again := Resolve(a, nil, ms, hs); !reflect.DeepEqual(n, again) {
			t.Error("a second run differs")
		}
		for _, m := range ms {
			if !slices.ContainsFunc(n.Mentions, func(o news.Mention) bool { return o.Start == m.Start && strings.HasPrefix(o.Surface, m.Surface) }) &&
				!strings.Contains(m.Surface, " and ") && !isLabel(m.Surface) {
				t.Errorf("mention %q lost", m.Surface)
			}
		}
	})
}

// chop makes mentions of the words of text, as cuts tell how many bytes to skip, how many to take, and of what kind.
func chop(text string, cuts []byte) []news.Mention {
	kinds := [...]news.Kind{news.Person, news.Place, news.Organization, news.Event, news.Other}
	var out []news.Mention
	at := 0
	for i := 0; len(cuts) > 0 && at < len(text); i++ {
		c := int(cuts[i%len(cuts)])
		start := at + c%7
		end := start + 1 + c%13
		if end > len(text) {
			break
		}
		out = append(out, news.Mention{Span: news.Span{Start: start, End: end}, Surface: text[start:end], Kind: kinds[c%len(kinds)]})
		at = end
	}
	return out
}

// check reports what is wrong with n as an answer for a.
func check(t *testing.T, a *news.Article, n Names) {
	t.Helper()
	count, ids := map[string]int{}, map[string]bool{}
	for part, ms := range [][]news.Mention{n.Mentions, n.Headlined} {
		text := []string{a.Body, a.Headline}[part]
		end := 0
		for _, m := range ms {
			if m.Start < end || m.Of(text) != m.Surface {
				t.Errorf("mention %+v out of order or not in the text", m)
			}
			end = m.End
			ids[m.Entity] = true
			if part == 0 {
				count[m.Entity]++
			}
		}
	}
	for _, e := range n.Entities {
		if !ids[e.ID] || !strings.HasPrefix(e.ID, slug.Make(e.Name)) && len(e.ID) < slug.Max-8 {
			t.Errorf("entity %q is twice there, named by nothing, or not called for its name %q", e.ID, e.Name)
		}
		delete(ids, e.ID)
		if e.Count != count[e.ID] || e.Count < len(e.Paragraphs) || !slices.IsSorted(e.Paragraphs) {
			t.Errorf("%s: count %d, named %d times, in %v", e.ID, e.Count, count[e.ID], e.Paragraphs)
		}
		for _, s := range e.Described {
			if phrase := s.Of(a.Body); strings.TrimSpace(phrase) != phrase || phrase == "" || strings.ContainsAny(phrase, "\n.;\"") && !strings.Contains(phrase, ".") {
				t.Errorf("%s is described as %q", e.ID, phrase)
			}
		}
	}
	if len(ids) > 0 {
		t.Errorf("mentions of what is no entity: %v", ids)
	}
}

func BenchmarkResolve(b *testing.B) {
	a, body, headline := seed(b)
	b.SetBytes(int64(len(a.Body)))
	for b.Loop() {
		Resolve(a, nil, body, headline)
	}
}
