package hugo

import (
	"io"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/fsnotify/fsnotify"
	"github.com/gohugoio/hugo/common/urls"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/gohugoio/hugo/livereload"
	"github.com/spf13/afero"
)

// Live is a site in memory that is rebuilt by file events. It is not safe for concurrent use: lock it over Rebuild and over reading Files.
type Live struct {
	e      *engine
	mem    afero.Fs
	failed bool
}

// livePublishDir is where Live's pages lie in its memory.
const livePublishDir = "/public"

// OpenLive configures a site for address, such as "http://localhost:1313/", whose pages carry the script that reloads them. It builds nothing.
func OpenLive(o Options, address string) (*Live, error) {
	o.BaseURL = address
	mem := afero.NewMemMapFs()
	e, err := open(o, mem, livePublishDir, true)
	if err != nil {
		return nil, err
	}
	u, err := urls.NewBaseURLFromString(address)
	if err != nil {
		return nil, err
	}
	for _, l := range e.configs.LanguageConfigMap {
		l.C.SetServerInfo(u, u, u.URL().Hostname())
	}
	return &Live{e: e, mem: mem}, nil
}

// Rebuild builds what the changed files ask for, or everything on the first call. Paths are absolute. Hugo's warnings go to warn, which may be nil.
func (l *Live) Rebuild(changed []fsnotify.Event, warn io.Writer) error {
	if len(changed) == 0 {
		if err := l.e.copyStatic(); err != nil {
			return err
		}
	}
	var gone []string
	changed = slices.Clone(changed)
	for i, ev := range changed {
		switch {
		case l.e.sites.BaseFs.IsStatic(ev.Name):
			if err := l.e.copyStatic(); err != nil {
				return err
			}
		case ev.Has(fsnotify.Remove) || ev.Has(fsnotify.Rename):
			gone = append(gone, l.outputs(ev.Name)...)
		case l.e.sites.BaseFs.IsContent(ev.Name) && l.e.sites.GetContentPage(ev.Name) == nil:
			changed[i].Op = fsnotify.Create // Hugo would look for a page to change, and find none
		}
	}
	// Hugo leaves the files of a page whose source is gone; another page may have its address now.
	for _, name := range gone {
		if err := l.mem.Remove(name); err != nil && !os.IsNotExist(err) {
			return err
		}
	}
	err := l.e.explain(l.e.build(hugolib.BuildCfg{NoBuildLock: true, ErrRecovery: l.failed}, changed...))
	l.failed = err != nil
	l.e.warnings(warn)
	return err
}

// outputs returns the files in memory that were made of one content file.
func (l *Live) outputs(source string) []string {
	p := l.e.sites.GetContentPage(source)
	if p == nil {
		return nil
	}
	var names []string
	for _, f := range p.OutputFormats() {
		name := f.RelPermalink()
		if strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		names = append(names, path.Join(livePublishDir, name))
	}
	return names
}

// Files returns the built site for serving.
func (l *Live) Files() http.FileSystem {
	return afero.NewHttpFs(afero.NewBasePathFs(l.mem, filepath.FromSlash(livePublishDir)))
}

// Close frees Hugo's workers.
func (l *Live) Close() error { return l.e.sites.Close() }

// Reload serves the script and the socket that reload pages: it handles /livereload.js and /livereload.
// Refresh tells every open page to reload.
func Reload() (handlers map[string]http.HandlerFunc, refresh func()) {
	livereload.Initialize()
	return map[string]http.HandlerFunc{"/livereload.js": livereload.ServeJS, "/livereload": livereload.Handler}, livereload.ForceRefresh
}
