package desk

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/page"
	"copydesk/generator/internal/site"
	"copydesk/generator/internal/topic"
)

// Draft is what a build would make of content/.
type Draft struct {
	Result
	Slots    []page.Slot   // of pages as generated, without the editor's changes
	Files    []site.File   // with them
	Existing site.Existing // what there is now
}

// Draft makes what a build would write into content/, and writes none of it. Decisions takes the place of content/topics.yaml.
func (d *Desk) Draft(ctx context.Context, decisions []byte) (Draft, error) {
	var out Draft
	done, err := d.Hold(ctx)
	if err != nil {
		return out, err
	}
	defer done()
	wishes, err := d.wishes()
	if err != nil {
		return out, err
	}
	r, err := d.corpus(ctx, wishes, func() (topic.Decisions, []diag.Diagnostic, error) {
		decided, ds := topic.ParseDecisions(topic.DecisionsFile, decisions)
		return decided, ds, nil
	})
	if err != nil {
		return out, err
	}
	existing, err := site.Disk(d.Root, nil)
	if err != nil {
		return out, err
	}
	options, err := d.siteOptions(wishes)
	if err != nil {
		return out, err
	}
	slots := page.Plan(r.Corpus, wishes.Pages)
	files, report, ds, err := site.Plan(ctx, existing, slots, options)
	r.Content, r.Diagnostics = report, append(r.Diagnostics, ds...)
	diag.Sort(r.Diagnostics)
	return Draft{r, slots, files, existing}, err
}

// Decided returns the editor's decisions as they are written; nil where there are none yet.
func (d *Desk) Decided() ([]byte, error) {
	b, err := os.ReadFile(d.decisionsFile())
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read decisions: %w", err)
	}
	return b, nil
}

// Decide writes the editor's decisions.
func (d *Desk) Decide(b []byte) error {
	if err := site.Replace(d.decisionsFile(), b); err != nil {
		return fmt.Errorf("write decisions: %w", err)
	}
	return nil
}

func (d *Desk) decisionsFile() string {
	return filepath.Join(d.Root, filepath.FromSlash(topic.DecisionsFile))
}
