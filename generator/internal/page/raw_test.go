package page

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"

	"copydesk/generator/internal/annotate"
	tidy "copydesk/generator/internal/clean"
	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/news"
	raw "copydesk/generator/internal/source"
	"copydesk/generator/internal/topic"
	"copydesk/generator/internal/wire"
)

// addressPattern matches every address that a page may have: "/2023/05/bridges-open/", "/topics/riverton/", "/2023/05/04/".
var addressPattern = regexp.MustCompile(`^(/[a-z0-9-]+)+/$`)

// FuzzRaw takes two raw texts all the way to pages. Addresses are safe and no page takes another's; the body of a briefing, read as Markdown,
// is the paragraphs of its article word for word, with no markup of the text's own.
func FuzzRaw(f *testing.F) {
	f.Add([]byte("Bridges Open\n\nMay 3, 2023\n\nThe bridge over the Ashe opened, Ann Howe of Leeds said."), []byte("Bridges Open\n\nMay 3, 2023\n\n<b>Twins</b> of {{< x >}} & [a](b)."))
	f.Add([]byte("---\ntitle: ../../x\nslug: /a/../b\n---\n# A\n\n<script>alert(1)</script>\n"), []byte("\xff\xfeA\x00\n\x00"))
	for _, s := range hostile {
		f.Add([]byte(s+"\n\nMay 3, 2023\n\n"+s+" met Ann Howe in Leeds. "+s), []byte(s))
	}
	f.Fuzz(func(t *testing.T, one, two []byte) {
		var corpus []*news.Annotated
		for i, text := range [][]byte{one, two} {
			file, ds := raw.Decode([]string{"content/raw/one.txt", "content/raw/two.txt"}[i], text)
			copied, more := tidy.Clean(file)
			if ds = append(ds, more...); diag.Count(ds, diag.Error) > 0 {
				continue
			}
			a, _ := wire.Parse(copied)
			corpus = append(corpus, annotate.Annotate(a))
		}
		c, _ := topic.Build(corpus, topic.Options{})
		taken, paths := map[string]bool{}, map[string]bool{}
		for p := range Laid(Plan(c, Options{})) {
			if p.Address != "" && !addressPattern.MatchString(p.Address) || taken[p.Address] || paths[strings.ToLower(p.Path)] || strings.Contains(p.Path, "..") {
				t.Fatalf("address %q of %q", p.Address, p.Path)
			}
			taken[p.Address], paths[strings.ToLower(p.Path)] = p.Address != "", true
			if back, err := Decode(p.Path, Encode(Seal(p))); err != nil || back.Body != strings.Trim(p.Body, "\n") {
				t.Fatalf("%s does not come back: %v", p.Path, err)
			}
		}
		for _, a := range c.Articles {
			checkWords(t, a)
		}
	})
}

// checkWords holds the body of an article against its paragraphs.
func checkWords(t *testing.T, a *topic.Article) {
	t.Helper()
	var out bytes.Buffer
	if err := markdown().Convert([]byte(body(a)), &out); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "raw HTML omitted") {
		t.Fatalf("markup of the text is in %q", out.String())
	}
	want := ""
	for _, p := range a.Paragraphs {
		want += " " + Text(p.Of(a.Body))
	}
	if got := words(html.UnescapeString(tags.ReplaceAllString(out.String(), ""))); got != words(want) {
		t.Fatalf("the page says %q, want %q", got, words(want))
	}
}
