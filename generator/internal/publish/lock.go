package publish

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"copydesk/generator/internal/crew"
	"copydesk/generator/internal/release"
)

// lockFile is where a target that is being published to says so.
const lockFile = release.Folder + "/lock.json"

// lockFor is how long a lock holds without being renewed, which is done three times in that span. A publication that was killed keeps others
// out for no longer.
const lockFor = 2 * time.Minute

// held is what a lock says.
type held struct {
	By    string    // "host, process 4711"
	Since time.Time // when it began
	Until time.Time // when it may be taken over
	Token string
}

// lock keeps other publications out of the target. The context ends when the lock is lost; unlock gives it back.
func (t *inPlace) lock(ctx context.Context) (context.Context, func() error, error) {
	ttl := t.ttl
	if ttl == 0 {
		ttl = lockFor
	}
	host, _ := os.Hostname()
	now := time.Now().UTC()
	mine := held{By: fmt.Sprintf("%s, process %d", host, os.Getpid()), Since: now, Until: now.Add(ttl), Token: rand.Text()}
	if err := t.take(ctx, mine); err != nil {
		return ctx, nil, err
	}
	ctx, stop := crew.Beside(ctx, ttl/3, func(ctx context.Context) error { return t.renew(ctx, mine, ttl) })
	return ctx, func() error {
		free := context.WithoutCancel(ctx)
		stop()
		return within(free, afterwards, func(ctx context.Context) error {
			if h, err := t.holder(ctx); err != nil || h.Token != mine.Token {
				return nil // taken over, or it runs out by itself
			}
			return t.remove(ctx, lockFile)
		})
	}, nil
}

// renew says that the lock holds for another while, or returns ErrOutrun where another publication has it.
func (t *inPlace) renew(ctx context.Context, mine held, ttl time.Duration) error {
	if h, err := t.holder(ctx); err == nil && h.Token != mine.Token || missing(err) {
		return final{ErrOutrun}
	}
	mine.Until = time.Now().UTC().Add(ttl)
	// One renewal may fail; the lock holds until two more have been tried.
	_ = t.writeLock(ctx, mine, false)
	return nil
}

// take writes the lock where there is none, or one that ran out.
func (t *inPlace) take(ctx context.Context, mine held) error {
	for range 2 {
		err := try(ctx, 0, func(ctx context.Context) error { return t.writeLock(ctx, mine, true) })
		if !errors.Is(err, fs.ErrExist) {
			return err
		}
		h, err := t.holder(ctx)
		switch {
		case missing(err):
			continue
		case err == nil && h.Token == mine.Token:
			return nil // the answer to our own write was lost
		case err == nil && time.Now().Before(h.Until):
			return final{fmt.Errorf("%s has been publishing to %s since %s; wait for it. If it was killed, its lock runs out at %s",
				h.By, t.name, h.Since.Local().Format(time.TimeOnly), h.Until.Local().Format(time.TimeOnly))}
		}
		if err := t.remove(ctx, lockFile); err != nil {
			return err
		}
	}
	return final{fmt.Errorf("another publication to %s began at the same moment; wait for it", t.name)}
}

func (t *inPlace) holder(ctx context.Context) (held, error) {
	var h held
	b, err := t.read(ctx, lockFile)
	if err != nil {
		return h, err
	}
	return h, json.Unmarshal(b, &h)
}

func (t *inPlace) writeLock(ctx context.Context, h held, fresh bool) error {
	b, err := json.Marshal(h)
	if err != nil {
		return err
	}
	return t.write(ctx, lockFile, b, release.Head{ContentType: "application/json", CacheControl: "no-store"}, fresh)
}
