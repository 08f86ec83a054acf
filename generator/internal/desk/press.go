package desk

import (
	"context"
	"fmt"
	"time"

	"copydesk"
	"copydesk/generator/internal/hugo"
	"copydesk/generator/internal/press"
)

// record is the file that tells which page public/ was made of which file.
func (d *Desk) record() string { return d.work("pages.json") }

// press renders the pages of content/ into staging.
func (d *Desk) press(ctx context.Context, w *watch, o Options, staging string) (press.Result, error) {
	wishes, err := d.wishes()
	if err != nil {
		return press.Result{}, err
	}
	today := yesterday(time.Now())
	p := press.Options{
		Options: hugo.Options{Root: d.Root, Resources: drawn, BaseURL: o.BaseURL, Drafts: o.Drafts, Future: o.Future},
		Out:     staging, Last: d.public(), Record: d.record(), Maker: w.built.Program, Look: copydesk.Look, Feed: wishes.Feed, Batch: d.Batch,
		Settled: func(file []byte) bool { return settled(file, today) },
		Stage:   func(done, of int) { d.stage("building pages", done, of) }, Warn: &w.warned,
	}
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
