package related

import (
	"strings"

	"copydesk/generator/internal/news"
)

// named is how many things a reason names.
const named = 3

// strongest is the terms of one sort that add most to the nearness of two articles, the strongest first.
type strongest struct {
	texts   [named]string
	weights [named]float32
	n       int // terms in all
}

// add counts a term in.
func (s *strongest) add(text string, weight float32) {
	at := min(s.n, named)
	for at > 0 && (s.weights[at-1] < weight || s.weights[at-1] == weight && s.texts[at-1] > text) {
		if at < named {
			s.texts[at], s.weights[at] = s.texts[at-1], s.weights[at-1]
		}
		at--
	}
	if at < named {
		s.texts[at], s.weights[at] = text, weight
	}
	s.n++
}

// list joins the terms: "a, b and c".
func (s *strongest) list() string {
	items := s.texts[:min(s.n, named)]
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:len(items)-1], ", ") + " and " + items[len(items)-1]
}

// reason says in words what articles a and b, of the numbers i and j, share: what both are filed under, or else the names in both, or else the
// words. Names and subjects of a good part of the corpus ("United States") are given only for want of any other reason.
func (x *inverted) reason(a, b *news.Annotated, i, j int) string {
	var about, names, words, usual strongest
	x.vectors[i].each(x.vectors[j], func(t int32, v, w float32) {
		kind, text, weight := x.kinds[t], x.texts[t], v*w
		switch {
		case kind == word:
			words.add(text, weight)
		case x.common[t]:
			usual.add(text, weight)
		case filed(a, kind, text) && filed(b, kind, text):
			about.add(text, weight)
		case kind == name:
			names.add(text, weight)
		}
	})
	switch {
	case about.n > 0:
		return "both about " + about.list()
	case names.n > 0:
		return "both name " + names.list()
	case words.n > 1 || usual.n == 0 && words.n > 0:
		for i, w := range words.texts[:min(words.n, named)] {
			words.texts[i] = "“" + w + "”"
		}
		return "both speak of " + words.list()
	case usual.n > 0:
		return "both name " + usual.list()
	}
	return ""
}

// filed reports whether a is filed under the name or subject.
func filed(a *news.Annotated, kind kind, text string) bool {
	for _, tag := range a.Tags {
		if tag.Name == text && (tag.Kind == news.Subject) == (kind == subject) {
			return true
		}
	}
	return false
}
