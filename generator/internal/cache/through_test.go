package cache

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"copydesk/generator/internal/news"
)

// counted returns a stage that makes value, and how often it was asked to.
func counted[T any](value T) (func() (T, error), *int) {
	calls := 0
	return func() (T, error) { calls++; return value, nil }, &calls
}

func TestThroughComputesOnce(t *testing.T) {
	article := news.Annotated{
		Article: news.Article{Headline: "Ferry Crews Return", File: "raw/ferry.txt"},
		Quotes:  []news.Quote{{Speaker: "the mayor", Confidence: 0.1 + 0.2}},
	}
	c := Open(t.TempDir(), noon)
	compute, calls := counted(article)
	for range 3 {
		got, kept, err := Through(c, NewKey("s"), compute)
		if err != nil || kept != nil || !reflect.DeepEqual(got, article) {
			t.Errorf("%+v, %v, %v", got, kept, err)
		}
	}
	if *calls != 1 {
		t.Errorf("computed %d times", *calls)
	}
}

// TestThroughTellsEmptyFromNil: a page could show the two differently.
func TestThroughTellsEmptyFromNil(t *testing.T) {
	c := Open(t.TempDir(), noon)
	compute, calls := counted(struct{ Tags, None []string }{Tags: []string{}})
	for range 2 {
		if got, _, _ := Through(c, NewKey("s"), compute); got.Tags == nil || got.None != nil {
			t.Errorf("the cache changed the value: %#v", got)
		}
	}
	if *calls != 1 {
		t.Errorf("computed %d times, want 1", *calls)
	}
}

// TestThroughKeepsNothingInexact: what hangs on a map of numbers is no plain data.
func TestThroughKeepsNothingInexact(t *testing.T) {
	compute, calls := counted(map[int]int{1: 1})
	c := Open(t.TempDir(), noon)
	for range 2 {
		if got, _, _ := Through(c, NewKey("s"), compute); got[1] != 1 {
			t.Error("the cache changed the value")
		}
	}
	if *calls != 2 {
		t.Errorf("computed %d times, want 2", *calls)
	}
}

func TestThroughRebuildsAnotherShape(t *testing.T) {
	c, key := Open(t.TempDir(), noon), NewKey("s")
	mustPut(t, c, key, "not gob at all")
	compute, calls := counted(7)
	for range 2 {
		if got, _, err := Through(c, key, compute); got != 7 || err != nil {
			t.Errorf("%d, %v", got, err)
		}
	}
	if *calls != 1 {
		t.Errorf("computed %d times", *calls)
	}
}

func TestThroughHandsOnFailures(t *testing.T) {
	broken := errors.New("broken")
	c := Open(t.TempDir(), noon)
	if _, _, err := Through(c, NewKey("s"), func() (int, error) { return 0, broken }); !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
	if _, ok := c.Get(NewKey("s")); ok {
		t.Error("a failure was kept")
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if got, kept, err := Through(Open(file, noon), NewKey("s"), func() (int, error) { return 7, nil }); got != 7 || kept == nil || err != nil {
		t.Errorf("where nothing can be written: %d, %v, %v", got, kept, err)
	}
}

func TestProgramIsTheSameTwice(t *testing.T) {
	a, err := Program()
	b, err2 := Program()
	if err != nil || err2 != nil || a != b || len(a) != 64 {
		t.Errorf("%q and %q, %v, %v", a, b, err, err2)
	}
}

func BenchmarkThrough(b *testing.B) {
	article := news.Annotated{Article: news.Article{Headline: "Ferry Crews Return"}, Mentions: make([]news.Mention, 200)}
	for i := range article.Mentions {
		article.Mentions[i] = news.Mention{Span: news.Span{Start: i * 20, End: i*20 + 8}, Surface: "Lindmark", Kind: news.Place}
	}
	c := Open(b.TempDir(), noon)
	compute, _ := counted(article)
	for b.Loop() {
		if _, kept, err := Through(c, NewKey("s"), compute); err != nil || kept != nil {
			b.Fatal(err, kept)
		}
	}
}
