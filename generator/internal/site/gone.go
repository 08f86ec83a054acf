package site

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/page"
)

// goneSection is the folder of content/ that keeps the addresses of pages that were taken away, a file each. It is committed with the rest. Whoever
// wants an address forgotten removes its file: it is not written again.
const goneSection = "gone"

// goneNames lists the files of the folder.
func goneNames(root string) ([]string, error) {
	entries, err := os.ReadDir(filepath.Join(root, "content", goneSection))
	if err != nil && !os.IsNotExist(err) {
		return nil, fmt.Errorf("list pages: %w", err)
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() && strings.HasSuffix(e.Name(), ".md") && !strings.HasPrefix(e.Name(), ".") && !strings.HasPrefix(e.Name(), "_") {
			names = append(names, goneSection+"/"+e.Name())
		}
	}
	return names, nil
}

// GoneAddresses returns the addresses of pages that were taken away: "/2017/07/talks/".
func (e Existing) GoneAddresses() (map[string]bool, error) {
	gone := map[string]bool{}
	for _, name := range e.Gone {
		data, err := e.Read(name)
		if err != nil {
			return nil, fmt.Errorf("read page: %w", err)
		}
		if pg, err := page.Decode(name, data); err == nil {
			gone[pg.Front.String("url")] = true
		}
	}
	return gone, nil
}

// addressesOf returns every address that the pages have or redirect from.
func addressesOf(slots []page.Slot) map[string]bool {
	taken := map[string]bool{}
	for _, s := range slots {
		taken[s.Address] = true
		for _, old := range s.Redirects {
			taken[old] = true
		}
	}
	return taken
}

// leave writes what stands at the address of a page that goes. Days, and topics too thin to be found by a search engine, leave nothing.
func (p *planner) leave(s *staleFile, taken map[string]bool) error {
	old, err := page.Decode(s.name, s.data)
	at := page.Address(old)
	thin, _ := old.Front.Fields("params").Get("thin").(bool)
	if err != nil || at == "" || taken[at] || thin || path.Dir(s.name) == "editions" || p.Forget || slices.Contains(p.Unseen, s.name) {
		return nil
	}
	name := goneSection + "/" + path.Base(s.name)
	if path.Dir(s.name) == "topics" {
		name = goneSection + "/topic-" + path.Base(s.name)
	}
	front := page.Fields{{Key: "title", Value: old.Front.String("title")}, {Key: "url", Value: at}, {Key: "build", Value: page.Fields{{Key: "list", Value: "never"}}}}
	var moved []any
	for _, v := range aliases(old) {
		if !taken[fmt.Sprint(v)] {
			moved = append(moved, v)
		}
	}
	if len(moved) > 0 {
		front = append(front, page.Field{Key: "aliases", Value: moved})
	}
	p.Written++
	return p.do(File{Path: name, Data: page.Encode(page.Seal(page.Page{Path: name, Address: at, Front: front})), State: Written})
}

// comeBack takes away what stands at an address that a page has again. What a person changed stays and is told of.
func (p *planner) comeBack(taken map[string]bool) error {
	for _, name := range p.Existing.Gone {
		data, err := p.Read(name)
		if err != nil {
			return fmt.Errorf("read page: %w", err)
		}
		pg, err := page.Decode(name, data)
		if err != nil || !page.Ours(pg) || !taken[pg.Front.String("url")] {
			continue
		}
		if len(page.Edited(pg)) > 0 {
			p.add(name, "gone-taken", diag.Warning, fmt.Sprintf("stands at %s, where there is a page again, but was edited by hand, so it stays", pg.Front.String("url")), "remove the file")
			continue
		}
		p.Removed++
		if err := p.do(File{Path: name, State: Removed}); err != nil {
			return fmt.Errorf("remove %s: %w", name, err)
		}
	}
	return nil
}
