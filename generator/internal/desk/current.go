package desk

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"time"

	"copydesk/generator/internal/cache"
	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/press"
	"copydesk/generator/internal/site"
	"copydesk/generator/internal/stamp"
)

// built is what is kept of a build, so that the next one can tell that nothing has changed since.
type built struct {
	Program string            // its hash
	Options string            // the build's
	Inputs  string            // digest of all files of the site's folder but public/
	Fresh   map[string]string // hashes of the inputs that could have changed without showing it
	Public  string            // digest of public/

	Content     site.Report
	Site        press.Result
	Warnings    string // Hugo's own
	Diagnostics []diag.Diagnostic
}

// watch follows one build, to tell afterwards what it was made of.
type watch struct {
	d      *Desk
	built  built
	warned bytes.Buffer
	inputs stamp.Listing // as they were before the build, and then before Hugo began
	doubt  error         // why the build will not be remembered; nil while it can be
	awaits error         // why it will be as good as forgotten when a day comes; nil where it will not
}

// errChanged is the doubt where somebody changed files while the site was built of them.
var errChanged = errors.New("changed while the site was built")

// memory is the file that remembers the last build.
func (d *Desk) memory() string { return d.work("built.json") }

// watch lists what the build is made of. An error is no reason to stop: the build is only not remembered.
func (d *Desk) watch(ctx context.Context, o Options) *watch {
	w := &watch{d: d, built: built{Options: fmt.Sprintf("%q %t %t", o.BaseURL, o.Drafts, o.Future)}}
	if w.built.Program, w.doubt = cache.Program(); w.doubt == nil {
		w.inputs, w.doubt = d.inputs(ctx)
	}
	return w
}

// inputs lists the files of the site's folder, but for what is made of them and what begins with a full stop.
func (d *Desk) inputs(ctx context.Context) (stamp.Listing, error) {
	return stamp.List(ctx, d.Root, func(path string) bool {
		return path == "public" || path == "resources" || strings.HasPrefix(path, ".")
	})
}

// current returns the result of the last build where that was made of the same files in the same way and public/ is as it left it.
func (w *watch) current(ctx context.Context) (Result, bool) {
	data, err := os.ReadFile(w.d.memory())
	if _, unsigned := os.Stat(w.d.signatureFile()); err != nil || unsigned != nil || w.doubt != nil || w.d.NoCache {
		return Result{}, false
	}
	var last built
	if json.Unmarshal(data, &last) != nil || last.Program != w.built.Program || last.Options != w.built.Options || last.Inputs != w.inputs.Digest() {
		return Result{}, false
	}
	var paths []string
	for p := range last.Fresh {
		paths = append(paths, p)
	}
	if sums, err := stamp.Sums(ctx, w.d.Root, paths); err != nil || !maps.Equal(sums, last.Fresh) {
		return Result{}, false
	}
	public, err := stamp.List(ctx, w.d.public(), nil)
	if err != nil || public.Digest() != last.Public {
		return Result{}, false
	}
	w.built = last
	return Result{Content: last.Content, Site: last.Site, Diagnostics: last.Diagnostics, Current: true}, true
}

// warn hands on what Hugo warned of, in this build or in the one that is current.
func (w *watch) warn(to io.Writer) error {
	text := w.built.Warnings + w.warned.String()
	if to == nil || text == "" {
		return nil
	}
	_, err := io.WriteString(to, text)
	return err
}

// contentDone looks at the folder again once content/ is written: nobody but the build must have changed it.
func (w *watch) contentDone(ctx context.Context, r site.Report) {
	if w.doubt != nil {
		return
	}
	now := time.Now()
	after, err := w.d.inputs(ctx)
	if err != nil {
		w.doubt = err
		return
	}
	if w.doubt = onlyBy(r, w.inputs, after); w.doubt != nil {
		return
	}
	w.inputs, w.built.Inputs = after, after.Digest()
	if w.doubt = w.d.steady(after); w.doubt != nil {
		return
	}
	w.awaits = w.d.settled(ctx, after, now)
	w.built.Fresh, w.doubt = stamp.Sums(ctx, w.d.Root, after.Fresh(now))
}

// onlyBy returns an error unless the files after are those before with what r wrote and removed.
func onlyBy(r site.Report, before, after stamp.Listing) error {
	was := make(map[string]stamp.File, len(before))
	for _, f := range before {
		was[f.Path] = f
	}
	for _, name := range r.Gone {
		delete(was, "content/"+name)
	}
	for _, f := range after {
		old, there := was[f.Path]
		delete(was, f.Path)
		wrote, ours := r.Times[strings.TrimPrefix(f.Path, "content/")]
		switch {
		case ours && strings.HasPrefix(f.Path, "content/"):
			if wrote.UnixNano() != f.Modified {
				return fmt.Errorf("%s %w", f.Path, errChanged)
			}
		case !there || old != f:
			return fmt.Errorf("%s %w", f.Path, errChanged)
		case !f.Mode.IsRegular():
			return fmt.Errorf("%s is a link, and what it leads to is not watched", f.Path)
		}
	}
	for name := range was {
		return fmt.Errorf("%s %w", name, errChanged)
	}
	return nil
}

// siteDone looks once more after Hugo is done.
func (w *watch) siteDone(ctx context.Context, r Result) {
	if w.doubt != nil {
		return
	}
	after, err := w.d.inputs(ctx)
	if err == nil && after.Digest() != w.built.Inputs {
		err = fmt.Errorf("files %w", errChanged)
	}
	fresh := make([]string, 0, len(w.built.Fresh))
	for p := range w.built.Fresh {
		fresh = append(fresh, p)
	}
	if err == nil {
		var sums map[string]string
		if sums, err = stamp.Sums(ctx, w.d.Root, fresh); err == nil && !maps.Equal(sums, w.built.Fresh) {
			err = fmt.Errorf("files %w", errChanged)
		}
	}
	if w.doubt = err; err != nil {
		return
	}
	w.built.Content, w.built.Site, w.built.Diagnostics, w.built.Warnings = r.Content, r.Site, r.Diagnostics, w.warned.String()
	w.built.Content.Written, w.built.Content.Removed = 0, 0
	w.built.Content.Changed, w.built.Content.New, w.built.Content.Gone, w.built.Content.Times = nil, nil, nil, nil
	w.built.Content.Unchanged = r.Content.Unchanged + r.Content.Written
}

// forget takes the memory of the last build away, before public/ is replaced.
func (w *watch) forget() error {
	if err := os.Remove(w.d.memory()); err != nil && !os.IsNotExist(err) {
		return fmt.Errorf("forget the last build: %w", err)
	}
	return nil
}

// remember keeps the build, now that it is public/, whose listing has the digest public. What cannot be remembered, the next build does again.
func (w *watch) remember(r press.Result, public string) error {
	if w.doubt != nil {
		return r.Forget(w.d.record())
	}
	w.built.Public = public
	if err := r.Remember(w.d.record(), public); err != nil || w.awaits != nil {
		return err
	}
	data, err := json.Marshal(w.built)
	if err != nil {
		return err
	}
	return site.Replace(filepath.Clean(w.d.memory()), data)
}
