package cache

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Limits says what a sweep leaves.
type Limits struct {
	Age  time.Duration // an entry unused for longer goes
	Size int64         // bytes of all entries; where there are more, those unused for longest go
}

// Usual are limits for a site's own cache: a season of branches and a corpus of some ten thousand articles.
func Usual() Limits { return Limits{Age: 60 * 24 * time.Hour, Size: 1 << 30} }

// Swept counts what a sweep did.
type Swept struct {
	Removed, Kept           int   // entries
	RemovedBytes, KeptBytes int64 // of their files
}

// entry is a file of the cache.
type entry struct {
	path string
	used time.Time
	size int64
}

// unfinishedAfter is the age at which a file that was never finished belongs to a program that is gone.
const unfinishedAfter = 24 * time.Hour

// Sweep removes entries beyond limits and what programs that were stopped left half written. Files that are not the cache's own stay.
// It goes on after a failure, and returns the failures joined.
func (c *Cache) Sweep(limits Limits) (Swept, error) {
	if c == nil {
		return Swept{}, nil
	}
	entries, unfinished, err := c.list()
	errs := []error{err}
	for _, e := range unfinished {
		if c.now.Sub(e.used) > unfinishedAfter {
			errs = append(errs, remove(e.path))
		}
	}
	// From the one used last, so that the size left is of those used last.
	slices.SortFunc(entries, func(a, b entry) int {
		if order := b.used.Compare(a.used); order != 0 {
			return order
		}
		return strings.Compare(a.path, b.path)
	})
	var swept Swept
	for _, e := range entries {
		if c.now.Sub(e.used) <= limits.Age && swept.KeptBytes+e.size <= limits.Size {
			swept.Kept++
			swept.KeptBytes += e.size
			continue
		}
		if err := remove(e.path); err != nil {
			errs = append(errs, err)
			continue
		}
		swept.Removed++
		swept.RemovedBytes += e.size
	}
	if err := errors.Join(errs...); err != nil {
		return swept, fmt.Errorf("sweep the cache: %w", err)
	}
	return swept, nil
}

// list returns the entries of the cache and those that were not finished.
func (c *Cache) list() (entries, unfinished []entry, err error) {
	folders, err := c.folders()
	if err != nil {
		return nil, nil, err
	}
	var errs []error
	for _, folder := range folders {
		if !folder.IsDir() || len(folder.Name()) != 2 {
			continue
		}
		dir := filepath.Join(c.dir, folder.Name())
		files, err := os.ReadDir(dir)
		errs = append(errs, err)
		for _, file := range files {
			whole, temp := isEntry(folder.Name(), file.Name())
			info, err := file.Info()
			if err != nil || !info.Mode().IsRegular() || !whole && !temp {
				continue // gone since, or not ours
			}
			e := entry{filepath.Join(dir, file.Name()), info.ModTime(), info.Size()}
			if whole {
				entries = append(entries, e)
			} else {
				unfinished = append(unfinished, e)
			}
		}
	}
	return entries, unfinished, errors.Join(errs...)
}

// isEntry tells whether a file of a folder of the cache is an entry, or one that was never finished.
func isEntry(folder, name string) (entry, temp bool) {
	whole, err := hex.DecodeString(folder + name)
	return err == nil && len(whole) == len(Key{}), strings.HasPrefix(name, tempPrefix)
}

// folders returns the folders of entries.
func (c *Cache) folders() ([]fs.DirEntry, error) {
	all, err := os.ReadDir(c.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return all, err
}

// remove removes a file; one that another sweep has removed already is no failure.
func remove(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
