package about

import (
	"fmt"
	"strings"

	"copydesk/generator/internal/news"
)

// reason says in one line why e is a tag, or why it is none.
func reason(w *Weighed, e *news.Entity) string {
	if w.Barred != "" {
		return w.Barred
	}
	if w.saidBy != "" {
		return "“" + w.saidBy + "” says it"
	}
	var parts []string
	switch {
	case w.headline && w.firstSent:
		parts = append(parts, "in the headline and the first sentence")
	case w.headline:
		parts = append(parts, "in the headline")
	case w.firstSent:
		parts = append(parts, "in the first sentence")
	case w.lede:
		parts = append(parts, "in the first paragraph")
	}
	if !e.About && e.Score >= threshold {
		parts = append(parts, "other names matter more")
	} else if !e.About {
		parts = append(parts, against(w, e)...)
	}
	if w.takes && !w.lede {
		parts = append(parts, "acts on what the article is about")
	}
	switch {
	case w.count == 0:
	case w.count == 1 && !e.About && len(parts) == 0:
		parts = append(parts, fmt.Sprintf("named once, in passing, in paragraph %d", w.firstParagraph))
	case w.count == 1:
		parts = append(parts, fmt.Sprintf("named once, in paragraph %d", w.firstParagraph))
	case w.paragraphs == 1:
		parts = append(parts, fmt.Sprintf("%d mentions, all in paragraph %d", w.count, w.firstParagraph))
	default:
		parts = append(parts, fmt.Sprintf("%d mentions in %d paragraphs", w.count, w.paragraphs))
	}
	if w.people > 0 {
		parts = append(parts, "its people named "+times(w.people))
	}
	return strings.Join(parts, "; ")
}

// against lists what speaks against a name.
func against(w *Weighed, e *news.Entity) []string {
	var parts []string
	switch {
	case w.sources == w.count && w.count > 0:
		parts = append(parts, "quoted as a source only")
	case outlet(e.Name):
		parts = append(parts, "a news outlet")
	case e.Kind == news.Person && w.speaks > 0 && w.paragraphs <= 2:
		parts = append(parts, "only speaks in it")
	case e.Kind == news.Place && w.located == w.count && w.count > 0:
		parts = append(parts, "only says where")
	case w.bracketed == w.count && w.count > 0:
		parts = append(parts, "only in brackets")
	case w.quoted == w.count && w.count > 0:
		parts = append(parts, "only inside quotes")
	}
	return parts
}
