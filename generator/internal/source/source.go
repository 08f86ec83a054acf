// Package source finds raw texts and decodes their bytes.
//
// In go a folder and the bytes of files; out come decoded texts, valid UTF-8 with \n line ends, and what was odd about them. The package does
// not look at what a text says.
package source

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"copydesk/generator/internal/diag"
)

// MaxSize is how many bytes a raw text may have: that of the longest novels, and low enough that one stray file neither exhausts the memory nor
// holds up a build.
const MaxSize = 4 << 20

// File is one raw text, decoded to UTF-8.
type File struct {
	Path   string // slash-separated, as it was given
	Text   string // decoded, valid UTF-8, line ends as \n, without NUL
	SHA256 string // of the raw bytes, lower-case hex
}

// Place returns the line and column, counted from 1, of a byte offset of Text. Columns count bytes.
func (f File) Place(offset int) (line, col int) {
	before := f.Text[:min(max(offset, 0), len(f.Text))]
	return strings.Count(before, "\n") + 1, len(before) - strings.LastIndexByte(before, '\n')
}

// Decode makes a File of raw bytes: UTF-8 with or without a byte order mark, UTF-16 with one or evidently, Windows-1252 elsewhere.
func Decode(path string, b []byte) (File, []diag.Diagnostic) {
	sum := sha256.Sum256(b)
	f := File{Path: path, SHA256: hex.EncodeToString(sum[:])}
	fail := func(code, text, fix string) (File, []diag.Diagnostic) {
		return f, []diag.Diagnostic{{Path: path, Code: code, Severity: diag.Error, Text: text, Fix: fix}}
	}
	if len(b) > MaxSize {
		return fail("file-too-large", fmt.Sprintf("has %d MB, more than the %d MB that a text may have", len(b)>>20, MaxSize>>20), "split it, or move it out of content/raw")
	}
	var ds []diag.Diagnostic
	text, note := decode(b)
	if note != "" {
		ds = append(ds, diag.Diagnostic{Path: path, Line: 1, Col: 1, Code: "encoding-guessed", Severity: diag.Note, Text: note, Fix: "save the file as UTF-8"})
	}
	if i := strings.IndexByte(text, 0); i >= 0 {
		at := File{Text: text}
		line, col := at.Place(i)
		ds = append(ds, diag.Diagnostic{Path: path, Line: line, Col: col, Code: "nul-byte", Severity: diag.Warning,
			Text: "has a NUL byte, which is left out", Fix: "delete the byte, or copy the text again"})
		text = strings.ReplaceAll(text, "\x00", "")
	}
	f.Text = lineEnds.Replace(text)
	if strings.TrimSpace(f.Text) == "" {
		return fail("file-empty", "has no text", "paste the article into it, or remove the file")
	}
	return f, ds
}

// lineEnds makes every sort of line end a \n.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n\n", "\v", "\n", "\f", "\n")

// decode returns the text and, where the encoding was a guess, a note.
func decode(b []byte) (text, note string) {
	switch {
	case bytes.HasPrefix(b, []byte{0xEF, 0xBB, 0xBF}):
		b = b[3:]
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE}):
		return decodeUTF16(b[2:], false), ""
	case bytes.HasPrefix(b, []byte{0xFE, 0xFF}):
		return decodeUTF16(b[2:], true), ""
	}
	if little, big := zeros(b); little || big {
		return decodeUTF16(b, big), "looks like UTF-16 without a byte order mark"
	}
	if utf8.Valid(b) {
		return string(b), ""
	}
	if bad := len(b) - validBytes(b); bad*50 < len(b) && hasMultibyte(b) {
		return strings.ToValidUTF8(string(b), "\uFFFD"), "has bytes that are no UTF-8, shown as \uFFFD"
	}
	// Windows-1252 has five bytes without a character; the decoder gives U+FFFD for them.
	text, err := charmap.Windows1252.NewDecoder().String(string(b))
	if err != nil {
		return strings.ToValidUTF8(string(b), "\uFFFD"), "has bytes that are no UTF-8, shown as \uFFFD"
	}
	return text, "is not UTF-8 and was read as Windows-1252"
}

// decodeUTF16 decodes pairs of bytes; an odd byte at the end becomes U+FFFD.
func decodeUTF16(b []byte, big bool) string {
	units := make([]uint16, 0, len(b)/2+1)
	for i := 0; i+1 < len(b); i += 2 {
		if big {
			units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
		} else {
			units = append(units, uint16(b[i+1])<<8|uint16(b[i]))
		}
	}
	if len(b)%2 == 1 {
		units = append(units, utf8.RuneError)
	}
	return string(utf16.Decode(units))
}

// zeros reports whether most odd or most even bytes are zero, as in Latin text of UTF-16.
func zeros(b []byte) (little, big bool) {
	n := min(len(b), 4096)
	var even, odd int
	for i := 0; i < n; i++ {
		if b[i] == 0 {
			if i%2 == 0 {
				even++
			} else {
				odd++
			}
		}
	}
	return n >= 4 && odd*10 > n*3 && even*10 < n, n >= 4 && even*10 > n*3 && odd*10 < n
}

// validBytes counts the bytes that are part of valid UTF-8.
func validBytes(b []byte) int {
	n := 0
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		if r != utf8.RuneError || size > 1 {
			n += size
		}
		b = b[size:]
	}
	return n
}

// hasMultibyte reports whether b has a valid character of more than one byte, so that it is UTF-8 with damage rather than another encoding.
func hasMultibyte(b []byte) bool {
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		if size > 1 && r != utf8.RuneError {
			return true
		}
		b = b[size:]
	}
	return false
}
