package preview

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// quiet is how long nothing must change before a batch is taken: editors save in several steps.
const quiet = 60 * time.Millisecond

// watcher gathers file events into batches.
type watcher struct {
	*fsnotify.Watcher
	Batches chan []fsnotify.Event
}

// watch follows hugo.toml, content/, layouts/ and static/ below root, new folders included.
func watch(root string) (*watcher, error) {
	fsw, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watch files: %w", err)
	}
	w := &watcher{fsw, make(chan []fsnotify.Event)}
	if err := fsw.Add(root); err != nil {
		return nil, fmt.Errorf("watch %s: %w", root, err)
	}
	for _, dir := range []string{"content", "layouts", "static"} {
		if err := w.addTree(filepath.Join(root, dir)); err != nil {
			return nil, err
		}
	}
	go w.gather(root)
	return w, nil
}

// addTree watches dir and all folders below it.
func (w *watcher) addTree(dir string) error {
	return filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if os.IsNotExist(err) {
			return nil
		}
		if err != nil || !e.IsDir() {
			return err
		}
		if err := w.Add(path); err != nil {
			return fmt.Errorf("watch %s: %w", path, err)
		}
		return nil
	})
}

// gather sends batches until the watcher is closed. It takes events while nobody takes a batch, since the system keeps only so many of them.
func (w *watcher) gather(root string) {
	var batch []fsnotify.Event
	timer := time.NewTimer(0)
	<-timer.C
	var to chan<- []fsnotify.Event // nil until a batch is whole
	for {
		select {
		case ev, ok := <-w.Events:
			if !ok {
				return
			}
			if ev.Op == fsnotify.Chmod || ignored(root, ev.Name) {
				continue
			}
			if ev.Has(fsnotify.Create) {
				if info, err := os.Stat(ev.Name); err == nil && info.IsDir() {
					// A folder that cannot be watched is no reason to stop the preview: its texts are read with the next change.
					_ = w.addTree(ev.Name)
				}
			}
			batch = append(batch, ev)
			to = nil
			timer.Reset(quiet)
		case <-timer.C:
			to = w.Batches
		case to <- batch:
			batch, to = nil, nil
		}
	}
}

// ignored reports whether a path is none of the site's sources: editors' temporary files, output, the working folder.
func ignored(root, path string) bool {
	rel, err := filepath.Rel(root, path)
	if err != nil {
		return true
	}
	base := filepath.Base(rel)
	if strings.HasPrefix(base, ".") || strings.HasSuffix(base, "~") || strings.HasSuffix(base, ".swp") {
		return true
	}
	switch top, _, _ := strings.Cut(filepath.ToSlash(rel), "/"); top {
	case "content", "layouts", "static", "hugo.toml":
		return false
	}
	return true
}

// sortEvents tells the changes of a batch apart: whether content/ is to be made anew, as after a change of raw texts, of the editor's decisions or
// of hugo.toml, and the paths of the changed files that pages are made of, below the site's folder.
func sortEvents(root string, batch []fsnotify.Event) (raw bool, paths []string) {
	for _, ev := range batch {
		rel, err := filepath.Rel(root, ev.Name)
		if err != nil {
			continue
		}
		switch rel = filepath.ToSlash(rel); {
		case strings.HasPrefix(rel, "content/raw/"), rel == "content/raw", rel == "content/topics.yaml":
			raw = true
		default:
			raw = raw || rel == "hugo.toml"
			paths = append(paths, rel)
		}
	}
	slices.Sort(paths)
	return raw, slices.Compact(paths)
}
