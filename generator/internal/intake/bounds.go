package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// part stands between the parts of a byline: "By | Robin Roe | Transport correspondent"
const part = " | "

// separate puts white space where a style sheet makes a boundary that the words lack: <span>Robin Roe</span><span>Transport correspondent</span> are
// two lines on a page. In a byline the parts are set apart by bars, so that a name can be told from an office. Elsewhere it acts only where a
// capital or a digit follows a word in lower case, which no word has inside, save a few names of products, and below a paragraph.
func separate(doc *html.Node) { new(seams).walk(doc, false, false) }

// seams reads a page in order; last is the text before the place that it has come to, in the same line.
type seams struct{ last string }

func (s *seams) walk(n *html.Node, inByline, inCaption bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		prev := c.PrevSibling
		block := c.Type == html.ElementNode && isBlock[c.Data]
		if prev != nil && isBlock[prev.Data] && strings.TrimSpace(firstText(c)) != "" {
			switch {
			case inByline:
				n.InsertBefore(&html.Node{Type: html.TextNode, Data: part}, c)
			case !block:
				n.InsertBefore(&html.Node{Type: html.ElementNode, Data: "br"}, c)
			}
		}
		switch {
		case c.Type == html.TextNode:
			if c.Data != "" {
				s.last = c.Data
			}
			continue
		case c.Type != html.ElementNode || c.Data == "script" || c.Data == "style":
			continue
		case block || c.Data == "br":
			s.last = ""
		case isInline[c.Data]:
			s.mend(c, inByline, inCaption)
		}
		s.walk(c, inByline || c.Data == "time" || isByline(c), inCaption || c.Data == "figcaption")
		if block {
			s.last = ""
		}
	}
}

// mend sets the inline element c apart from the text before it, where they touch and are two.
func (s *seams) mend(c *html.Node, inByline, inCaption bool) {
	first := firstText(c)
	if first == "" || s.last == "" || unicode.IsSpace(lastRune(s.last)) || unicode.IsSpace(firstRune(first)) {
		return
	}
	follows := c.PrevSibling != nil && c.PrevSibling.Type == html.ElementNode
	add := func(kind html.NodeType, data string) {
		c.Parent.InsertBefore(&html.Node{Type: kind, Data: data}, c)
	}
	switch {
	case inByline && follows:
		add(html.TextNode, part)
	case (c.Data == "cite" || inCaption) && isSeam(s.last, first):
		add(html.ElementNode, "br")
	case follows && isSeam(s.last, first):
		add(html.TextNode, " ")
	}
}

// isInline holds the elements that style sheets make lines of, isBlock those that are lines anyway.
var (
	isInline = map[string]bool{"span": true, "a": true, "time": true, "cite": true, "small": true, "b": true, "strong": true, "em": true, "i": true, "label": true}
	isBlock  = map[string]bool{"p": true, "div": true, "li": true, "ul": true, "ol": true, "section": true, "article": true, "header": true, "footer": true, "figure": true,
		"figcaption": true, "h1": true, "h2": true, "h3": true, "h4": true, "td": true, "th": true, "tr": true, "table": true, "blockquote": true, "aside": true, "address": true, "dt": true, "dd": true, "summary": true}
)

// withoutPictures takes pictures out with what is said below them, which means nothing without them.
func withoutPictures(doc *html.Node) {
	var gone []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && (n.Data == "figcaption" || n.Data == "figure" && !hasAny(n, "blockquote", "table", "pre", "p")) {
			gone = append(gone, n)
		}
	}
	for _, n := range gone {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

// hasAny reports whether an element has one of some sorts inside, a caption apart.
func hasAny(n *html.Node, names ...string) bool {
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode && c.Data != "figcaption" && (slices.Contains(names, c.Data) || hasAny(c, names...)) {
			return true
		}
	}
	return false
}

// isByline reports whether an element says who wrote: <div class="byline">, <p itemprop="author">
func isByline(n *html.Node) bool {
	for _, a := range n.Attr {
		if v := strings.ToLower(a.Val); (a.Key == "class" || a.Key == "itemprop" || a.Key == "id" || a.Key == "rel") && (strings.Contains(v, "byline") || strings.Contains(v, "author")) {
			return true
		}
	}
	return false
}

// isSeam reports whether two texts that touch are two: "pier" and "Photograph".
func isSeam(before, after string) bool {
	l, r := lastRune(before), firstRune(after)
	if n := utf8.RuneCountInString(strings.TrimSpace(before)); n < 2 {
		return false // a first letter set large
	}
	return (unicode.IsLower(l) || unicode.IsDigit(l) || strings.ContainsRune(".,:)", l)) && (unicode.IsUpper(r) || unicode.IsDigit(r) && !unicode.IsDigit(l) && l != '.' && l != ',')
}

// firstText returns the first text of a node, or "".
func firstText(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	for c := range n.Descendants() {
		if c.Type == html.TextNode && c.Data != "" {
			return c.Data
		}
	}
	return ""
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
