// Package publish brings a built site to a target and keeps it there: a folder, a bucket (S3, Google Cloud Storage, Azure), a branch of a git
// repository, a folder of another machine.
//
// In go a target, as hugo.toml names it, the folder of a built site, and the change that a person agreed to; out comes a target that shows the
// site. What is at a target and was not put there by this package is left alone. The package builds nothing, asks nothing and prints nothing.
// Credentials come from the usual environment of each provider, and no error holds one.
package publish

import (
	"context"
	"errors"
	"io/fs"
	"time"

	"copydesk/generator/internal/release"
)

// Target is a place where a site is shown.
type Target interface {
	// Last returns the release that the target shows; the zero release, with the strangers there, where nothing was published.
	Last(context.Context) (release.Release, error)
	// Put makes the target show the next release. On an error the target shows a site that is whole, and the next Put goes on from there.
	Put(context.Context, Job) error
	// Back makes the target show the release before the one it shows, which it returns; ErrNoBack where it keeps none.
	Back(context.Context) (release.Release, error)
	Close() error
}

// Job is what to publish.
type Job struct {
	Public     fs.FS
	Dir        string // the same folder's path
	Last, Next release.Release
	Change     release.Change
	Step       func(what string, done, total int) // told of progress; never nil
	Pause      time.Duration                      // before the first new try of what failed; 0 takes half a second
}

// Errors that a target returns.
var (
	ErrNoBack  = errors.New("the target keeps no earlier release; check out the earlier content, run 'copydesk build' and publish that")
	ErrOutrun  = errors.New("something else was published to the target meanwhile; look at 'copydesk plan' and publish again")
	ErrChanged = errors.New("public/ changed while it was published; run 'copydesk publish' again")
)

// Open returns the target.
func Open(ctx context.Context, c Config) (Target, error) {
	switch {
	case c.Git != "":
		return openGit(c)
	case c.SSH != "":
		return openSSH(c)
	case c.Folder != "":
		dir, err := c.folder()
		if err != nil {
			return nil, err
		}
		if c.Keep > 0 {
			return &releases{dir: dir, keep: c.Keep}, nil
		}
		return &inPlace{store: folder{dir}, name: c.Place(), form: "plain"}, nil
	}
	s, err := openBucket(ctx, c)
	if err != nil {
		return nil, clean(err)
	}
	t := &inPlace{store: s, name: c.Place(), form: "plain"}
	if c.Compress == nil || *c.Compress {
		t.form, t.pack = "gzip", true
	}
	return t, nil
}

// Form returns how a target sends files; the next release has it too.
func Form(t Target) string {
	if t, ok := t.(*inPlace); ok {
		return t.form
	}
	return ""
}
