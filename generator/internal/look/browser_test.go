package look

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"copydesk/generator/internal/browser"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// tab is a tab that shows pages of a site on the disk.
type tab struct{ browser.Tab }

func newTab(t *testing.T, settings string) tab { return tab{browser.Open(t, settings)} }

// says returns the text that the expression gives on the page.
func (b tab) says(expression string) string {
	b.T.Helper()
	return browser.Evaluate[string](b.Tab, expression)
}

// becomes waits until the expression gives the text.
func (b tab) becomes(expression, want string) {
	b.T.Helper()
	browser.Becomes(b.Tab, expression, want)
}

// open goes to a page of the folder public.
func (b tab) open(public, page string) {
	b.T.Helper()
	b.Do(chromedp.Navigate("file://"+filepath.ToSlash(filepath.Join(public, page, "index.html"))), chromedp.WaitReady("main"))
}

// focused is the text of what has the focus.
const focused = `document.activeElement.textContent.trim()`

const article = "2021/05/harbor-board-backs-a-deeper-channel"

func TestKeys(t *testing.T) {
	b := newTab(t, "")
	public, _ := build(t, "testdata/site.txtar")
	b.open(public, article)
	b.Do(chromedp.KeyEvent(kb.Tab))
	if got := b.says(focused); got != "Skip to the text" {
		t.Errorf("the first Tab goes to %q", got)
	}
	b.Do(chromedp.KeyEvent(kb.Enter))
	b.becomes(`location.hash`, "#main")
	b.Do(chromedp.KeyEvent("?"))
	b.becomes(`String(document.getElementById("keys").open)`, "true")
	b.Do(chromedp.KeyEvent(kb.Escape))
	b.becomes(`String(document.getElementById("keys").open)`, "false")
	b.Do(chromedp.KeyEvent("/"))
	b.becomes(`location.pathname.split("/").slice(-2, -1)[0]`, "search")
	b.Do(chromedp.WaitReady("#q"))
	b.becomes(`document.readyState`, "complete")
	b.Do(chromedp.KeyEvent("/"))
	b.becomes(`document.activeElement.id`, "q")
	// What is typed in the field is text, not a key of the page.
	b.Do(chromedp.KeyEvent("?"))
	if got := b.says(`document.activeElement.value + document.getElementById("keys").open`); !strings.HasSuffix(got, "?false") {
		t.Errorf("typed in the field: %q", got)
	}
}

func TestKeysOfLists(t *testing.T) {
	b := newTab(t, "")
	public, _ := build(t, "testdata/site.txtar")
	b.open(public, "topics/lindmark")
	for _, step := range []struct{ key, want string }{
		{"j", "Ferry Crews Call Off a Strike"},
		{"j", "Harbor Board Backs a Deeper Channel"},
		{"j", "Harbor Board Backs a Deeper Channel"},
		{"k", "Ferry Crews Call Off a Strike"},
	} {
		b.Do(chromedp.KeyEvent(step.key))
		if got := b.says(focused); got != step.want {
			t.Errorf("%s goes to %q, want %q", step.key, got, step.want)
		}
	}
	b.Do(chromedp.KeyEvent("h"))
	b.becomes(`String(document.querySelector(".home") !== null)`, "true")
}

func TestDark(t *testing.T) {
	public, _ := build(t, "testdata/site.txtar")
	const colors = `(() => { const s = getComputedStyle(document.body); return s.backgroundColor + " " + s.color })()`
	light, dark := newTab(t, "preferredColorScheme=1"), newTab(t, "preferredColorScheme=0")
	light.open(public, article)
	dark.open(public, article)
	if got, want := light.says(colors), "rgb(251, 250, 246) rgb(27, 26, 23)"; got != want {
		t.Errorf("light: %s, want %s", got, want)
	}
	if got := dark.says(colors); !strings.HasPrefix(got, "rgb(20, 22, 26) ") {
		t.Errorf("dark: %s", got)
	}
}

// TestWithoutScript reads the pages of a site whose scripts are gone.
func TestWithoutScript(t *testing.T) {
	b := newTab(t, "")
	public, _ := build(t, "testdata/site.txtar")
	removed := 0
	err := filepath.WalkDir(public, func(path string, d fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(path) == ".js" {
			removed++
			err = os.Remove(path)
		}
		return err
	})
	if err != nil || removed == 0 {
		t.Fatalf("%d scripts removed: %v", removed, err)
	}
	for page, words := range map[string][]string{
		article:           {"The board of the port voted", "In brief", "Lindmark", "Why it is filed under these topics"},
		"topics/lindmark": {"Ferry Crews Call Off a Strike", "2 briefings"},
		"search":          {"People", "Archive"},
	} {
		b.open(public, page)
		text := b.says(`document.querySelector("main").innerText`)
		for _, w := range words {
			if !strings.Contains(text, w) {
				t.Errorf("%s without scripts does not show %q", page, w)
			}
		}
	}
}
