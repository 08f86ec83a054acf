package press

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"copydesk/generator/internal/hugo"
)

// Live is a site on the disk that follows its content while that is edited: what is asked for is rendered first. It is kept for the next time.
// One caller at a time may change it; files may be read from it under RLock meanwhile.
type Live struct {
	sync.RWMutex // held for writing while files move into the site

	sheet *sheet
	site  record
	dirty map[string]bool // leaves that are not as their files say
	lists bool            // whether the lists may not be
}

// smallSite is the number of leaves up to which all that is dirty is rendered in one run: a second run would cost more.
const smallSite = 600

// OpenLive looks at the site's folder and at what was kept in Options.Out, and renders nothing. Options.Last is not used.
func OpenLive(ctx context.Context, o Options) (*Live, error) {
	l := &Live{site: record{Pages: map[string]made{}}}
	data, err := os.ReadFile(o.Record)
	if err == nil && json.Unmarshal(data, &l.site) != nil || err != nil {
		l.site = record{Pages: map[string]made{}}
	}
	return l, l.look(ctx, o)
}

// look looks at all of the site's folder.
func (l *Live) look(ctx context.Context, o Options) error {
	s, err := look(ctx, o)
	if err != nil {
		return err
	}
	l.sheet, l.lists = s, true
	return l.mark()
}

// mark finds what is dirty, and takes away what belongs to no leaf any more.
func (l *Live) mark() error {
	l.Lock()
	defer l.Unlock()
	if l.site.Base != l.sheet.base {
		for path, m := range l.site.Pages {
			l.site.Pages[path] = made{"", m.Files}
		}
		l.site.Base, l.lists = l.sheet.base, true
	}
	l.dirty = map[string]bool{}
	for _, leaf := range l.sheet.dirty(l.site) {
		l.dirty[leaf.path] = true
	}
	there := make(map[string]bool, len(l.sheet.leaves))
	for _, leaf := range l.sheet.leaves {
		there[leaf.path] = true
	}
	for path, m := range l.site.Pages {
		if there[path] {
			continue
		}
		delete(l.site.Pages, path)
		for _, name := range m.Files {
			if err := l.remove(name); err != nil {
				return err
			}
		}
	}
	return nil
}

func (l *Live) remove(name string) error {
	if err := os.Remove(filepath.Join(l.sheet.Out, filepath.FromSlash(name))); err != nil && !os.IsNotExist(err) {
		return fmt.Errorf("clear the preview: %w", err)
	}
	return nil
}

// Change tells of files that changed, came or went, by their paths below the site's folder.
func (l *Live) Change(ctx context.Context, paths []string) error {
	// Whatever ends the program now, what it keeps is not taken for what it is not.
	if err := os.Remove(l.sheet.Record); err != nil && !os.IsNotExist(err) {
		return fmt.Errorf("forget the preview: %w", err)
	}
	l.lists = true
	for _, path := range paths {
		below, ok := strings.CutPrefix(path, "content/")
		if !ok || !isLeaf(below) {
			return l.look(ctx, l.sheet.Options)
		}
		if err := l.sheet.update(below); err != nil {
			return err
		}
	}
	l.sheet.sumArticles()
	return l.mark()
}

// update reads a leaf anew, or leaves it out where it has gone.
func (s *sheet) update(path string) error {
	i, found := slices.BinarySearchFunc(s.leaves, path, func(l leaf, path string) int { return cmp.Compare(l.path, path) })
	fresh := leaf{path: path}
	err := fresh.read(s.Options)
	switch {
	case err == nil && found:
		s.leaves[i] = fresh
	case err == nil:
		s.leaves = slices.Insert(s.leaves, i, fresh)
	case found:
		s.leaves = slices.Delete(s.leaves, i, i+1)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// Dirty reports whether the page of a content file is to be rendered again.
func (l *Live) Dirty(path string) bool {
	l.RLock()
	defer l.RUnlock()
	return l.dirty[path]
}

// Render renders those of the leaves that are dirty. On a small site it renders all that is.
func (l *Live) Render(ctx context.Context, paths []string) error {
	if l.sheet.whole != "" {
		return l.renderWhole(ctx)
	}
	small := len(l.sheet.leaves) <= smallSite
	var leaves []leaf
	for _, leaf := range l.sheet.leaves {
		if l.dirty[leaf.path] && (small || slices.Contains(paths, leaf.path)) {
			leaves = append(leaves, leaf)
		}
	}
	if len(leaves) == 0 && !(small && l.lists) {
		return nil
	}
	return l.render(ctx, leaves, small && l.lists)
}

// Next renders some of what is dirty, and reports whether there was any. Where much is, the lists come first, and elsewhere last.
func (l *Live) Next(ctx context.Context) (bool, error) {
	var leaves []leaf
	for _, leaf := range l.sheet.leaves {
		if l.dirty[leaf.path] {
			leaves = append(leaves, leaf)
		}
	}
	switch {
	case !l.lists && len(leaves) == 0:
		return false, nil
	case l.sheet.whole != "":
		return true, l.renderWhole(ctx)
	case len(l.sheet.leaves) <= smallSite:
		return true, l.render(ctx, leaves, l.lists)
	case l.lists && (len(leaves) == 0 || len(leaves) > smallSite):
		return true, l.render(ctx, nil, true)
	}
	return true, l.render(ctx, batch(leaves, liveBatch)[0], false)
}

// liveBatch is how many bytes of leaves are rendered at a time beside what is asked for, which waits so long.
const liveBatch = 2 << 20

// render renders a part and moves it into the site.
func (l *Live) render(ctx context.Context, leaves []leaf, lists bool) error {
	r, err := l.hugo(ctx, l.sheet.part(leaves, lists), leaves)
	if err != nil {
		return err
	}
	l.Lock()
	defer l.Unlock()
	for _, leaf := range leaves {
		old := l.site.Pages[leaf.path]
		l.site.Pages[leaf.path] = made{l.sheet.key(leaf), r.Made[leaf.path]}
		delete(l.dirty, leaf.path)
		if err := l.removeOld(old.Files, r.Made[leaf.path]); err != nil {
			return err
		}
	}
	if lists {
		l.lists = false
		if err := l.removeOld(l.site.Lists, r.Shared); err != nil {
			return err
		}
		l.site.Lists = r.Shared
	}
	return l.move()
}

// removeOld takes away the old files that are not among the new ones.
func (l *Live) removeOld(old, now []string) error {
	stays := make(map[string]bool, len(now))
	for _, name := range now {
		stays[name] = true
	}
	for _, name := range old {
		if !stays[name] {
			if err := l.remove(name); err != nil {
				return err
			}
		}
	}
	return nil
}

// fresh is where a run writes before its files move into the site.
func (l *Live) fresh() string { return l.sheet.Out + ".new" }

// hugo renders a part beside the site; nil is all of it.
func (l *Live) hugo(ctx context.Context, part *hugo.Part, leaves []leaf) (hugo.Report, error) {
	if err := os.RemoveAll(l.fresh()); err != nil {
		return hugo.Report{}, fmt.Errorf("clear the preview: %w", err)
	}
	return l.sheet.hugo(ctx, l.fresh(), part, leaves)
}

// move moves what a run made into the site.
func (l *Live) move() error {
	return filepath.WalkDir(l.fresh(), func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		below, err := filepath.Rel(l.fresh(), name)
		if err != nil {
			return err
		}
		to := filepath.Join(l.sheet.Out, below)
		if d.IsDir() {
			return os.MkdirAll(to, 0o777)
		}
		return os.Rename(name, to)
	})
}

// renderWhole renders everything and puts it in place of the site.
func (l *Live) renderWhole(ctx context.Context) error {
	if _, err := l.hugo(ctx, nil, nil); err != nil {
		return err
	}
	l.Lock()
	defer l.Unlock()
	l.dirty, l.lists = map[string]bool{}, false
	l.site = record{Pages: map[string]made{}} // of no use the next time
	if err := os.RemoveAll(l.sheet.Out); err != nil {
		return fmt.Errorf("clear the preview: %w", err)
	}
	return os.Rename(l.fresh(), l.sheet.Out)
}

// Keep writes down what the site was made of, for the next time.
func (l *Live) Keep() error { return Result{record: &l.site}.Remember(l.sheet.Record, "") }
