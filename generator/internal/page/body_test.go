package page

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"copydesk/generator/internal/news"
	"copydesk/generator/internal/topic"
)

// tags matches the tags that the reader of Markdown writes: "<p>", "<a href=\"/topics/vika/\">".
var tags = regexp.MustCompile(`<[^>]*>`)

// markdown is the reader that Hugo uses, with the extensions that Hugo switches on.
func markdown() goldmark.Markdown {
	return goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.DefinitionList, extension.Footnote, extension.Linkify))
}

// lay returns an article of the paragraphs in which every "Vika" leads to a topic.
func lay(paragraphs []string) *topic.Article {
	body := strings.Join(paragraphs, "\n\n")
	a := &topic.Article{Annotated: &news.Annotated{Article: news.Article{Body: body}}}
	at := 0
	for _, p := range paragraphs {
		a.Paragraphs = append(a.Paragraphs, news.Span{Start: at, End: at + len(p)})
		at += len(p) + 2
	}
	f := topic.Filing{Topic: &topic.Topic{Name: "Vika", Slug: "vika"}}
	for i := 0; i+4 <= len(body); i++ {
		if body[i:i+4] == "Vika" {
			f.Spans = append(f.Spans, news.Span{Start: i, End: i + 4})
		}
	}
	a.Filed = []topic.Filing{f}
	return a
}

func TestBodySaysTheText(t *testing.T) {
	for _, s := range hostile {
		checkBody(t, s, "Vika "+s+" Vika")
		checkBody(t, "go to "+s+"Vika"+s, s)
	}
}

func FuzzBody(f *testing.F) {
	for _, s := range hostile {
		f.Add(s, "in "+s+" Vika")
	}
	f.Fuzz(checkBody)
}

// checkBody holds a body of two paragraphs against what it promises: read as Markdown it is those paragraphs, word for word, with one link.
func checkBody(t *testing.T, first, second string) {
	paragraphs := []string{strings.ReplaceAll(first, "\n", " "), strings.ReplaceAll(second, "\n", " ")}
	md := body(lay(paragraphs))
	var b bytes.Buffer
	if err := markdown().Convert([]byte(md), &b); err != nil {
		t.Fatal(err)
	}
	out := b.String()
	if n := strings.Count(out, "<p>"); n != len(paragraphs) {
		t.Fatalf("%q gives %d paragraphs: %q", md, n, out)
	}
	if n := strings.Count(out, "<a "); n > 1 || n != strings.Count(out, `<a href="/topics/vika/">Vika</a>`) {
		t.Fatalf("%q gives links %q", md, out)
	}
	for i, p := range strings.Split(out, "</p>")[:len(paragraphs)] {
		got := words(html.UnescapeString(tags.ReplaceAllString(p, "")))
		if want := words(Text(paragraphs[i])); got != want {
			t.Fatalf("paragraph %d says %q, want %q (%q)", i+1, got, want, md)
		}
	}
}

// words folds runs of spaces and takes out the joiners that break Hugo's own words.
func words(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ReplaceAll(s, "\u2060", ""), func(r rune) bool { return r == ' ' || r == '\n' }), " ")
}

func TestLinksStandWhereTheyMay(t *testing.T) {
	vika, town := &topic.Topic{Name: "Vika", Slug: "vika"}, &topic.Topic{Name: "Vika Town", Slug: "vika-town"}
	text := "VIKA, Norway: Vika “Town Vika” met Vika Town and Vika."
	a := lay([]string{text})
	a.Dateline.Raw = "VIKA, Norway"
	span := func(s string, from int) news.Span {
		i := strings.Index(text[from:], s) + from
		return news.Span{Start: i, End: i + len(s)}
	}
	a.Filed = []topic.Filing{
		{Topic: vika, Spans: []news.Span{span("VIKA", 0), span("Vika “Town", 0), span("Vika", 30)}},
		{Topic: town, Spans: []news.Span{span("Vika Town", 30)}},
	}
	a.Filed[0].Spans = append(a.Filed[0].Spans, span("Vika.", 0))
	if got, want := body(a), `VIKA\, Norway\: Vika “Town Vika” met [Vika Town](/topics/vika-town/) and [Vika\.](/topics/vika/)`; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
