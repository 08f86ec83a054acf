package desk

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"
	"time"

	"copydesk/generator/internal/annotate"
	"copydesk/generator/internal/cache"
	"copydesk/generator/internal/clean"
	"copydesk/generator/internal/crew"
	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/site"
	"copydesk/generator/internal/source"
	"copydesk/generator/internal/wire"
)

// understood is what there is to know of one raw text. Article is nil where the file was set aside.
type understood struct {
	Article     *news.Annotated
	Diagnostics []diag.Diagnostic
}

// reading is one raw text, read, and the file it was read of.
type reading struct {
	understood
	size     int64
	modified time.Time
}

// Read understands one raw text: bytes -> source -> clean text -> article -> annotated article. Plain takes the whole text as the body.
// It returns nil where a diagnostic is an error.
func Read(path string, raw []byte, plain bool) (*news.Annotated, []diag.Diagnostic) {
	file, ds := source.Decode(path, raw)
	if plain {
		return annotate.Annotate(wire.Plain(file)), ds
	}
	if diag.Count(ds, diag.Error) > 0 {
		return nil, ds
	}
	cleaned, more := clean.Clean(file)
	ds = append(ds, more...)
	if diag.Count(ds, diag.Error) > 0 {
		return nil, ds
	}
	article, more := wire.Parse(cleaned)
	ds = append(ds, more...)
	diag.Sort(ds)
	return annotate.Annotate(article), ds
}

// ReadAll understands the raw texts at paths, given below the desk's root, in parallel, and returns what was read in the same order.
// A text that has not changed since the last call is not read again.
func (d *Desk) ReadAll(ctx context.Context, paths []string) ([]*news.Annotated, []diag.Diagnostic, error) {
	read := make([]reading, len(paths))
	if err := d.openCache(); err != nil {
		return nil, nil, err
	}
	var done atomic.Int64
	err := crew.Each(ctx, len(paths), func(i int) error {
		r, err := d.readOne(paths[i])
		read[i] = r
		d.stage("reading", int(done.Add(1)), len(paths))
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	var corpus []*news.Annotated
	var ds []diag.Diagnostic
	kept := make(map[string]reading, len(paths))
	for i, r := range read {
		kept[paths[i]] = r
		ds = append(ds, r.Diagnostics...)
		if r.Article != nil {
			corpus = append(corpus, r.Article)
		}
	}
	d.read = kept
	return corpus, ds, nil
}

// aside returns the raw texts of the last ReadAll that are there and were set aside: their pages stay as they are.
func (d *Desk) aside() []string {
	var paths []string
	for path, r := range d.read {
		if r.Article == nil {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return paths
}

// openCache opens the cache of what was read, unless NoCache is set, and sweeps it. What was read by another build of the program is not used.
func (d *Desk) openCache() error {
	if d.NoCache || d.cache != nil {
		return nil
	}
	program, err := cache.Program()
	if err != nil {
		return err
	}
	d.program = program
	d.cache = cache.Open(d.work("cache"), time.Now())
	d.ledger = site.ReadLedger(d.ledgerFile(), program)
	_, err = d.cache.Sweep(cache.Usual())
	return err
}

// ledgerFile is where the ledger of content/ is kept.
func (d *Desk) ledgerFile() string { return d.work("ledger.json") }

// readOne understands one raw text, or returns what was understood of it before. A file that cannot be read is set aside with a diagnostic.
func (d *Desk) readOne(path string) (reading, error) {
	name := filepath.Join(d.Root, filepath.FromSlash(path))
	// The look at the file comes first: if it changes before it is read, the next look sees another time.
	info, err := os.Stat(name)
	var raw []byte
	if err == nil {
		if old, ok := d.read[path]; ok && old.size == info.Size() && old.modified.Equal(info.ModTime()) {
			return old, nil
		}
		raw, err = os.ReadFile(name)
	}
	if err != nil {
		return reading{understood: understood{Diagnostics: []diag.Diagnostic{unreadable(path, err)}}}, nil
	}
	sum := sha256.Sum256(raw)
	u, _, err := cache.Through(d.cache, cache.NewKey("read", d.program, path, string(sum[:])), func() (understood, error) {
		article, ds := Read(path, raw, false)
		return understood{article, ds}, nil
	})
	return reading{u, info.Size(), info.ModTime()}, err
}

func unreadable(path string, err error) diag.Diagnostic {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return diag.Diagnostic{Path: path, Code: "file-unreadable", Severity: diag.Error, Text: fmt.Sprintf("cannot be read: %v", err),
		Fix: "make the file readable, or move it out of content/raw"}
}
