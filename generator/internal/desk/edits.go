package desk

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"copydesk/generator/internal/page"
	"copydesk/generator/internal/site"
)

// Edit is a generated page that a person changed.
type Edit struct {
	Path   string   // below content/
	Fields []string // "body" for the body
}

// Edits returns the generated pages that a person changed, in order of their names.
func (d Draft) Edits() ([]Edit, error) {
	var out []Edit
	for _, name := range d.Existing.Names {
		data, err := d.Existing.Read(name)
		if err != nil {
			return nil, fmt.Errorf("read page: %w", err)
		}
		p, err := page.Decode(name, data)
		if err != nil {
			continue // a diagnostic of the draft says so
		}
		if fields := page.Edited(p); len(fields) > 0 {
			out = append(out, Edit{name, fields})
		}
	}
	return out, nil
}

// Restore gives fields of the page called name, below content/, back to the program: all that were changed by hand, or those named. It returns
// which they were; nothing is written where there are none.
func (d *Desk) Restore(draft Draft, name string, fields []string) ([]string, error) {
	i := slices.IndexFunc(draft.Slots, func(s page.Slot) bool { return s.Path == name })
	if i < 0 {
		return nil, fmt.Errorf("content/%s is no page that a build would write; 'copydesk status' lists those that were edited", name)
	}
	pg := draft.Slots[i].Page()
	data, err := draft.Existing.Read(name)
	if err != nil {
		return nil, fmt.Errorf("read page: %w", err)
	}
	for _, a := range draft.Corpus.Articles {
		if "briefings/"+a.Name+".md" != name || a.Date.Time.IsZero() {
			continue
		}
		// The draft goes by the editor's date; what is restored is the text's.
		pg.Front = slices.Clone(pg.Front)
		for j := range pg.Front {
			if pg.Front[j].Key == "date" && (len(fields) == 0 || slices.Contains(fields, "date")) {
				pg.Front[j].Value = a.Date.Time.UTC()
			}
		}
	}
	restoredPage, restored, err := page.Restore(pg, data, fields)
	if err != nil || len(restored) == 0 {
		return nil, err
	}
	return restored, site.Replace(filepath.Join(d.Root, "content", filepath.FromSlash(name)), page.Encode(restoredPage))
}

// ContentName returns what a file is called below content/, given as a person types it: from where they stand, or from the site's folder.
func (d *Desk) ContentName(file string) (string, error) {
	abs, err := filepath.Abs(file)
	if err != nil {
		return "", err
	}
	if _, err := os.Stat(abs); err != nil {
		abs = filepath.Join(d.Root, file)
	}
	if _, err := os.Stat(abs); err != nil {
		return "", fmt.Errorf("there is no file %s", file)
	}
	rel, err := filepath.Rel(filepath.Join(d.Root, "content"), abs)
	if err != nil || strings.HasPrefix(rel, "..") {
		return "", fmt.Errorf("%s is not below content/", file)
	}
	return filepath.ToSlash(rel), nil
}
