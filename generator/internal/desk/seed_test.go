package desk

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"copydesk/generator/internal/golden"
	"copydesk/generator/internal/news"
)

// repository is this project's own folder, which is a site; seed is its first raw text.
var (
	repository = filepath.Join("..", "..", "..")
	seed       = "content/raw/2017-07-18-south-korea-proposes-military-talks.txt"
)

func readSeed(t *testing.T) *news.Annotated {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(repository, filepath.FromSlash(seed)))
	if err != nil {
		t.Fatal(err)
	}
	a, ds := Read(seed, raw, false)
	if a == nil || len(ds) > 0 {
		t.Fatalf("the seed was read with diagnostics %v", ds)
	}
	return a
}

func TestSeedIsReadByTheBook(t *testing.T) {
	a := readSeed(t)
	if a.Headline != "South Korea Proposes Military Talks With North at Their Border" {
		t.Errorf("headline %q", a.Headline)
	}
	if got := a.Date.Time.Format("2006-01-02"); got != "2017-07-18" {
		t.Errorf("date %s", got)
	}
	if a.Dateline.Place != "Seoul" || a.Dateline.Country != "South Korea" {
		t.Errorf("dateline %+v", a.Dateline)
	}
	want := []news.Author{{Name: "Choe Sang-Hun", Place: "Seoul"}, {Name: "David E. Sanger", Place: "Washington"}}
	if !slices.Equal(a.Byline.Authors, want) {
		t.Errorf("authors %+v", a.Byline.Authors)
	}
	if len(a.Paragraphs) != 20 {
		t.Errorf("%d paragraphs", len(a.Paragraphs))
	}
	comments := 0
	for _, r := range a.Removed {
		if r.Reason == "comment" {
			comments++
		}
	}
	if comments != 5 {
		t.Errorf("%d comments removed", comments)
	}
	if len(a.Repairs) != 1 || a.Repairs[0].From != "right.“We" || a.Repairs[0].To != "right. “We" {
		t.Errorf("repairs %+v", a.Repairs)
	}
	for _, junk := range []string{"whatsapp", "gamat", "Assignment"} {
		if strings.Contains(a.Body, junk) {
			t.Errorf("%q is in the body", junk)
		}
	}
}

func TestSeedNames(t *testing.T) {
	a := readSeed(t)
	// name returns the entity that the nth naming of a surface stands for.
	name := func(surface string) string {
		for _, m := range a.Mentions {
			if m.Surface == surface {
				if e := a.Entity(m.Entity); e != nil {
					return e.Name
				}
			}
		}
		for _, e := range a.Entities {
			if slices.Contains(e.Aliases, surface) {
				return e.Name
			}
		}
		return ""
	}
	for surface, want := range map[string]string{
		"Moon":              "Moon Jae-in",
		"Mr. Moon":          "Moon Jae-in",
		"Kim":               "Kim Jong-un",
		"Mr. Kim":           "Kim Jong-un",
		"Kim Ryen-hi":       "Kim Ryen-hi",
		"Suh":               "Suh Choo-suk",
		"Trump":             "Trump",
		"Republic of Korea": "South Korea",
		"North":             "North Korea",
		"South":             "South Korea",
		"Pyongyang":         "Pyongyang",
		"Seoul":             "Seoul",
	} {
		if got := name(surface); got != want && !(surface == "Trump" && strings.HasSuffix(got, want)) {
			t.Errorf("%q stands for %q, want %q", surface, got, want)
		}
	}
	for _, m := range a.Mentions {
		if m.Surface != a.Body[m.Start:m.End] {
			t.Errorf("mention %q does not slice back", m.Surface)
		}
	}
}

func TestSeedTags(t *testing.T) {
	a := readSeed(t)
	var tags []string
	for _, tag := range a.Tags {
		tags = append(tags, tag.Name)
		if tag.Reason == "" {
			t.Errorf("%s has no reason", tag.Name)
		}
	}
	for _, want := range []string{"North Korea", "South Korea", "Moon Jae-in", "Kim Jong-un", "Panmunjom", "United Nations Security Council", "military talks", "missile tests", "sanctions", "family reunions", "nuclear weapons program"} {
		if !slices.Contains(tags, want) {
			t.Errorf("not filed under %s", want)
		}
	}
	for _, never := range []string{"Choe Sang-Hun", "David E. Sanger", "Monday", "Friday", "hamburger", "Berlin", "whatsapp video calling"} {
		if slices.Contains(tags, never) {
			t.Errorf("filed under %s", never)
		}
	}
	if len(tags) < 8 || len(tags) > 14 {
		t.Errorf("%d tags: %q", len(tags), tags)
	}
}

func TestSeedDates(t *testing.T) {
	a := readSeed(t)
	for _, want := range [][2]string{{"Monday", "2017-07-17"}, {"Friday", "2017-07-21"}, {"Aug. 1", "2017-08-01"}, {"this month", "2017-07"}, {"last year", "2016"}} {
		if !slices.ContainsFunc(a.Dates, func(d news.DateRef) bool { return strings.Contains(d.Surface, want[0]) && d.Value == want[1] }) {
			t.Errorf("%q is not resolved to %s", want[0], want[1])
		}
	}
}

func TestSeedQuotes(t *testing.T) {
	a := readSeed(t)
	found := false
	for _, q := range a.Quotes {
		if strings.HasPrefix(q.Of(a.Body), "We are aware of the reports") {
			found = q.Speaker == "National Security Council"
			if !found {
				t.Errorf("the council's statement is given to %q", q.Speaker)
			}
		}
		if strings.Contains(q.Of(a.Body), "stopping all hostile activities") && q.Speaker != "" && !strings.Contains(q.Speaker, "Suh") {
			t.Errorf("Mr. Suh's words are given to %q", q.Speaker)
		}
	}
	if !found {
		t.Error("the statement of the National Security Council is not quoted with its speaker")
	}
}

// TestCommittedContentIsCurrent builds content/ from the committed raw texts alone, and again over what is committed.
func TestCommittedContentIsCurrent(t *testing.T) {
	fresh := t.TempDir()
	for _, dir := range []string{"content", "layouts", "static"} {
		if err := os.CopyFS(filepath.Join(fresh, dir), os.DirFS(filepath.Join(repository, dir))); err != nil {
			t.Fatal(err)
		}
	}
	settings, err := os.ReadFile(filepath.Join(repository, "hugo.toml"))
	if err != nil {
		t.Fatal(err)
	}
	golden.Put(t, filepath.Join(fresh, "hugo.toml"), string(settings))
	made := []string{"briefings", "topics", "editions"}
	for _, dir := range made {
		if err := os.RemoveAll(filepath.Join(fresh, "content", dir)); err != nil {
			t.Fatal(err)
		}
	}
	d, err := Open(fresh)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Content(context.Background()); err != nil {
		t.Fatal(err)
	}
	for _, dir := range made {
		got, want := golden.Tree(t, filepath.Join(fresh, "content", dir)), golden.Tree(t, filepath.Join(repository, "content", dir))
		for name := range want {
			if got[name] != want[name] {
				t.Errorf("content/%s/%s is not what the program makes today: run 'go run ./generator build' and read the difference", dir, name)
			}
		}
		if len(got) != len(want) || len(got) == 0 {
			t.Errorf("content/%s holds %d files and the program makes %d", dir, len(want), len(got))
		}
	}
}
