package wire

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/adrg/frontmatter"

	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/news"
)

// yamlLine is the place in a message of the YAML reader: "yaml: line 3: …"
var yamlLine = regexp.MustCompile(`line (\d+)`)

// front reads the front matter on top of the raw text, which wins over what was parsed. Broken front matter is told of and otherwise passed over.
func (r *reader) front() {
	if r.Front.Len() == 0 {
		return
	}
	fields := map[string]any{}
	if _, err := frontmatter.MustParse(strings.NewReader(r.Front.Of(r.File.Text)), &fields); err != nil {
		line := 1
		if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
			n, _ := strconv.Atoi(m[1]) // the expression matched digits
			line += n
		}
		r.ds = append(r.ds, diag.Diagnostic{Path: r.File.Path, Line: line, Code: "front-matter-broken", Severity: diag.Warning,
			Text: fmt.Sprintf("the front matter cannot be read (%v); what stands in the text is taken", err), Fix: "mend it, or delete the lines from --- to ---"})
		r.removed(0, r.Front.Of(r.File.Text), "broken front matter")
		return
	}
	r.a.Front = fields
	if s, ok := fields["title"].(string); ok && strings.TrimSpace(s) != "" {
		r.overrule(r.places.headline, r.a.Headline != oneLine(s), "overruled headline")
		r.a.Headline = oneLine(s)
	}
	if s, ok := fields["description"].(string); ok {
		r.overrule(r.places.standfirst, r.a.Standfirst != oneLine(s), "overruled standfirst")
		r.a.Standfirst = oneLine(s)
	}
	r.frontDate(fields["date"])
	if list := textList(fields["authors"]); list != nil {
		r.a.Byline.Authors = nil
		for _, name := range list {
			r.a.Byline.Authors = append(r.a.Byline.Authors, news.Author{Name: name})
		}
	}
	if s, ok := fields["dateline"].(string); ok {
		r.a.Dateline = news.Dateline{Raw: s}
		r.a.Dateline.Place, r.a.Dateline.Country, _ = strings.Cut(oneLine(s), ", ")
	}
	r.corrections(fields["corrections"])
	delete(fields, "keep")        // clean has obeyed it
	delete(fields, "corrections") // they are read; what stays is plain values, which a cache can keep
}

// overrule sets a paragraph aside whose field the front matter gives otherwise; n is its number, counted from 1.
func (r *reader) overrule(n int, otherwise bool, reason string) {
	if n > 0 && otherwise {
		r.setAside(n-1, reason)
	}
}

// frontDate reads a date of front matter, which YAML may have read already.
func (r *reader) frontDate(v any) {
	switch v := v.(type) {
	case time.Time:
		r.overrule(r.places.date, true, "overruled date")
		r.a.Date = news.Date{Raw: v.Format(time.DateOnly), Time: v, Clock: v.Hour()+v.Minute()+v.Second() > 0}
	case string:
		if d := dateIn(v); !d.Time.IsZero() {
			r.overrule(r.places.date, true, "overruled date")
			r.a.Date = d
		} else {
			r.ds = append(r.ds, diag.Diagnostic{Path: r.File.Path, Line: 1, Code: "front-matter-date", Severity: diag.Warning,
				Text: fmt.Sprintf("the date %q of the front matter is none", v), Fix: "write it as 2017-07-18"})
		}
	}
}

// oneLine joins the lines of a text.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// textList returns the texts of a YAML list, or the one text that stands in its place; nil for anything else.
func textList(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{oneLine(v)}
	case []any:
		list := []string{}
		for _, e := range v {
			if s, ok := e.(string); ok {
				list = append(list, oneLine(s))
			}
		}
		return list
	}
	return nil
}
