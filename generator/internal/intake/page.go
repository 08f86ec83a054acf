package intake

import (
	"bytes"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	readability "codeberg.org/readeck/go-readability/v2"
	"codeberg.org/readeck/go-readability/v2/render"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// readPage finds the article on a web page. The character set is the one that the content type or the page names.
func readPage(data []byte, contentType string) (Text, error) {
	r, err := charset.NewReader(bytes.NewReader(data), contentType)
	if err != nil {
		return Text{}, fmt.Errorf("its character set is not known: %w", err)
	}
	doc, err := html.Parse(r)
	if err != nil {
		return Text{}, fmt.Errorf("it cannot be read: %w", err)
	}
	heading := firstHeading(doc)
	stamp, stampText := timeElement(doc) // before the finder takes the page apart
	found, err := readability.FromDocument(doc, &url.URL{Scheme: "http", Host: "localhost", Path: "/"})
	if err != nil || found.Node == nil {
		return Text{}, errNoWords
	}
	t := Text{Form: Web, Headline: oneLine(found.Title()), Byline: byline(found.Byline())}
	if heading != "" && strings.HasPrefix(t.Headline, heading) {
		t.Headline = heading // without the name of the site
	}
	if at, err := found.PublishedTime(); err == nil {
		t.Date = at
	} else {
		t.Date = stamp
	}
	t.Words = words(render.InnerText(found.Node), t.Headline, stampText)
	if len(t.Words) == 0 {
		return Text{}, errNoWords
	}
	return t, nil
}

// words lays a page's text out as paragraphs, without first lines that say the headline or the date again.
func words(text string, again ...string) []byte {
	var paragraphs []string
	said := func(p string) bool {
		return slices.ContainsFunc(again, func(s string) bool { return strings.EqualFold(p, s) })
	}
	for p := range strings.SplitSeq(strings.ReplaceAll(text, "\u00a0", " "), "\n") {
		p = oneLine(p)
		if p == "" || len(paragraphs) == 0 && said(p) {
			continue
		}
		paragraphs = append(paragraphs, p)
	}
	return []byte(strings.Join(paragraphs, "\n\n"))
}

// byline returns a line as newspapers write it: "By Ann Howe".
func byline(s string) string {
	s = oneLine(s)
	if s == "" || len(s) >= 3 && strings.EqualFold(s[:3], "by ") {
		return s
	}
	return "By " + s
}

// timeElement returns the day of the first <time datetime="2023-05-02T10:00:00Z">, or zero, and what a reader sees of it.
func timeElement(doc *html.Node) (time.Time, string) {
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.Data != "time" {
			continue
		}
		for _, a := range n.Attr {
			if a.Key != "datetime" || len(a.Val) < len(time.DateOnly) {
				continue
			}
			if at, err := time.Parse(time.DateOnly, a.Val[:len(time.DateOnly)]); err == nil {
				return at, oneLine(render.InnerText(n))
			}
		}
	}
	return time.Time{}, ""
}

// firstHeading returns the words of the first <h1>, or "".
func firstHeading(doc *html.Node) string {
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == "h1" {
			return oneLine(render.InnerText(n))
		}
	}
	return ""
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
