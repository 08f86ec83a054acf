package desk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"copydesk/generator/internal/press"
	"copydesk/generator/internal/site"
	"copydesk/generator/internal/stamp"
)

// signature says how public/ was built and of what, so that a stale or half-made site is not published.
type signature struct {
	Sources string // digest of what it was built of
	Public  string // digest of what was built
	Drafts  bool
	Future  bool
}

// Errors of Built. Each says what to do.
var (
	ErrNotBuilt = errors.New("public/ was not made by 'copydesk build'; run it first")
	ErrStale    = errors.New("what the site is made of was changed after public/ was built; run 'copydesk build' first")
	ErrTouched  = errors.New("public/ was changed after it was built; run 'copydesk build' first, or publish it as it is with --as-is")
	ErrDrafts   = errors.New("public/ was built with --drafts or --future, for your eyes only; run 'copydesk build' first, or publish it as it is with --as-is")
)

// signatureFile is where a build says what public/ was built of.
func (d *Desk) signatureFile() string { return d.work("publishable.json") }

// Built keeps builds away from public/ until done is called, and returns the folder. Where public/ is stale, changed by hand or meant for the
// editor's eyes alone, it returns an error that says so, unless asIs is set.
func (d *Desk) Built(ctx context.Context, asIs bool) (public string, done func(), err error) {
	done, err = d.Hold(ctx)
	if err != nil {
		return "", nil, err
	}
	if err = d.heal(); err == nil {
		err = verify(d.public())
	}
	if err == nil && !asIs {
		err = d.fresh(ctx)
	}
	if err != nil {
		done()
		return "", nil, err
	}
	return d.public(), done, nil
}

// fresh returns nil where public/ is whole and was built, for all to see, of what the site is made of now.
func (d *Desk) fresh(ctx context.Context) error {
	b, err := os.ReadFile(d.signatureFile())
	var s signature
	if err != nil || json.Unmarshal(b, &s) != nil {
		return ErrNotBuilt
	}
	sources, err := d.sources(ctx)
	if err != nil {
		return err
	}
	public, err := stamp.List(ctx, d.public(), nil)
	switch {
	case err != nil:
		return err
	case s.Drafts || s.Future:
		return ErrDrafts
	case s.Sources != sources:
		return ErrStale
	case s.Public != public.Digest():
		return ErrTouched
	}
	return nil
}

// sign says of what public/, whose listing has the digest public, was built, so that it may be published. Where files changed meanwhile, it is
// stale from the first.
func (d *Desk) sign(ctx context.Context, o Options, w *watch, public string) error {
	sources, err := d.sources(ctx)
	if err != nil {
		return err
	}
	s := signature{sources, public, o.Drafts, o.Future}
	if errors.Is(w.doubt, errChanged) {
		s.Sources = ""
	}
	b, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return site.Replace(d.signatureFile(), b)
}

// sources returns a digest of what the site is built of. Other folders, such as one that the site is published to, are no part of that.
func (d *Desk) sources(ctx context.Context) (string, error) {
	files, err := stamp.List(ctx, d.Root, func(path string) bool {
		top, _, _ := strings.Cut(path, "/")
		return top != "static" && !slices.Contains(press.Sources[:], top)
	})
	if err != nil {
		return "", err
	}
	settings, err := d.settings()
	return files.Digest() + settings, err
}

// settings returns a digest of what hugo.toml says, but for [params.copydesk], where the site is published to: nothing is built of that.
func (d *Desk) settings() (string, error) {
	all, err := d.config()
	if err != nil {
		return "", err
	}
	if params, ok := all["params"].(map[string]any); ok {
		delete(params, "copydesk")
	}
	b, err := json.Marshal(all) // in order of the names
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:]), err
}

// config reads hugo.toml.
func (d *Desk) config() (map[string]any, error) {
	const name = "hugo.toml"
	b, err := os.ReadFile(filepath.Join(d.Root, name))
	if err != nil {
		return nil, fmt.Errorf("read settings: %w", err)
	}
	var all map[string]any
	if err := toml.Unmarshal(b, &all); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return all, nil
}
