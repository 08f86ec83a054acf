// Package look tests the look of a site, which is no Go: how its pages behave in a browser, and that no front matter can break them.
// It does not test what the pages say of an article; that is the work of the packages that make the front matter.
package look

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"copydesk"
	"copydesk/generator/internal/golden"
	"copydesk/generator/internal/hugo"
)

// build lays out a site with the program's look and the content of a txtar archive, and returns the folder of its pages and what Hugo warned of.
// settings are pieces of hugo.toml, each followed by what stands in its place.
func build(t *testing.T, archive string, settings ...string) (public, warnings string) {
	t.Helper()
	root := t.TempDir()
	if err := os.CopyFS(root, copydesk.Look); err != nil {
		t.Fatal(err)
	}
	config := filepath.Join(root, "hugo.toml")
	text, err := os.ReadFile(config)
	if err != nil {
		t.Fatal(err)
	}
	// Preview images are slow to draw and stand in no test.
	golden.Put(t, config, strings.NewReplacer(append(settings, "cards = 60", "cards = 0")...).Replace(string(text)))
	golden.Unpack(t, golden.Read(t, archive), filepath.Join(root, "content"))
	public = filepath.Join(t.TempDir(), "public")
	var warn bytes.Buffer
	if _, err := hugo.Build(hugo.Options{Root: root}, public, &warn); err != nil {
		t.Fatal(err)
	}
	return public, warn.String()
}

// TestOddFrontMatter builds pages whose front matter has missing, null and ill-typed values, as an editor could leave them: every page is
// there with its title and text, and a warning names the file of each that could not be shown whole.
func TestOddFrontMatter(t *testing.T) {
	public, warnings := build(t, "testdata/odd.txtar")
	for _, c := range []struct{ page, title, file string }{
		{"2020/01/only-a-title", "Only a Title", ""},
		{"2020/01/topics-a-word", "Topics a Word", "content/briefings/word.md"},
		{"2020/01/nulls", "Nulls", ""},
		{"2020/01/half-a-topic", "Half a Topic", ""},
		{"topics/harbor", "Harbor", ""},
		{"topics/odd", "Odd", "content/topics/odd.md"},
		{"topics/odder", "Odder", "content/topics/odder.md"},
	} {
		b, err := os.ReadFile(filepath.Join(public, c.page, "index.html"))
		if err != nil {
			t.Error(err)
			continue
		}
		if html := string(b); !strings.Contains(html, c.title+"</h1>") || !strings.Contains(html, "Words of the text") {
			t.Errorf("%s lacks its title or its text", c.page)
		}
		if c.file != "" && !strings.Contains(warnings, c.file) {
			t.Errorf("no warning names %s: %s", c.file, warnings)
		}
	}
	if strings.Contains(warnings, "only.md") {
		t.Errorf("a title alone is no reason to warn: %s", warnings)
	}
}
