package press

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"copydesk/generator/internal/stamp"
)

// record tells what a site was made of.
type record struct {
	Base   string
	Public string          // digest of the site's listing
	Shared []string        // images and the like that belong to no leaf
	Lists  []string        // the other files, where a preview keeps the site
	Pages  map[string]made // by file below content/
}

// made is what one leaf came to.
type made struct {
	Key   string
	Files []string // below the site
}

// last reads the record of the last site. Where it is of no use, why says so, but for a site that never was.
func (s *sheet) last(ctx context.Context) (last record, why string) {
	if s.whole != "" {
		return record{}, s.whole
	}
	data, err := os.ReadFile(s.Record)
	if os.IsNotExist(err) {
		return record{}, ""
	}
	if err != nil || json.Unmarshal(data, &last) != nil {
		return record{}, "what the last site was made of cannot be read"
	}
	if last.Base != s.base {
		return record{}, "the program, its options, the layouts, hugo.toml or the head of a page by hand changed"
	}
	public, err := stamp.List(ctx, s.Last, nil)
	if err != nil || public.Digest() != last.Public {
		return record{}, "the last site is not as it was built"
	}
	return last, ""
}

// dirty returns the leaves that are not as they were.
func (s *sheet) dirty(last record) []leaf {
	var out []leaf
	for _, l := range s.leaves {
		if old, ok := last.Pages[l.path]; !ok || old.Key != s.key(l) || !l.settled {
			out = append(out, l)
		}
	}
	return out
}

// keep hands the record to the result, unless the site cannot be taken over in parts.
func (p *run) keep() {
	if p.sheet.whole == "" && !p.clash {
		p.Result.record = &p.record
	}
}

// Remember writes the record of the site, whose listing has the digest public, to the file. Where the site cannot be taken over in parts, an old
// record goes.
func (r Result) Remember(file, public string) error {
	if r.record == nil {
		return r.Forget(file)
	}
	r.record.Public = public
	data, err := json.Marshal(r.record)
	if err != nil {
		return err
	}
	if err := os.WriteFile(file+".new", data, 0o666); err != nil {
		return fmt.Errorf("remember the site: %w", err)
	}
	return os.Rename(file+".new", file)
}

// Forget takes the record away.
func (r Result) Forget(file string) error {
	if err := os.Remove(file); err != nil && !os.IsNotExist(err) {
		return fmt.Errorf("forget the last site: %w", err)
	}
	return nil
}
