// Package site puts pages into a site's content folder and takes stale ones out, without ever losing a person's work.
//
// In go the pages as they were made; out come files, a Report and diagnostics. A file is written by temp and rename, and only when its bytes
// change. A file that the program did not write is never touched, and one that a person edited is never removed. The package makes no pages
// and builds no HTML.
package site

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/page"
	"copydesk/generator/internal/stamp"
	"copydesk/generator/internal/topic"
)

// sections are the folders of content/ that the program writes.
var sections = [...]string{"briefings", "topics", "editions"}

// tempPattern is how files are called while they are written. Hugo ignores names that begin with a full stop.
const tempPattern = ".copydesk-*.tmp"

// Report counts what was done.
type Report struct {
	Briefings, Topics, Editions int // pages of each sort
	Written, Unchanged, Removed int // files
	Edited                      int // pages that carry a person's changes

	Changed, Gone []string             // files that Write wrote and removed, below content/
	New           []string             // pages among the changed ones that were not there before
	Times         map[string]time.Time // when the changed ones were written, by the disk's clock
}

// Options is how Write goes about it. The zero value writes.
type Options struct {
	DryRun bool     // report only
	Aside  []string // raw texts that are there but could not be read: their pages stay as they are
	Ledger *Ledger  // what is known of the files from before; Write brings it up to date
	Unseen []string // pages that nobody can have a link to: nothing is left at their addresses
	Forget bool     // leave nothing at any address
}

// Existing is the content folder as it is. The zero value is an empty one.
type Existing struct {
	Names []string                          // of the pages in the program's folders, below content/: "topics/seoul.md"
	Gone  []string                          // files that stand at addresses of pages that went: "gone/topic-seoul.md"
	Read  func(name string) ([]byte, error) // returns the file of that name

	ledger *Ledger
	looks  map[string]stamp.File // of the names, as they were listed
	listed time.Time
}

// Disk returns the content folder under the site's root. A folder that is not there is empty. Ledger, which may be nil, knows some of its files.
func Disk(root string, ledger *Ledger) (Existing, error) {
	var names []string
	looks, listed := map[string]stamp.File{}, time.Now()
	for _, s := range sections {
		entries, err := os.ReadDir(filepath.Join(root, "content", s))
		if err != nil && !os.IsNotExist(err) {
			return Existing{}, fmt.Errorf("list pages: %w", err)
		}
		for _, e := range entries {
			if e.Type()&fs.ModeSymlink != 0 {
				if _, err := os.Stat(filepath.Join(root, "content", s, e.Name())); err != nil {
					continue // a link that leads nowhere is no page
				}
			}
			if !e.IsDir() && strings.EqualFold(path.Ext(e.Name()), ".md") && !strings.HasPrefix(e.Name(), ".") {
				name := s + "/" + e.Name()
				names = append(names, name)
				if info, err := e.Info(); err == nil {
					looks[name] = stamp.Of(name, info)
				}
			}
		}
	}
	gone, err := goneNames(root)
	if err != nil {
		return Existing{}, err
	}
	read := func(name string) ([]byte, error) {
		return os.ReadFile(filepath.Join(root, "content", filepath.FromSlash(name)))
	}
	return Existing{names, gone, read, ledger, looks, listed}, nil
}

// Addresses returns where the pages live, so that none of them moves when they are made again.
func (e Existing) Addresses() (topic.Addresses, error) {
	out := topic.Addresses{Briefings: map[string]topic.Address{}}
	for _, name := range e.Names {
		r, known := e.known(name)
		if !known {
			data, err := e.Read(name)
			if err != nil {
				return out, fmt.Errorf("read page: %w", err)
			}
			if p, err := page.DecodeHead(name, data); err == nil {
				r = recordOf(name, p)
			}
			e.note(name, r)
		}
		if !r.Ours {
			continue // what is wrong with it is said when its page is written
		}
		switch path.Dir(name) {
		case "briefings":
			out.Briefings[r.Source] = r.Address
		case "topics":
			out.Topics = append(out.Topics, r.Address)
		}
	}
	return out, nil
}

// Write puts the pages into the content folder under root. An error is the disk's: what was not written yet is as it was.
func Write(ctx context.Context, root string, slots []page.Slot, opts Options) (Report, []diag.Diagnostic, error) {
	existing, err := Disk(root, opts.Ledger)
	if err != nil {
		return Report{}, nil, err
	}
	if !opts.DryRun {
		if err := prepare(root); err != nil {
			return Report{}, nil, err
		}
	}
	there := map[string]bool{}
	for _, name := range existing.Names {
		there[name] = true
	}
	var changed, fresh, gone []string
	times, records := map[string]time.Time{}, map[string]Record{}
	r, ds, err := Each(ctx, existing, slots, opts, func(f File) error {
		name := filepath.Join(root, "content", filepath.FromSlash(f.Path))
		switch {
		case opts.DryRun || f.State == Unchanged:
			return nil
		case f.State == Removed:
			gone = append(gone, f.Path)
			return os.Remove(name)
		}
		changed = append(changed, f.Path)
		if !there[f.Path] && path.Dir(f.Path) != goneSection {
			fresh = append(fresh, f.Path)
		}
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return err
		}
		wrote, err := replace(name, f.Data)
		times[f.Path], records[f.Path] = wrote, f.record
		return err
	})
	r.Changed, r.New, r.Gone, r.Times = changed, fresh, gone, times
	existing.settle(root, records, times)
	return r, ds, err
}

// prepare makes the folders and sweeps what a killed run left in them.
func prepare(root string) error {
	for _, s := range sections {
		dir := filepath.Join(root, "content", s)
		if err := os.MkdirAll(dir, 0o777); err != nil {
			return fmt.Errorf("make folder: %w", err)
		}
		entries, err := os.ReadDir(dir)
		if err != nil {
			return fmt.Errorf("list pages: %w", err)
		}
		for _, e := range entries {
			if ok, _ := path.Match(tempPattern, e.Name()); !ok {
				continue
			}
			if err := os.Remove(filepath.Join(dir, e.Name())); err != nil && !os.IsNotExist(err) {
				return fmt.Errorf("sweep: %w", err)
			}
		}
	}
	return nil
}

// Replace writes data beside the file and renames it into place, so that a reader sees the old bytes or the new ones.
func Replace(file string, data []byte) error {
	_, err := replace(file, data)
	return err
}

// replace is Replace, and returns when the disk has it that the file was written.
func replace(file string, data []byte) (wrote time.Time, err error) {
	mode := os.FileMode(0o644)
	if info, err := os.Stat(file); err == nil {
		mode = info.Mode().Perm()
	}
	tmp, err := os.CreateTemp(filepath.Dir(file), tempPattern)
	if err != nil {
		return wrote, err
	}
	defer func() {
		if err != nil {
			os.Remove(tmp.Name())
		}
	}()
	if _, err := tmp.Write(data); err != nil {
		tmp.Close()
		return wrote, err
	}
	if err := tmp.Chmod(mode); err != nil {
		tmp.Close()
		return wrote, err
	}
	if info, err := tmp.Stat(); err == nil {
		wrote = info.ModTime()
	}
	if err := tmp.Close(); err != nil {
		return wrote, err
	}
	return wrote, os.Rename(tmp.Name(), file)
}
