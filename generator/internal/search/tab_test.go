package search

import (
	"context"
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// searchPage is the least page that takes search.js, with the policy that the site's pages have. The words of the page go in.
const searchPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Search</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'">
</head><body><form id="search-form" role="search" data-words="%s" data-kinds="%s"><label for="q">Names, words</label>
<input id="q" name="q" type="search" autocomplete="off"></form><p id="search-status" role="status"></p><div id="search-results"></div>
<script src="../search.js" defer></script></body></html>`

// The words that the template of the page hands on, and those of a language.
//
//	{{- range slice "All" "Also" }}
//	searchAll = "Everything"
var (
	handedOn = regexp.MustCompile(`range slice ((?:"\w+" ?)+)}}`)
	wordLine = regexp.MustCompile(`(?m)^([\w-]+) = "(.*)"$`)
)

// pageOf returns the search page in English, with the words that layouts/search.html hands on.
func pageOf(t *testing.T) string {
	t.Helper()
	template, err := os.ReadFile("../../../layouts/search.html")
	if err != nil {
		t.Fatal(err)
	}
	language, err := os.ReadFile("../../../layouts/_i18n/en.toml")
	if err != nil {
		t.Fatal(err)
	}
	english := map[string]string{}
	for _, m := range wordLine.FindAllStringSubmatch(string(language), -1) {
		english[m[1]] = m[2]
	}
	words := map[string]string{"and": english["and"], "topics": english["topics"], "briefings": english["latest"]}
	for key := range strings.FieldsSeq(handedOn.FindStringSubmatch(string(template))[1]) {
		key = "search" + strings.Trim(key, `"`)
		if words[key] = english[key]; words[key] == "" {
			t.Errorf("the page has no word for %s", key)
		}
	}
	var ofKinds []map[string]string
	for _, kind := range kinds {
		ofKinds = append(ofKinds, map[string]string{"kind": string(kind), "one": english["one-"+string(kind)], "all": english["kind-"+string(kind)]})
	}
	quoted := func(v any) string {
		encoded, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return html.EscapeString(string(encoded))
	}
	return fmt.Sprintf(searchPage, quoted(words), quoted(ofKinds))
}

// otherPage is any page that a result leads to.
const otherPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title></head><body>A page.</body></html>`

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

// writeSite writes a site with a search page and these briefings and topics into a new folder and returns it.
func writeSite(t *testing.T, docs []Doc, topics []Topic) string {
	t.Helper()
	dir := t.TempDir()
	script, err := os.ReadFile("../../../static/search.js")
	if err != nil {
		t.Fatal(err)
	}
	files, err := Index(docs, topics)
	if err != nil {
		t.Fatal(err)
	}
	files = append(files, File{"index.html", []byte(pageOf(t))}, File{"../search.js", script})
	for _, d := range docs {
		files = append(files, File{".." + d.Path + "index.html", []byte(otherPage)})
	}
	for _, topic := range topics {
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
	const box = document.querySelector("#q"), active = document.getElementById(box.getAttribute("aria-activedescendant"));
	return {Status: text(document, "#search-status"), Expanded: box.getAttribute("aria-expanded"), Active: active ? text(active, ".search-title") : "",
		Hits: [...document.querySelectorAll(".search-hit")].map(h => ({Group: h.parentNode.getAttribute("aria-label"),
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
	d.do(chromedp.Navigate(address), chromedp.WaitVisible("#q"))
}

// read returns what the page shows now.
func (d desk) read() answer {
	d.t.Helper()
	return evaluate[answer](d, readAnswer)
}

// ask types query in place of the one before and returns what the page shows for it.
func (d desk) ask(query string) answer {
	d.t.Helper()
	evaluate[bool](d, `document.querySelector("#q").select(), true`)
	d.do(chromedp.SendKeys("#q", query))
	d.wait(`document.querySelector("#search-status").textContent.includes("“" + document.querySelector("#q").value.trim() + "”")`)
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
	dir := writeSite(t, madeUpDocs(), madeUpTopics())
	server := httptest.NewServer(http.StripPrefix("/news/desk", http.FileServer(http.Dir(dir))))
	t.Cleanup(server.Close)
	t.Run("http", func(t *testing.T) { check(desk{t, ctx}, server.URL+"/news/desk/") })
	t.Run("file", func(t *testing.T) { check(desk{t, ctx}, "file://"+filepath.ToSlash(dir)+"/") })
}
