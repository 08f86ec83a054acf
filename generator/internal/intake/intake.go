// Package intake makes raw texts of what an editor has at hand: a text, several in one file, a web page saved from a browser, a mail.
//
// In go the bytes of a file; out come Texts that read as if they had been copied from the page by hand. What was the article on a web page is
// found by a port of Mozilla's Readability; pictures and their captions are left out. The package cleans no junk, understands no article and touches no disk.
package intake

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"
	"time"

	"copydesk/generator/internal/source"
)

// Text is one raw text. Headline, Date and Byline are what came beside the words, as a mail's subject does; they are zero for a plain text.
type Text struct {
	Form     Form
	Headline string
	Date     time.Time
	Byline   string
	Words    []byte // of the article; of a plain text the bytes as they are
}

// Form is what a text was taken from.
type Form string

// The forms.
const (
	Plain Form = "text"
	Web   Form = "web page"
	Mail  Form = "mail"
)

// Raw returns the raw text: the headline, where asked for the date and the byline, and the words.
func (t Text) Raw(date, byline bool) []byte {
	if t.Form == Plain {
		return t.Words
	}
	var b bytes.Buffer
	part := func(s string) {
		if s = strings.TrimSpace(s); s != "" {
			fmt.Fprintf(&b, "%s\n\n", s)
		}
	}
	part(t.Headline)
	if date && !t.Date.IsZero() {
		part(t.Date.Format("January 2, 2006"))
	}
	if byline {
		part(t.Byline)
	}
	part(string(t.Words))
	return append(bytes.TrimRight(b.Bytes(), "\n"), '\n')
}

// Read makes a Text of the bytes of a file; its name, which may be "-", helps to tell what they are. The error says what to do instead.
func Read(name string, data []byte) (Text, error) {
	for _, f := range foreign {
		if bytes.HasPrefix(data, []byte(f.magic)) {
			return Text{}, fmt.Errorf("%s is %s; open it, copy the article, and give it to 'copydesk add -'", name, f.what)
		}
	}
	switch ext := strings.ToLower(path.Ext(name)); {
	case ext == ".eml" || ext == ".mht" || ext == ".mhtml" || isMail(data):
		return readMail(data)
	case ext == ".html" || ext == ".htm" || ext == ".xhtml" || isPage(data):
		return readPage(data, "")
	}
	return Text{Form: Plain, Words: data}, nil
}

// foreign are the first bytes of files that hold articles and are no texts.
var foreign = [...]struct{ magic, what string }{
	{"%PDF-", "a PDF"},
	{"PK\x03\x04", "a word processor's or zip file"},
	{"\xd0\xcf\x11\xe0", "a word processor's file"},
	{`{\rtf`, "a rich text file"},
	{"bplist", "a web archive"},
	{"\x89PNG", "a picture"},
	{"\xff\xd8\xff", "a picture"},
}

// isPage reports whether the bytes begin as a web page does.
func isPage(data []byte) bool {
	head := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 512)], []byte("\xef\xbb\xbf")), " \t\r\n"))
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html")) ||
		(bytes.HasPrefix(head, []byte("<?xml")) || bytes.HasPrefix(head, []byte("<!--"))) && bytes.Contains(head, []byte("<html"))
}

// errNoWords is what a page or a mail without an article comes to.
var errNoWords = errors.New("no article was found in it; copy its text, and give it to 'copydesk add -'")

// Split cuts a text at its separators: a line of nothing but five or more "=" or "*", ten or more "-", "_" or "#", or a form feed. Pieces without words are
// left out. Whether the pieces are articles is for the caller to see.
func Split(data []byte) [][]byte {
	file, _ := source.Decode("", bytes.ReplaceAll(data, []byte("\f"), []byte("\n"+formFeed+"\n")))
	var pieces [][]byte
	var piece []byte
	end := func() {
		if p := bytes.Trim(piece, "\n"); len(bytes.TrimSpace(p)) > 0 {
			pieces = append(pieces, append(bytes.Clone(p), '\n'))
		}
		piece = piece[:0]
	}
	for line := range strings.Lines(file.Text) {
		if isSeparator(strings.TrimSpace(line)) {
			end()
		} else {
			piece = append(piece, line...)
		}
	}
	end()
	return pieces
}

// formFeed stands for a form feed, which the decoding takes for a line end.
const formFeed = "====="

func isSeparator(line string) bool {
	if line == "" || strings.Trim(line, line[:1]) != "" {
		return false
	}
	switch line[0] {
	case '=', '*':
		return len(line) >= 5
	case '-', '_', '#':
		return len(line) >= 10
	}
	return false
}
