package intake

import (
	"bytes"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"codeberg.org/readeck/go-readability/v2/render"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// readPage finds the article on a web page. The character set is the one that the content type or the page names; where none is named, UTF-8 if it
// can be, as it is on the pages whose server alone said so.
func readPage(data []byte, contentType string) (Text, error) {
	encoding, _, named := charset.DetermineEncoding(data, contentType)
	var r io.Reader = bytes.NewReader(data)
	if named || !utf8.Valid(data) {
		r = encoding.NewDecoder().Reader(r)
	}
	doc, err := html.Parse(r)
	if err != nil {
		return Text{}, fmt.Errorf("it cannot be read: %w", err)
	}
	withoutPictures(doc)
	separate(doc)
	authors := signers(doc)
	heading := firstHeading(doc)
	stamp, stampText := timeElement(doc) // before the finder takes the page apart
	found, err := readability.FromDocument(doc, &url.URL{Scheme: "http", Host: "localhost", Path: "/"})
	if err != nil || found.Node == nil {
		return Text{}, errNoWords
	}
	t := Text{Form: Web, Headline: oneLine(found.Title())}
	var beside time.Time
	t.Byline, beside = byline(found.Byline())
	if len(authors) > 0 && (t.Byline == "" || strings.Contains(t.Byline, authors[0])) {
		t.Byline = list(authors)
	}
	if heading != "" && strings.HasPrefix(t.Headline, heading) {
		t.Headline = heading // without the name of the site
	}
	if at, err := found.PublishedTime(); err == nil {
		t.Date = at
	} else if t.Date = stamp; stamp.IsZero() {
		t.Date = beside
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
		p = strings.TrimSuffix(strings.TrimPrefix(oneLine(p), "| "), " |")
		if p == "" || p == "|" || len(paragraphs) == 0 && said(p) {
			continue
		}
		paragraphs = append(paragraphs, p)
	}
	return []byte(strings.Join(paragraphs, "\n\n"))
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
	return dateElement(doc)
}

// dateElement returns the day of the first element whose class says that it holds one, <p class="published-date">2 May 2023</p>, and its words.
func dateElement(doc *html.Node) (time.Time, string) {
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || !isInline[n.Data] && !isBlock[n.Data] {
			continue
		}
		for _, a := range n.Attr {
			v := strings.ToLower(a.Val)
			if a.Key != "class" && a.Key != "itemprop" || !strings.Contains(v, "date") && !strings.Contains(v, "publish") && !strings.Contains(v, "timestamp") {
				continue
			}
			if text := oneLine(render.InnerText(n)); len(text) <= dateLongest {
				if at := dayIn(text); !at.IsZero() {
					return at, text
				}
			}
		}
	}
	return dateLine(doc)
}

// dateLine returns the day of the first short text above the article that has one, and its words: "Tue 2 May 2023 10.00 BST"
func dateLine(doc *html.Node) (time.Time, string) {
	for n := range doc.Descendants() {
		if n.Type != html.TextNode || n.Parent.Data == "script" || n.Parent.Data == "style" {
			continue
		}
		text := oneLine(n.Data)
		if len(text) >= articleAtLeast {
			break
		}
		if len(text) <= dateLongest/2 {
			if at := dayIn(text); !at.IsZero() {
				return at, text
			}
		}
	}
	return time.Time{}, ""
}

// articleAtLeast is how many bytes the first paragraph of an article has at least.
const articleAtLeast = 150

// dateLongest is how many bytes the words of a date have at most, the time of day and "Last updated" with them.
const dateLongest = 80

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
