package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"copydesk/generator/internal/news"
	"copydesk/generator/internal/page"
	"copydesk/generator/internal/related"
	"copydesk/generator/internal/topic"
)

// report makes an annotated article by hand: a paragraph a line, one sentence each; names are marked where they stand.
func report(file, headline, day, body string, names map[string]news.Kind) *news.Annotated {
	date, _ := time.Parse(time.DateOnly, day)
	a := &news.Annotated{Article: news.Article{File: file, SHA256: "00", Headline: headline, Date: news.Date{Raw: day, Time: date}, Body: body}}
	at := 0
	for i, p := range strings.Split(body, "\n\n") {
		s := news.Span{Start: at, End: at + len(p)}
		a.Paragraphs = append(a.Paragraphs, s)
		a.Sentences = append(a.Sentences, news.Sentence{Span: s, Paragraph: i + 1})
		at = s.End + 2
	}
	for at := 0; at < len(body); at++ {
		for name, kind := range names {
			if strings.HasPrefix(body[at:], name) {
				id := strings.ReplaceAll(strings.ToLower(name), " ", "-")
				a.Mentions = append(a.Mentions, news.Mention{Span: news.Span{Start: at, End: at + len(name)}, Surface: name, Kind: kind, Entity: id})
				if e := a.Entity(id); e != nil {
					e.Count++
				} else {
					a.Entities = append(a.Entities, news.Entity{ID: id, Name: name, Kind: kind, Count: 1, About: true, Score: 0.5})
					a.Tags = append(a.Tags, news.Tag{Name: name, Kind: kind, Entity: id, Score: 0.5, Reason: "in the first sentence"})
				}
			}
		}
	}
	return a
}

func corpus() []*news.Annotated {
	names := map[string]news.Kind{"Ana Lind": news.Person, "Harbour Board": news.Organization, "Vika": news.Place}
	return []*news.Annotated{
		report("content/raw/a.txt", "Board Closes the Pier", "2024-03-01", "The Harbour Board closed the pier at Vika.\n\n“It is rotten,” said Ana Lind.", names),
		report("content/raw/b.txt", "Pier to Open Again", "2024-03-09", "Ana Lind of the Harbour Board opened the pier at Vika.", names),
	}
}

// write runs the whole way from the corpus to root.
func write(t *testing.T, root string, corpus []*news.Annotated) (Report, []string) {
	t.Helper()
	existing, err := Disk(root)
	if err != nil {
		t.Fatal(err)
	}
	addresses, err := existing.Addresses()
	if err != nil {
		t.Fatal(err)
	}
	c, _ := topic.Build(corpus, make([][]related.Link, len(corpus)), topic.Options{Addresses: addresses})
	pages, _ := page.Make(c)
	r, ds, err := Write(root, pages, Options{})
	if err != nil {
		t.Fatal(err)
	}
	codes := make([]string, len(ds))
	for i, d := range ds {
		codes[i] = d.Code + " " + d.Path
	}
	return r, codes
}

func TestSecondRunChangesNothing(t *testing.T) {
	root := t.TempDir()
	r, _ := write(t, root, corpus())
	if r.Briefings != 2 || r.Topics != 3 || r.Written != 7 {
		t.Fatalf("first run: %+v", r)
	}
	r, ds := write(t, root, corpus())
	if r.Unchanged != 7 || r.Written != 0 || r.Removed != 0 || len(ds) != 0 {
		t.Errorf("second run: %+v %v", r, ds)
	}
	c := corpus()
	c[0], c[1] = c[1], c[0]
	if r, _ := write(t, root, c); r.Unchanged != 7 {
		t.Errorf("shuffled: %+v", r)
	}
}

func TestEditsStay(t *testing.T) {
	root := t.TempDir()
	write(t, root, corpus())
	file := filepath.Join(root, "content/topics/ana-lind.md")
	old, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	edited := strings.Replace(string(old), `kind: "person"`, `kind: "organization"`, 1) + "\nShe runs the **board**.\n"
	if err := os.WriteFile(file, []byte(edited), 0o666); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if r, _ := write(t, root, corpus()[:1]); r.Edited != 1 {
			t.Errorf("%+v", r)
		}
		now, _ := os.ReadFile(file)
		for _, want := range []string{`kind: "organization"`, "She runs the **board**.", "date: 2024-03-01"} {
			if !strings.Contains(string(now), want) {
				t.Errorf("%q is lost in\n%s", want, now)
			}
		}
	}
	// All articles go: the edited topic stays, the others and the briefings leave.
	_, ds := write(t, root, nil)
	left, _ := filepath.Glob(filepath.Join(root, "content/*/*.md"))
	if len(left) != 1 || left[0] != file || len(ds) != 1 || ds[0] != "page-stale content/topics/ana-lind.md" {
		t.Errorf("left %v, said %v", left, ds)
	}
}

func TestForeignFilesStay(t *testing.T) {
	root := t.TempDir()
	file := filepath.Join(root, "content/topics/vika.md")
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	const mine = "---\ntitle: Vika\n---\nA town.\n"
	if err := os.WriteFile(file, []byte(mine), 0o666); err != nil {
		t.Fatal(err)
	}
	_, ds := write(t, root, corpus())
	if got, _ := os.ReadFile(file); string(got) != mine || len(ds) != 1 || ds[0] != "page-taken content/topics/vika.md" {
		t.Errorf("got %q, said %v", got, ds)
	}
}
