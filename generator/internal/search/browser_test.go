package search

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// searchPage is the least page that takes search.js, with the policy that the site's pages have.
const searchPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Search</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'">
</head><body><a id="home" href="../index.html">Home</a><div class="search" data-search><a href="../topics/">Topics from A to Z</a></div>
<script src="../search.js" defer></script></body></html>`

// otherPage has no search of its own, but a link to it.
const otherPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Home</title></head>
<body><a rel="search" href="search/index.html">Search</a><script src="search.js" defer></script></body></html>`

// browserPath returns the first browser found, or skips the test; with COPYDESK_BROWSER=required it fails instead.
func browserPath(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("COPYDESK_BROWSER") == "required" {
		t.Fatal("no Chromium or Chrome in PATH")
	}
	t.Skip("no Chromium or Chrome in PATH")
	return ""
}

// startBrowser returns a context for one tab of a new browser, which ends with the test.
func startBrowser(t *testing.T) context.Context {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(browserPath(t)),
		chromedp.NoSandbox, chromedp.DisableGPU, chromedp.Flag("disable-background-networking", true))
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 90*time.Second)
	t.Cleanup(cancel)
	return ctx
}

// writeSite writes the made-up site into a new folder and returns it.
func writeSite(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	script, err := os.ReadFile("../../../static/search.js")
	if err != nil {
		t.Fatal(err)
	}
	files, err := Index(madeUpDocs(), madeUpTopics())
	if err != nil {
		t.Fatal(err)
	}
	files = append(files, File{"index.html", []byte(searchPage)}, File{"../search.js", script}, File{"../index.html", []byte(otherPage)})
	for _, d := range madeUpDocs() {
		files = append(files, File{".." + d.Path + "index.html", []byte(otherPage)})
	}
	for _, topic := range madeUpTopics() {
		files = append(files, File{".." + topic.Path + "index.html", []byte(otherPage)})
	}
	for _, f := range files {
		name := filepath.Join(dir, "search", f.Name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// answer is what the page shows for a query.
type answer struct {
	Status   string
	Expanded string
	Active   string // headline of the result that the input points at
	Hits     []shownHit
}

// shownHit is one result as the reader sees it.
type shownHit struct {
	Group, Title, Meta, Href string
	Marks                    []string
	Selected                 bool
}

const readAnswer = `(() => {
	const text = (e, s) => e.querySelector(s)?.textContent ?? "";
	const box = document.querySelector(".search-box"), active = document.getElementById(box.getAttribute("aria-activedescendant"));
	return {Status: text(document, ".search-status"), Expanded: box.getAttribute("aria-expanded"), Active: active ? text(active, ".search-title") : "",
		Hits: [...document.querySelectorAll(".search-hit")].map(h => ({Group: document.getElementById(h.parentNode.getAttribute("aria-labelledby")).textContent,
			Title: text(h, ".search-title"), Meta: text(h, ".search-meta"), Href: h.href, Selected: h.getAttribute("aria-selected") === "true",
			Marks: [...h.querySelectorAll("mark")].map(m => m.textContent)}))};
})()`

// desk drives the search page of one tab.
type desk struct {
	t   *testing.T
	ctx context.Context
}

// do runs actions that return nothing.
func (d desk) do(actions ...chromedp.Action[chromedp.Void]) {
	d.t.Helper()
	if err := chromedp.Do(d.ctx, actions...); err != nil {
		d.t.Fatal(err)
	}
}

// evaluate returns what the expression is worth on the page.
func evaluate[T any](d desk, expression string) T {
	d.t.Helper()
	v, err := chromedp.Run(d.ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		d.t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// wait returns once the condition holds on the page. The page's policy forbids the polling that chromedp has.
func (d desk) wait(condition string) {
	d.t.Helper()
	for range 500 {
		if evaluate[bool](d, condition) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	d.t.Fatalf("never came true: %s; %+v", condition, d.read())
}

// open goes to address and waits for the search to be there.
func (d desk) open(address string) {
	d.t.Helper()
	d.do(chromedp.Navigate(address), chromedp.WaitVisible(".search-box"))
}

// read returns what the page shows now.
func (d desk) read() answer {
	d.t.Helper()
	return evaluate[answer](d, readAnswer)
}

// ask types query in place of the one before and returns what the page shows for it.
func (d desk) ask(query string) answer {
	d.t.Helper()
	evaluate[bool](d, `document.querySelector(".search-box").select(), true`)
	d.do(chromedp.SendKeys(".search-box", query))
	d.wait(`document.querySelector(".search-status").textContent.includes("“" + document.querySelector(".search-box").value.trim() + "”")`)
	return d.read()
}

// press sends keys to whatever has the focus, and returns what the page shows then.
func (d desk) press(keys string) answer {
	d.t.Helper()
	d.do(chromedp.KeyEvent(keys))
	return d.read()
}

// titles returns the headlines of the results, in order.
func (a answer) titles() string {
	var titles []string
	for _, h := range a.Hits {
		titles = append(titles, h.Title)
	}
	return strings.Join(titles, " | ")
}

// forEachWay runs check on the site served under a path prefix, and opened from the disk.
func forEachWay(t *testing.T, check func(d desk, root string)) {
	ctx := startBrowser(t)
	dir := writeSite(t)
	server := httptest.NewServer(http.StripPrefix("/news/desk", http.FileServer(http.Dir(dir))))
	t.Cleanup(server.Close)
	t.Run("http", func(t *testing.T) { check(desk{t, ctx}, server.URL+"/news/desk/") })
	t.Run("file", func(t *testing.T) { check(desk{t, ctx}, "file://"+filepath.ToSlash(dir)+"/") })
}

func TestBrowserAnswers(t *testing.T) {
	cases := []struct{ query, titles string }{
		{"harbor", "Harbor Board Backs a Deeper Channel"},
		{"HARBOUR", "Port of Lindmark | Harbor Board Backs a Deeper Channel"}, // another name of the topic; one slip in the briefing's word
		{"PAM", "Polar Agency for Minerals | Polar Agency Lists Its First Claims"},
		{"P.A.M.", "Polar Agency for Minerals | Polar Agency Lists Its First Claims"},
		{"ålesund's", "Ålesund | Ferry Crews in Alesund Call Off a Strike"},
		{"Aleslund", "Ålesund | Ferry Crews in Alesund Call Off a Strike"},
		{"strikes", "Ferry Crews in Alesund Call Off a Strike"},
		{"dredging", "Harbor Board Backs a Deeper Channel"}, // the body has "dredged"
		{"minerla claims", "Polar Agency Lists Its First Claims"},
		{"zzyzx", ""},
	}
	forEachWay(t, func(d desk, root string) {
		d.open(root + "search/index.html")
		for _, c := range cases {
			if got := d.ask(c.query); got.titles() != c.titles {
				d.t.Errorf("%q: %q, want %q (%s)", c.query, got.titles(), c.titles, got.Status)
			}
		}
	})
}

// slash presses the key on the page and tells whether the page kept it to itself. chromedp's own event types the character in any case.
const slash = `!document.body.dispatchEvent(new KeyboardEvent("keydown", {key: "/", bubbles: true, cancelable: true}))`

func TestBrowserKeys(t *testing.T) {
	forEachWay(t, func(d desk, root string) {
		d.open(root + "search/index.html")
		if !evaluate[bool](d, slash) {
			d.t.Error("the / would be typed, too")
		}
		d.do(chromedp.KeyEvent("Ferry"), chromedp.WaitVisible(".search-hit"))
		if got := evaluate[string](d, `document.activeElement.className + " " + document.activeElement.value`); got != "search-box Ferry" {
			d.t.Errorf("after / and a word the focus and what is typed: %q", got)
		}
		a := d.press(kb.ArrowDown)
		if a.Expanded != "true" || len(a.Hits) == 0 || a.Active != a.Hits[0].Title || !a.Hits[0].Selected {
			d.t.Fatalf("after the arrow: %+v", a)
		}
		if a = d.press(kb.ArrowUp); a.Active != "" {
			d.t.Errorf("after going back up %q is active", a.Active)
		}
		d.press(kb.ArrowDown)
		if a = d.press(kb.Escape); a.Active != "" || len(a.Hits) == 0 {
			d.t.Errorf("the first Esc leaves the list: %+v", a)
		}
		d.press(kb.Escape)
		d.wait(`document.querySelectorAll(".search-hit").length === 0`)
		if a = d.read(); a.Expanded != "false" || a.Status != "" {
			d.t.Errorf("the second Esc clears: %+v", a)
		}
		a = d.ask("ferry")
		d.do(chromedp.KeyEvent(kb.ArrowUp), chromedp.KeyEvent(kb.Enter))
		d.wait(`!location.pathname.includes("/search/")`)
		if at, want := evaluate[string](d, `location.href`), a.Hits[len(a.Hits)-1].Href; at != want || !strings.HasPrefix(at, root) {
			d.t.Errorf("Enter went to %s, want %s", at, want)
		}
	})
}
