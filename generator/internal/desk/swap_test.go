package desk

import (
	"path/filepath"
	"testing"

	"copydesk/generator/internal/golden"
)

// folder makes a site's folder with the named files.
func folder(t *testing.T, files ...string) *Desk {
	t.Helper()
	d := &Desk{Root: t.TempDir(), read: map[string]reading{}}
	for _, name := range files {
		golden.Put(t, filepath.Join(d.Root, filepath.FromSlash(name)), name)
	}
	return d
}

func (d *Desk) has(name string) bool { return exists(filepath.Join(d.Root, filepath.FromSlash(name))) }

func TestSwapReplacesTheSite(t *testing.T) {
	for _, before := range [][]string{{"public/old.html"}, nil} {
		d := folder(t, append(before, ".copydesk/staging/index.html")...)
		if err := d.swap(d.work("staging")); err != nil {
			t.Fatal(err)
		}
		if !d.has("public/index.html") || d.has("public/old.html") || d.has(".copydesk/staging") || d.has(".copydesk/previous") {
			t.Errorf("with %v before, the swap left the wrong files", before)
		}
	}
}

func TestHealBringsBackTheLastSite(t *testing.T) {
	d := folder(t, ".copydesk/previous/index.html", ".copydesk/staging/half.html")
	if err := d.heal(); err != nil {
		t.Fatal(err)
	}
	if !d.has("public/index.html") || d.has(".copydesk/staging") || d.has(".copydesk/previous") {
		t.Error("heal left the wrong files")
	}
}

func TestVerifyWantsAHomePage(t *testing.T) {
	d := folder(t, "a/index.html", "b/other.html")
	if err := verify(filepath.Join(d.Root, "a")); err != nil {
		t.Errorf("a site with a home page: %v", err)
	}
	if err := verify(filepath.Join(d.Root, "b")); err == nil {
		t.Error("a site without a home page passed")
	}
}

func TestOpenFindsTheSiteFromBelow(t *testing.T) {
	d := folder(t, "hugo.toml", "content/raw/a.txt")
	got, err := Open(filepath.Join(d.Root, "content", "raw"))
	if err != nil || got.Root != d.Root {
		t.Errorf("Open from below = %v, %v", got, err)
	}
	if _, err := Open(t.TempDir()); err == nil {
		t.Error("Open found a site where there is none")
	}
}
