package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"copydesk/generator/internal/page"
	"copydesk/generator/internal/topic"
)

// known is a site whose ledger knows all its files.
type known struct {
	root   string
	ledger *Ledger
}

// newKnown writes the corpus twice: what was just written could change and look the same, so that it is only known when it has aged a little.
func newKnown(t *testing.T) known {
	k := known{t.TempDir(), ReadLedger("missing", "p")}
	k.write(t)
	aged := time.Now().Add(-time.Minute)
	for name := range snapshot(t, k.root) {
		if err := os.Chtimes(filepath.Join(k.root, name), aged, aged); err != nil {
			t.Fatal(err)
		}
	}
	k.write(t)
	return k
}

// write brings the site up to date.
func (k known) write(t *testing.T) Report {
	t.Helper()
	e, err := Disk(k.root, k.ledger)
	if err != nil {
		t.Fatal(err)
	}
	addresses, err := e.Addresses()
	if err != nil {
		t.Fatal(err)
	}
	c, _ := topic.Build(corpus(), topic.Options{Addresses: addresses})
	r, ds, err := Write(t.Context(), k.root, page.Plan(c, page.Options{}), Options{Ledger: k.ledger})
	if err != nil || len(ds) > 0 {
		t.Fatal(ds, err)
	}
	return r
}

func TestKnownFilesAreNotRead(t *testing.T) {
	k := newKnown(t)
	e, err := Disk(k.root, k.ledger)
	if err != nil {
		t.Fatal(err)
	}
	e.Read = func(name string) ([]byte, error) {
		t.Errorf("%s was read", name)
		return nil, os.ErrNotExist
	}
	addresses, err := e.Addresses()
	if err != nil || len(addresses.Briefings) != 2 || len(addresses.Topics) != 3 {
		t.Fatal(addresses, err)
	}
	c, _ := topic.Build(corpus(), topic.Options{Addresses: addresses})
	r, _, err := Each(t.Context(), e, page.Plan(c, page.Options{}), Options{}, func(f File) error { return nil })
	if err != nil || r.Unchanged != 7 || r.Written != 0 {
		t.Errorf("%+v %v", r, err)
	}
}

func TestTouchedFilesAreReadAgain(t *testing.T) {
	k := newKnown(t)
	vika := filepath.Join(k.root, "content/topics/vika.md")
	whole, err := os.ReadFile(vika)
	if err != nil {
		t.Fatal(err)
	}
	edit := func(old, new string) {
		t.Helper()
		b, _ := os.ReadFile(vika)
		if !strings.Contains(string(b), old) {
			t.Fatalf("%q is not in\n%s", old, b)
		}
		if err := os.WriteFile(vika, []byte(strings.Replace(string(b), old, new, 1)), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	edit(`kind: "place"`, `kind: "event"`)
	for range 2 {
		if r := k.write(t); r.Edited != 1 || r.Written != 0 {
			t.Errorf("after an edit: %+v", r)
		}
	}
	edit(`kind: "event"`, `kind: "place"`)
	if r := k.write(t); r.Edited != 0 || r.Written != 0 {
		t.Errorf("after the edit was taken back: %+v", r)
	}
	if err := os.Remove(vika); err != nil {
		t.Fatal(err)
	}
	if r := k.write(t); r.Written != 1 {
		t.Errorf("after a file was removed: %+v", r)
	}
	if b, _ := os.ReadFile(vika); string(b) != string(whole) {
		t.Errorf("the page came back as\n%s", b)
	}
}

func TestLedgerIsKeptForItsProgram(t *testing.T) {
	k := newKnown(t)
	file := filepath.Join(t.TempDir(), "ledger.json")
	if err := k.ledger.Keep(file); err != nil {
		t.Fatal(err)
	}
	if again := ReadLedger(file, "p"); len(again.Files) != 7 || again.Files["topics/vika.md"].Print != k.ledger.Files["topics/vika.md"].Print {
		t.Errorf("it came back as %+v", again)
	}
	if other := ReadLedger(file, "q"); len(other.Files) != 0 {
		t.Error("another program believes it")
	}
	if err := os.WriteFile(file, []byte("{"), 0o666); err != nil {
		t.Fatal(err)
	}
	if half := ReadLedger(file, "p"); len(half.Files) != 0 {
		t.Error("a damaged one is believed")
	}
}
