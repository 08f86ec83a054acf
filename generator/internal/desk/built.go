package desk

import (
	"context"

	"copydesk/generator/internal/release"
)

// stampFile is where a build says what public/ was built of.
func (d *Desk) stampFile() string { return d.work("publishable.json") }

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
		err = release.Fresh(d.stampFile(), d.Root, d.public())
	}
	if err != nil {
		done()
		return "", nil, err
	}
	return d.public(), done, nil
}

// sign says of what public was built, so that it may be published.
func (d *Desk) sign(o Options, public string) error {
	inputs, err := release.Inputs(d.Root)
	if err != nil {
		return err
	}
	shown, err := release.Glance(public)
	if err != nil {
		return err
	}
	return release.Stamp{Inputs: inputs, Public: shown, Drafts: o.Drafts, Future: o.Future}.Write(d.stampFile())
}
