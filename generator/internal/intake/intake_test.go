package intake_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"copydesk/generator/internal/golden"
	"copydesk/generator/internal/intake"
)

// TestGolden takes the first file of each archive in and compares what comes out.
func TestGolden(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, a *txtar.Archive) {
		x, err := intake.Read(a.Files[0].Name, a.Files[0].Data)
		want := fmt.Sprintf("error: %v\n", err)
		if err == nil {
			want = fmt.Sprintf("form: %s\ndate: %s\n%s", x.Form, x.Date.Format(time.DateOnly), x.Raw(true, true))
		}
		a.Files = append(a.Files[:1], txtar.File{Name: "want", Data: []byte(want)})
	})
}

func TestSplit(t *testing.T) {
	for text, want := range map[string]int{
		"One\n\nText.\n":                           1,
		"One\n=====\nTwo\n":                        2,
		"=====\nOne\n=====\n\n=====\nTwo\n=====\n": 2,
		"One\n----\nstill one\n":                   1,
		"One\n----------\nTwo\n* * *\nstill two\n": 2,
		"One\fTwo\fThree":                          3,
		"\xff\xfeO\x00n\x00e\x00\n\x00=\x00=\x00=\x00=\x00=\x00\n\x00T\x00": 2,
		"  \n": 0,
	} {
		if got := intake.Split([]byte(text)); len(got) != want {
			t.Errorf("%q comes to %d pieces, want %d: %q", text, len(got), want, got)
		}
	}
}

func TestForeignFormsAreNamed(t *testing.T) {
	for data, want := range map[string]string{"%PDF-1.7 x": "a PDF", "PK\x03\x04x": "word processor", `{\rtf1 x`: "rich text"} {
		if _, err := intake.Read("a.txt", []byte(data)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want an error that says %s", data, err, want)
		}
	}
}

// FuzzRead states that nothing panics, that a plain text stays as it is, and that the words of a page are valid UTF-8 without markup left open.
func FuzzRead(f *testing.F) {
	f.Add("a.html", "<html><title>A</title><article><p>Words of an article, and more of them.</p></article></html>")
	f.Add("a.eml", "From: a@example.org\nDate: Tue, 2 May 2023 10:00:00 +0000\nSubject: =?utf-8?q?Caf=C3=A9?=\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nText\n--x--\n")
	f.Add("-", "A Headline\n\nA text.\n")
	for _, path := range golden.Paths(f, "testdata/*.txtar") {
		first := golden.Read(f, path).Files[0]
		f.Add(first.Name, string(first.Data))
	}
	f.Fuzz(func(t *testing.T, name, data string) {
		x, err := intake.Read(name, []byte(data))
		if err != nil {
			return
		}
		raw := string(x.Raw(true, true))
		switch {
		case x.Form == intake.Plain && raw != data:
			t.Errorf("a plain text became %q", raw)
		case x.Form == intake.Web && !utf8.ValidString(raw):
			t.Errorf("the words of a page are no text: %q", raw)
		}
	})
}
