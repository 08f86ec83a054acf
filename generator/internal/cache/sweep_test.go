package cache

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func TestSweepByAge(t *testing.T) {
	dir, day := t.TempDir(), 24*time.Hour
	old, used, fresh := NewKey("s", "old"), NewKey("s", "used"), NewKey("s", "fresh")
	mustPut(t, Open(dir, noon), old, "old")
	mustPut(t, Open(dir, noon), used, "used")
	mustPut(t, Open(dir, noon.Add(9*day)), fresh, "fresh")
	c := Open(dir, noon.Add(10*day))
	if _, ok := c.Get(used); !ok { // which stamps it
		t.Fatal("no entry")
	}
	swept, err := c.Sweep(Limits{Age: 5 * day, Size: 1 << 20})
	if err != nil || swept.Removed != 1 || swept.Kept != 2 {
		t.Errorf("%+v, %v", swept, err)
	}
	for key, want := range map[Key]bool{old: false, used: true, fresh: true} {
		if _, ok := c.Get(key); ok != want {
			t.Errorf("%x: there is %v, want %v", key[:2], ok, want)
		}
	}
}

func TestSweepBySize(t *testing.T) {
	dir := t.TempDir()
	var keys []Key
	for i := range 5 {
		key := NewKey("s", string(rune('a'+i)))
		keys = append(keys, key)
		mustPut(t, Open(dir, noon.Add(time.Duration(i)*time.Minute)), key, "0123456789")
	}
	c := Open(dir, noon.Add(time.Hour))
	swept, err := c.Sweep(Limits{Age: time.Hour, Size: 3 * int64(headerSize+10)})
	if err != nil || swept.Kept != 3 || swept.KeptBytes != 3*int64(headerSize+10) || swept.RemovedBytes != 2*int64(headerSize+10) {
		t.Errorf("%+v, %v", swept, err)
	}
	for i, key := range keys {
		if got := exists(c.path(key)); got != (i >= 2) {
			t.Errorf("entry %d: there is %v", i, got)
		}
	}
}

func TestSweepLeavesWhatIsNotItsOwn(t *testing.T) {
	c := Open(t.TempDir(), noon)
	mustPut(t, c, NewKey("s"), "value")
	folder := filepath.Dir(c.path(NewKey("s")))
	write := func(path string, used time.Time) string {
		if err := os.WriteFile(path, []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, used, used); err != nil {
			t.Fatal(err)
		}
		return path
	}
	ago := noon.Add(-100 * 24 * time.Hour)
	for path, want := range map[string]bool{
		write(filepath.Join(folder, "notes.txt"), ago):                       true,
		write(filepath.Join(c.dir, "README"), ago):                           true,
		write(filepath.Join(folder, tempPrefix+"1"), ago):                    false,
		write(filepath.Join(folder, tempPrefix+"2"), noon.Add(-time.Minute)): true, // another program is at it
	} {
		if _, err := c.Sweep(Limits{}); err != nil {
			t.Fatal(err)
		}
		if got := exists(path); got != want {
			t.Errorf("%s: there is %v, want %v", filepath.Base(path), got, want)
		}
	}
}

func TestSweepOfNothing(t *testing.T) {
	if swept, err := Open(filepath.Join(t.TempDir(), "none"), noon).Sweep(Usual()); err != nil || swept != (Swept{}) {
		t.Errorf("%+v, %v", swept, err)
	}
}
