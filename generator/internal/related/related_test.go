package related

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"copydesk/generator/internal/news"
)

// article makes an annotated article whose tags and entities are given as "kind:Name".
func article(file, body string, tags ...string) *news.Annotated {
	a := &news.Annotated{}
	a.File, a.Body = file, body
	a.Paragraphs = []news.Span{{Start: 0, End: len(body)}}
	for _, t := range tags {
		k, n, _ := strings.Cut(t, ":")
		id := ""
		if news.Kind(k) != news.Subject {
			id = strings.ReplaceAll(strings.ToLower(n), " ", "-")
			a.Entities = append(a.Entities, news.Entity{ID: id, Name: n, Kind: news.Kind(k), Count: 2})
		}
		a.Tags = append(a.Tags, news.Tag{Name: n, Kind: news.Kind(k), Entity: id})
	}
	return a
}

func harbour() []*news.Annotated {
	return []*news.Annotated{
		article("a.txt", "The ferry from Port Ellis ran aground on a reef, and forty passengers were taken off by lifeboat.", "place:Port Ellis", "subject:ferry accidents"),
		article("b.txt", "Divers looked at the hull of the ferry that ran aground off Port Ellis; its passengers are home.", "place:Port Ellis", "subject:ferry accidents"),
		article("c.txt", "The bakery guild chose a new head, who wants cheaper flour and longer hours for its shops.", "organization:Bakery Guild"),
		article("d.txt", "Flour is dearer, says the bakery guild, whose shops pay more for wheat than a year ago.", "organization:Bakery Guild"),
		article("e.txt", "A goalkeeper broke his wrist.", "subject:football"),
	}
}

func TestRank(t *testing.T) {
	links := Rank(harbour())
	for i, want := range []string{"1 both about Port Ellis and ferry accidents", "0 both about Port Ellis and ferry accidents", "3 both about Bakery Guild", "2 both about Bakery Guild", ""} {
		got := ""
		if len(links[i]) > 0 {
			got = fmt.Sprint(links[i][0].To, " ", links[i][0].Reason)
		}
		if got != want {
			t.Errorf("article %d: got %q, want %q", i, got, want)
		}
	}
}

// TestOrder checks that the links between files do not depend on the order of the corpus.
func TestOrder(t *testing.T) {
	show := func(corpus []*news.Annotated) map[string]string {
		out := map[string]string{}
		for i, links := range Rank(corpus) {
			for _, l := range links {
				out[corpus[i].File] += fmt.Sprintln(corpus[l.To].File, l.Score, l.Reason)
			}
		}
		return out
	}
	corpus := synthetic(200)
	want := fmt.Sprint(show(corpus))
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 3 {
		rnd.Shuffle(len(corpus), func(i, j int) { corpus[i], corpus[j] = corpus[j], corpus[i] })
		if got := fmt.Sprint(show(corpus)); got != want {
			t.Fatal("another order gives other links")
		}
	}
}

// TestCommon checks that what half the corpus names is no reason.
func TestCommon(t *testing.T) {
	corpus := synthetic(60)
	for _, a := range corpus {
		a.Entities = append(a.Entities, news.Entity{ID: "ellis", Name: "Ellis", Kind: news.Place, Count: 1})
		a.Tags = []news.Tag{{Name: "Ellis", Kind: news.Place, Entity: "ellis"}}
	}
	for i, links := range Rank(corpus) {
		for _, l := range links {
			if l.Reason == "" || strings.Contains(l.Reason, "Ellis") {
				t.Errorf("article %d: reason %q", i, l.Reason)
			}
		}
	}
}

func TestCopy(t *testing.T) {
	corpus := append(harbour(), harbour()[0])
	corpus[5].File = "f.txt"
	l := Rank(corpus)[5]
	if len(l) == 0 || l[0].To != 0 || l[0].Score < 0.99 {
		t.Errorf("the copy of article 0 links to %+v", l)
	}
}

func TestEmpty(t *testing.T) {
	if got := Rank(nil); len(got) != 0 {
		t.Errorf("no articles, but links %v", got)
	}
	if got := Rank([]*news.Annotated{article("a.txt", "")}); len(got) != 1 || got[0] != nil {
		t.Errorf("one empty article, but links %v", got)
	}
}

// synthetic makes n articles of 300 words each, drawn from a vocabulary whose frequencies fall as in English (Zipf's law).
func synthetic(n int) []*news.Annotated {
	rnd := rand.New(rand.NewPCG(7, 7))
	zipf := rand.NewZipf(rnd, 1.1, 5, 60_000)
	corpus := make([]*news.Annotated, n)
	var b strings.Builder
	for i := range corpus {
		b.Reset()
		for range 300 {
			v := zipf.Uint64() + 27
			for ; v > 0; v /= 26 {
				b.WriteByte(byte('a' + v%26))
			}
			b.WriteString("o ")
		}
		corpus[i] = article(fmt.Sprintf("%06d.txt", i), b.String(), fmt.Sprintf("place:Town %d", rnd.IntN(1+n/5)))
	}
	return corpus
}

func BenchmarkRank(b *testing.B) {
	for _, n := range []int{100, 1000, 10_000} {
		corpus := synthetic(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(n * len(corpus[0].Body)))
			for b.Loop() {
				Rank(corpus)
			}
		})
	}
}
