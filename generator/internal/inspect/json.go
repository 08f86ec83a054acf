// Package inspect shows what was understood of a text: as JSON for scripts, as a readable page for a person.
package inspect

import (
	"encoding/json"
	"io"
	"strings"
	"time"

	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/related"
)

type (
	dateline struct {
		Raw   string `json:"raw"`
		Place string `json:"place"`
	}
	byline struct {
		Raw     string   `json:"raw"`
		Authors []string `json:"authors"`
	}
	removal struct {
		Start  int    `json:"start"`
		End    int    `json:"end"`
		Reason string `json:"reason"`
	}
	repair struct {
		At   int    `json:"at"`
		From string `json:"from"`
		To   string `json:"to"`
	}
	mention struct {
		Start   int       `json:"start"`
		End     int       `json:"end"`
		Surface string    `json:"surface"`
		Kind    news.Kind `json:"kind"`
		Entity  string    `json:"entity"`
	}
	entity struct {
		ID      string    `json:"id"`
		Name    string    `json:"name"`
		Kind    news.Kind `json:"kind"`
		Aliases []string  `json:"aliases"`
		Count   int       `json:"count"`
		About   bool      `json:"about"`
		Score   float64   `json:"score"`
	}
	phrase struct {
		Phrase string  `json:"phrase"`
		Score  float64 `json:"score"`
	}
	tag struct {
		Name   string    `json:"name"`
		Kind   news.Kind `json:"kind"`
		Entity string    `json:"entity,omitempty"`
		Score  float64   `json:"score"`
	}
	span struct {
		Start int `json:"start"`
		End   int `json:"end"`
	}
	quote struct {
		Start      int     `json:"start"`
		End        int     `json:"end"`
		Speaker    string  `json:"speaker"`
		Entity     string  `json:"entity"`
		Cue        string  `json:"cue"`
		Confidence float64 `json:"confidence"`
	}
	date struct {
		Start     int            `json:"start"`
		End       int            `json:"end"`
		Surface   string         `json:"surface"`
		Value     string         `json:"value"`
		Precision news.Precision `json:"precision"`
	}
	link struct {
		File   string  `json:"file"`
		Score  float64 `json:"score"`
		Reason string  `json:"reason"`
	}
	diagnostic struct {
		Line     int           `json:"line"`
		Col      int           `json:"col"`
		Code     string        `json:"code"`
		Severity diag.Severity `json:"severity"`
		Text     string        `json:"text"`
		Fix      string        `json:"fix,omitempty"`
	}
	object struct {
		File        string       `json:"file"`
		Headline    string       `json:"headline"`
		Date        string       `json:"date"`
		Dateline    dateline     `json:"dateline"`
		Byline      byline       `json:"byline"`
		Body        string       `json:"body"`
		Removed     []removal    `json:"removed"`
		Repairs     []repair     `json:"repairs"`
		Mentions    []mention    `json:"mentions"`
		Entities    []entity     `json:"entities"`
		Keyphrases  []phrase     `json:"keyphrases"`
		Tags        []tag        `json:"tags"`
		Summary     []span       `json:"summary"`
		Quotes      []quote      `json:"quotes"`
		Dates       []date       `json:"dates"`
		Related     []link       `json:"related"`
		Diagnostics []diagnostic `json:"diagnostics"`
	}
)

// WriteJSON writes what is known of one article of corpus as one line of JSON. The lists are never null.
func WriteJSON(w io.Writer, a *news.Annotated, links []related.Link, corpus []*news.Annotated, ds []diag.Diagnostic) error {
	o := object{File: a.File, Headline: a.Headline, Date: formatDate(a.Date), Body: a.Body,
		Dateline: dateline{a.Dateline.Raw, strings.Join(append([]string{a.Dateline.Place}, a.Dateline.More...), "/")}, Byline: byline{a.Byline.Raw, a.Byline.Names()},
		Removed:  each(a.Removed, func(r news.Removal) removal { return removal{r.Span.Start, r.Span.End, r.Reason} }),
		Repairs:  each(a.Repairs, func(r news.Repair) repair { return repair{r.At, r.From, r.To} }),
		Mentions: each(a.Mentions, func(m news.Mention) mention { return mention{m.Start, m.End, m.Surface, m.Kind, m.Entity} }),
		Entities: each(a.Entities, func(e news.Entity) entity {
			return entity{e.ID, e.Name, e.Kind, each(e.Aliases, func(s string) string { return s }), e.Count, e.About, e.Score}
		}),
		Keyphrases: each(a.Phrases[:min(20, len(a.Phrases))], func(p news.Phrase) phrase { return phrase{p.Text, p.Score} }),
		Tags:       each(a.Tags, func(t news.Tag) tag { return tag{t.Name, t.Kind, t.Entity, t.Score} }),
		Summary:    each(a.Summary, func(s news.Span) span { return span(s) }),
		Quotes: each(a.Quotes, func(q news.Quote) quote {
			return quote{q.Start, q.End, q.Speaker, q.Entity, q.Cue, q.Confidence}
		}),
		Dates:   each(a.Dates, func(d news.DateRef) date { return date{d.Start, d.End, d.Surface, d.Value, d.Precision} }),
		Related: each(links, func(l related.Link) link { return link{corpus[l.To].File, l.Score, l.Reason} }),
		Diagnostics: each(ds, func(d diag.Diagnostic) diagnostic {
			return diagnostic{d.Line, d.Col, d.Code, d.Severity, d.Text, d.Fix}
		}),
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(o)
}

func each[T, U any](in []T, f func(T) U) []U {
	out := make([]U, len(in))
	for i, v := range in {
		out[i] = f(v)
	}
	return out
}

func formatDate(d news.Date) string {
	switch {
	case d.Time.IsZero():
		return ""
	case d.Clock:
		return d.Time.Format(time.RFC3339)
	}
	return d.Time.Format(time.DateOnly)
}
