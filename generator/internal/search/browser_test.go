package search

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"copydesk/generator/internal/browser"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

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
				d.T.Errorf("%q: %q, want %q (%s)", c.query, got.titles(), c.titles, got.Status)
			}
		}
	})
}

// slash presses the key on the page and tells whether the page kept it to itself. chromedp's own event types the character in any case.
const slash = `!document.body.dispatchEvent(new KeyboardEvent("keydown", {key: "/", bubbles: true, cancelable: true}))`

func TestBrowserKeys(t *testing.T) {
	forEachWay(t, func(d desk, root string) {
		d.open(root + "search/index.html")
		if !browser.Evaluate[bool](d.Tab, slash) {
			d.T.Error("the / would be typed, too")
		}
		d.Do(chromedp.KeyEvent("Ferry"), chromedp.WaitVisible(".search-hit"))
		if got := browser.Evaluate[string](d.Tab, `document.activeElement.id + " " + document.activeElement.value`); got != "q Ferry" {
			d.T.Errorf("after / and a word the focus and what is typed: %q", got)
		}
		a := d.press(kb.ArrowDown)
		if a.Expanded != "true" || len(a.Hits) == 0 || a.Active != a.Hits[0].Title || !a.Hits[0].Selected {
			d.T.Fatalf("after the arrow: %+v", a)
		}
		if a = d.press(kb.ArrowUp); a.Active != "" {
			d.T.Errorf("after going back up %q is active", a.Active)
		}
		d.press(kb.ArrowDown)
		if a = d.press(kb.Escape); a.Active != "" || len(a.Hits) == 0 {
			d.T.Errorf("the first Esc leaves the list: %+v", a)
		}
		d.press(kb.Escape)
		d.wait(`document.querySelectorAll(".search-hit").length === 0`)
		if a = d.read(); a.Expanded != "false" || a.Status != "" {
			d.T.Errorf("the second Esc clears: %+v", a)
		}
		a = d.ask("ferry")
		d.Do(chromedp.KeyEvent(kb.ArrowUp), chromedp.KeyEvent(kb.Enter))
		d.wait(`!location.pathname.includes("/search/")`)
		if at, want := browser.Evaluate[string](d.Tab, `location.href`), a.Hits[len(a.Hits)-1].Href; at != want || !strings.HasPrefix(at, root) {
			d.T.Errorf("Enter went to %s, want %s", at, want)
		}
	})
}

// TestBrowserAnnounces checks what a screen reader is told: the roles, the count, a correction, and that words do not all match.
func TestBrowserAnnounces(t *testing.T) {
	forEachWay(t, func(d desk, root string) {
		d.open(root + "search/index.html")
		for _, role := range []string{"#q[role=combobox][aria-controls=search-results]", "#search-results[role=listbox][aria-label]", "#search-status[role=status]"} {
			if !browser.Evaluate[bool](d.Tab, `document.querySelector("`+role+`") !== null`) {
				d.T.Errorf("there is no %s", role)
			}
		}
		cases := []struct{ query, status string }{
			{"Lindmark", "1 topic and 1 briefing for “Lindmark”."},
			{"ferrry", "“ferrry” is not in the briefings; showing “ferry”. 1 briefing for “ferrry”."},
			{"ferry minerals", "2 briefings for “ferry minerals”. No briefing has every word."},
			{"zzyzx", "Nothing found for “zzyzx”."},
		}
		for _, c := range cases {
			if got := d.ask(c.query); got.Status != c.status {
				d.T.Errorf("%q: %q, want %q", c.query, got.Status, c.status)
			}
		}
	})
}

func TestBrowserShowsResults(t *testing.T) {
	forEachWay(t, func(d desk, root string) {
		d.open(root + "search/index.html")
		a := d.ask("mineral claims day")
		if len(a.Hits) != 1 {
			d.T.Fatalf("%+v", a)
		}
		hit := a.Hits[0]
		if want := "Claims mineral claims day"; strings.Join(hit.Marks, " ") != want {
			d.T.Errorf("marked %q, want %q", hit.Marks, want)
		}
		if hit.Group != "Briefings" || hit.Meta != "November 2, 2022" {
			d.T.Errorf("%+v", hit)
		}
		if n := browser.Evaluate[int](d.Tab, `document.querySelectorAll("#search-results b").length`); n != 0 {
			d.T.Error("the markup in a description became elements")
		}
		if want := root + "2022/11/polar-agency-lists-its-first-claims/"; strings.TrimSuffix(hit.Href, "index.html") != want {
			d.T.Errorf("address %s, want %s", hit.Href, want)
		}
		if a = d.ask("harbour"); a.Hits[0].Meta != "Place · also “Lindmark Harbour” · 1 briefing" || a.Hits[0].Group != "Topics" {
			d.T.Errorf("topic by another name: %+v", a.Hits[0])
		}
	})
}

func TestBrowserFilters(t *testing.T) {
	forEachWay(t, func(d desk, root string) {
		d.open(root + "search/index.html?q=first+night+port&year=2022")
		d.wait(`document.querySelector("#search-status").textContent !== ""`)
		if got, want := d.read().titles(), "Ferry Crews in Alesund Call Off a Strike | Polar Agency Lists Its First Claims"; !sameTitles(got, want) {
			d.T.Errorf("of 2022: %q, want %q", got, want)
		}
		set := func(name, value, then string) {
			browser.Evaluate[bool](d.Tab, `(() => { const s = document.querySelector("select[name=`+name+`]"); s.value = "`+value+`"; return s.dispatchEvent(new Event("change")) })()`)
			d.wait(`[...document.querySelectorAll(".search-title")].map(e => e.textContent).join(" | ") === "` + then + `"`)
		}
		d.ask("lindmark alesund")
		set("year", "", "Ålesund | Ferry Crews in Alesund Call Off a Strike | Harbor Board Backs a Deeper Channel")
		set("year", "2021", "Ålesund | Harbor Board Backs a Deeper Channel")
		set("kind", "briefing", "Harbor Board Backs a Deeper Channel")
		set("kind", "place", "Ålesund")
		set("kind", "person", "")
		if years := browser.Evaluate[string](d.Tab, `[...document.querySelector("select[name=year]").options].map(o => o.text).join()`); years != "Any year,2022,2021" {
			d.T.Errorf("years to choose from: %s", years)
		}
	})
}

// sameTitles tells whether two lists of headlines are the same but for their order.
func sameTitles(a, b string) bool {
	x, y := strings.Split(a, " | "), strings.Split(b, " | ")
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

func TestBrowserShowsMore(t *testing.T) {
	docs := manyDocs(25, 20)
	for i := range docs {
		docs[i].Title = "Lantern " + docs[i].Title
	}
	d := desk{browser.Open(t, "")}
	d.open("file://" + filepath.ToSlash(writeSite(t, docs, nil)) + "/search/index.html")
	if a := d.ask("lantern"); len(a.Hits) != 10 || !strings.HasPrefix(a.Status, "25 briefings") {
		t.Fatalf("%d results; %s", len(a.Hits), a.Status)
	}
	d.Do(chromedp.Click(".search-more"))
	d.wait(`document.querySelectorAll(".search-hit").length === 20`)
	d.Do(chromedp.Click(".search-more"))
	d.wait(`document.querySelectorAll(".search-hit").length === 25 && document.querySelector(".search-more").hidden`)
}

// TestBrowserFoldsAlike asks for words as an article could write them: the browser must file them as Words does, or they are not found.
func TestBrowserFoldsAlike(t *testing.T) {
	var docs []Doc
	var texts []string
	for i, c := range oddWords {
		if c.want != "" {
			docs = append(docs, Doc{Path: fmt.Sprintf("/%d/", i), Title: fmt.Sprintf("n%d", i), Body: c.text, Date: date("2020-01-01")})
			texts = append(texts, c.text)
		}
	}
	d := desk{browser.Open(t, "")}
	d.open("file://" + filepath.ToSlash(writeSite(t, docs, nil)) + "/search/index.html")
	for i, text := range texts {
		browser.Evaluate[bool](d.Tab, `(() => { const q = document.querySelector("#q"); q.value = `+strconv.Quote(text)+` + " "; return q.dispatchEvent(new Event("input")) })()`)
		d.wait(`document.querySelector("#search-status").textContent.includes(` + strconv.Quote("“"+text+"”") + `)`)
		if a := d.read(); !slices.Contains(strings.Split(a.titles(), " | "), docs[i].Title) || strings.Contains(a.Status, "is not in") || strings.Contains(a.Status, "every word") {
			t.Errorf("%q finds %q: %s", text, a.titles(), a.Status)
		}
	}
}

func TestBrowserWithoutIndex(t *testing.T) {
	dir := writeSite(t, nil, nil)
	if err := os.Remove(filepath.Join(dir, "search", "manifest.js")); err != nil {
		t.Fatal(err)
	}
	d := desk{browser.Open(t, "")}
	d.open("file://" + filepath.ToSlash(dir) + "/search/index.html")
	d.Do(chromedp.SendKeys("#q", "harbor"))
	d.wait(`document.querySelector("#search-status").textContent === "The search index could not be loaded."`)
}
