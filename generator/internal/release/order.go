package release

import (
	"path"
	"slices"
	"strings"
)

// Steps returns the files to send, in steps: each is complete before the next begins, so that no page is shown before what it loads, and
// nothing leads to a page that is not there.
func (c Change) Steps() [][]string {
	var assets, added, changed, entrances []string
	for _, list := range [][]string{c.Added, c.Changed} {
		for _, f := range list {
			switch {
			case entrance(f):
				entrances = append(entrances, f)
			case path.Ext(f) != ".html":
				assets = append(assets, f)
			default:
				if _, fresh := slices.BinarySearch(c.Added, f); fresh {
					added = append(added, f)
				} else {
					changed = append(changed, f)
				}
			}
		}
	}
	return slices.DeleteFunc([][]string{assets, added, changed, entrances}, func(step []string) bool { return len(step) == 0 })
}

// entrance tells whether readers and machines come in by a file, to be led on to others: the home page, feeds, maps and the list of the search index's
// parts.
func entrance(file string) bool {
	if !strings.Contains(file, "/") {
		return strings.HasSuffix(file, ".xml") || slices.Contains([]string{"index.html", "feed.json", "coming.ics", "robots.txt", "_redirects"}, file)
	}
	return file == "search/manifest.js"
}
