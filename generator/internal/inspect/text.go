package inspect

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/related"
)

// width is the measure of the page in columns.
const width = 88

// WriteText writes what is known of one article of corpus for a person to read.
func WriteText(w io.Writer, a *news.Annotated, links []related.Link, corpus []*news.Annotated, ds []diag.Diagnostic) error {
	p := &printer{}
	p.line(a.File)
	p.head(a)
	p.section("filed under")
	for _, t := range a.Tags {
		p.row(tagLine(t), t.Reason)
	}
	p.names(a)
	p.section("in brief")
	for _, s := range a.Summary {
		p.para(fmt.Sprintf("%3d  ", a.Paragraph(s.Start)), s.Of(a.Body))
	}
	p.section("dates")
	for _, d := range a.Dates {
		when := ""
		if d.Coming {
			when = "coming"
		}
		p.row(fmt.Sprintf("%3d  %-28s %-10s", a.Paragraph(d.Start), d.Surface, d.Value), when)
	}
	p.section("quotes")
	for _, q := range a.Quotes {
		speaker := a.SpeakerName(q)
		if speaker == "" {
			speaker = "(not sure who)"
		}
		p.para(fmt.Sprintf("%3d  ", a.Paragraph(q.Start)), speaker+": “"+q.Of(a.Body)+"”")
	}
	p.section("related")
	for _, l := range links {
		p.row(corpus[l.To].File, l.Reason)
	}
	p.account(a)
	p.section("to check")
	for _, d := range ds {
		p.para("  ", d.String())
	}
	_, err := io.WriteString(w, p.String())
	return err
}

// printer gathers a page. A section's title is printed with its first row, so an empty section leaves no trace.
type printer struct {
	strings.Builder
	title string
}

func (p *printer) line(s string) { fmt.Fprintln(p, strings.TrimRight(s, " ")) }

func (p *printer) section(title string) { p.title = title }

func (p *printer) open() {
	if p.title != "" {
		p.line("")
		p.line(strings.ToUpper(p.title))
		p.title = ""
	}
}

// widest is how wide the left part of a row may be, in columns, to have its explanation beside it and not below.
const widest = 52

// row prints a left part and, where there is one, an explanation, wrapped to the measure.
func (p *printer) row(left, note string) {
	left = "  " + left + "  "
	if note != "" && utf8.RuneCountInString(left) <= widest {
		p.para(left, note)
		return
	}
	p.open()
	p.line(left)
	if note != "" {
		p.para("      ", note)
	}
}

// para prints text wrapped to the measure, the first line led by lead.
func (p *printer) para(lead, text string) {
	p.open()
	indent := strings.Repeat(" ", utf8.RuneCountInString(lead))
	at := lead
	used := 0
	for _, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		if used > 0 && utf8.RuneCountInString(indent)+used+1+n > width {
			p.line(at)
			at, used = indent, 0
		}
		if used > 0 {
			at += " "
			used++
		}
		at += word
		used += n
	}
	p.line(at)
}

// head prints the fields that stand above the body.
func (p *printer) head(a *news.Annotated) {
	field := func(name, value string) {
		if value == "" {
			value = "(not found)"
		}
		p.para(fmt.Sprintf("  %-11s", name), value)
	}
	p.section("article")
	field("headline", a.Headline)
	if a.Standfirst != "" {
		field("standfirst", a.Standfirst)
	}
	field("date", formatDate(a.Date))
	place := a.Dateline.Place
	if a.Dateline.Country != "" {
		place += ", " + a.Dateline.Country
	}
	field("dateline", place)
	var by []string
	for _, au := range a.Byline.Authors {
		s := au.Name
		if au.Place != "" {
			s += " (" + au.Place + ")"
		}
		by = append(by, s)
	}
	field("by", strings.Join(by, ", "))
	field("length", fmt.Sprintf("%d paragraphs, %d words", len(a.Paragraphs), len(strings.Fields(a.Body))))
}

// names prints the entities that are not filed under.
func (p *printer) names(a *news.Annotated) {
	p.section("also named")
	for _, e := range a.Entities {
		if !e.About {
			p.row(fmt.Sprintf("%-28s %-12s %4d×", e.Name, e.Kind, e.Count), strings.Join(e.Aliases, ", "))
		}
	}
}

// account prints what was taken out and mended.
func (p *printer) account(a *news.Annotated) {
	p.section("taken out and mended")
	counts := map[string]int{}
	var reasons []string
	for _, r := range a.Removed {
		if counts[r.Reason] == 0 {
			reasons = append(reasons, r.Reason)
		}
		counts[r.Reason]++
	}
	slices.Sort(reasons)
	for _, r := range reasons {
		p.row(fmt.Sprintf("%d × %s", counts[r], r), "")
	}
	for _, r := range a.Repairs {
		p.row(fmt.Sprintf("%q → %q", r.From, r.To), "")
	}
}
