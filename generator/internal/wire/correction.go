package wire

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/news"
)

// corrections reads what the editor says was wrong and is mended, a list in the front matter:
//
//	corrections:
//	  - date: 2017-07-20
//	    text: An earlier version misspelled the minister's name.
//
// A text without a day counts, and is told of; a day without a text does not count.
func (r *reader) corrections(v any) {
	if v == nil {
		return
	}
	list, ok := v.([]any)
	if !ok {
		r.sayFront("is no list of corrections", `write it as "corrections:", then a line "  - date: 2017-07-20" and a line "    text: what was wrong"`)
		return
	}
	for i, item := range list {
		c, trouble := correction(item)
		if trouble != "" {
			r.sayFront(fmt.Sprintf("has, as correction %d, %s", i+1, trouble), `give each correction a "date:", as 2017-07-20, and a "text:"`)
		}
		if c.Text != "" {
			r.a.Corrections = append(r.a.Corrections, c)
		}
	}
	slices.SortStableFunc(r.a.Corrections, func(a, b news.Correction) int { return cmp.Compare(b.Date.Unix(), a.Date.Unix()) })
}

// correction reads one item of the list, and says what is wrong with it.
func correction(item any) (c news.Correction, trouble string) {
	get := func(key string) any { return nil }
	switch m := item.(type) {
	case map[any]any:
		get = func(key string) any { return m[key] }
	case map[string]any:
		get = func(key string) any { return m[key] }
	case string:
		return news.Correction{Text: oneLine(m)}, "a text without its day"
	}
	if s, ok := get("text").(string); ok {
		c.Text = oneLine(s)
	}
	switch v := get("date").(type) {
	case time.Time:
		c.Date = v
	case string:
		c.Date = dateIn(v).Time
	}
	switch {
	case c.Text == "":
		trouble = "no text"
	case c.Date.IsZero():
		trouble = "a text without its day"
	}
	return c, trouble
}

// sayFront tells of front matter that does not count.
func (r *reader) sayFront(text, fix string) {
	r.ds = append(r.ds, diag.Diagnostic{Path: r.File.Path, Line: 1, Code: "front-matter-corrections", Severity: diag.Warning, Text: "the front matter " + text, Fix: fix})
}
