package desk

import (
	"context"
	"fmt"
	"time"

	"copydesk"
	"copydesk/generator/internal/cache"
	"copydesk/generator/internal/hugo"
	"copydesk/generator/internal/press"
)

// record is the file that tells which page public/ was made of which file.
func (d *Desk) record() string { return d.work("pages.json") }

// Pressing says how the pages of content/ are rendered, but not where to.
func (d *Desk) Pressing(o Options) (press.Options, error) {
	wishes, err := d.wishes()
	if err != nil {
		return press.Options{}, err
	}
	program, err := cache.Program()
	today := yesterday(time.Now())
	return press.Options{
		Options: hugo.Options{Root: d.Root, BaseURL: o.BaseURL, Drafts: o.Drafts, Future: o.Future},
		Maker:   program, Look: copydesk.Look, Feed: wishes.Feed, Batch: d.Batch, Warn: o.Warn,
		Settled: func(file []byte) bool { return settled(file, today) },
		Stage:   func(done, of int) { d.stage("building pages", done, of) },
	}, err
}

// press renders the pages of content/ into staging.
func (d *Desk) press(ctx context.Context, w *watch, o Options, staging string) (press.Result, error) {
	p, err := d.Pressing(o)
	if err != nil {
		return press.Result{}, err
	}
	p.Out, p.Last, p.Record, p.Resources, p.Warn = staging, d.public(), d.record(), drawn, &w.warned
	switch {
	case w.doubt != nil:
		p.Whole = w.doubt.Error()
	case d.NoCache:
		p.Whole = "no cache is used"
	}
	r, err := press.Render(ctx, p)
	if err != nil {
		return r, fmt.Errorf("render: %w", err)
	}
	return r, nil
}
