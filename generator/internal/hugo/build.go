package hugo

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gohugoio/hugo/hugolib"
	"github.com/spf13/afero"
)

// Report is what a build made.
type Report struct {
	Pages int // pages with an address of their own
	Files int // files below the folder
	Bytes int64
}

// Build builds the site into the folder out, an absolute path, which may hold files already, but no pages. Hugo's warnings go to warn, which may be nil.
// A failed build leaves a half-filled folder behind; the caller decides what becomes of it.
func Build(o Options, out string, warn io.Writer) (Report, error) {
	if err := os.MkdirAll(out, 0o777); err != nil {
		return Report{}, fmt.Errorf("make staging folder: %w", err)
	}
	e, err := open(o, afero.NewOsFs(), out, false)
	if err != nil {
		return Report{}, err
	}
	defer e.sites.Close()
	if err := e.copyStatic(); err != nil {
		return Report{}, err
	}
	if err := e.explain(e.build(hugolib.BuildCfg{NoBuildLock: true})); err != nil {
		return Report{}, err
	}
	e.warnings(warn)
	r := Report{Pages: len(e.sites.Pages())}
	err = filepath.WalkDir(out, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		r.Files++
		r.Bytes += info.Size()
		return nil
	})
	return r, err
}
