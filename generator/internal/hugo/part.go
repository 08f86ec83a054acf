package hugo

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/gohugoio/hugo/hugolib/segments"
	"github.com/spf13/afero"
	"github.com/spf13/afero/mem"
)

// Part is the share of a site that one run renders. Both functions are called from many goroutines.
type Part struct {
	// See returns the content file at a path below content/ as the run shall see it: what stands in for it, nil where it is as on the disk, and
	// false where the run shall not see it.
	See func(path string) (standIn []byte, ok bool)
	// Renders reports whether the run renders a page, given its path as Hugo has it: "/briefings/a" for briefings/a.md.
	Renders func(page string) bool
	Static  bool // whether static/ is copied too
}

// segment is a Part as Hugo asks for it.
type segment struct{ *Part }

// ShouldExcludeCoarse leaves no output format out.
func (s segment) ShouldExcludeCoarse(segments.SegmentQuery) bool { return false }

// ShouldExcludeFine leaves out what the part does not render.
func (s segment) ShouldExcludeFine(q segments.SegmentQuery) bool { return !s.Renders(q.Path) }

// partFs is the disk as a part sees it.
type partFs struct {
	afero.Fs
	content string // absolute path
	part    *Part
}

// see returns what the part sees of the file called name.
func (p partFs) see(name string) (standIn []byte, ok bool) {
	below, ok := strings.CutPrefix(name, p.content+string(filepath.Separator))
	if !ok {
		return nil, true
	}
	return p.part.See(filepath.ToSlash(below))
}

// Open opens a file, what stands in for it, or a folder whose unseen files are not listed.
func (p partFs) Open(name string) (afero.File, error) {
	standIn, ok := p.see(name)
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	if standIn != nil {
		f := mem.CreateFile(name)
		if _, err := mem.NewFileHandle(f).Write(standIn); err != nil {
			return nil, err
		}
		return mem.NewReadOnlyFileHandle(f), nil
	}
	f, err := p.Fs.Open(name)
	if err != nil {
		return nil, err
	}
	return partFile{f, p, name}, nil
}

// Stat describes a file that the part sees.
func (p partFs) Stat(name string) (fs.FileInfo, error) {
	if _, ok := p.see(name); !ok {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
	}
	return p.Fs.Stat(name)
}

// LstatIfPossible is Stat that does not follow links.
func (p partFs) LstatIfPossible(name string) (fs.FileInfo, bool, error) {
	if _, ok := p.see(name); !ok {
		return nil, false, &fs.PathError{Op: "lstat", Path: name, Err: fs.ErrNotExist}
	}
	info, err := os.Lstat(name)
	return info, true, err
}

// partFile is an open file or folder.
type partFile struct {
	afero.File
	fs   partFs
	name string
}

// ReadDir lists what the part sees of a folder.
func (f partFile) ReadDir(n int) ([]fs.DirEntry, error) {
	entries, err := f.File.(fs.ReadDirFile).ReadDir(n)
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		if e.IsDir() {
			return false
		}
		_, ok := f.fs.see(filepath.Join(f.name, e.Name()))
		return !ok
	}), err
}

// noted is a file system that notes what is written to it.
type noted struct {
	afero.Fs
	mu    *sync.Mutex
	names map[string]bool
}

// Create creates a file.
func (n noted) Create(name string) (afero.File, error) {
	n.mu.Lock()
	n.names[name] = true
	n.mu.Unlock()
	return n.Fs.Create(name)
}

// OpenFile opens a file, to write to it perhaps.
func (n noted) OpenFile(name string, flag int, perm fs.FileMode) (afero.File, error) {
	if flag&(os.O_WRONLY|os.O_RDWR) != 0 {
		n.mu.Lock()
		n.names[name] = true
		n.mu.Unlock()
	}
	return n.Fs.OpenFile(name, flag, perm)
}

// written returns the files below dir that were written to, below dir, in order.
func (n noted) written(dir string) []string {
	var names []string
	for name := range n.names {
		if below, err := filepath.Rel(dir, name); err == nil {
			names = append(names, filepath.ToSlash(below))
		}
	}
	slices.Sort(names)
	return names
}

// attribute finds which of the pages each written file belongs to: those in the folder of a page are its own, and the redirects to it.
func (e *engine) attribute(r *Report, pages, written []string) error {
	site := e.sites.Sites[0]
	home := site.Home().RelPermalink()
	owner := map[string]string{} // page by file or folder of the site; a folder ends with a slash
	own := func(at, page string) {
		if old, taken := owner[at]; taken && old != page {
			r.Clash = true
		}
		owner[at] = page
	}
	for _, name := range pages {
		p, err := site.GetPage("/" + strings.TrimSuffix(name, path.Ext(name)))
		if err != nil {
			return fmt.Errorf("find page %s: %w", name, err)
		}
		link := p.RelPermalink()
		if link == "" {
			continue // a draft, or one whose day has not come
		}
		own(strings.TrimPrefix(link, home), name)
		for _, a := range p.Aliases() {
			at := strings.TrimPrefix(path.Clean("/"+a), "/")
			if path.Ext(at) != ".html" {
				at = path.Join(at, "index.html")
			}
			own(at, name)
		}
	}
	r.Made = map[string][]string{}
	for _, name := range written {
		page, ok := owner[name]
		if !ok {
			dir, _ := path.Split(name)
			page, ok = owner[dir]
		}
		if ok {
			r.Made[page] = append(r.Made[page], name)
		} else {
			r.Shared = append(r.Shared, name)
		}
	}
	return nil
}
