package hugo

import (
	"fmt"
	"io"
	"os"
	"sync"

	"github.com/spf13/afero"
)

// Report is what a build made.
type Report struct {
	Pages  int                 // pages with an address of their own, those seen and not rendered too
	Made   map[string][]string // files below the folder, by that of Options.Tell that they belong to
	Shared []string            // the other files, but for those of static/
	Clash  bool                // two pages have one address
}

// Build builds the site, or a part of it, into the folder out, an absolute path, which may hold files already. Hugo's warnings go to warn, which
// may be nil. A failed build leaves a half-filled folder behind; the caller decides what becomes of it.
func Build(o Options, out string, warn io.Writer) (Report, error) {
	if err := os.MkdirAll(out, 0o777); err != nil {
		return Report{}, fmt.Errorf("make staging folder: %w", err)
	}
	to := noted{afero.NewOsFs(), new(sync.Mutex), map[string]bool{}}
	e, err := open(o, to, out)
	if err != nil {
		return Report{}, err
	}
	defer e.sites.Close()
	if err := e.explain(e.build()); err != nil {
		return Report{}, err
	}
	e.warnings(warn)
	r := Report{Pages: len(e.sites.Pages())}
	if err := e.attribute(&r, o.Tell, to.written(out)); err != nil {
		return r, err
	}
	if o.Part == nil || o.Part.Static {
		err = e.copyStatic()
	}
	return r, err
}
