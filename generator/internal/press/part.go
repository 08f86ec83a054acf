package press

import (
	"context"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"

	"copydesk/generator/internal/hugo"
)

// part renders the leaves, and with lists set the lists too. Of the other leaves it sees nothing, or what the lists see; but where a leaf needs
// whole articles, it sees those.
func (s *sheet) part(leaves []leaf, lists bool) *hugo.Part {
	seen, pages := make(map[string]bool, len(leaves)), make(map[string]bool, len(leaves))
	articles := slices.ContainsFunc(leaves, func(l leaf) bool { return l.articles })
	for _, l := range leaves {
		seen[l.path], pages[l.page()] = true, true
	}
	p := &hugo.Part{
		See: func(path string) ([]byte, bool) {
			return nil, seen[path] || !isLeaf(path) || articles && section(path) == briefings
		},
		Renders: func(page string) bool { return pages[page] },
	}
	if !lists {
		return p
	}
	others := make(map[string]bool, len(s.leaves))
	for _, l := range s.leaves {
		if !seen[l.path] {
			others[l.page()] = true
		}
	}
	see, full := p.See, s.fullyListed()
	p.Static = true
	p.Renders = func(page string) bool { return !others[page] }
	p.See = func(path string) ([]byte, bool) {
		if _, ok := see(path); ok || full == nil || full[path] {
			return nil, true
		}
		data, err := os.ReadFile(filepath.Join(s.Root, "content", filepath.FromSlash(path)))
		if err != nil {
			return nil, true // Hugo says what is wrong
		}
		return standIn(data, section(path)), true
	}
	return p
}

// A run that sees all pages of a large site holds some 35 kB of memory for each, most of it until the end. Collecting garbage at that share of
// what is held, in percent, and not at 100, takes a third off the peak for a tenth more time of that run.
const (
	manyLeaves = 5000
	frugal     = 30
)

// hugo renders a part, or everything where that is nil, into the folder out, and tells what it made of the leaves.
func (s *sheet) hugo(ctx context.Context, out string, part *hugo.Part, leaves []leaf) (hugo.Report, error) {
	if err := ctx.Err(); err != nil {
		return hugo.Report{}, err
	}
	if (part == nil || part.Static) && len(s.leaves) > manyLeaves {
		defer debug.SetGCPercent(debug.SetGCPercent(frugal))
	}
	o := s.Options.Options
	o.Part = part
	for _, l := range leaves {
		o.Tell = append(o.Tell, l.path)
	}
	return hugo.Build(o, out, s.Warn)
}
