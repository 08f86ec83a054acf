package topic_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/related"
	"copydesk/generator/internal/topic"
	"copydesk/generator/internal/topic/topictest"
)

// reports returns a text for each line "about | body", a day apart.
func reports(lines ...string) []topictest.Text {
	var out []topictest.Text
	for i, line := range lines {
		about, body, _ := strings.Cut(line, " | ")
		day := time.Date(2024, 3, 1+i, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		out = append(out, topictest.Text{File: fmt.Sprintf("raw/%02d.txt", i), Marked: fmt.Sprintf("headline: Report %d\ndate: %s\nabout: %s\n\n%s\n", i, day, about, body)})
	}
	return out
}

func build(texts []topictest.Text, opts topic.Options) (*topic.Corpus, []diag.Diagnostic) {
	corpus, links := topictest.Corpus(texts)
	c, ds := topic.Build(corpus, opts)
	c.Relate(links)
	return c, ds
}

// names lists the topics as "name (kind) articles".
func names(c *topic.Corpus) string {
	var out []string
	for _, t := range c.Topics {
		out = append(out, fmt.Sprintf("%s (%s) %d", t.Name, t.Kind, len(t.Appearances)))
	}
	return strings.Join(out, ", ")
}

func TestNamesMeet(t *testing.T) {
	tests := []struct {
		name  string
		texts []topictest.Text
		want  string
	}{
		{"initials and spelling", reports("Rolf B. Aas | [Rolf B. Aas/person] left.", "Rolf Aas | [Rolf Aas/person] came.", "Rolf Aas | [Rolf Aas/person] sat."), "Rolf Aas (person) 3"},
		{"contradicting initials", reports("Rolf B. Aas | [Rolf B. Aas/person] left.", "Rolf C. Aas | [Rolf C. Aas/person] came."), "Rolf B. Aas (person) 1, Rolf C. Aas (person) 1"},
		{"accents and hyphens", reports("Zoë Ek-Lund | [Zoë Ek-Lund/person] left.", "Zoe Ek Lund | [Zoe Ek Lund/person] came."), "Zoë Ek-Lund (person) 2"},
		{"surname alone", reports("Rolf Aas | [Rolf Aas/person] left. [Aas/person=Rolf Aas] ran.", "Rolf Aas | [Rolf Aas/person] came.", "Aas | [Aas/person] spoke."), "Rolf Aas (person) 3"},
		{"surname of two", reports("Rolf Aas | [Rolf Aas/person] left.", "Rolf Aas | [Rolf Aas/person] left.", "Eva Aas | [Eva Aas/person] came.", "Eva Aas | [Eva Aas/person] came.", "Aas | [Aas/person] spoke."),
			"Aas (person) 1, Eva Aas (person) 2, Rolf Aas (person) 2"},
		{"company form", reports("Vika Oil Corp | [Vika Oil Corp/organization] fell.", "Vika Oil | [Vika Oil/organization] rose.", "Vika Oil | [Vika Oil/organization] rose."), "Vika Oil (organization) 3"},
		{"acronym", reports("Harbour Board | The [Harbour Board/organization], or [HB/organization=Harbour Board], met.", "HB | The [HB/organization] met.", "Harbour Board | The [Harbour Board/organization] met."), "Harbour Board (organization) 3"},
		{"acronym with a small letter", reports("Bank of Vika | The [Bank of Vika/organization], or [BoV/organization=Bank of Vika], met.", "BoV | The [BoV/organization] met."), "Bank of Vika (organization) 2"},
		{"short place stays", reports("North Vika | [North Vika/place] is cold. [Vika/place=North Vika] sleeps.", "Vika | [Vika/place] is warm."), "North Vika (place) 1, Vika (place) 1"},
		{"a slip of kind", reports("Vika | [Vika/place] is cold.", "Vika | [Vika/place] is warm.", "Vika | [Vika/place] is wet.", "Vika | [Vika/place] is dry.", "Vika | [Vika/person] is new."), "Vika (place) 5"},
		{"two kinds", reports("Lund | [Lund/place] is cold.", "Lund | [Lund/place] is warm.", "Lund | [Lund/place] is wet.", "Lund | [Lund/person] ran. [Mr. Lund/person=Lund] fell.", "Lund | [Lund/person] fell.", "Lund | [Lund/person] rose."), "Lund (person) 3, Lund (place) 3"},
		{"subject in two numbers", reports("ferry strike | The [ferry strike/subject] goes on.", "Ferry strikes | Two [ferry strikes/subject] ended.", "ferry strike | The [ferry strike/subject] ended."), "ferry strike (subject) 3"},
		{"subject that is a name", reports("Sea Week | [Sea Week/event] began.", "sea week | The [sea week/subject] ended."), "Sea Week (event) 2"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, _ := build(tt.texts, topic.Options{})
			if got := names(c); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestUnclearNameIsAsked(t *testing.T) {
	_, ds := build(reports("Rolf Aas | [Rolf Aas/person] left.", "Rolf Aas | [Rolf Aas/person] left.", "Eva Aas | [Eva Aas/person] came.", "Aas | [Aas/person] spoke.", "Aas | [Aas/person] sang."), topic.Options{})
	want := `if they are one, run: copydesk topics merge "Aas" "Rolf Aas"`
	if len(ds) != 1 || ds[0].Code != "topic-unclear-name" || ds[0].Fix != want {
		t.Errorf("said %v, want the fix %s", ds, want)
	}
}

func TestOpenMatter(t *testing.T) {
	const promise = "Eva Ek | [Eva Ek/person] will speak [on March 3/date=2024-03-03]."
	c, _ := build(reports(promise, "Vika | [Vika/place] is cold.", "Vika | [Vika/place] is warm.", "Vika | [Vika/place] is wet."), topic.Options{})
	eva := c.Topics[0]
	if len(eva.Open) != 1 || eva.Open[0].Value != "2024-03-03" || eva.Dates[0].Coming {
		t.Errorf("open %v, dates %v", eva.Open, eva.Dates)
	}
	c, _ = build(reports(promise, "Vika | [Vika/place] is cold.", "Eva Ek | [Eva Ek/person] spoke."), topic.Options{})
	if eva := c.Topics[0]; len(eva.Open) != 0 {
		t.Errorf("open though an article came after: %v", eva.Open)
	}
}

func TestRetoldStory(t *testing.T) {
	long := "The [Harbour Board/organization] closed the old pier at [Vika/place] on Friday and said that repairs would begin before the summer is out."
	texts := []topictest.Text{
		{File: "raw/a.txt", Marked: "headline: A\ndate: 2024-03-01\nabout: Vika\nrelated: raw/b.txt, raw/c.txt\n\n" + long},
		{File: "raw/b.txt", Marked: "headline: B\ndate: 2024-03-02\nabout: Vika\n\n" + long + " More."},
		{File: "raw/c.txt", Marked: "headline: C\ndate: 2024-02-02\nabout: Vika\n\n[Vika/place] is small."},
	}
	c, _ := build(texts, topic.Options{})
	a := c.Articles[1]
	if len(a.Retold) != 1 || a.Retold[0].Headline != "B" || len(a.Related) != 1 || a.Related[0].Reason != "background, 28 days earlier: both about Vika" {
		t.Errorf("retold %v, related %+v", a.Retold, a.Related)
	}
}

func TestAddressesStay(t *testing.T) {
	texts := reports("Eva Ek | [Eva Ek/person] left.", "Old Town | [Old Town/place] sleeps.")
	known := topic.Addresses{
		Briefings: map[string]topic.Address{"raw/00.txt": {Name: "2024-03-01-first", Slug: "first", Old: []string{"/2024/03/first/", "/2024/03/older/"}}},
		Topics:    []topic.Address{{Slug: "ek", Title: "Ek", Old: []string{"/topics/ek/"}}, {Slug: "town", Title: "The Old Town", Old: []string{"/topics/ville/"}}},
	}
	c, _ := build(texts, topic.Options{Addresses: known})
	a := c.Articles[1]
	if a.Name != "2024-03-01-first" || a.Path != "/2024/03/first/" || !slices.Equal(a.Redirects, []string{"/2024/03/older/"}) {
		t.Errorf("article at %s %s %v", a.Name, a.Path, a.Redirects)
	}
	town := c.Topics[1]
	if town.Slug != "old-town" || !slices.Equal(town.Redirects, []string{"/topics/town/", "/topics/ville/"}) {
		t.Errorf("topic at %s, redirects %v", town.Slug, town.Redirects)
	}
}

// synthetic returns n articles of words words with the names that a press corpus of that size could have.
func synthetic(n, words int) ([]*news.Annotated, [][]related.Link) {
	rng := rand.New(rand.NewPCG(1, 2))
	texts := make([]topictest.Text, n)
	for i := range texts {
		var b strings.Builder
		var about []string
		fmt.Fprintf(&b, "[Head%d Place/place]", i%50)
		for w := 0; w < words; w++ {
			if w%25 == 0 {
				// Few names are common and most are rare, as in any press.
				k := int(float64(n) * rng.Float64() * rng.Float64() * rng.Float64())
				name := fmt.Sprintf("Given%d Sur%d", k, k%997)
				kind := [...]string{"person", "organization", "place"}[k%3]
				fmt.Fprintf(&b, ". [%s/%s]", name, kind)
				if w%100 == 0 && !slices.Contains(about, name) {
					about = append(about, name)
				}
			}
			fmt.Fprintf(&b, " word%d", rng.IntN(5000))
			if w%120 == 119 {
				b.WriteString(".\n\nThen")
			}
		}
		day := time.Date(2020, 1, 1+i%1000, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		texts[i] = topictest.Text{File: fmt.Sprintf("raw/%06d.txt", i), Marked: fmt.Sprintf("headline: Report number %d\ndate: %s\nabout: %s\n\n%s.", i, day, strings.Join(about, ", "), b.String())}
	}
	corpus, links := topictest.Corpus(texts)
	for i := range links {
		for k := 1; k <= 5; k++ {
			links[i] = append(links[i], related.Link{To: (i + k*37) % n, Score: 0.5})
		}
	}
	return corpus, links
}

// TestNamesakesKeepTheirAddresses builds over the pages of two things of one name, in the order in which a disk lists them.
func TestNamesakesKeepTheirAddresses(t *testing.T) {
	texts := reports("Lund | [Lund/place] is cold.", "Lund | [Lund/place] is warm.", "Lund | [Lund/place] is wet.", "Lund | [Lund/place] is dry.",
		"Lund | [Lund/person] ran. [Mr. Lund/person=Lund] fell.", "Lund | [Lund/person] fell.", "Lund | [Lund/person] rose.")
	known := topic.Addresses{Topics: []topic.Address{{Slug: "lund-person", Title: "Lund", Kind: news.Person}, {Slug: "lund", Title: "Lund", Kind: news.Place}}}
	for _, addresses := range []topic.Addresses{{}, known} {
		c, _ := build(texts, topic.Options{Addresses: addresses})
		got := ""
		for _, t := range c.Topics {
			got += string(t.Kind) + " at " + t.Path() + "; "
		}
		if want := "place at /topics/lund/; person at /topics/lund-person/; "; got != want {
			t.Errorf("with %v: %s, want %s", addresses.Topics, got, want)
		}
	}
}

func TestOrderDoesNotMatter(t *testing.T) {
	corpus, links := synthetic(60, 200)
	dump := func(corpus []*news.Annotated, links [][]related.Link) string {
		c, ds := topic.Build(corpus, topic.Options{})
		c.Relate(links)
		var b strings.Builder
		for _, t := range c.Topics {
			fmt.Fprintln(&b, t.Name, t.Slug, t.Kind, t.KnownAs, len(t.Appearances), len(t.Passages))
			for _, n := range t.Neighbours {
				fmt.Fprintln(&b, "  ", n.Topic.Slug, n.Count, n.Reason, n.Sentence.Span)
			}
		}
		for _, a := range c.Articles {
			fmt.Fprintln(&b, a.Path, len(a.Filed), len(a.Named))
			for _, r := range a.Related {
				fmt.Fprintln(&b, "  ", r.To.Path, r.Reason)
			}
		}
		return b.String() + fmt.Sprint(ds)
	}
	want := dump(corpus, links)
	for seed := range uint64(5) {
		rng := rand.New(rand.NewPCG(seed, 7))
		to := rng.Perm(len(corpus))
		mixed, mixedLinks := make([]*news.Annotated, len(corpus)), make([][]related.Link, len(corpus))
		for from, at := range to {
			mixed[at] = corpus[from]
			for _, l := range links[from] {
				l.To = to[l.To]
				mixedLinks[at] = append(mixedLinks[at], l)
			}
		}
		if got := dump(mixed, mixedLinks); got != want {
			t.Fatalf("seed %d: another order gives another corpus", seed)
		}
	}
}

func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{1, 100, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			corpus, links := synthetic(n, 600)
			size := 0
			for _, a := range corpus {
				size += len(a.Body)
			}
			b.SetBytes(int64(size))
			for b.Loop() {
				c, _ := topic.Build(corpus, topic.Options{})
				c.Relate(links)
			}
		})
	}
}

func TestKindsFollowTheTexts(t *testing.T) {
	tests := []struct {
		name  string
		texts []topictest.Text
		want  string
	}{
		{"a firm taken for a person", reports("Norvik | [Norvik/person] shares fell.", "Norvik | A spokesman at [Norvik/person] left. [Norvik/person] shares rose."), "Norvik (organization) 2"},
		{"a person called Mr.", reports("Norvik | [Norvik/person] shares fell. [Mr. Norvik/person=Norvik] left.", "Norvik | [Norvik/person], who left, said he saw it."), "Norvik (person) 2"},
		{"a legal form", reports("Eli Nor | [Eli Nor/person] rose.", "Eli Nor | [Eli Nor Corp/person=Eli Nor] fell.", "Eli Nor | [Eli Nor Corp/person=Eli Nor] sank."), "Eli Nor (organization) 3"},
		{"a ticker", reports("Vika | [Vika/place] ( VKA.OL ) fell."), "Vika (organization) 1"},
		{"a head word", reports("Vika Harbour Commission | The [Vika Harbour Commission/place] met."), "Vika Harbour Commission (organization) 1"},
		{"an ordinary word", reports("Traders | [Traders/person] left. The traders of traders are traders."), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, _ := build(tt.texts, topic.Options{})
			if got := names(c); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestChancePhrasesGoUnderWiderHeadings(t *testing.T) {
	lines := []string{"interest rates | The [interest rates/subject] rose.", "interest rates | The [interest rates/subject] fell.", "long interest rates | The [long interest rates/subject] fell.", "gulls gathered | The [gulls gathered/subject] there."}
	c, _ := build(reports(lines...), topic.Options{})
	if got, want := names(c), "gulls gathered (subject) 1, interest rates (subject) 2, long interest rates (subject) 1"; got != want {
		t.Errorf("a few articles: got %s, want %s", got, want)
	}
	for i := range 60 {
		lines = append(lines, fmt.Sprintf("Vika | [Vika/place] is day %d.", i))
	}
	c, _ = build(reports(lines...), topic.Options{})
	if got, want := names(c), "interest rates (subject) 3, Vika (place) 60"; got != want {
		t.Errorf("a crowd: got %s, want %s", got, want)
	}
}

func TestNamesakesAreAsked(t *testing.T) {
	const ask = `if they are two, run: copydesk topics split "Eva Ek" "Eva Ek (a Lund goalkeeper)" "raw/00.txt"`
	tests := []struct {
		name, first, second string
		asked               bool
	}{
		{"nothing in common", "[Eva Ek/person], [a Lund goalkeeper/described=Eva Ek], fell.", "[Eva Ek/person], [the bishop of Vika/described=Eva Ek], prayed.", true},
		{"a word of the description", "[Eva Ek/person], [a bishop/described=Eva Ek], fell.", "[Eva Ek/person], [the bishop of Vika/described=Eva Ek], prayed.", false},
		{"company kept", "[Eva Ek/person], [a Lund goalkeeper/described=Eva Ek], met [Ida Berg/person].", "[Eva Ek/person], [the bishop of Vika/described=Eva Ek], met [Ida Berg/person].", false},
		{"too little said", "[Eva Ek/person], [chief executive/described=Eva Ek], fell.", "[Eva Ek/person], [the bishop of Vika/described=Eva Ek], prayed.", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, ds := build(reports("Eva Ek | "+tt.first, "Eva Ek | "+tt.second), topic.Options{})
			if asked := len(ds) == 1 && ds[0].Code == "topic-namesakes" && ds[0].Fix == ask; asked != tt.asked || !tt.asked && len(ds) > 0 {
				t.Errorf("said %v", ds)
			}
		})
	}
}
