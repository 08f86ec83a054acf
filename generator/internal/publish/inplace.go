package publish

import (
	"bytes"
	"context"
	"crypto/md5"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sync"
	"time"

	"copydesk/generator/internal/crew"
	"copydesk/generator/internal/release"
)

// inPlace is a target whose files are replaced one by one. Its manifest tells at any moment what is there: a file is in doubt from before it is
// sent until after, so that a stopped publication can go on.
type inPlace struct {
	store
	name string
	form string
	pack bool
	ttl  time.Duration // of the lock; 0 takes lockFor
}

// hands is how many files are sent at a time.
const hands = 8

// noted is how long the manifest may lag behind what was sent.
const noted = 10 * time.Second

func (t *inPlace) Close() error { return t.close() }

// Back is not to be had: the earlier files are gone.
func (t *inPlace) Back(context.Context) (release.Release, error) {
	return release.Release{}, ErrNoBack
}

// Last reads the manifest.
func (t *inPlace) Last(ctx context.Context) (release.Release, error) {
	var b []byte
	err := try(ctx, 0, func(ctx context.Context) (err error) {
		b, err = t.read(ctx, release.Manifest)
		return err
	})
	if missing(err) {
		var r release.Release
		err := try(ctx, 0, func(ctx context.Context) error {
			r.Strangers = nil
			return t.list(ctx, func(o object) { r.Strangers = append(r.Strangers, o.path) })
		})
		slices.Sort(r.Strangers)
		return r, clean(err)
	}
	if err != nil {
		return release.Release{}, clean(err)
	}
	return release.Decode(b)
}

// Put sends what changed, then removes what is gone, and looks whether all is there.
func (t *inPlace) Put(ctx context.Context, j Job) (err error) {
	ctx, unlock, err := t.lock(ctx)
	if err != nil {
		return clean(err)
	}
	defer func() {
		err = clean(errors.Join(err, unlock()))
	}()
	last, err := t.Last(ctx)
	if err != nil {
		return err
	}
	if !last.Made.Equal(j.Last.Made) || last.Open != j.Last.Open {
		return final{ErrOutrun}
	}
	n := newNotes(t, j)
	if err := n.write(ctx); err != nil {
		return err
	}
	for _, step := range []func(context.Context, Job, *notes) error{t.send, t.removeAll, t.verify} {
		if err := step(ctx, j, n); err != nil {
			// Best if it can still be written; without it the next publication sends a little more.
			_ = within(context.WithoutCancel(ctx), afterwards, n.write)
			return err
		}
	}
	n.release.Open = false
	return n.write(ctx)
}

// send sends the files, a step after the other, several at a time.
func (t *inPlace) send(ctx context.Context, j Job, n *notes) error {
	total, done := len(j.Change.Added)+len(j.Change.Changed), 0
	var mu sync.Mutex
	for _, step := range j.Change.Steps() {
		err := crew.EachOf(ctx, hands, len(step), func(i int) error {
			o, err := t.sendOne(ctx, j, step[i])
			if err != nil {
				return err
			}
			mu.Lock()
			defer mu.Unlock()
			done++
			j.Step("uploading", done, total)
			return n.sent(ctx, o)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// sendOne sends one file and returns it as it is stored.
func (t *inPlace) sendOne(ctx context.Context, j Job, path string) (object, error) {
	data, err := fs.ReadFile(j.Public, path)
	if err != nil {
		return object{}, final{fmt.Errorf("%w: %w", ErrChanged, err)}
	}
	sum := sha256.Sum256(data)
	if f, _ := j.Next.Find(path); hex.EncodeToString(sum[:]) != f.SHA256 {
		return object{}, final{ErrChanged}
	}
	head := release.HeadOf(path, data)
	if t.pack {
		data, head = release.Pack(path, data, head)
	}
	err = try(ctx, j.Pause, func(ctx context.Context) error { return t.write(ctx, path, data, head, false) })
	stored := md5.Sum(data)
	return object{path, int64(len(data)), stored[:]}, err
}

// removeAll removes what is gone.
func (t *inPlace) removeAll(ctx context.Context, j Job, n *notes) error {
	var mu sync.Mutex
	done := 0
	return crew.EachOf(ctx, hands, len(j.Change.Removed), func(i int) error {
		path := j.Change.Removed[i]
		if err := try(ctx, j.Pause, func(ctx context.Context) error { return t.remove(ctx, path) }); err != nil {
			return err
		}
		mu.Lock()
		defer mu.Unlock()
		done++
		j.Step("removing", done, len(j.Change.Removed))
		n.removed(path)
		return nil
	})
}

// verify looks at what is at the target. What is missing or unlike what was sent is put in doubt, so that the next publication sends it.
func (t *inPlace) verify(ctx context.Context, j Job, n *notes) error {
	j.Step("verifying", 0, 0)
	var there map[string]object
	err := try(ctx, j.Pause, func(ctx context.Context) error {
		there = map[string]object{}
		return t.list(ctx, func(o object) { there[o.path] = o })
	})
	if err != nil {
		return err
	}
	var bad []string
	for _, f := range j.Next.Files {
		o, ok := there[f.Path]
		want, now := n.stored[f.Path]
		if !ok || now && (o.size != want.size || o.md5 != nil && !bytes.Equal(o.md5, want.md5)) || !now && !t.pack && o.size != f.Size {
			bad = append(bad, f.Path)
		}
	}
	if len(bad) == 0 {
		return nil
	}
	n.doubt(bad)
	return final{fmt.Errorf("%d files at the target are not what was published, %s first; run 'copydesk publish' again, and it sends them anew", len(bad), bad[0])}
}
