package desk

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"copydesk/generator/internal/bench"
	"copydesk/generator/internal/golden"
	"copydesk/generator/internal/hugo"
)

// pressed makes a site of made-up articles with the look of this project.
func pressed(t *testing.T, articles int) *Desk {
	d := folder(t)
	project := filepath.Join("..", "..", "..")
	for _, name := range []string{"layouts", "static"} {
		if err := os.CopyFS(filepath.Join(d.Root, name), os.DirFS(filepath.Join(project, name))); err != nil {
			t.Fatal(err)
		}
	}
	settings, err := os.ReadFile(filepath.Join(project, "hugo.toml"))
	if err != nil {
		t.Fatal(err)
	}
	few := strings.NewReplacer("\ncards = 60", "\ncards = 2", "\nfullTextFeeds = 200", "\nfullTextFeeds = 0", "\nfeedItems = 20", "\nfeedItems = 3")
	golden.Put(t, filepath.Join(d.Root, "hugo.toml"), few.Replace(string(settings)))
	golden.Put(t, filepath.Join(d.Root, "content", "about.md"), "---\ntitle: About\n---\nWho we are.\n")
	for i := range articles {
		d.putRaw(t, i)
	}
	return d
}

func (d *Desk) putRaw(t *testing.T, i int) {
	t.Helper()
	golden.Put(t, filepath.Join(d.Root, "content", "raw", fmt.Sprintf("%03d.txt", i)), bench.Article(i))
}

// change replaces the first old in a file by new.
func (d *Desk) change(t *testing.T, name, old, new string) {
	t.Helper()
	name = filepath.Join(d.Root, filepath.FromSlash(name))
	b, err := os.ReadFile(name)
	if err != nil || !strings.Contains(string(b), old) {
		t.Fatalf("%s has no %q: %v", name, old, err)
	}
	golden.Put(t, name, strings.Replace(string(b), old, new, 1))
}

// differences lists the files of public/ that one run of Hugo over everything does not make the same; the search index is not Hugo's.
func (d *Desk) differences(t *testing.T) []string {
	t.Helper()
	whole := filepath.Join(t.TempDir(), "whole")
	if _, err := hugo.Build(hugo.Options{Root: d.Root, Resources: drawn}, whole, nil); err != nil {
		t.Fatal(err)
	}
	got, want := golden.Tree(t, d.public()), golden.Tree(t, whole)
	for name := range want {
		if _, ok := got[name]; !ok {
			got[name] = "missing"
		}
	}
	var out []string
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if text, ok := want[name]; !strings.HasPrefix(name, "search/") && (!ok || text != got[name]) {
			out = append(out, name)
		}
	}
	return out
}

// TestPartsMakeTheWholeSite changes a site in many ways, and compares after each what the build took over and rendered with one run over all.
func TestPartsMakeTheWholeSite(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a site many times")
	}
	d := pressed(t, 12)
	remove := func(name string) {
		if err := os.Remove(filepath.Join(d.Root, filepath.FromSlash(name))); err != nil {
			t.Fatal(err)
		}
	}
	topics := func() []string {
		names, err := filepath.Glob(filepath.Join(d.Root, "content", "topics", "*.md"))
		if err != nil || len(names) < 4 {
			t.Fatalf("%d topics: %v", len(names), err)
		}
		for i := range names {
			names[i] = strings.TrimSuffix(filepath.Base(names[i]), ".md")
		}
		return names
	}
	for _, step := range []struct {
		what  string
		parts bool // some pages are taken over
		do    func()
	}{
		{"the first build", false, func() {}},
		{"a text is added", true, func() { d.putRaw(t, 12) }},
		{"a text changes", true, func() { d.change(t, "content/raw/003.txt", "said", "told reporters") }},
		{"a text goes", true, func() { remove("content/raw/005.txt") }},
		{"another text goes", true, func() { remove("content/raw/006.txt") }},
		{"it comes back", true, func() { d.putRaw(t, 5) }},
		{"a page is edited", true, func() { d.change(t, "content/topics/"+topics()[0]+".md", "title: \"", "title: \"The ") }},
		{"topics are merged", true, func() {
			golden.Put(t, filepath.Join(d.Root, "content", "topics.yaml"), "Harbor Board:\n  merge: [Ferry Authority, Water Commission]\n")
		}},
		{"a page by hand changes", true, func() { d.change(t, "content/about.md", "Who we are.", "Who we were.") }},
		{"a page by hand goes", false, func() { remove("content/about.md") }},
		{"a layout of leaves changes", false, func() { d.change(t, "layouts/_partials/story.html", "<article", "<article id=\"story\"") }},
		{"a text is added below a changed layout", true, func() { d.putRaw(t, 13) }},
		{"a list's layout changes", false, func() { d.change(t, "layouts/sitemap.xml", "<lastmod>", "<lastmod >") }},
		{"a setting changes", false, func() { d.change(t, "hugo.toml", "fullTextFeeds = 0", "fullTextFeeds = 200") }},
		{"a text changes where feeds are whole", true, func() { d.change(t, "content/raw/004.txt", "said", "told reporters") }},
		{"pages look at others", false, func() { d.change(t, "layouts/_partials/story.html", "<article", "{{ len site.RegularPages }}<article") }},
		{"a text is added to pages that look at others", false, func() { d.putRaw(t, 14) }},
	} {
		step.do()
		r, err := d.Build(t.Context(), Options{})
		if err != nil {
			t.Fatalf("%s: %v", step.what, err)
		}
		if (r.Site.Taken > 0) != step.parts || r.Site.Rendered == 0 && step.what != "a page by hand changes" {
			t.Errorf("%s: rendered %d, took over %d; %s", step.what, r.Site.Rendered, r.Site.Taken, r.Site.Whole)
		}
		if diff := d.differences(t); len(diff) > 0 {
			t.Errorf("%s: %d files differ from those of one run: %q", step.what, len(diff), diff[:min(len(diff), 8)])
		}
	}
}

// TestBatchesMakeTheWholeSite renders a site from nothing in runs of a few pages.
func TestBatchesMakeTheWholeSite(t *testing.T) {
	d := pressed(t, 6)
	d.Batch = 40 << 10
	r, err := d.Build(t.Context(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if r.Site.Rendered == 0 || r.Site.Whole != "" {
		t.Errorf("rendered %d; %s", r.Site.Rendered, r.Site.Whole)
	}
	if diff := d.differences(t); len(diff) > 0 {
		t.Errorf("%d files differ from those of one run: %q", len(diff), diff[:min(len(diff), 8)])
	}
}
