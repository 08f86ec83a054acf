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
	public := whole(t, "testdata/site.txtar")
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
	public := whole(t, "testdata/site.txtar")
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
	public := whole(t, "testdata/site.txtar")
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
	public := whole(t, "testdata/site.txtar")
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

// TestPrint sees a story as a printer does: the text and where it stands, and nothing to press.
func TestPrint(t *testing.T) {
	b := newTab(t, "preferredColorScheme=0")
	b.open(whole(t, "testdata/whole.txtar"), "2021/05/last-word")
	b.Media("print")
	for _, s := range []string{".top nav", ".bottom", ".neighbours", ".receipts details", ".pn"} {
		if got := b.says(`getComputedStyle(document.querySelector("` + s + `")).display`); got != "none" {
			t.Errorf("%s is printed as %s", s, got)
		}
	}
	if got := b.says(`getComputedStyle(document.body).backgroundColor + getComputedStyle(document.body).color`); got != "rgb(255, 255, 255)rgb(0, 0, 0)" {
		t.Errorf("printed in %s", got)
	}
	if got := b.says(`getComputedStyle(document.querySelector(".u-url"), "::before").content`); !strings.Contains(got, "/2021/05/last-word/") {
		t.Errorf("the address is printed as %s", got)
	}
}

// TestRightToLeft lays a site out for a script that runs so: what stands beside the text changes sides.
func TestRightToLeft(t *testing.T) {
	b := newTab(t, "")
	public := whole(t, "testdata/whole.txtar", `locale = "en"`, "locale = \"en\"\n[languages.en]\ndirection = \"rtl\"\n")
	b.Do(chromedp.EmulateViewport(1280, 900))
	for _, page := range []string{"2021/05/last-word", "topics/lindmark", "2021/05/04"} {
		b.open(public, page)
		const order = `(() => { const at = s => document.querySelector(s).getBoundingClientRect().left;
			return document.dir + (at(".beside") < at(".body, .main") ? " beside, text" : " text, beside") })()`
		if got := b.says(order); got != "rtl beside, text" {
			t.Errorf("%s: %s", page, got)
		}
	}
}

// TestNarrow goes to every kind of page on a screen of 320 pixels, on which nothing may stand out at the side.
func TestNarrow(t *testing.T) {
	b := newTab(t, "")
	public := whole(t, "testdata/whole.txtar")
	b.Do(chromedp.EmulateViewport(320, 640))
	for _, page := range []string{"", "2021/05/last-word", "2021/05/04", "2021/05", "2021", "archive", "topics", "topics/lindmark", "people", "map", "search"} {
		b.open(public, page)
		if got := b.says(`document.documentElement.scrollWidth + " pixels"`); got != "320 pixels" {
			t.Errorf("%q is %s wide", page, got)
		}
	}
}

// TestMotion: the page glides to a paragraph only for readers who do not mind.
func TestMotion(t *testing.T) {
	b := newTab(t, "")
	b.open(whole(t, "testdata/site.txtar"), article)
	for preference, want := range map[string]string{"no-preference": "smooth", "reduce": "auto"} {
		b.Media("screen", [2]string{"prefers-reduced-motion", preference})
		if got := b.says(`getComputedStyle(document.documentElement).scrollBehavior`); got != want {
			t.Errorf("%s: %s, want %s", preference, got, want)
		}
	}
}
