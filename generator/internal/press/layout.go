package press

import (
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// lists are the layouts, and the folders of layouts, that may look at other pages: those of the lists alone use them.
var lists = [...]string{"home.", "404.html", "sitemap.xml", "robots.txt", "map.html", "search.html", "section.html", "page.html", "archive/", "month/",
	"topics/section.html", "_partials/lists/", "_content/", "_assets/", "_i18n/"}

var (
	// comment matches what a template says to its reader: {{- /* Out: the day. */ -}}.
	comment = regexp.MustCompile(`(?s)\{\{-?\s*/\*.*?\*/\s*-?\}\}`)
	// asks matches where a template looks at other pages: {{ range site.RegularPages }}, {{ with .NextInSection }}.
	asks = regexp.MustCompile(`(?s)\{\{[^}]*\b(GetPage|RegularPages\w*|AllPages|Pages|Sections|NextInSection|PrevInSection|NextPage|PrevPage|Next|Prev|Parent|` +
		`Ancestors|CurrentSection|FirstSection|Taxonomies|Menus|MainSections|Related|GetTerms|Scratch|Store|relref|ref)\b`)
)

// asker returns the first layout of leaves that looks at other pages; "" where none does.
func asker(layouts map[string][]byte) string {
	for _, name := range slices.Sorted(maps.Keys(layouts)) {
		if !slices.ContainsFunc(lists[:], func(at string) bool { return strings.HasPrefix(name, at) }) && asks.Match(comment.ReplaceAll(layouts[name], nil)) {
			return name
		}
	}
	return ""
}

// knows reports whether the layouts are those of Options.Look, so that what they show of other pages is known.
func (s *sheet) knows(layouts map[string][]byte) bool {
	if s.Look == nil {
		return false
	}
	known := map[string]bool{}
	err := fs.WalkDir(s.Look, "layouts", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(s.Look, path)
		name := strings.TrimPrefix(path, "layouts/")
		known[name] = string(data) == string(layouts[name])
		return err
	})
	if err != nil {
		return false
	}
	for name := range layouts {
		if !known[name] && !strings.HasPrefix(name, "_assets/") && !strings.HasPrefix(name, "_i18n/") {
			return false
		}
	}
	return true
}
