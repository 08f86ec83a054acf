// Package press renders a site in runs of bounded size, and only those pages that are not as they were at the last build.
//
// In goes a site's folder, the last site and a record of it; out comes a folder with the whole site. The pages of articles, topics, days and of
// what was taken away are leaves: each says itself all that it shows, so that a run of Hugo sees only the leaves it renders. The lists (the home
// page, the archive, the A to Zs, the site map) are rendered in a run of their own, which sees little of each leaf. Files of leaves that are as
// they were are taken over from the last site. Wherever that could make another site than one run over everything, everything is rendered, and
// Result.Whole says why. The package knows no templates' words and does not decide what a page shows.
package press

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"copydesk/generator/internal/hugo"
)

// Options says what to render. Root and Out are required.
type Options struct {
	hugo.Options
	Out    string // absolute path of the folder for the new site; it may hold files already
	Last   string // that of the last site, from which pages are taken over
	Record string // the file that tells what the last site was made of
	Maker  string // a digest of all that makes pages but the site's folder: the program
	Whole  string // why everything shall be rendered; "" where nothing speaks against less
	Look   fs.FS  // the layouts that the lists are known to work with; nil knows none
	Feed   int    // whole articles that the home page and its feeds show
	Batch  int64  // bytes of leaves a run; 0 takes usualBatch

	Settled func(file []byte) bool // whether a page has no date that is still to come
	Stage   func(done, of int)     // told of runs that are done; nil for none
	Warn    io.Writer              // for Hugo's warnings; nil drops them
}

// usualBatch is a compromise: a run costs half a second whatever it renders, and some 30 bytes of memory for each byte of leaves.
const usualBatch = 16 << 20

// Result is what was done.
type Result struct {
	Pages           int    // with an address of their own
	Rendered, Taken int    // leaves: rendered, and taken over from the last site
	Whole           string // why everything was rendered; "" where not, or where there was no last site
	record          *record
}

// Render renders the site. A failure leaves a half-filled folder behind.
func Render(ctx context.Context, o Options) (Result, error) {
	if o.Batch == 0 {
		o.Batch = usualBatch
	}
	s, err := look(ctx, o)
	if err != nil {
		return Result{}, err
	}
	last, why := s.last(ctx)
	dirty := s.dirty(last)
	p := &run{sheet: s, Result: Result{Whole: why}, record: record{Base: s.base, Pages: map[string]made{}}, claimed: map[string]string{}}
	if s.whole == "" && (len(dirty) < len(s.leaves) || size(dirty) > o.Batch) {
		err = p.parts(ctx, last, dirty)
	} else {
		err = p.all(ctx, why)
	}
	return p.Result, err
}

// Why a site is rendered in one run.
const (
	clashes = "two pages have one address"                       // Hugo decides which it is
	strayed = " belongs to no page, or to one that is not known" // taken over with no page, it could outlive its last one
)

// resources returns the files that are no pages, feeds or data.
func resources(files []string) []string {
	return slices.DeleteFunc(slices.Clone(files), func(name string) bool {
		return slices.Contains([]string{".html", ".xml", ".json", ".ics", ".txt"}, path.Ext(name))
	})
}

// run is the rendering of one sheet.
type run struct {
	*sheet
	Result
	record
	claimed map[string]string // leaf by file of the site
	shared  map[string]bool   // files of the lists
	clash   bool
}

// all renders everything in one run, for a reason.
func (p *run) all(ctx context.Context, why string) error {
	if err := p.clear(); err != nil {
		return err
	}
	p.Result.Whole, p.clash, p.record.Pages, p.claimed = why, false, map[string]made{}, map[string]string{}
	r, err := p.hugo(ctx, nil, p.leaves)
	if err != nil {
		return err
	}
	p.Result.Pages, p.Rendered, p.Taken = r.Pages, len(p.leaves), 0
	p.record.Shared = resources(r.Shared)
	p.note(r, p.leaves)
	p.keep()
	return nil
}

// parts renders the lists and the dirty leaves, and takes the others over.
func (p *run) parts(ctx context.Context, last record, dirty []leaf) error {
	batches := batch(dirty, p.Batch)
	runs := 0
	tell := func() {
		if p.Stage != nil {
			p.Stage(runs, len(batches)+1)
		}
	}
	tell()
	r, err := p.hugo(ctx, p.part(nil, true), nil)
	if err != nil {
		return err
	}
	p.Result.Pages = r.Pages
	p.shared = map[string]bool{}
	for _, name := range r.Shared {
		p.shared[name] = true
	}
	p.record.Shared = resources(r.Shared)
	for _, name := range last.Shared {
		if !p.shared[name] {
			return p.all(ctx, name+strayed)
		}
	}
	for _, leaves := range batches {
		runs++
		tell()
		r, err := p.hugo(ctx, p.part(leaves, false), leaves)
		if err != nil {
			return err
		}
		p.note(r, leaves)
	}
	if p.clash {
		return p.all(ctx, clashes)
	}
	p.Rendered, p.Taken = len(dirty), len(p.leaves)-len(dirty)
	if err := p.takeOver(last, dirty); err != nil {
		return err
	}
	p.keep()
	return nil
}

// hugo renders a part into the new site.
func (p *run) hugo(ctx context.Context, part *hugo.Part, leaves []leaf) (hugo.Report, error) {
	return p.sheet.hugo(ctx, p.Out, part, leaves)
}

// note remembers what a run made of leaves.
func (p *run) note(r hugo.Report, leaves []leaf) {
	p.clash = p.clash || r.Clash
	for _, l := range leaves {
		files := r.Made[l.path]
		for _, name := range files {
			p.claim(name, l.path)
		}
		p.record.Pages[l.path] = made{p.key(l), files}
	}
	if p.shared == nil {
		return
	}
	for _, name := range r.Shared {
		if !p.shared[name] {
			p.record.Shared = append(p.record.Shared, resources([]string{name})...)
		}
	}
}

// claim says that a file of the site is a leaf's.
func (p *run) claim(name, leaf string) {
	if old, taken := p.claimed[name]; taken && old != leaf || p.shared[name] {
		p.clash = true
	}
	p.claimed[name] = leaf
}

// takeOver links the files of the leaves that were not rendered from the last site.
func (p *run) takeOver(last record, dirty []leaf) error {
	rendered := make(map[string]bool, len(dirty))
	for _, l := range dirty {
		rendered[l.path] = true
	}
	made := ""
	for _, l := range p.leaves {
		if rendered[l.path] {
			continue
		}
		old := last.Pages[l.path]
		for _, name := range old.Files {
			p.claim(name, l.path)
			to := filepath.Join(p.Out, filepath.FromSlash(name))
			if dir := filepath.Dir(to); dir != made {
				if err := os.MkdirAll(dir, 0o777); err != nil {
					return fmt.Errorf("take over a page: %w", err)
				}
				made = dir
			}
			if err := link(filepath.Join(p.Last, filepath.FromSlash(name)), to); err != nil {
				return fmt.Errorf("take over a page: %w", err)
			}
		}
		p.record.Pages[l.path] = old
	}
	return nil
}

// link makes to another name of the file from, or a copy where the disk has no such thing.
func link(from, to string) error {
	if os.Link(from, to) == nil {
		return nil
	}
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o666)
}

// clear takes away what the runs wrote.
func (p *run) clear() error {
	for name := range p.claimed {
		if err := os.Remove(filepath.Join(p.Out, filepath.FromSlash(name))); err != nil && !os.IsNotExist(err) {
			return fmt.Errorf("clear a page: %w", err)
		}
	}
	p.shared = nil
	return nil
}

// batch divides leaves into runs of about so many bytes.
func batch(leaves []leaf, most int64) [][]leaf {
	var out [][]leaf
	for len(leaves) > 0 {
		n, sum := 0, int64(0)
		for n < len(leaves) && (n == 0 || sum+leaves[n].size <= most) {
			sum += leaves[n].size
			n++
		}
		out = append(out, leaves[:n])
		leaves = leaves[n:]
	}
	return out
}

func size(leaves []leaf) int64 {
	sum := int64(0)
	for _, l := range leaves {
		sum += l.size
	}
	return sum
}
