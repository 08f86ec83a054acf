package site

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"copydesk/generator/internal/crew"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/page"
	"copydesk/generator/internal/stamp"
	"copydesk/generator/internal/topic"
)

// Ledger remembers what the files of content/ hold, so that one that was not touched since need be neither read nor laid beside its page again.
// It is as sure as package stamp is. A nil Ledger remembers nothing.
type Ledger struct {
	Program string // that laid the pages out: another may lay the same page out in other bytes
	Files   map[string]Record

	unkept int // records entered since it was kept in a file
}

// Record is what is known of one file.
type Record struct {
	File    stamp.File // as it looked then
	Ours    bool
	Source  string // as in page.Page
	Address topic.Address
	Print   string // of the page that the file holds to the letter; "" where a person changed something, or that is not known
}

// ReadLedger returns the ledger that was kept in a file, or a new one where there is none of the program.
func ReadLedger(file, program string) *Ledger {
	var l Ledger
	if data, err := os.ReadFile(file); err != nil || json.Unmarshal(data, &l) != nil || l.Program != program || l.Files == nil {
		return &Ledger{Program: program, Files: map[string]Record{}}
	}
	return &l
}

// unkeptShare is one in how many records may be new without the ledger being worth keeping in a file again.
const unkeptShare = 50

// Keep writes the ledger to a file where much of it is new: what is missing there only has to be read again.
func (l *Ledger) Keep(file string) error {
	if l == nil || l.unkept*unkeptShare <= len(l.Files) {
		return nil
	}
	data, err := json.Marshal(l)
	if err == nil {
		err = Replace(file, data)
	}
	if err != nil {
		return fmt.Errorf("keep what is known of content/: %w", err)
	}
	l.unkept = 0
	return nil
}

// enter remembers a record.
func (l *Ledger) enter(name string, r Record) {
	l.Files[name] = r
	l.unkept++
}

// recordOf returns what is to know of a file of that name which holds p.
func recordOf(name string, p page.Page) Record {
	if !page.Ours(p) {
		return Record{}
	}
	params := p.Front.Fields("params")
	r := Record{Ours: true, Source: params.Fields("source").String("file"), Address: topic.Address{
		Name: strings.TrimSuffix(path.Base(name), path.Ext(name)), Slug: p.Front.String("slug"), Title: p.Front.String("title"), Kind: news.Kind(params.String("kind")), Date: page.EditedDate(p)}}
	if old := page.Address(p); old != "" {
		r.Address.Old = append(r.Address.Old, old)
	}
	for _, v := range aliases(p) {
		if s, ok := v.(string); ok && !slices.Contains(r.Address.Old, s) {
			r.Address.Old = append(r.Address.Old, s)
		}
	}
	of, _ := params.Get("of").([]any)
	for _, v := range of {
		r.Address.Of = append(r.Address.Of, fmt.Sprint(v))
	}
	return r
}

// recordOfSealed is recordOf for a file that holds the page of the program to the letter.
func recordOfSealed(pg, sealed page.Page) Record {
	r := recordOf(pg.Path, sealed)
	r.Print = printOf(pg)
	return r
}

// printOf returns what stands for a page as it is laid out.
func printOf(p page.Page) string { return sum(page.Encode(p)) }

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

// known returns what the ledger knows of a file that has not been touched since.
func (e Existing) known(name string) (Record, bool) {
	if e.ledger == nil {
		return Record{}, false
	}
	r, ok := e.ledger.Files[name]
	return r, ok && r.File == e.looks[name]
}

// note enters what was found in a file.
func (e Existing) note(name string, r Record) {
	look := e.looks[name]
	if e.ledger == nil || !look.Mode.IsRegular() || look.Fresh(e.listed) {
		return
	}
	r.File = look
	e.ledger.enter(name, r)
}

// settle enters what was written at those times, but for what could be written once more and look the same, and forgets what went.
func (e Existing) settle(root string, written map[string]Record, times map[string]time.Time) {
	if e.ledger == nil {
		return
	}
	maps.DeleteFunc(e.ledger.Files, func(name string, _ Record) bool {
		_, there := e.looks[name]
		_, changed := times[name]
		return !there || changed
	})
	now := time.Now()
	for name, r := range written {
		info, err := os.Lstat(filepath.Join(root, "content", filepath.FromSlash(name)))
		if err != nil || !r.Ours || !info.ModTime().Equal(times[name]) {
			continue
		}
		if r.File = stamp.Of(name, info); !r.File.Fresh(now) {
			e.ledger.enter(name, r)
		}
	}
}

// current finds the slots whose files are known to hold their pages.
func (p *planner) current(ctx context.Context, slots []page.Slot, stale map[string]*staleFile) ([]bool, error) {
	is := make([]bool, len(slots))
	buffers := sync.Pool{New: func() any { return new([]byte) }}
	err := crew.Each(ctx, len(slots), func(i int) error {
		s := slots[i]
		r, ok := p.known(s.Path)
		if ok && r.Print != "" && !slices.ContainsFunc(s.Redirects, func(old string) bool { return stale[old] != nil }) {
			b := buffers.Get().(*[]byte)
			*b = page.Append((*b)[:0], s.Page())
			is[i] = r.Print == sum(*b)
			buffers.Put(b)
		}
		return nil
	})
	return is, err
}
