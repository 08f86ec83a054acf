package cli

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"copydesk/generator/internal/fault"
	"copydesk/generator/internal/golden"
)

// TestZonesAndClocks builds a site in other time zones and languages, and with files whose times are long past and far ahead, as after a
// clock was set: the bytes are the same.
func TestZonesAndClocks(t *testing.T) {
	root := layOut(t, 4)
	run(t, "build", "-C", root)
	want := stateOf(t, root)
	build := func(what string, env ...string) {
		t.Helper()
		c := command(t, "build", "-C", root)
		c.Env = append(os.Environ(), env...)
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", what, err, out)
		}
		if got := stateOf(t, root); !maps.Equal(got.public, want.public) || !maps.Equal(got.content, want.content) {
			t.Errorf("%s the build differs: %s %s", what, difference(got.public, want.public), difference(got.content, want.content))
		}
	}
	build("a day ahead", "TZ=Pacific/Kiritimati", "LC_ALL=tr_TR.UTF-8")
	build("a day behind", "TZ=Pacific/Midway", "LC_ALL=C")
	for _, year := range []int{1971, 2099} {
		when := time.Date(year, 2, 28, 23, 59, 59, 0, time.UTC)
		err := filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			return os.Chtimes(path, when, when)
		})
		if err != nil {
			t.Fatal(err)
		}
		build("with files of " + strconv.Itoa(year))
	}
}

// TestBuildsAtOnce starts builds together: each has its turn, and the site is whole.
func TestBuildsAtOnce(t *testing.T) {
	root := layOut(t, 3)
	run(t, "build", "-C", root)
	want := stateOf(t, root)
	addText(t, root, 3)
	if err := os.Remove(filepath.Join(root, "content", "raw", "school-003.txt")); err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for range fault.Rounds(3, 12) {
		c := command(t, "build", "-C", root)
		all.Go(func() {
			if out, err := c.CombinedOutput(); err != nil {
				t.Errorf("a build beside others: %v\n%s", err, out)
			}
		})
	}
	all.Wait()
	if got := stateOf(t, root); !maps.Equal(got.public, want.public) || !maps.Equal(got.content, want.content) {
		t.Errorf("builds at once left %s %s", difference(got.public, want.public), difference(got.content, want.content))
	}
	if left := leftovers(t, root); left != "" {
		t.Errorf("left behind: %s", left)
	}
}

// TestTextsChangeUnderTheBuild writes texts in parts, moves them away and back while builds run: each ends well, and the one after the
// unrest has every text as it is at last.
func TestTextsChangeUnderTheBuild(t *testing.T) {
	root := layOut(t, 6)
	run(t, "build", "-C", root)
	raw := func(name string) string { return filepath.Join(root, "content", "raw", name) }
	text, err := os.ReadFile(raw("school-000.txt"))
	if err != nil {
		t.Fatal(err)
	}
	end := make(chan struct{})
	var unrest sync.WaitGroup
	unrest.Go(func() {
		for n := 0; ; n++ {
			select {
			case <-end:
				return
			case <-time.After(2 * time.Millisecond):
			}
			part := text[:len(text)*(n%5)/4]
			// What fails here fails because the other step is not done yet.
			_ = os.WriteFile(raw("school-000.txt"), part, 0o666)
			_ = os.Rename(raw("school-001.txt"), raw("away"))
			_ = os.WriteFile(raw("new.txt"), bytes.Repeat(part, n%7), 0o666)
			_ = os.Remove(raw("new.txt"))
			_ = os.Rename(raw("away"), raw("school-001.txt"))
		}
	})
	for range fault.Rounds(4, 60) {
		run(t, "build", "-C", root)
		for name, page := range tree(t, root, "public") {
			if strings.HasSuffix(name, ".html") && !strings.Contains(page, "</html>") {
				t.Errorf("public/%s is cut short", name)
			}
		}
	}
	close(end)
	unrest.Wait()
	golden.Put(t, raw("school-000.txt"), string(text))
	run(t, "build", "-C", root)
	site := ""
	for name, page := range tree(t, root, "public") {
		if strings.HasSuffix(name, "index.html") {
			site += page
		}
	}
	for _, words := range []string{"Riverton is number 1.", "Riverton is number 2.", "Riverton is number 6."} {
		if !strings.Contains(site, words) {
			t.Errorf("the site lacks %q", words)
		}
	}
	if left := leftovers(t, root); left != "" {
		t.Errorf("left behind: %s", left)
	}
}

// TestManyTexts lists and reads a folder of many small texts.
func TestManyTexts(t *testing.T) {
	n := fault.Rounds(1000, 100_000)
	root := layOut(t, n)
	start := time.Now()
	out, err := command(t, "status", "-C", root).CombinedOutput()
	if err != nil || !strings.Contains(string(out), strconv.Itoa(n)) {
		t.Errorf("status of %d texts: %v\n%.2000s", n, err, out)
	}
	t.Logf("%d texts in %v", n, time.Since(start))
}

// TestNamesAlike builds texts whose names differ by capitals or by the form of an accent only, links in a loop and links that lead nowhere, in
// raw texts and in content: each text has a page, what is odd is named, and nothing stops the build.
func TestNamesAlike(t *testing.T) {
	root := layOut(t, 1)
	raw := filepath.Join(root, "content", "raw")
	for i, name := range []string{"cafe\u0301.txt", "caf\u00e9.txt", "CAF\u00c9.txt", "rain.txt", "Rain.txt"} {
		golden.Put(t, filepath.Join(raw, name), "Rain Falls on the Fair\n\n3 June 2023\n\nRain fell on fair number "+strconv.Itoa(i)+" in Riverton, Mayor Tom Bell said.\n")
	}
	links := map[string]string{
		"content/raw/self.txt":      "self.txt",
		"content/raw/a.txt":         "b.txt",
		"content/raw/b.txt":         "a.txt",
		"content/raw/up":            "..",
		"content/briefings/lost.md": "nowhere.md",
		"content/topics/loop.md":    "loop.md",
		"content/notes/nowhere.md":  "gone.md",
		"static/nowhere.css":        "gone.css",
	}
	for name, to := range links {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(to, path); err != nil {
			t.Fatal(err)
		}
	}
	c := command(t, "build", "-C", root)
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, want := range []string{"differs from ", "content/raw/self.txt: warning", "content/raw/a.txt: warning", "content/raw/up: warning"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("the build does not say %q:\n%s", want, out)
		}
	}
	pages, err := filepath.Glob(filepath.Join(root, "public", "2023", "06", "rain-falls-on-the-fair*", "index.html"))
	if err != nil || len(pages) != 5 {
		t.Errorf("%d pages of 5 texts with names alike: %v (%v)", len(pages), pages, err)
	}
}
