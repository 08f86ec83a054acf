package press

import (
	"bytes"
	"regexp"
)

// leftOut are the keys of front matter that no list shows, of days and of other pages.
var (
	leftOut = keys("aliases", "authors", "tags", "description", "outputs")
	shown   = map[string]map[string]bool{
		editions: keys("count", "articles", "topics"),
		"":       keys("kind", "thin", "count", "busy", "card", "known_as", "corrections"),
	}
)

func keys(names ...string) map[string]bool {
	m := make(map[string]bool, len(names))
	for _, n := range names {
		m[n] = true
	}
	return m
}

// key matches the line that begins an entry of front matter, or of its params: "title: "Seoul"", "  kind: "place"".
var key = regexp.MustCompile(`^(  )?([A-Za-z_][A-Za-z0-9_]*):(?: |\n)`)

// standIn returns what the lists see of a leaf's file: its front matter without what they do not show. A file that is not written as the program
// writes them is returned as it is.
func standIn(data []byte, section string) []byte {
	const fence = "---\n"
	front, ok := bytes.CutPrefix(frontMatter(data), []byte(fence))
	if !ok {
		return data
	}
	keep := shown[section]
	if keep == nil {
		keep = shown[""]
	}
	out := []byte(fence)
	params, on := false, false
	for line := range bytes.Lines(front) {
		switch {
		case bytes.HasPrefix(line, []byte("    ")) || !params && bytes.HasPrefix(line, []byte("  ")):
		default:
			m := key.FindSubmatch(line)
			if m == nil || len(m[1]) > 0 && !params {
				return data
			}
			name := string(m[2])
			if len(m[1]) > 0 {
				on = keep[name]
			} else {
				params = name == "params"
				on = !leftOut[name]
			}
		}
		if on {
			out = append(out, line...)
		}
	}
	return append(out, fence...)
}
