// Package news holds the nouns of the desk: the article, the names in it, what it is filed under, and the topics of a corpus.
//
// What comes in: nothing; what goes out: plain values that the stages hand on. The package knows no files, no formats and no Hugo, and it
// imports the standard library only. Text is annotated stand-off: a Span counts bytes of one text, half open, and
// text[s.Start:s.End] is what it shows. A zero value means "not found".
package news

import (
	"sort"
	"time"
)

// Span is a half-open range of bytes in a text that the field's comment names.
type Span struct{ Start, End int }

// Of returns the bytes of text that s covers.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Len returns the number of bytes covered.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Article is one raw text, read: what its parts are and where everything else went.
type Article struct {
	File        string // path of the raw text, slash-separated, as it was given
	SHA256      string // of the raw bytes, lower-case hex
	Headline    string
	Standfirst  string // the deck below the headline; "" where the text has none
	Date        Date   // publication
	Dateline    Dateline
	Byline      Byline
	Body        string // paragraphs separated by one blank line, after removals and repairs
	Paragraphs  []Span // of Body, in order, without the blank lines
	Removed     []Removal
	Repairs     []Repair
	Corrections []Correction   // by the editor, newest first
	Front       map[string]any // the editor's front matter on top of the raw text; nil where there is none
}

// Paragraph returns the number, counted from 1, of the paragraph that holds the byte offset of Body, and 0 where none does.
func (a *Article) Paragraph(offset int) int {
	i := sort.Search(len(a.Paragraphs), func(i int) bool { return a.Paragraphs[i].End > offset })
	if i < len(a.Paragraphs) && a.Paragraphs[i].Start <= offset {
		return i + 1
	}
	return 0
}

// Date is a moment as a text gives it.
type Date struct {
	Raw   string    // as written; "" where no date was found
	Time  time.Time // midnight UTC unless Clock
	Clock bool      // the text gave a time of day
}

// Dateline is where a report was filed from: "SEOUL, South Korea —".
type Dateline struct {
	Raw     string   // as written, without the dash
	Place   string   // in ordinary case: "Seoul"
	Country string   // country or state, where it is written or sure
	More    []string // further places: "SEOUL/TOKYO"
	Agency  string   // "Reuters", where it is written there
}

// Byline is who reported.
type Byline struct {
	Raw     string // the lines that say so, joined by a line break
	Authors []Author
	Others  []Author // editors, additional reporters, photographers
}

// Names returns the authors' names in order.
func (b Byline) Names() []string {
	names := make([]string, len(b.Authors))
	for i, a := range b.Authors {
		names[i] = a.Name
	}
	return names
}

// Author is one name of a byline.
type Author struct {
	Name  string
	Place string // "Seoul", where the byline says from where
	Role  string // "", "editing", "additional reporting", …
}

// Correction is what an editor says was wrong and is mended.
type Correction struct {
	Date time.Time // the day; zero where none is given
	Text string    // one line, in the editor's words
}

// Removal is a piece of the decoded raw text that is not part of the article.
type Removal struct {
	Span   Span   // of the decoded raw text
	Reason string // a stable word: "comment", "share line", "page furniture", …
	Text   string // what was removed, so that it can be shown and brought back
}

// Repair is a piece of the decoded raw text that was mended.
type Repair struct {
	At       int // byte offset in the decoded raw text
	From, To string
}
