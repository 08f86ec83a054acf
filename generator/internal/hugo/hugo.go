// Package hugo is the seam to Hugo: the only package that imports it.
//
// In goes a site's folder with its content/, layouts/, static/ and hugo.toml; out comes a built site, or a part of it, in a folder. The package knows nothing of articles. Hugo's logger and clock are global to the process, so only one
// build runs at a time.
package hugo

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"github.com/bep/logg"
	hugoinfo "github.com/gohugoio/hugo/common/hugo"
	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/gohugoio/hugo/hugolib/segments"
	"github.com/spf13/afero"
	"github.com/spf13/fsync"
)

// Version returns Hugo's version: "0.165.0".
func Version() string { return hugoinfo.CurrentVersion.String() }

// Options says what to build. Root is required.
type Options struct {
	Root      string   // absolute path of the site's folder
	Resources string   // where drawn images are kept between builds, below Root; "" takes Hugo's place for them
	BaseURL   string   // "" takes hugo.toml's
	Drafts    bool     // also build drafts
	Future    bool     // also build what is dated in the future
	Part      *Part    // nil renders the whole site
	Tell      []string // content files, such as "notes/one.md", of whose pages the report tells the files
}

// engine is Hugo, configured.
type engine struct {
	sites *hugolib.HugoSites
	fs    *hugofs.Fs
	log   *bytes.Buffer
}

// open configures Hugo to write below publishDir, an absolute path, of dst.
func open(o Options, dst afero.Fs, publishDir string) (*engine, error) {
	flags := config.New()
	flags.Set("workingDir", o.Root)
	flags.Set("publishDir", publishDir)
	if o.Resources != "" {
		flags.Set("resourceDir", o.Resources)
	}
	flags.Set("buildDrafts", o.Drafts)
	flags.Set("buildFuture", o.Future)
	if o.BaseURL != "" {
		flags.Set("baseURL", o.BaseURL)
	}
	log := new(bytes.Buffer)
	var src afero.Fs = hugofs.Os
	if o.Part != nil {
		src = partFs{src, filepath.Join(o.Root, "content"), o.Part}
	}
	cfgs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Fs: src, Flags: flags, ConfigDir: "config", Environment: "production",
		Logger: loggers.New(loggers.Options{Level: logg.LevelWarn, StdOut: io.Discard, StdErr: log}),
		// Not empty, or Hugo would read HUGO_* from the process and the same input could give other bytes.
		Environ: []string{"COPYDESK=1"},
	})
	if err != nil {
		return nil, fmt.Errorf("read hugo.toml: %w", err)
	}
	if o.Part != nil {
		for _, l := range cfgs.LanguageConfigMap {
			l.Segments.Config = &segments.Segments{SegmentFilter: segment{o.Part}}
		}
	}
	for _, key := range []string{"publishDir", "publishDirStatic", "publishDirDynamic"} {
		flags.Set(key, publishDir)
	}
	fs := hugofs.NewFromSourceAndDestination(src, dst, flags)
	sites, err := hugolib.NewHugoSites(deps.DepsCfg{Configs: cfgs, Fs: fs, LogLevel: logg.LevelWarn, StdOut: io.Discard, StdErr: log})
	if err != nil {
		return nil, fmt.Errorf("open site: %w", err)
	}
	return &engine{sites: sites, fs: fs, log: log}, nil
}

// copyStatic copies static/, which hugolib leaves to its caller.
func (e *engine) copyStatic() error {
	for _, src := range e.sites.BaseFs.Static {
		if _, err := src.Fs.Stat(string(filepath.Separator)); errors.Is(err, fs.ErrNotExist) {
			continue // a site may have none
		}
		sync := fsync.NewSyncer()
		sync.NoTimes, sync.NoChmod = true, true
		sync.SrcFs, sync.DestFs = src.Fs, e.fs.PublishDirStatic
		if err := sync.Sync(string(filepath.Separator), string(filepath.Separator)); err != nil {
			return fmt.Errorf("copy static: %w", err)
		}
	}
	return nil
}

// ErrManyFailed is returned where so many pages fail that Hugo hangs instead of saying why: its renderers stop at the tenth error while
// pages are still being handed to them. The engine it came from is lost.
var ErrManyFailed = errors.New("ten pages or more could not be rendered, and Hugo does not say why; undo the last change in layouts/ or hugo.toml, or break one page alone to see the reason")

// How Hugo is watched for hanging.
const (
	glance = 500 * time.Millisecond // between two looks
	grace  = 5 * time.Second        // to return after it gave up
)

// build runs Hugo and gives up on it when it hangs.
func (e *engine) build() error {
	done := make(chan error, 1)
	go func() { done <- e.sites.Build(hugolib.BuildCfg{NoBuildLock: true}) }()
	look := time.NewTicker(glance)
	defer look.Stop()
	var gaveUp time.Time
	for {
		select {
		case err := <-done:
			return err
		case now := <-look.C:
			select {
			case <-e.sites.Done():
				if gaveUp.IsZero() {
					gaveUp = now
				} else if now.Sub(gaveUp) > grace {
					return ErrManyFailed
				}
			default:
			}
		}
	}
}

// explain adds to an error what Hugo only logged.
func (e *engine) explain(err error) error {
	if err == nil {
		return nil
	}
	logged := strings.TrimSpace(e.log.String())
	e.log.Reset()
	if logged == "" || strings.Contains(err.Error(), logged) {
		return err
	}
	return fmt.Errorf("%w\n%s", err, logged)
}

// warnings writes what Hugo warned of to w.
func (e *engine) warnings(w io.Writer) {
	if w != nil {
		io.Copy(w, e.log)
	}
	e.log.Reset()
}
