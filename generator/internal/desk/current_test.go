package desk

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"copydesk/generator/internal/golden"
)

// small makes a site with layouts of three lines.
func small(t *testing.T) *Desk {
	d := folder(t)
	for name, text := range map[string]string{
		"hugo.toml":                    "baseURL = 'https://briefing.example/'\ndisableKinds = ['taxonomy', 'term']\n[[module.mounts]]\nsource = 'content'\ntarget = 'content'\nfiles = ['! raw/**']\n",
		"layouts/home.html":            "{{- /* What is new now. */ -}}home of {{ len site.RegularPages }}\n",
		"layouts/page.html":            "{{ .Title }} {{ .Content }}\n",
		"layouts/section.html":         "{{ .Title }}\n",
		"content/about.md":             "---\ntitle: About\n---\nWho we are.\n",
		"content/raw/2017-07-18-a.txt": "Ferry Crews Return to Work\n\nJuly 18, 2017\n\nALESUND, Norway — Ferry crews in Alesund returned to work on Tuesday.\n",
	} {
		golden.Put(t, filepath.Join(d.Root, filepath.FromSlash(name)), text)
	}
	return d
}

// built builds and reports whether the build before was still current.
func (d *Desk) built(t *testing.T, o Options) bool {
	t.Helper()
	r, err := d.Build(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	if r.Content.Briefings == 0 || r.Site.Pages == 0 {
		t.Errorf("%d briefings, %d pages", r.Content.Briefings, r.Site.Pages)
	}
	return r.Current
}

func TestBuildIsCurrentUntilSomethingChanges(t *testing.T) {
	d := small(t)
	join := func(name string) string { return filepath.Join(d.Root, filepath.FromSlash(name)) }
	edit := func(name, old, new string) func() {
		return func() {
			b, err := os.ReadFile(join(name))
			if err != nil || !strings.Contains(string(b), old) {
				t.Fatalf("%s has no %q: %v", name, old, err)
			}
			golden.Put(t, join(name), strings.Replace(string(b), old, new, 1))
		}
	}
	if d.built(t, Options{}) {
		t.Error("the first build found itself done")
	}
	for _, step := range []struct {
		what string
		do   func()
	}{
		{"a raw text", edit("content/raw/2017-07-18-a.txt", "on Tuesday", "at noon on Tuesday")},
		{"one letter, at the same time", func() {
			name := join("content/about.md")
			info, err := os.Stat(name)
			if err != nil {
				t.Fatal(err)
			}
			edit("content/about.md", "Who", "Woo")()
			if err := os.Chtimes(name, info.ModTime(), info.ModTime()); err != nil {
				t.Fatal(err)
			}
		}},
		{"a new text", func() {
			golden.Put(t, join("content/raw/b.txt"), "Harbor Opens\n\nJuly 19, 2017\n\nALESUND, Norway — The harbor of Alesund opened on Wednesday.\n")
		}},
		{"a layout", edit("layouts/page.html", "{{ .Title }}", "<h1>{{ .Title }}</h1>")},
		{"a decision", func() { golden.Put(t, join("content/topics.yaml"), "# none yet\n") }},
		{"hugo.toml", edit("hugo.toml", "briefing.example", "other.example")},
		{"a built page", edit("public/index.html", "home", "hole")},
		{"a built page that went", func() { _ = os.Remove(join("public/about/index.html")) }},
		{"a file in public/", func() { golden.Put(t, join("public/stray.html"), "") }},
		{"a text that went", func() { _ = os.Remove(join("content/raw/b.txt")) }},
	} {
		step.do()
		if d.built(t, Options{}) {
			t.Errorf("after a change of %s nothing was built", step.what)
		}
		if !d.built(t, Options{}) {
			t.Errorf("after a change of %s the site was built twice", step.what)
		}
	}
	if d.built(t, Options{BaseURL: "https://third.example/"}) {
		t.Error("another address, and nothing was built")
	}
	d.NoCache = true
	if d.built(t, Options{BaseURL: "https://third.example/"}) {
		t.Error("without the cache, and nothing was built")
	}
}

func TestBuildIsNotCurrentWhereTimeMatters(t *testing.T) {
	for name, text := range map[string]string{
		"layouts/page.html":     "{{ now.Year }}",
		"layouts/section.html":  "{{ range shuffle (slice 1 2) }}{{ . }}{{ end }}",
		"content/coming.md":     "---\ntitle: Coming\npublishDate: 2999-01-02\n---\n",
		"content/going.md":      "+++\ntitle = 'Going'\nexpiryDate = 2999-01-02\n+++\n",
		"content/tomorrow.md":   "---\ntitle: Tomorrow\ndate: " + time.Now().AddDate(0, 0, 1).Format("2006-01-02") + "\n---\n",
		"config/_default/x.yml": "a: ../elsewhere\n",
	} {
		d := small(t)
		golden.Put(t, filepath.Join(d.Root, filepath.FromSlash(name)), text)
		d.built(t, Options{})
		if d.built(t, Options{}) {
			t.Errorf("%s can make another site tomorrow, and the build was taken to be current", name)
		}
	}
}

func TestSettledPages(t *testing.T) {
	for text, want := range map[string]bool{
		"---\ndate: 2017-07-18T00:00:00Z\n---\nDate: of a body\n": false, // no day: in doubt
		"---\ndate: 2017-07-18T00:00:00Z\n---\nA date.\n":         true,
		"---\nparams:\n  dates:\n  - date: 2999-01-01\n---\n":     true, // not of the page
		"---\n\"expirydate\": 2999-01-01\n---\n":                  false,
		"{\"date\": \"2017-01-01\"}":                              false,
	} {
		if got := settled([]byte(text), "2026-01-01"); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
