package search

import (
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"copydesk/generator/internal/browser"
	"copydesk/generator/internal/golden"

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
	words := map[string]string{"and": english["and"], "topics": english["topics"], "briefings": english["latest"],
		"quoteOpen": english["quoteOpen"], "quoteClose": english["quoteClose"], "quoteOpenSingle": english["quoteOpenSingle"]}
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
		golden.Put(t, filepath.Join(dir, "search", f.Name), string(f.Data))
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

// desk is a tab with the search page.
type desk struct{ browser.Tab }

// wait returns once the condition holds on the page.
func (d desk) wait(condition string) {
	d.T.Helper()
	browser.Becomes(d.Tab, condition, true)
}

// open goes to address and waits for the search to be there.
func (d desk) open(address string) {
	d.T.Helper()
	d.Do(chromedp.Navigate(address), chromedp.WaitVisible("#q"))
}

// read returns what the page shows now.
func (d desk) read() answer {
	d.T.Helper()
	return browser.Evaluate[answer](d.Tab, readAnswer)
}

// ask types query in place of the one before and returns what the page shows for it.
func (d desk) ask(query string) answer {
	d.T.Helper()
	browser.Evaluate[bool](d.Tab, `document.querySelector("#q").select(), true`)
	d.Do(chromedp.SendKeys("#q", query))
	d.wait(`document.querySelector("#search-status").textContent.includes("“" + document.querySelector("#q").value.trim() + "”")`)
	return d.read()
}

// press sends keys to whatever has the focus, and returns what the page shows then.
func (d desk) press(keys string) answer {
	d.T.Helper()
	d.Do(chromedp.KeyEvent(keys))
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
	tab := browser.Open(t, "")
	dir := writeSite(t, madeUpDocs(), madeUpTopics())
	server := httptest.NewServer(http.StripPrefix("/news/desk", http.FileServer(http.Dir(dir))))
	t.Cleanup(server.Close)
	t.Run("http", func(t *testing.T) { check(desk{tab.Of(t)}, server.URL+"/news/desk/") })
	t.Run("file", func(t *testing.T) { check(desk{tab.Of(t)}, "file://"+filepath.ToSlash(dir)+"/") })
}
