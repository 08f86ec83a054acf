package site

import (
	"bytes"
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/page"
	"copydesk/generator/internal/topic"
)

// State tells what becomes of a file.
type State string

// The states.
const (
	Written   State = "written"
	Unchanged State = "unchanged"
	Removed   State = "removed"
)

// File is one file of content/ and what becomes of it.
type File struct {
	Path  string // below content/, slash-separated
	Data  []byte // nil when Removed, and when Unchanged without having been read
	State State

	record Record // of what is written, where no person's changes are in it
}

// planner compares the pages with the files that are there.
type planner struct {
	Existing
	Options
	there map[string]string // lower-case name -> name
	do    func(File) error
	Report
	ds []diag.Diagnostic
}

// Plan returns every file that the pages come to, and every file that goes, without touching a disk.
func Plan(ctx context.Context, e Existing, slots []page.Slot, opts Options) ([]File, Report, []diag.Diagnostic, error) {
	var files []File
	e.ledger = nil // to have every file read
	r, ds, err := Each(ctx, e, slots, opts, func(f File) error {
		files = append(files, f)
		return nil
	})
	return files, r, ds, err
}

// Each calls do with every file that the pages come to, in their order, and then with every file that goes. It stops at the first error.
func Each(ctx context.Context, e Existing, slots []page.Slot, opts Options, do func(File) error) (Report, []diag.Diagnostic, error) {
	p := &planner{Existing: e, Options: opts, there: map[string]string{}, do: do}
	for _, name := range e.Names {
		p.there[strings.ToLower(name)] = name
	}
	wanted := map[string]bool{}
	for i := range slots {
		wanted[strings.ToLower(slots[i].Path)] = true
	}
	stale, err := p.stale(wanted)
	if err != nil {
		return p.Report, p.ds, err
	}
	current, err := p.current(ctx, slots, stale)
	if err != nil {
		return p.Report, p.ds, err
	}
	for i, s := range slots {
		p.count(s)
		if current[i] {
			p.Unchanged++
			err = do(File{Path: s.Path, State: Unchanged})
		} else {
			err = p.page(s.Page(), stale)
		}
		if err != nil {
			return p.Report, p.ds, fmt.Errorf("write %s: %w", s.Path, err)
		}
	}
	taken := addressesOf(slots)
	if err := p.comeBack(taken); err != nil {
		return p.Report, p.ds, err
	}
	for _, name := range e.Names {
		s := stale[address(name)]
		if s == nil || s.name != name {
			continue
		}
		if s.edited && !s.adopted {
			p.keep(s)
			continue
		}
		if err := p.leave(s, taken); err != nil {
			return p.Report, p.ds, fmt.Errorf("remember %s: %w", name, err)
		}
		p.Removed++
		if err := do(File{Path: name, State: Removed}); err != nil {
			return p.Report, p.ds, fmt.Errorf("remove %s: %w", name, err)
		}
	}
	diag.Sort(p.ds)
	return p.Report, p.ds, nil
}

// staleFile is a page on disk that nothing was made for any more.
type staleFile struct {
	name    string
	data    []byte
	edited  bool
	adopted bool // its changes went to the page that took its address
}

// stale finds the files that the program wrote and has no page for any more, by address. Those of the raw texts aside are not among them.
func (p *planner) stale(wanted map[string]bool) (map[string]*staleFile, error) {
	stale := map[string]*staleFile{}
	for _, name := range p.Names {
		if wanted[strings.ToLower(name)] {
			continue
		}
		data, err := p.Read(name)
		if err != nil {
			return nil, fmt.Errorf("read page: %w", err)
		}
		pg, err := page.Decode(name, data)
		if err != nil || !page.Ours(pg) || slices.ContainsFunc(p.Aside, func(file string) bool { return pg.Source != "" && topic.SourceFile(file) == pg.Source }) {
			continue
		}
		stale[address(name)] = &staleFile{name: name, data: data, edited: len(page.Edited(pg)) > 0}
	}
	return stale, nil
}

// address returns what a file is called by redirects to it: of topics the address, of others the name.
func address(name string) string {
	return "/" + strings.TrimSuffix(name, path.Ext(name)) + "/"
}

// page writes one page over what is there.
func (p *planner) page(pg page.Page, stale map[string]*staleFile) error {
	name, ok := p.there[strings.ToLower(pg.Path)]
	if !ok {
		return p.fresh(pg, stale)
	}
	pg = withoutKept(pg, stale)
	if name != pg.Path {
		p.taken(pg, name)
		return nil
	}
	old, err := p.Read(name)
	if err != nil {
		return err
	}
	sealed := page.Seal(pg)
	if bytes.Equal(page.Encode(sealed), old) {
		p.note(pg.Path, recordOfSealed(pg, sealed))
		p.Unchanged++
		return p.do(File{Path: pg.Path, Data: old, State: Unchanged})
	}
	m, err := page.Merge(pg, old)
	switch {
	case err != nil:
		p.add(pg.Path, "page-unreadable", diag.Error, fmt.Sprintf("was changed by hand and cannot be read, so it is left alone: %v", err), "mend the front matter, or remove the file to have it made again")
		return nil
	case m.Foreign:
		p.taken(pg, name)
		return nil
	}
	return p.merged(pg, m, old)
}

// merged writes pg as it is with the changes of a person, if there are some.
func (p *planner) merged(pg page.Page, m page.Merged, old []byte) error {
	if len(m.Edited) > 0 {
		p.Edited++
	}
	if len(m.Outrun) > 0 {
		p.add(m.Path, "edit-outrun", diag.Note, fmt.Sprintf("keeps the %s written by hand; the raw text now gives another", strings.Join(m.Outrun, ", ")),
			"if the new one is wanted, take the field out together with its entry under generated")
	}
	data := page.Encode(m.Page)
	if bytes.Equal(data, old) {
		p.Unchanged++
		return p.do(File{Path: m.Path, Data: old, State: Unchanged})
	}
	p.Written++
	f := File{Path: m.Path, Data: data, State: Written}
	if len(m.Edited) == 0 {
		f.record = recordOfSealed(pg, m.Page)
	}
	return p.do(f)
}

// fresh writes a page that has no file yet. Where it took over the address of a page that was edited, it takes over the changes too.
func (p *planner) fresh(pg page.Page, stale map[string]*staleFile) error {
	for _, v := range aliases(pg) {
		s := stale[fmt.Sprint(v)]
		if s == nil || !s.edited || s.adopted {
			continue
		}
		s.adopted = true
		pg := withoutKept(pg, stale)
		if m, err := page.Merge(pg, s.data); err == nil && !m.Foreign {
			return p.merged(pg, m, nil)
		}
		s.adopted = false
	}
	pg = withoutKept(pg, stale)
	sealed := page.Seal(pg)
	p.Written++
	return p.do(File{pg.Path, page.Encode(sealed), Written, recordOfSealed(pg, sealed)})
}

// withoutKept returns the page without the redirects from addresses where a page a person edited stays.
func withoutKept(pg page.Page, stale map[string]*staleFile) page.Page {
	stays := func(v any) bool {
		s := stale[fmt.Sprint(v)]
		return s != nil && s.edited && !s.adopted
	}
	list := aliases(pg)
	if !slices.ContainsFunc(list, stays) {
		return pg
	}
	pg.Front = slices.Clone(pg.Front)
	for i := range pg.Front {
		if pg.Front[i].Key == "aliases" {
			pg.Front[i].Value = slices.DeleteFunc(slices.Clone(list), stays)
		}
	}
	return pg
}

// aliases returns the redirects to a page.
func aliases(pg page.Page) []any {
	list, _ := pg.Front.Get("aliases").([]any)
	return list
}

// taken says that a page has no place because a file of a person's stands there.
func (p *planner) taken(pg page.Page, name string) {
	d := "content/" + name
	p.add(pg.Path, "page-taken", diag.Warning, fmt.Sprintf("%s was not written by this program, so it stays and the page is not made", d),
		"rename that file, or remove it to have the page made")
}

// keep says that a page nothing was made for stays for its edits.
func (p *planner) keep(s *staleFile) {
	what := "its raw text is gone"
	if strings.HasPrefix(s.name, "topics/") {
		what = "no article is filed under it any more"
	}
	p.add(s.name, "page-stale", diag.Warning, what+", but the page was edited by hand, so it stays", "remove the file if it is not wanted")
	p.Edited++
}

func (p *planner) add(name, code string, severity diag.Severity, text, fix string) {
	p.ds = append(p.ds, diag.Diagnostic{Path: "content/" + name, Code: code, Severity: severity, Text: text, Fix: fix})
}

// count counts a page by its section.
func (p *planner) count(s page.Slot) {
	switch path.Dir(s.Path) {
	case "briefings":
		p.Briefings++
	case "topics":
		p.Topics++
	case "editions":
		p.Editions++
	}
}
