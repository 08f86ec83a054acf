package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"copydesk/generator/internal/news"
)

// text is one labelled document.
type text struct {
	id     string
	body   string
	spans  []span
	source *source
}

// span is one labelled name: bytes of the body and its kind, as the source names it.
type span struct {
	news.Span
	label string
}

// source is one set of labelled texts.
type source struct {
	file   string
	weight float64 // of each text, against 1
	whole  bool    // events and other names are labelled as well, by the same rules as ours
	split  bool    // the lines have nothing to do with each other
}

// sources are the sets to train on. The first is the guideline; the others count people, places and organizations only.
var sources = []*source{
	{file: "wikinews.jsonl", weight: 2.5, whole: true},
	{file: "wikigold.bio", weight: 1},
	{file: "gum.bio", weight: 0.5},
	{file: "wnut17.bio", weight: 0.5, split: true},
	{file: "btc.bio", weight: 0.4, split: true},
	{file: "share-alike/uner_ewt.bio", weight: 1, split: true},
	{file: "share-alike/redocred.bio", weight: 0.7},
}

// readAll reads every source below dir.
func readAll(dir string) ([]text, error) {
	var all []text
	for _, s := range sources {
		path := filepath.Join(dir, filepath.FromSlash(s.file))
		read := readTagged
		if strings.HasSuffix(s.file, ".jsonl") {
			read = readMarked
		}
		texts, err := read(path, s)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
		all = append(all, texts...)
	}
	return all, nil
}

// readMarked reads texts as JSON lines, with names by code points.
func readMarked(path string, s *source) ([]text, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var texts []text
	for d := json.NewDecoder(bufio.NewReader(f)); d.More(); {
		var r struct {
			ID, Text string
			Entities []struct {
				Start, End int
				Type       string
			}
		}
		if err := d.Decode(&r); err != nil {
			return nil, err
		}
		at := make([]int, 0, len(r.Text)+1) // byte offset of every code point
		for i := range r.Text {
			at = append(at, i)
		}
		at = append(at, len(r.Text))
		t := text{id: r.ID, body: r.Text, source: s}
		for _, e := range r.Entities {
			t.spans = append(t.spans, span{news.Span{Start: at[e.Start], End: at[e.End]}, e.Type})
		}
		texts = append(texts, t)
	}
	return texts, nil
}

// readTagged reads texts as one token a line, a tab and a tag, with a blank line after each sentence.
func readTagged(path string, s *source) ([]text, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var texts []text
	w := writer{text: text{source: s}}
	flush := func() {
		if w.body.Len() > 0 {
			w.text.body = w.body.String()
			texts = append(texts, w.text)
		}
		w = writer{text: text{id: w.text.id, source: s}}
	}
	for line := range strings.SplitSeq(string(b), "\n") {
		if id, ok := strings.CutPrefix(line, "# doc "); ok {
			flush()
			w.text.id = id
			continue
		}
		i := strings.LastIndexByte(line, '\t')
		if i < 0 {
			w.endSentence()
			if s.split {
				flush()
			}
			continue
		}
		w.token(line[:i], line[i+1:])
	}
	flush()
	return texts, nil
}

// writer puts a text together again from its tokens.
type writer struct {
	text
	body  strings.Builder
	last  string
	quote bool // inside straight quotation marks
	fresh bool // a sentence has ended
}

func (w *writer) endSentence() { w.fresh, w.quote, w.last = true, false, "" }

// token appends one token with its tag, after a space where one is usual.
func (w *writer) token(token, tag string) {
	token = strings.ReplaceAll(strings.ReplaceAll(token, "``", `"`), "''", `"`)
	closing := token == `"` && w.quote
	switch {
	case w.body.Len() == 0:
	case w.fresh:
		w.body.WriteByte('\n')
	case closing, strings.Contains(" . , ; : ! ? ) ] % 's ’s n't 're 've 'll 'd 'm ' ", " "+token+" "), strings.Contains(" ( [ $ # ", " "+w.last+" "), w.last == `"` && w.quote:
	default:
		w.body.WriteByte(' ')
	}
	if token == `"` {
		w.quote = !w.quote
	}
	w.fresh, w.last = false, token
	start := w.body.Len()
	w.body.WriteString(token)
	n := len(w.spans)
	switch {
	case strings.HasPrefix(tag, "B-"):
		w.spans = append(w.spans, span{news.Span{Start: start, End: w.body.Len()}, tag[2:]})
	case strings.HasPrefix(tag, "I-") && n > 0:
		w.spans[n-1].End = w.body.Len()
	}
}
