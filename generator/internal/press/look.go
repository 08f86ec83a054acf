package press

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"copydesk/generator/internal/crew"
	"copydesk/generator/internal/stamp"
)

// The folders of content/ whose files are leaves.
const (
	briefings = "briefings"
	editions  = "editions"
)

var sections = [...]string{briefings, "topics", editions, "gone"}

// plainName matches the names of leaves, for which Hugo's path of the page is that of the file: 2017-07-18-talks.md. Other files in the folders
// are treated like pages by hand.
var plainName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*\.md$`)

// Sources are the folders of a site that its pages are made of, beside the settings. What static/ holds is copied and no page's concern.
var Sources = [...]string{"content", "layouts", "assets", "data", "i18n", "config", "themes"}

// settings matches the files of Hugo's settings: hugo.toml.
var settings = regexp.MustCompile(`^(hugo|config)\.(toml|yaml|yml|json)$`)

// section returns the folder of content/ that the path is in.
func section(path string) string {
	s, _, _ := strings.Cut(path, "/")
	return s
}

// isLeaf reports whether a file below content/ is a leaf.
func isLeaf(path string) bool {
	s, name, _ := strings.Cut(path, "/")
	return slices.Contains(sections[:], s) && plainName.MatchString(name) && name != "index.md"
}

// leaf is a page that says itself all that it shows.
type leaf struct {
	path     string // of its file, below content/
	size     int64
	key      string // a digest of its file
	date     string // the first ten letters of its date; "" where there is none
	listed   bool   // neither a draft nor of the future
	settled  bool   // its day has come
	articles bool   // it shows whole articles beside what it says itself
	busy     bool   // the map shows what it is related to
}

// page returns Hugo's path of the leaf.
func (l leaf) page() string { return "/" + strings.TrimSuffix(l.path, ".md") }

// sheet is a site as it is to be rendered.
type sheet struct {
	Options
	leaves []leaf // in order of their paths
	base   string // a digest of what all leaves are made of
	bodies string // a digest of all articles
	whole  string // why the site cannot be rendered in parts; "" where it can
	known  bool   // whether the lists' layouts are those of Options.Look
}

// look reads what the site is made of.
func look(ctx context.Context, o Options) (*sheet, error) {
	files, err := stamp.List(ctx, o.Root, func(path string) bool {
		top, _, below := strings.Cut(path, "/")
		return path == "content/raw" || path == "content/topics.yaml" ||
			!slices.Contains(Sources[:], top) && (below || !settings.MatchString(path))
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(files, func(a, b stamp.File) int { return cmp.Compare(a.Path, b.Path) })
	s := &sheet{Options: o, whole: o.Whole}
	var rest []string
	for _, f := range files {
		if f.Mode&fs.ModeSymlink != 0 {
			info, err := os.Stat(filepath.Join(o.Root, filepath.FromSlash(f.Path)))
			if err != nil {
				continue // it leads nowhere
			}
			if info.IsDir() {
				s.whole = cmp.Or(s.whole, f.Path+" is a link to a folder, which is not watched")
				continue
			}
		}
		if path, ok := strings.CutPrefix(f.Path, "content/"); ok && isLeaf(path) {
			s.leaves = append(s.leaves, leaf{path: path})
		} else {
			rest = append(rest, f.Path)
		}
	}
	err = crew.Each(ctx, len(s.leaves), func(i int) error { return s.leaves[i].read(o) })
	if err != nil {
		return nil, err
	}
	s.sumArticles()
	return s, s.readRest(rest)
}

// What is looked for in the lines of front matter.
var (
	dateLine  = []byte("\ndate: ")
	draftLine = []byte("\ndraft: true")
	wholeLine = []byte("\n  whole_feeds: true")
	busyLine  = []byte("\n  busy: ")
)

// read takes what there is to know from the file of the leaf.
func (l *leaf) read(o Options) error {
	data, err := os.ReadFile(filepath.Join(o.Root, "content", filepath.FromSlash(l.path)))
	if err != nil {
		return fmt.Errorf("read page: %w", err)
	}
	sum := sha256.Sum256(data)
	l.size, l.key = int64(len(data)), hex.EncodeToString(sum[:16])
	front := frontMatter(data)
	l.articles, l.busy = bytes.Contains(front, wholeLine), bytes.Contains(front, busyLine)
	if _, after, ok := bytes.Cut(front, dateLine); ok {
		after = bytes.TrimLeft(after, `"'`)
		l.date = string(after[:min(len(after), len("2006-01-02"))])
	}
	l.settled = o.Settled != nil && o.Settled(data)
	l.listed = l.settled && !bytes.Contains(front, draftLine)
	return nil
}

// frontMatter returns the lines before the one that ends front matter.
func frontMatter(data []byte) []byte {
	for _, fence := range [...]string{"---\n", "+++\n"} {
		if bytes.HasPrefix(data, []byte(fence)) {
			if end := bytes.Index(data[len(fence):], []byte("\n"+fence)); end >= 0 {
				return data[:len(fence)+end+1]
			}
		}
	}
	return data
}

// sumArticles takes the digest of all articles.
func (s *sheet) sumArticles() {
	all := sha256.New()
	for _, l := range s.leaves {
		if section(l.path) == briefings {
			all.Write([]byte(l.path + l.key))
		}
	}
	s.bodies = hex.EncodeToString(all.Sum(nil)[:16])
}

// key returns a digest of all that a leaf is made of beside the sheet's base.
func (s *sheet) key(l leaf) string {
	if l.articles {
		return l.key + s.bodies
	}
	return l.key
}

// readRest takes into account what all leaves are made of: layouts, settings, and the front matter of pages by hand, since the head of every
// page names the sections there are.
func (s *sheet) readRest(names []string) error {
	h := sha256.New()
	fmt.Fprintf(h, "%s %q %t %t", s.Maker, s.BaseURL, s.Drafts, s.Future)
	layouts := map[string][]byte{}
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(s.Root, filepath.FromSlash(name)))
		if err != nil {
			return fmt.Errorf("read %s: %w", name, err)
		}
		if below, ok := strings.CutPrefix(name, "layouts/"); ok {
			layouts[below] = data
		}
		if strings.HasPrefix(name, "content/") {
			data = frontMatter(data)
		}
		fmt.Fprintf(h, "%q %d ", name, len(data))
		h.Write(data)
	}
	s.base = hex.EncodeToString(h.Sum(nil))
	s.known = s.knows(layouts)
	if name := asker(layouts); name != "" && !s.known && s.whole == "" {
		s.whole = fmt.Sprintf("layouts/%s looks at other pages", name)
	}
	return nil
}

// fullyListed returns the leaves that the lists see in full: the newest articles and days and the busiest topics; nil for all of them.
func (s *sheet) fullyListed() map[string]bool {
	if !s.known {
		return nil
	}
	full := map[string]bool{}
	for _, kind := range [...]struct {
		section string
		most    int
	}{{briefings, max(s.Feed, 1)}, {editions, recentDays}} {
		var listed []leaf
		for _, l := range s.leaves {
			if section(l.path) == kind.section {
				if l.listed {
					listed = append(listed, l)
				}
				full[l.path] = l.date == "" || !l.settled
			}
		}
		slices.SortStableFunc(listed, func(a, b leaf) int { return cmp.Compare(b.date, a.date) })
		for i, l := range listed {
			full[l.path] = full[l.path] || i < kind.most || l.date == listed[kind.most-1].date
		}
	}
	for _, l := range s.leaves {
		if l.busy {
			full[l.path] = true
		}
	}
	return full
}

// recentDays is how many of the newest days the home page and its calendar look at.
const recentDays = 60
