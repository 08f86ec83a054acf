package release

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Change is what makes one release into the next. Paths are in order.
type Change struct {
	Added, Changed, Removed []string
	Replaced                []string // among the added: files of strangers that would be overwritten
	Lost                    []string // addresses that would lead nowhere: "/2017/07/talks/"
}

// Empty tells whether nothing changes.
func (c Change) Empty() bool { return len(c.Added)+len(c.Changed)+len(c.Removed) == 0 }

// Deletions returns the removed files that somebody could miss: all but those whose name carries their content's hash, which a page asks for no
// longer once it asks for others in their place.
func (c Change) Deletions() []string {
	return slices.DeleteFunc(slices.Clone(c.Removed), fingerprint.MatchString)
}

// Compare returns what changes from the last release to the next. An address that has a redirect is not lost.
func Compare(last, next Release, redirects Redirects) Change {
	var c Change
	for _, f := range next.Files {
		old, ok := last.Find(f.Path)
		switch {
		case !ok:
			c.Added = append(c.Added, f.Path)
			if _, ok := slices.BinarySearch(last.Strangers, f.Path); ok {
				c.Replaced = append(c.Replaced, f.Path)
			}
		case old.SHA256 != f.SHA256 || last.Form != next.Form:
			c.Changed = append(c.Changed, f.Path)
		}
	}
	for _, f := range last.Files {
		if _, ok := next.Find(f.Path); ok {
			continue
		}
		c.Removed = append(c.Removed, f.Path)
		if a := lost(f.Path, next); a != "" && !redirects.Has(a) {
			c.Lost = append(c.Lost, a)
		}
	}
	slices.Sort(c.Lost)
	return c
}

// lost returns the address that goes with a file, or "" where nobody comes by it: an asset that its pages no longer ask for, the machine's copy
// of a page, and what went together with the page it belongs to.
func lost(file string, next Release) string {
	if dir, ok := strings.CutSuffix(file, "index.html"); ok && (dir == "" || strings.HasSuffix(dir, "/")) {
		return "/" + dir
	}
	switch path.Ext(file) {
	case ".html":
		return "/" + file
	case ".xml", ".ics", ".json":
		if _, ok := next.Find(path.Join(path.Dir(file), "index.html")); ok && !strings.HasPrefix(file, "search/") && path.Base(file) != "index.json" {
			return "/" + file
		}
	}
	return ""
}

// Redirects are the old addresses that a site's _redirects file leads on, as Netlify and Cloudflare read it.
type Redirects struct{ exact, prefixes []string }

// redirect matches a line of _redirects: "/old/ /new/ 301". What stands in it: the old address.
var redirect = regexp.MustCompile(`^\s*(/\S*)\s+\S+`)

// ReadRedirects reads the redirects of a built site, which may have none.
func ReadRedirects(public fs.FS) (Redirects, error) {
	var r Redirects
	f, err := public.Open("_redirects")
	if errors.Is(err, fs.ErrNotExist) {
		return r, nil
	}
	if err != nil {
		return r, fmt.Errorf("read redirects: %w", err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		m := redirect.FindStringSubmatch(lines.Text())
		if m == nil {
			continue
		}
		if prefix, ok := strings.CutSuffix(m[1], "*"); ok {
			r.prefixes = append(r.prefixes, prefix)
		} else {
			r.exact = append(r.exact, strings.TrimSuffix(m[1], "/"))
		}
	}
	return r, lines.Err()
}

// Has tells whether an address is led on.
func (r Redirects) Has(address string) bool {
	return slices.Contains(r.exact, strings.TrimSuffix(address, "/")) ||
		slices.ContainsFunc(r.prefixes, func(p string) bool { return strings.HasPrefix(address, p) })
}
