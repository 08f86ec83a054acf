package desk

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"copydesk/generator/internal/crew"
	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/page"
	"copydesk/generator/internal/press"
	"copydesk/generator/internal/related"
	"copydesk/generator/internal/site"
	"copydesk/generator/internal/source"
	"copydesk/generator/internal/stamp"
	"copydesk/generator/internal/topic"
)

// Options says how to build. The zero value builds the site as hugo.toml says.
type Options struct {
	BaseURL string
	Drafts  bool
	Future  bool
	Warn    io.Writer // for Hugo's own warnings; nil drops them
}

// Result is what a build did.
type Result struct {
	Corpus      *topic.Corpus // of Content; Build has let go of it
	Content     site.Report
	Site        press.Result
	Diagnostics []diag.Diagnostic
	Elapsed     time.Duration
	Current     bool // nothing has changed since the last build, so nothing was done; there is no Corpus
}

// Build is the whole way, raw texts to public/. On an error the last good public/ is untouched. Where nothing has changed since the last build it
// returns at once.
func (d *Desk) Build(ctx context.Context, o Options) (Result, error) {
	start := time.Now()
	done, err := d.Hold(ctx)
	if err != nil {
		return Result{}, err
	}
	defer done()
	if err := d.heal(); err != nil {
		return Result{}, err
	}
	w := d.watch(ctx, o)
	if r, ok := w.current(ctx); ok {
		r.Elapsed = time.Since(start)
		return r, w.warn(o.Warn)
	}
	r, err := d.Content(ctx)
	if err != nil {
		return r, err
	}
	w.contentDone(ctx, r.Content)
	staging := d.work("staging")
	defer os.RemoveAll(staging)
	d.stage("indexing", 0, 0)
	if err := writeIndex(staging, r.Corpus); err != nil { // articles and topics -> search/
		return r, err
	}
	r.Corpus = d.letGo()
	d.stage("building pages", 0, 0)
	r.Site, err = d.press(ctx, w, o, staging)
	if err := errors.Join(err, w.warn(o.Warn)); err != nil {
		return r, fmt.Errorf("build site: %w", err)
	}
	if err := verify(staging); err != nil {
		return r, err
	}
	w.siteDone(ctx, r)
	if err := errors.Join(ctx.Err(), w.forget()); err != nil {
		return r, err
	}
	if err := errors.Join(d.swap(staging), d.allSeen()); err != nil {
		return r, err
	}
	r.Elapsed = time.Since(start)
	public, err := stamp.List(ctx, d.public(), nil)
	if err != nil {
		return r, err
	}
	shown := public.Digest()
	if err := d.sign(ctx, o, w, shown); err != nil {
		return r, err
	}
	return r, w.remember(r.Site, shown) // last: a build that is remembered is a signed one
}

// letGo frees what was read, and returns no corpus: from here on content/ says it all, and Hugo needs the memory.
func (d *Desk) letGo() *topic.Corpus {
	d.read = map[string]reading{}
	debug.FreeOSMemory()
	return nil
}

// Content brings content/ up to date: raw texts -> articles -> topics -> pages.
func (d *Desk) Content(ctx context.Context) (Result, error) {
	done, err := d.Hold(ctx)
	if err != nil {
		return Result{}, err
	}
	defer done()
	wishes, err := d.wishes()
	if err != nil {
		return Result{}, err
	}
	r, err := d.corpus(ctx, wishes, d.decisions)
	if err != nil {
		return r, err
	}
	d.stage("writing content", 0, 0)
	options, err := d.siteOptions(wishes)
	if err != nil {
		return r, err
	}
	options.Ledger = d.ledger
	content, ds, err := site.Write(ctx, d.Root, page.Plan(r.Corpus, wishes.Pages), options) // articles and topics -> pages -> content/
	r.Content, r.Diagnostics = content, append(r.Diagnostics, ds...)
	diag.Sort(r.Diagnostics)
	return r, errors.Join(err, d.noteUnseen(options.Unseen, content), d.ledger.Keep(d.ledgerFile()))
}

// corpus reads and relates all that the site is made of.
func (d *Desk) corpus(ctx context.Context, w wishes, decide func() (topic.Decisions, []diag.Diagnostic, error)) (Result, error) {
	var r Result
	say := func(ds []diag.Diagnostic) { r.Diagnostics = append(r.Diagnostics, ds...) }

	paths, ds, err := source.Find(d.Root, "content/raw") // which raw texts there are
	say(ds)
	if err != nil {
		return r, err
	}
	corpus, ds, err := d.ReadAll(ctx, paths) // raw bytes -> annotated articles, each for itself
	say(ds)
	if err != nil {
		return r, err
	}
	decisions, ds, err := decide() // what the editor decided about topics
	say(ds)
	if err != nil {
		return r, err
	}
	d.stage("relating", 0, 0)
	addresses, err := d.addresses()
	if err != nil {
		return r, err
	}
	var links [][]related.Link
	err = crew.Each(ctx, 2, func(i int) error {
		if i == 0 {
			r.Corpus, ds = topic.Build(corpus, topic.Options{Decisions: decisions, Addresses: addresses, Today: w.Today}) // articles -> topics
		} else {
			links = related.Rank(corpus) // which articles are near each other
		}
		return nil
	})
	if err != nil {
		return r, err
	}
	say(ds)
	r.Corpus.Relate(links) // which of them belong together, and why
	return r, nil
}

// addresses returns where the pages of content/ live, so that none moves.
func (d *Desk) addresses() (topic.Addresses, error) {
	existing, err := site.Disk(d.Root, d.ledger)
	if err != nil {
		return topic.Addresses{}, err
	}
	return existing.Addresses()
}

// decisions reads content/topics.yaml, which may be missing.
func (d *Desk) decisions() (topic.Decisions, []diag.Diagnostic, error) {
	const name = "content/topics.yaml"
	b, err := os.ReadFile(filepath.Join(d.Root, filepath.FromSlash(name)))
	if os.IsNotExist(err) {
		return topic.Decisions{}, nil, nil
	}
	if err != nil {
		return topic.Decisions{}, nil, fmt.Errorf("read decisions: %w", err)
	}
	decisions, ds := topic.ParseDecisions(name, b)
	return decisions, ds, nil
}
