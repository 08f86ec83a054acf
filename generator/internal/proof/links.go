package proof

import (
	"bytes"
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html"

	"copydesk/generator/internal/diag"
)

// Links tells of every link in a built site that leads to no file of it, and of everything a page would load from another host. base is the
// address the site was built for; gone are the addresses, below it, of pages that were taken away: "/2017/07/talks/".
func Links(public fs.FS, base string, gone map[string]bool) ([]diag.Diagnostic, error) {
	home, err := url.Parse(base)
	if err != nil {
		return nil, fmt.Errorf("address of the site: %w", err)
	}
	if home.Path == "" {
		home.Path = "/"
	}
	files := map[string]bool{}
	var pages []string
	err = fs.WalkDir(public, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		files[name] = true
		if path.Ext(name) == ".html" {
			pages = append(pages, name)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the built site: %w", err)
	}
	var ds []diag.Diagnostic
	first, more := map[string]int{}, map[int]int{} // where a trouble is told of, and on how many pages it comes again
	for _, name := range pages {
		data, err := fs.ReadFile(public, name)
		if err != nil {
			return ds, fmt.Errorf("read the built site: %w", err)
		}
		at := home.JoinPath(strings.TrimSuffix(name, "index.html"))
		seen := map[string]bool{}
		each(data, func(a anchor) {
			if seen[a.link] {
				return
			}
			seen[a.link] = true
			if text, fix := follow(home, at, a, files, gone); text != "" {
				if i, ok := first[text]; ok {
					more[i]++
					return
				}
				first[text] = len(ds)
				ds = append(ds, diag.Diagnostic{Path: "public/" + name, Code: "link-broken", Severity: diag.Warning, Text: text, Fix: fix})
			}
		})
	}
	for i, n := range more {
		ds[i].Text += fmt.Sprintf(" (and so on %d more pages)", n)
	}
	diag.Sort(ds)
	return ds, nil
}

// follow says what is wrong with a link from a page, or "".
func follow(home, at *url.URL, a anchor, files, gone map[string]bool) (text, fix string) {
	u, err := at.Parse(strings.TrimSpace(a.link))
	switch {
	case err != nil:
		return fmt.Sprintf("has a link that is no address: %q", a.link), "mend the link"
	case u.Scheme != "http" && u.Scheme != "https":
		return "", ""
	case u.Host != home.Host:
		if a.load {
			return fmt.Sprintf("loads %s from another host", a.link), "put the file into static/ and load it from there"
		}
		return "", ""
	}
	rest, ok := strings.CutPrefix(u.Path, home.Path)
	if !ok {
		return "", "" // another site on this host
	}
	if a.follow && u.Path != at.Path && gone["/"+strings.TrimSuffix(rest, "/")+"/"] {
		return fmt.Sprintf("links to %s, which was taken away", u.Path), "take the link out where it is written, or name that address in the aliases of the page that takes its place"
	}
	if rest == "" || strings.HasSuffix(rest, "/") {
		rest += "index.html"
	}
	if files[rest] || files[rest+"/index.html"] {
		return "", ""
	}
	return fmt.Sprintf("links to %s, which is not there", u.Path), "run copydesk build; if it stays, mend the link where it is written"
}

// anchor is an address in a page.
type anchor struct {
	link   string
	load   bool // the page fetches it by itself
	follow bool // a reader goes there
}

// each calls f with every address in a page.
func each(data []byte, f func(anchor)) {
	z := html.NewTokenizer(bytes.NewReader(data))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			rel := ""
			for _, a := range t.Attr {
				if a.Key == "rel" {
					rel = a.Val
				}
			}
			for _, a := range t.Attr {
				switch a.Key {
				case "href":
					f(anchor{a.Val, t.Data == "link" && (rel == "stylesheet" || rel == "preload" || rel == "icon"), t.Data == "a"})
				case "src":
					f(anchor{link: a.Val, load: true})
				}
			}
		}
	}
}
