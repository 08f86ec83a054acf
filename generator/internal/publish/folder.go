package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"copydesk/generator/internal/release"
)

// folder is a store in a folder of this machine.
type folder struct{ dir string }

func (f folder) path(name string) string { return filepath.Join(f.dir, filepath.FromSlash(name)) }

func (f folder) close() error { return nil }

func (f folder) list(_ context.Context, do func(object)) error {
	err := filepath.WalkDir(f.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			if missing(err) && path == f.dir {
				return nil
			}
			return err
		}
		if d.IsDir() {
			return nil
		}
		rel, err := filepath.Rel(f.dir, path)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(rel)
		if strings.HasPrefix(name, release.Folder+"/") {
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		do(object{path: name, size: info.Size()})
		return nil
	})
	return f.explain(err)
}

func (f folder) read(_ context.Context, name string) ([]byte, error) {
	b, err := os.ReadFile(f.path(name))
	return b, f.explain(err)
}

func (f folder) write(_ context.Context, name string, data []byte, _ release.Head, fresh bool) error {
	return f.explain(f.put(f.path(name), data, fresh))
}

// put writes where no reader looks and renames, so that a reader sees the old bytes or the new ones.
func (f folder) put(file string, data []byte, fresh bool) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	hidden := filepath.Join(f.dir, release.Folder)
	if err := os.MkdirAll(hidden, 0o755); err != nil {
		return err
	}
	tmp, err := os.CreateTemp(hidden, "unfinished-")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name()) // gone already where all went well
	_, err = tmp.Write(data)
	if err := errors.Join(err, tmp.Chmod(0o644), tmp.Close()); err != nil {
		return err
	}
	if fresh {
		return os.Link(tmp.Name(), file)
	}
	return os.Rename(tmp.Name(), file)
}

func (f folder) remove(_ context.Context, name string) error {
	if err := os.Remove(f.path(name)); err != nil && !missing(err) {
		return f.explain(err)
	}
	// Folders that held nothing else go too; one that does stays, and says so by an error that is no news.
	for dir := filepath.Dir(f.path(name)); len(dir) > len(f.dir); dir = filepath.Dir(dir) {
		if os.Remove(dir) != nil {
			break
		}
	}
	return nil
}

// explain says what to do about an error of the folder.
func (f folder) explain(err error) error {
	switch {
	case err == nil, errors.Is(err, fs.ErrExist), missing(err):
		return err
	case errors.Is(err, fs.ErrPermission):
		return final{fmt.Errorf("%s cannot be written: %w; have its owner give you the right, or name another folder", f.dir, err)}
	}
	return final{err}
}
