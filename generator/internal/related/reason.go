package related

import (
	"strings"

	"copydesk/generator/internal/news"
)

// sharedTerm is a term that two articles share.
type sharedTerm struct {
	kind   kind
	text   string
	weight float32
	common bool
}

// named is how many things a reason names.
const named = 3

// reason says in words what a and b share: what both are filed under, or else the names in both, or else the words. Names and subjects of a good part
// of the corpus ("United States") are given only for want of any other reason.
func reason(a, b *news.Annotated, terms []sharedTerm) string {
	var about, names, words, usual []string
	for _, t := range terms {
		switch {
		case t.kind != word && t.common:
			usual = append(usual, t.text)
		case t.kind == word:
			words = append(words, t.text)
		case filed(a, t) && filed(b, t):
			about = append(about, t.text)
		case t.kind == name:
			names = append(names, t.text)
		}
	}
	switch {
	case len(about) > 0:
		return "both about " + list(about)
	case len(names) > 0:
		return "both name " + list(names)
	case len(words) > 1 || len(usual) == 0 && len(words) > 0:
		for i, w := range words[:min(len(words), named)] {
			words[i] = "“" + w + "”"
		}
		return "both speak of " + list(words)
	case len(usual) > 0:
		return "both name " + list(usual)
	}
	return ""
}

// filed reports whether a is filed under the name or subject t.
func filed(a *news.Annotated, t sharedTerm) bool {
	for _, tag := range a.Tags {
		if tag.Name == t.text && (tag.Kind == news.Subject) == (t.kind == subject) {
			return true
		}
	}
	return false
}

// list joins the first few items: "a, b and c".
func list(items []string) string {
	items = items[:min(len(items), named)]
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:len(items)-1], ", ") + " and " + items[len(items)-1]
}
