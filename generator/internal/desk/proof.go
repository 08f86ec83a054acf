package desk

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"

	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/page"
	"copydesk/generator/internal/proof"
	"copydesk/generator/internal/source"
)

// canonical matches what says where a built page lives: <link rel="canonical" href="https://briefing.example/">.
var canonical = regexp.MustCompile(`<link rel="?canonical"? href="?([^"> ]+)`)

// Proof checks that all that the pages of the draft show is in the raw texts, and that in public/, where it is there, every link leads somewhere
// and every page has its place.
func (d *Desk) Proof(draft Draft) ([]diag.Diagnostic, error) {
	var sources []proof.Source
	for _, a := range draft.Corpus.Articles {
		raw, err := os.ReadFile(filepath.Join(d.Root, filepath.FromSlash(a.File)))
		if err != nil {
			return nil, fmt.Errorf("read raw text: %w", err)
		}
		file, _ := source.Decode(a.File, raw)
		sources = append(sources, proof.Source{Text: file.Text, Article: &a.Article, Path: a.Path})
	}
	ds := proof.Verbatim(sources, page.Laid(draft.Slots))
	home, err := os.ReadFile(filepath.Join(d.public(), "index.html"))
	if os.IsNotExist(err) {
		return ds, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the built site: %w", err)
	}
	base := "http://localhost/"
	if m := canonical.FindSubmatch(home); m != nil {
		base = string(m[1])
	}
	public := os.DirFS(d.public())
	gone, err := draft.Existing.GoneAddresses()
	if err != nil {
		return nil, err
	}
	links, err := proof.Links(public, base, gone)
	if err != nil {
		return nil, err
	}
	ds = append(ds, links...)
	for _, s := range draft.Slots {
		if _, err := fs.Stat(public, s.Address[1:]+"index.html"); err != nil {
			ds = append(ds, diag.Diagnostic{Path: "content/" + s.Path, Code: "not-built", Severity: diag.Note,
				Text: fmt.Sprintf("has no page at %s in public/", s.Address), Fix: "run copydesk build; a draft or a page of the future is left out on purpose"})
		}
	}
	diag.Sort(ds)
	return ds, nil
}
