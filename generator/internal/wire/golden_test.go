package wire_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/rogpeppe/go-internal/txtar"

	"copydesk/generator/internal/clean"
	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/golden"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/source"
	"copydesk/generator/internal/wire"
)

// read runs raw bytes through the three stages.
func read(path, raw string) (news.Article, clean.Copy, []diag.Diagnostic) {
	f, ds := source.Decode(path, []byte(raw))
	c, more := clean.Clean(f)
	ds = append(ds, more...)
	a, more := wire.Parse(c)
	return a, c, append(ds, more...)
}

// TestGolden reads each archive in testdata: the file named *.txt goes in, the file "want" holds the dump of what was read.
func TestGolden(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, archive *txtar.Archive) {
		a, _, ds := read(archive.Files[0].Name, string(archive.Files[0].Data))
		archive.Files = append(archive.Files[:1], txtar.File{Name: "want", Data: []byte(dump(a, ds))})
	})
}

// dump writes an article as a reader checks it, a field a line.
func dump(a news.Article, ds []diag.Diagnostic) string {
	var b strings.Builder
	line := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", key, value)
		}
	}
	line("headline", a.Headline)
	line("standfirst", a.Standfirst)
	if !a.Date.Time.IsZero() {
		line("date", a.Date.Time.Format(time.RFC3339))
	}
	if a.Dateline.Raw != "" {
		line("dateline", fmt.Sprintf("%q place %q country %q more %q agency %q", a.Dateline.Raw, a.Dateline.Place, a.Dateline.Country, a.Dateline.More, a.Dateline.Agency))
	}
	for _, p := range a.Byline.Authors {
		line("author", fmt.Sprintf("%q place %q role %q", p.Name, p.Place, p.Role))
	}
	for _, p := range a.Byline.Others {
		line("other", fmt.Sprintf("%q place %q role %q", p.Name, p.Place, p.Role))
	}
	for _, c := range a.Corrections {
		line("correction", c.Date.Format(time.DateOnly)+" "+c.Text)
	}
	for i, p := range a.Paragraphs {
		line(fmt.Sprintf("p%d", i+1), p.Of(a.Body))
	}
	for _, r := range a.Removed {
		line("removed", fmt.Sprintf("%s %q", r.Reason, r.Text))
	}
	for _, r := range a.Repairs {
		line("repaired", fmt.Sprintf("at %d %q to %q", r.At, r.From, r.To))
	}
	for _, d := range ds {
		line("said", d.String())
	}
	return b.String()
}

// TestSeed reads the article that this site came with.
func TestSeed(t *testing.T) {
	const name = "../../../content/raw/2017-07-18-south-korea-proposes-military-talks.txt"
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Skip("the site has another first article")
	}
	a, _, ds := read(filepath.Base(name), string(raw))
	if a.Headline != "South Korea Proposes Military Talks With North at Their Border" {
		t.Errorf("headline %q", a.Headline)
	}
	if got := a.Date.Time.Format(time.DateOnly); got != "2017-07-18" {
		t.Errorf("date %s", got)
	}
	if a.Dateline.Place != "Seoul" || a.Dateline.Country != "South Korea" {
		t.Errorf("dateline %+v", a.Dateline)
	}
	want := []news.Author{{Name: "Choe Sang-Hun", Place: "Seoul"}, {Name: "David E. Sanger", Place: "Washington"}}
	if fmt.Sprint(a.Byline.Authors) != fmt.Sprint(want) {
		t.Errorf("authors %v", a.Byline.Authors)
	}
	comments := 0
	for _, r := range a.Removed {
		if r.Reason == "comment" {
			comments++
		}
	}
	if comments != 5 || len(a.Removed) != 5 {
		t.Errorf("removed %d comments of %d pieces, want 5 of 5", comments, len(a.Removed))
	}
	if len(a.Repairs) != 1 || a.Repairs[0].From != "right.“We" || a.Repairs[0].To != "right. “We" {
		t.Errorf("repairs %v", a.Repairs)
	}
	if len(a.Paragraphs) != 20 {
		t.Errorf("%d paragraphs, want 20", len(a.Paragraphs))
	}
	if n := diag.Count(ds, diag.Warning) + diag.Count(ds, diag.Error); n != 0 {
		t.Errorf("%d complaints: %v", n, ds)
	}
}

// FuzzRead states what holds for any bytes: no panic, spans that slice back, and a body whose letters are all the raw text's, in order.
func FuzzRead(f *testing.F) {
	for _, path := range golden.Paths(f, "testdata/*.txtar") {
		f.Add(golden.Read(f, path).Files[0].Data)
	}
	f.Add([]byte("---\ntitle: [\n---\nText\n"))
	f.Add([]byte("\xff\xfeH\x00i\x00\n\x00"))
	f.Add([]byte("caf\xe9 \x93quoted\x94\r\n\r\n1. 2. 3."))
	f.Fuzz(func(t *testing.T, raw []byte) {
		a, c, ds := read("a.txt", string(raw))
		file, _ := source.Decode("a.txt", raw)
		for _, r := range a.Removed {
			if r.Span.Start < 0 || r.Span.End > len(file.Text) || r.Span.Of(file.Text) != r.Text {
				t.Fatalf("removal %v %q does not slice back", r.Span, r.Text)
			}
		}
		for _, r := range a.Repairs {
			if !strings.HasPrefix(file.Text[r.At:], r.From) {
				t.Fatalf("repair at %d of %q does not slice back", r.At, r.From)
			}
			if news.Letters(r.From) != news.Letters(r.To) {
				t.Fatalf("repair changes words: %q to %q", r.From, r.To)
			}
		}
		for _, d := range ds {
			if d.Path != "a.txt" || d.Code == "" || d.Fix == "" || d.Text == "" || unicode.IsUpper(rune(d.Text[0])) || strings.HasSuffix(d.Text, ".") {
				t.Fatalf("a remark lacks a part or is no plain one: %+v", d)
			}
		}
		last := 0
		for _, p := range a.Paragraphs {
			if p.Start < last || p.End > len(a.Body) || strings.TrimSpace(p.Of(a.Body)) == "" {
				t.Fatalf("paragraph %v of a body of %d bytes", p, len(a.Body))
			}
			last = p.End
		}
		if diag.Count(ds, diag.Error) > 0 && file.Text == "" {
			return
		}
		// Every word is in the front matter, in a removal or in a paragraph of the copy, and what is kept is in order.
		kept, gone := "", news.Letters(c.Front.Of(file.Text))
		for _, p := range c.Paragraphs {
			kept += news.Letters(p.Text)
		}
		for _, r := range c.Removed {
			gone += news.Letters(r.Text)
		}
		if all := news.Letters(file.Text); len(kept)+len(gone) != len(all) || !covers(count(kept+gone), count(all)) || !inOrder(kept, all) {
			t.Fatalf("words lost or moved: kept %q, removed %q of %q", kept, gone, all)
		}
		// And every word of the copy is in a field of the article.
		if kept, want := fields(a), paragraphs(c); !covers(kept, want) {
			t.Fatalf("the article lacks words of the copy: %v, want %v", kept, want)
		}
	})
}

// fields returns the letters of all that an article shows of its text.
func fields(a news.Article) map[rune]int {
	all := a.Headline + a.Standfirst + a.Date.Raw + a.Dateline.Raw + a.Byline.Raw + a.Body
	for _, r := range a.Removed {
		all += r.Text
	}
	return count(news.Letters(all))
}

// count returns how often each letter is in s.
func count(s string) map[rune]int {
	n := map[rune]int{}
	for _, r := range s {
		n[r]++
	}
	return n
}

// inOrder reports whether the letters of part are in all, in the same order, with others between them perhaps.
func inOrder(part, all string) bool {
	rest := []rune(part)
	for _, r := range all {
		if len(rest) > 0 && rest[0] == r {
			rest = rest[1:]
		}
	}
	return len(rest) == 0
}

func paragraphs(c clean.Copy) map[rune]int {
	n := map[rune]int{}
	for _, p := range c.Paragraphs {
		for _, r := range news.Letters(p.Text) {
			n[r]++
		}
	}
	for _, r := range c.Removed {
		for _, x := range news.Letters(r.Text) {
			n[x]++
		}
	}
	return n
}

// covers reports whether have holds as many of each letter as want does.
func covers(have, want map[rune]int) bool {
	for r, n := range want {
		if have[r] < n {
			return false
		}
	}
	return true
}

// TestLinear reads texts that are hard on patterns; the time grows with the size, so that a large file is no attack.
func TestLinear(t *testing.T) {
	hard := map[string]string{
		"one long line":    "Headline\n\n" + strings.Repeat("word ", 400_000),
		"many short lines": "Headline\n\n" + strings.Repeat("3 Comments\n", 50_000),
		"many numbers":     "Headline\n\n" + strings.Repeat("1. July 20, 2017 at 10:56 PM\n\n", 30_000),
		"many marks":       "Headline\n\n" + strings.Repeat("a.“B", 300_000),
		"no letters":       strings.Repeat(". ", 500_000),
		"one long word":    strings.Repeat("a", 2_000_000),
		"short names":      "Headline\n\n" + strings.Repeat("Robin Roe\n   a word or two of hers, set in\n", 25_000),
		"wrapped":          strings.Repeat("The harbour board met on Tuesday and put off the vote on the\n", 30_000),
		"many dates":       strings.Repeat("July 18, 2017 ", 100_000),
	}
	for name, text := range hard {
		start := time.Now()
		read("a.txt", text)
		d := time.Since(start)
		t.Logf("%s: %d bytes in %v", name, len(text), d)
		if d > 10*time.Second {
			t.Errorf("%s: %d bytes took %v", name, len(text), d)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	raw := string(golden.Read(b, "testdata/reported-from.txtar").Files[0].Data)
	raw += strings.Repeat("The harbour board met on Tuesday and put off the vote on the new ferry until the tide tables had been checked.\n\n", 60)
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		if a, _, _ := read("a.txt", raw); a.Headline == "" {
			b.Fatal("no headline")
		}
	}
}
