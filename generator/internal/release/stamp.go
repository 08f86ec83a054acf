package release

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Stamp says how a site was built and of what, so that a stale or half-made one is not published.
type Stamp struct {
	Inputs string // a glance at what it was built of
	Public string // a glance at what was built
	Drafts bool
	Future bool
}

// Errors of Fresh. Each says what to do.
var (
	ErrNotBuilt = errors.New("public/ was not made by 'copydesk build'; run it first")
	ErrStale    = errors.New("what the site is made of was changed after public/ was built; run 'copydesk build' first")
	ErrTouched  = errors.New("public/ was changed after it was built; run 'copydesk build' first, or publish it as it is with --as-is")
	ErrDrafts   = errors.New("public/ was built with --drafts or --future, for your eyes only; run 'copydesk build' first, or publish it as it is with --as-is")
)

// inputs are what a site is built of, below its folder.
var inputs = [...]string{"content", "layouts", "static", "assets", "data", "i18n", "config", "hugo.toml"}

// Inputs glances at what the site below root is built of.
func Inputs(root string) (string, error) {
	var paths []string
	for _, name := range inputs {
		paths = append(paths, filepath.Join(root, name))
	}
	return Glance(paths...)
}

// Glance returns a digest of the names, sizes and times of the files in the folders, whatever these are called. It reads no file, so it is
// fast and holds on one machine alone. What is missing is no error.
func Glance(paths ...string) (string, error) {
	h := sha256.New()
	for i, root := range paths {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) && path == root {
				return nil
			}
			if errors.Is(err, fs.ErrPermission) && path != root { // a folder that cannot be read has no part in the site
				return fs.SkipDir
			}
			if err != nil || d.IsDir() {
				return err
			}
			info, err := d.Info()
			if err != nil {
				return err
			}
			rel, err := filepath.Rel(root, path)
			fmt.Fprintf(h, "%d %q %d %d\n", i, filepath.ToSlash(rel), info.Size(), info.ModTime().UnixNano())
			return err
		})
		if err != nil {
			return "", fmt.Errorf("look at files: %w", err)
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// Write keeps the stamp in a file.
func (s Stamp) Write(file string) error {
	b, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return os.WriteFile(file, b, 0o666)
}

// Fresh returns nil where the folder public is whole and built, for all to see, of what is below root now; file is where the stamp is kept.
func Fresh(file, root, public string) error {
	b, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return ErrNotBuilt
	}
	var s Stamp
	if err != nil || json.Unmarshal(b, &s) != nil {
		return errors.Join(ErrNotBuilt, err)
	}
	built, err := Inputs(root)
	if err != nil {
		return err
	}
	shown, err := Glance(public)
	switch {
	case err != nil:
		return err
	case s.Drafts || s.Future:
		return ErrDrafts
	case s.Inputs != built:
		return ErrStale
	case s.Public != shown:
		return ErrTouched
	}
	return nil
}
