package hugo

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"copydesk/generator/internal/golden"

	"github.com/rogpeppe/go-internal/txtar"
)

const tinySite = `
-- hugo.toml --
baseURL = "https://example.org/"
title = "Tiny"
disableKinds = ["taxonomy", "term", "rss", "sitemap"]
-- layouts/home.html --
<h1>{{ site.Title }}</h1>{{ range site.RegularPages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
-- layouts/page.html --
<head></head><h1>{{ .Title }}</h1>{{ .Content }}
-- layouts/section.html --
{{ .Title }}
-- static/look/a.css --
body{}
-- content/notes/one.md --
---
title: One
---
First.
-- content/notes/draft.md --
---
title: Unready
draft: true
---
`

// write lays out a txtar archive below a new folder.
func write(t *testing.T, archive string) string {
	t.Helper()
	root := t.TempDir()
	golden.Unpack(t, txtar.Parse([]byte(archive)), root)
	return root
}

func TestBuild(t *testing.T) {
	root := write(t, tinySite)
	out := filepath.Join(t.TempDir(), "out")
	r, err := Build(Options{Root: root, Tell: []string{"notes/one.md"}}, out, nil)
	if err != nil {
		t.Fatal(err)
	}
	got := golden.Tree(t, out)
	if !strings.Contains(got["notes/one/index.html"], "First.") || got["look/a.css"] != "body{}\n" {
		t.Errorf("built %v", got)
	}
	if _, ok := got["notes/unready/index.html"]; ok || strings.Contains(got["index.html"], "Unready") {
		t.Error("a draft was published")
	}
	if r.Pages == 0 || len(r.Made["notes/one.md"]) != 1 || r.Made["notes/one.md"][0] != "notes/one/index.html" {
		t.Errorf("report %+v", r)
	}
}

func TestBuildIgnoresHugoEnvironment(t *testing.T) {
	t.Setenv("HUGO_TITLE", "From outside")
	out := filepath.Join(t.TempDir(), "out")
	if _, err := Build(Options{Root: write(t, tinySite)}, out, nil); err != nil {
		t.Fatal(err)
	}
	if home := golden.Tree(t, out)["index.html"]; !strings.Contains(home, "Tiny") {
		t.Errorf("home page took its title from the environment: %s", home)
	}
}

func TestBuildSaysWhatIsWrong(t *testing.T) {
	root := write(t, tinySite)
	golden.Put(t, filepath.Join(root, "layouts", "page.html"), "{{ .NoSuchField }}")
	_, err := Build(Options{Root: root}, filepath.Join(t.TempDir(), "out"), nil)
	if err == nil || !strings.Contains(err.Error(), "NoSuchField") {
		t.Errorf("error %v does not name the mistake", err)
	}
}

func TestBuildEndsWhereManyPagesFail(t *testing.T) {
	root := write(t, tinySite)
	for i := range 400 {
		golden.Put(t, filepath.Join(root, "content", "notes", fmt.Sprintf("n%d.md", i)), "---\ntitle: N\n---\n")
	}
	golden.Put(t, filepath.Join(root, "layouts", "page.html"), "{{ .NoSuchField }}")
	if _, err := Build(Options{Root: root}, filepath.Join(t.TempDir(), "out"), nil); err == nil {
		t.Error("a site whose pages all fail was built")
	}
}

func TestBuildPassesWarningsOn(t *testing.T) {
	root := write(t, tinySite)
	golden.Put(t, filepath.Join(root, "layouts", "page.html"), `{{ warnf "odd page %s" .Title }}`)
	var warn bytes.Buffer
	if _, err := Build(Options{Root: root}, filepath.Join(t.TempDir(), "out"), &warn); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(warn.String(), "odd page One") {
		t.Errorf("warnings %q", warn.String())
	}
}
