package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"copydesk/generator/internal/release"
)

// object is a file at a target.
type object struct {
	path string
	size int64  // in bytes, as stored
	md5  []byte // nil where the store does not tell
}

// store is a place that holds files by path. Its errors are ready to be read.
type store interface {
	list(context.Context, func(object)) error
	read(ctx context.Context, path string) ([]byte, error) // fs.ErrNotExist where there is none
	// write puts a file whole or not at all. With fresh set it returns fs.ErrExist where there is one.
	write(ctx context.Context, path string, data []byte, h release.Head, fresh bool) error
	remove(ctx context.Context, path string) error // no error where there is none
	close() error
}

// errFinal marks what no new try mends: wrong credentials, a missing bucket, a folder that cannot be written.
var errFinal = errors.New("no new try")

// final is an error that no new try mends.
type final struct{ error }

func (final) Is(target error) bool { return target == errFinal }
func (f final) Unwrap() error      { return f.error }

// How often what fails is tried, and the longest pause between two tries. The first pause is the job's; each next one is twice as long.
const (
	tries   = 6
	longest = 15 * time.Second
	usual   = 500 * time.Millisecond
)

// retry does what may fail for a broken connection until it is done or no new try helps.
func retry(ctx context.Context, pause time.Duration, do func() error) error {
	if pause == 0 {
		pause = usual
	}
	for n := 1; ; n++ {
		err := do()
		switch {
		case err == nil, errors.Is(err, errFinal), errors.Is(err, fs.ErrExist), errors.Is(err, fs.ErrNotExist):
			return err
		case ctx.Err() != nil:
			return context.Cause(ctx)
		case n == tries:
			return fmt.Errorf("%w (tried %d times; run it again, and it goes on from here)", err, tries)
		}
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case <-time.After(pause):
		}
		pause = min(2*pause, longest)
	}
}

// patience is how long a store may take over one thing: a connection that stands still for so long is broken.
const patience = 5 * time.Minute

// try is retry for what a store does.
func try(ctx context.Context, pause time.Duration, do func(context.Context) error) error {
	return retry(ctx, pause, func() error { return within(ctx, patience, do) })
}

// within does what must end in time.
func within(ctx context.Context, most time.Duration, do func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, most)
	defer cancel()
	return do(ctx)
}

// afterwards is how long what is left to do takes at most once a publication ended, perhaps since the connection is gone.
const afterwards = 10 * time.Second
