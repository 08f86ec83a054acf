package desk

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"copydesk/generator/internal/site"
)

// unseenFile lists the pages that were written into content/ since public/ was built. The preview alone has shown them, so that nobody has a
// link to one: where it goes, nothing is left.
func (d *Desk) unseenFile() string { return d.work("unseen.json") }

// siteOptions says how content/ is to be written.
func (d *Desk) siteOptions(w wishes) (site.Options, error) {
	o := site.Options{Aside: d.aside(), Forget: w.Forget}
	b, err := os.ReadFile(d.unseenFile())
	if errors.Is(err, fs.ErrNotExist) {
		return o, nil
	}
	if err != nil {
		return o, fmt.Errorf("read unseen pages: %w", err)
	}
	if json.Unmarshal(b, &o.Unseen) != nil {
		o.Unseen = nil // of a page too many a note is left
	}
	return o, nil
}

// noteUnseen brings the list of unseen pages up to date with what was written.
func (d *Desk) noteUnseen(unseen []string, r site.Report) error {
	now := slices.Concat(unseen, r.New)
	now = slices.DeleteFunc(now, func(name string) bool { return slices.Contains(r.Gone, name) })
	if slices.Equal(now, unseen) {
		return nil
	}
	b, err := json.Marshal(now)
	if err != nil {
		return err
	}
	return site.Replace(d.unseenFile(), b)
}

// allSeen takes the list away: public/ has every page.
func (d *Desk) allSeen() error {
	if err := os.Remove(d.unseenFile()); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("forget unseen pages: %w", err)
	}
	return nil
}
