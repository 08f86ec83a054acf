// Package desk runs the whole way from raw texts to a built site; Build shows it, a line a stage.
//
// In goes a site's folder; out come its content/ and public/ folders, brought up to date, and what there is to say about the texts. The
// package decides nothing about copy, pages or publishing: it calls the stages in order, keeps what it read in memory for the next call, and
// sees to it that a failed or killed build leaves the last good site.
package desk

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"time"

	"github.com/gofrs/flock"

	"copydesk/generator/internal/cache"
	"copydesk/generator/internal/site"
)

// Desk is one site's folder and what was read of it. It serves one caller at a time.
type Desk struct {
	Root    string                             // absolute path of the site's folder
	Stage   func(name string, done, total int) // told of progress; nil for none
	NoCache bool                               // read every text anew
	Batch   int64                              // bytes of content that Hugo sees at a time; 0 for the usual

	read    map[string]reading // by path of the raw text
	cache   *cache.Cache
	program string
	ledger  *site.Ledger // nil with NoCache
	held    int          // how many times this desk holds the folder
	release func()       // gives the folder free
}

// ErrNoSite is returned by Open where there is no site.
var ErrNoSite = errors.New("no site here: there is no hugo.toml beside a content folder; change to the site's folder or name it with --dir")

// Open finds the site that dir is in: the nearest folder, upwards, with a hugo.toml and a content folder.
func Open(dir string) (*Desk, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	for at := dir; ; at = filepath.Dir(at) {
		if exists(filepath.Join(at, "hugo.toml")) && exists(filepath.Join(at, "content")) {
			return &Desk{Root: at, read: map[string]reading{}}, nil
		}
		if filepath.Dir(at) == at {
			return nil, fmt.Errorf("%s: %w", dir, ErrNoSite)
		}
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// lockWait is how long a command waits for another one to finish.
const lockWait = 30 * time.Second

// Hold keeps other commands out of the folder until done is called. A desk that holds its folder may hold it again. Where the folder cannot be
// written to nobody can build in it, so that reading needs no hold.
func (d *Desk) Hold(ctx context.Context) (done func(), err error) {
	if d.held == 0 {
		if d.release, err = d.lock(ctx); err != nil {
			return nil, err
		}
	}
	d.held++
	return sync.OnceFunc(func() {
		if d.held--; d.held == 0 {
			d.release()
		}
	}), nil
}

// lock takes the lock of the folder.
func (d *Desk) lock(ctx context.Context) (unlock func(), err error) {
	readOnly := func(err error) bool { return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) }
	if err := os.MkdirAll(d.work(), 0o777); readOnly(err) {
		return func() {}, nil
	} else if err != nil {
		return nil, fmt.Errorf("make working folder: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, lockWait)
	defer cancel()
	l := flock.New(d.work("lock"))
	ok, err := l.TryLock()
	if err == nil && !ok {
		d.stage("waiting for another build", 0, 0)
		ok, err = l.TryLockContext(ctx, 100*time.Millisecond)
	}
	switch {
	case ok:
		return func() { l.Unlock() }, nil
	case readOnly(err):
		return func() {}, nil
	case errors.Is(err, context.DeadlineExceeded):
		return nil, fmt.Errorf("another copydesk has held %s for %v; wait for it, or stop it", d.work("lock"), lockWait)
	}
	return nil, fmt.Errorf("lock %s: %w", d.work("lock"), err)
}

// work returns a path inside the working folder, which is never published and may be deleted at any time.
func (d *Desk) work(elem ...string) string {
	return filepath.Join(append([]string{d.Root, ".copydesk"}, elem...)...)
}

// stage reports progress.
func (d *Desk) stage(name string, done, total int) {
	if d.Stage != nil {
		d.Stage(name, done, total)
	}
}
