package site

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"copydesk/generator/internal/news"
	"copydesk/generator/internal/page"
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
	existing, err := Disk(root, nil)
	if err != nil {
		t.Fatal(err)
	}
	addresses, err := existing.Addresses()
	if err != nil {
		t.Fatal(err)
	}
	c, _ := topic.Build(corpus, topic.Options{Addresses: addresses})
	pages := page.Plan(c, page.Options{})
	r, ds, err := Write(t.Context(), root, pages, Options{})
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
	// All articles go: the edited topic stays, the others and the briefings leave, and the briefings a note at their addresses.
	_, ds := write(t, root, nil)
	left, _ := filepath.Glob(filepath.Join(root, "content/[^g]*/*.md"))
	if len(left) != 1 || left[0] != file || len(ds) != 1 || ds[0] != "page-stale content/topics/ana-lind.md" {
		t.Errorf("left %v, said %v", left, ds)
	}
	if notes, _ := filepath.Glob(filepath.Join(root, "content/gone/*.md")); len(notes) != 2 {
		t.Errorf("the briefings that went left %v", notes)
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

// snapshot returns all files under root by name.
func snapshot(t *testing.T, root string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(root, func(p string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(p)
		out[strings.TrimPrefix(p, root)] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestBlockedFileLeavesWholeFiles puts a folder where a page shall stand, which stops anyone from writing it, and looks for damage beside it.
func TestBlockedFileLeavesWholeFiles(t *testing.T) {
	root := t.TempDir()
	write(t, root, corpus()[:1])
	before := snapshot(t, root)
	write2 := func() error {
		c, _ := topic.Build(corpus(), topic.Options{})
		pages := page.Plan(c, page.Options{})
		for _, p := range pages {
			if _, there := before["/content/"+p.Path]; !there {
				if err := os.MkdirAll(filepath.Join(root, "content", filepath.FromSlash(p.Path), "in-the-way"), 0o777); err != nil {
					t.Fatal(err)
				}
				break
			}
		}
		_, _, err := Write(t.Context(), root, pages, Options{})
		return err
	}
	if err := write2(); err == nil {
		t.Fatal("a page was written over a folder")
	}
	for name, data := range snapshot(t, root) {
		if _, err := page.Decode(strings.TrimPrefix(name, "/content/"), []byte(data)); err != nil {
			t.Errorf("%s cannot be read any more: %v", name, err)
		}
		delete(before, name)
	}
	if len(before) > 0 {
		t.Errorf("%d files are gone", len(before))
	}
}

func TestFailureStopsAndIsTold(t *testing.T) {
	c, _ := topic.Build(corpus(), topic.Options{})
	pages := page.Plan(c, page.Options{})
	full := errors.New("no space left on device")
	n := 0
	_, _, err := Each(t.Context(), Existing{}, pages, Options{}, func(File) error {
		if n++; n == 3 {
			return full
		}
		return nil
	})
	if !errors.Is(err, full) || n != 3 {
		t.Errorf("after %d files: %v", n, err)
	}
}

func TestLeftoversAreSwept(t *testing.T) {
	root := t.TempDir()
	write(t, root, corpus())
	left := filepath.Join(root, "content/topics/.copydesk-123.tmp")
	if err := os.WriteFile(left, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	write(t, root, corpus())
	if _, err := os.Stat(left); !os.IsNotExist(err) {
		t.Error("the leftover of a killed run is still there")
	}
}

func TestDryRunWritesNothing(t *testing.T) {
	root := t.TempDir()
	c, _ := topic.Build(corpus(), topic.Options{})
	pages := page.Plan(c, page.Options{})
	r, _, err := Write(t.Context(), root, pages, Options{DryRun: true})
	if err != nil || r.Written != 7 || len(snapshot(t, root)) != 0 {
		t.Errorf("%+v %v, wrote %d files", r, err, len(snapshot(t, root)))
	}
}

func TestRawTextGoneTakesItsPage(t *testing.T) {
	root := t.TempDir()
	write(t, root, corpus())
	r, ds := write(t, root, corpus()[:1])
	if _, err := os.Stat(filepath.Join(root, "content/briefings/2024-03-09-pier-to-open-again.md")); !os.IsNotExist(err) || r.Removed != 2 || len(ds) != 0 {
		t.Errorf("%+v %v %v", r, ds, err)
	}
}

func TestPageOfTextSetAsideStays(t *testing.T) {
	root := t.TempDir()
	write(t, root, corpus())
	c, _ := topic.Build(corpus()[:1], topic.Options{})
	pages := page.Plan(c, page.Options{})
	if _, _, err := Write(t.Context(), root, pages, Options{Aside: []string{"content/raw/b.txt"}}); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(root, "content/briefings/2024-03-09-pier-to-open-again.md")); err != nil {
		t.Error(err)
	}
}

func TestHeadlineChangesAddressStays(t *testing.T) {
	root := t.TempDir()
	write(t, root, corpus())
	c := corpus()
	c[0].Headline = "Board Shuts Pier for Good"
	write(t, root, c)
	now := snapshot(t, root)["/content/briefings/2024-03-01-board-closes-the-pier.md"]
	if !strings.Contains(now, `title: "Board Shuts Pier for Good"`) || !strings.Contains(now, `slug: "board-closes-the-pier"`) {
		t.Errorf("page is\n%s", now)
	}
}

func TestEditedAddressLeavesRedirects(t *testing.T) {
	root := t.TempDir()
	write(t, root, corpus())
	file := filepath.Join(root, "content/briefings/2024-03-01-board-closes-the-pier.md")
	for i, step := range [][2]string{{`slug: "board-closes-the-pier"`, `slug: pier`}, {`slug: "pier"`, `slug: "old-pier"`}, {"date: 2024-03-01T00:00:00Z", "date: 2024-04-01"}} {
		b, _ := os.ReadFile(file)
		if !strings.Contains(string(b), step[0]) {
			t.Fatalf("step %d: %q is not in\n%s", i, step[0], b)
		}
		if err := os.WriteFile(file, []byte(strings.Replace(string(b), step[0], step[1], 1)), 0o666); err != nil {
			t.Fatal(err)
		}
		write(t, root, corpus())
	}
	b, _ := os.ReadFile(file)
	for _, old := range []string{"/2024/03/board-closes-the-pier/", "/2024/03/pier/", "/2024/03/old-pier/"} {
		if !strings.Contains(string(b), `"`+old+`"`) {
			t.Errorf("no redirect from %s in\n%s", old, b)
		}
	}
	topic := snapshot(t, root)["/content/topics/vika.md"]
	if !strings.Contains(topic, `path: "/2024/04/old-pier/"`) || strings.Contains(topic, "/2024/03/board-closes") {
		t.Errorf("the topic leads elsewhere:\n%s", topic)
	}
}

func TestRenamedTopicTakesItsWordsAlong(t *testing.T) {
	root := t.TempDir()
	write(t, root, corpus())
	old := filepath.Join(root, "content/topics/vika.md")
	b, _ := os.ReadFile(old)
	if err := os.WriteFile(old, append(b, "\nA town of piers.\n"...), 0o666); err != nil {
		t.Fatal(err)
	}
	decisions, ds := topic.ParseDecisions("topics.yaml", []byte("Vika: {rename: Vika Town}\n"))
	if len(ds) > 0 {
		t.Fatal(ds)
	}
	for range 2 {
		existing, err := Disk(root, nil)
		if err != nil {
			t.Fatal(err)
		}
		addresses, err := existing.Addresses()
		if err != nil {
			t.Fatal(err)
		}
		c, _ := topic.Build(corpus(), topic.Options{Addresses: addresses, Decisions: decisions})
		pages := page.Plan(c, page.Options{})
		if _, ds, err := Write(t.Context(), root, pages, Options{}); err != nil || len(ds) > 0 {
			t.Fatal(ds, err)
		}
		all := snapshot(t, root)
		now := all["/content/topics/vika-town.md"]
		if !strings.Contains(now, "A town of piers.") || !strings.Contains(now, `aliases: ["/topics/vika/"]`) || !strings.Contains(now, `title: "Vika Town"`) {
			t.Fatalf("renamed page is\n%s", now)
		}
		if _, ok := all["/content/topics/vika.md"]; ok {
			t.Fatal("the old page stays beside the new")
		}
	}
}

func TestNamesThatDifferByCaseDoNotMeet(t *testing.T) {
	e := Existing{Names: []string{"topics/Vika.md"}, Read: func(string) ([]byte, error) { return []byte("mine"), nil }}
	c, _ := topic.Build(corpus(), topic.Options{})
	pages := page.Plan(c, page.Options{})
	files, _, ds, err := Plan(t.Context(), e, pages, Options{})
	if err != nil || len(ds) != 1 || ds[0].Code != "page-taken" {
		t.Fatal(ds, err)
	}
	for _, f := range files {
		if strings.EqualFold(f.Path, "topics/vika.md") {
			t.Errorf("%s would replace Vika.md on some disks", f.Path)
		}
	}
}

func BenchmarkAddresses(b *testing.B) {
	root := b.TempDir()
	c, _ := topic.Build(corpus(), topic.Options{})
	pages := page.Plan(c, page.Options{})
	if _, _, err := Write(b.Context(), root, pages, Options{}); err != nil {
		b.Fatal(err)
	}
	existing, err := Disk(root, nil)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := existing.Addresses(); err != nil {
			b.Fatal(err)
		}
	}
}
