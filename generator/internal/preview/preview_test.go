package preview

import (
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"

	"copydesk"
	"copydesk/generator/internal/desk"
)

const bridge = `Council Votes for a New Bridge

2 May 2023

The council of Riverton voted on Tuesday for a new bridge over the Ashe. Work begins in June, Mayor Tom Bell said.
`

// newSite lays out a site with one raw text and the program's own look.
func newSite(t *testing.T) *desk.Desk {
	t.Helper()
	root := t.TempDir()
	if err := os.CopyFS(root, copydesk.Look); err != nil {
		t.Fatal(err)
	}
	save(t, filepath.Join(root, "content", "raw", "bridge.txt"), bridge)
	d, err := desk.Open(root)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func save(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// get returns the status and text of a page.
func get(t *testing.T, url string) (int, string) {
	t.Helper()
	r, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, string(b)
}

func TestServeFollowsTheTexts(t *testing.T) {
	d := newSite(t)
	ctx, cancel := context.WithCancel(context.Background())
	ready := make(chan string, 1)
	changed := make(chan error, 100)
	ended := make(chan error, 1)
	go func() {
		ended <- Serve(ctx, d, Options{Addr: "127.0.0.1:0", Ready: func(url string) { ready <- url },
			Changed: func(_ desk.Result, _ time.Duration, err error) { changed <- err }})
	}()
	stop := sync.OnceValue(func() error { cancel(); return <-ended })
	t.Cleanup(func() { stop() })
	var url string
	select {
	case url = <-ready:
	case err := <-ended:
		ended <- err
		t.Fatal(err)
	}
	if err := <-changed; err != nil {
		t.Fatal(err)
	}
	// until waits for builds until the page is as wanted.
	until := func(what, path string, ok func(status int, text string) bool) {
		t.Helper()
		deadline := time.After(time.Minute)
		for {
			if status, text := get(t, url+path); ok(status, text) {
				return
			}
			select {
			case <-changed:
			case <-deadline:
				status, text := get(t, url+path)
				t.Fatalf("%s: still %d %.300s", what, status, text)
			}
		}
	}
	if status, text := get(t, url+barStyle[1:]); status != 200 || !strings.Contains(text, ".copydesk-bar") {
		t.Errorf("style of the bar: %d %.100s", status, text)
	}
	raw := filepath.Join(d.Root, "content", "raw")
	const page = "2023/05/council-votes-for-a-new-bridge/"
	until("first build", page, func(status int, text string) bool {
		return status == 200 && strings.Contains(text, "new bridge over the") && strings.Contains(text, "livereload.js")
	})
	save(t, filepath.Join(raw, "fair.txt"), "Rain Stops the Fair\n\n3 May 2023\n\nRain stopped the fair in Riverton on Wednesday.\n")
	until("added text", "2023/05/rain-stops-the-fair/", func(status int, text string) bool { return status == 200 })
	until("home page after it", "", func(_ int, text string) bool { return strings.Contains(text, "Rain Stops the Fair") })
	save(t, filepath.Join(raw, "snow.txt"), "Snow Stops the Fair\n\n3 January 2024\n\nSnow stopped the fair in Riverton on Wednesday.\n")
	until("archive of a new month", "2024/01/", func(status int, text string) bool { return status == 200 && strings.Contains(text, "Snow Stops") })
	save(t, filepath.Join(raw, "fair.txt"), "Rain Stops the Fair\n\n3 May 2023\n\nHail stopped the fair in Riverton on Wednesday.\n")
	until("changed text", "2023/05/rain-stops-the-fair/", func(_ int, text string) bool { return strings.Contains(text, "Hail stopped") })
	save(t, filepath.Join(raw, "empty.txt"), "")
	until("broken text told on every page", page, func(_ int, text string) bool {
		return strings.Contains(text, "content/raw/empty.txt</strong> has no text")
	})
	if err := os.Remove(filepath.Join(raw, "empty.txt")); err != nil {
		t.Fatal(err)
	}
	until("mended text", page, func(_ int, text string) bool { return strings.Contains(text, "nothing to mend") })
	if err := os.Remove(filepath.Join(raw, "fair.txt")); err != nil {
		t.Fatal(err)
	}
	until("removed text", "2023/05/rain-stops-the-fair/", func(status int, _ string) bool { return status == 404 })

	layout := filepath.Join(d.Root, "layouts", "baseof.html")
	good, err := os.ReadFile(layout)
	if err != nil {
		t.Fatal(err)
	}
	save(t, layout, "{{ .NoSuchThing }}")
	until("broken layout", page, func(status int, text string) bool { return status == 500 && strings.Contains(text, "could not be") })
	save(t, layout, string(good))
	until("mended layout", page, func(status int, _ string) bool { return status == 200 })

	stopped := make(chan error, 1)
	go func() { stopped <- stop() }()
	select {
	case err := <-stopped:
		if err != nil {
			t.Errorf("Serve ended with %v", err)
		}
	case <-time.After(10 * time.Second):
		t.Error("Serve did not end with its context")
	}
	if _, err := os.Stat(filepath.Join(d.Root, "public")); !os.IsNotExist(err) {
		t.Error("the preview touched public/")
	}
}

func TestSortEvents(t *testing.T) {
	root := t.TempDir()
	for path, want := range map[string]string{
		"content/raw/a.txt":       "raw",
		"content/topics.yaml":     "raw",
		"content/briefings/a.md":  "page",
		"layouts/page.html":       "page",
		"hugo.toml":               "both",
		"public/index.html":       "ignored",
		".copydesk/lock":          "ignored",
		"content/raw/.a.txt.swp":  "ignored",
		"content/briefings/a.md~": "ignored",
	} {
		name := filepath.Join(root, filepath.FromSlash(path))
		got := "ignored"
		if !ignored(root, name) {
			raw, paths := sortEvents(root, events(name))
			switch {
			case raw && len(paths) == 1:
				got = "both"
			case raw:
				got = "raw"
			case len(paths) == 1:
				got = "page"
			}
		}
		if got != want {
			t.Errorf("%s is %s, want %s", path, got, want)
		}
	}
}

func events(name string) []fsnotify.Event { return []fsnotify.Event{{Name: name, Op: fsnotify.Write}} }
