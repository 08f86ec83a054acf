package cache

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

var noon = time.Date(2030, 5, 6, 12, 0, 0, 0, time.UTC)

func mustPut(t *testing.T, c *Cache, key Key, value string) {
	t.Helper()
	if err := c.Put(key, []byte(value)); err != nil {
		t.Fatal(err)
	}
}

func TestKeysTellTheirPartsApart(t *testing.T) {
	keys := map[Key]string{}
	for _, parts := range [][]string{{"s"}, {"s", ""}, {"s", "ab"}, {"s", "a", "b"}, {"sa", "b"}, {"s", "b", "a"}, {"", "s", "ab"}, {"s", "1:a"}} {
		key := NewKey(parts[0], parts[1:]...)
		if other, ok := keys[key]; ok {
			t.Errorf("%q has the key of %s", parts, other)
		}
		keys[key] = fmt.Sprintf("%q", parts)
	}
}

// FuzzPut states that what is put is what is got, and that nothing else is.
func FuzzPut(f *testing.F) {
	f.Add("stage", "input", []byte("value"))
	f.Add("", "", []byte(nil))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, stage, input string, value []byte) {
		c := Open(dir, noon)
		key := NewKey(stage, input)
		if err := c.Put(key, value); err != nil {
			t.Fatal(err)
		}
		if got, ok := c.Get(key); !ok || !bytes.Equal(got, value) {
			t.Errorf("got %q, %v, want %q", got, ok, value)
		}
		if got, ok := c.Get(NewKey(stage, input, "more")); ok {
			t.Errorf("another key has %q", got)
		}
	})
}

func TestDamagedEntriesAreMissing(t *testing.T) {
	whole := []byte{}
	cases := []struct {
		name   string
		damage func(data []byte) []byte
	}{
		{"a bit of the value", func(d []byte) []byte { d[len(d)-1] ^= 1; return d }},
		{"a bit of the checksum", func(d []byte) []byte { d[len(mark)] ^= 1; return d }},
		{"another format", func(d []byte) []byte { d[0] = 'C'; return d }},
		{"cut short", func(d []byte) []byte { return d[:len(d)-3] }},
		{"cut in the header", func(d []byte) []byte { return d[:10] }},
		{"empty", func([]byte) []byte { return nil }},
		{"the entry of another key", func([]byte) []byte { return whole }},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			cache, key, other := Open(t.TempDir(), noon), NewKey("s", "one"), NewKey("s", "two")
			mustPut(t, cache, key, "the value")
			mustPut(t, cache, other, "the other value")
			data, err := os.ReadFile(cache.path(key))
			if err != nil {
				t.Fatal(err)
			}
			if whole, err = os.ReadFile(cache.path(other)); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(cache.path(key), c.damage(data), 0o644); err != nil {
				t.Fatal(err)
			}
			if got, ok := cache.Get(key); ok {
				t.Errorf("got %q", got)
			}
			if _, err := os.Stat(cache.path(key)); !errors.Is(err, os.ErrNotExist) {
				t.Errorf("the damaged entry is still there (%v)", err)
			}
			mustPut(t, cache, key, "the value")
			if got, ok := cache.Get(key); !ok || string(got) != "the value" {
				t.Errorf("rebuilt: %q, %v", got, ok)
			}
		})
	}
}

func TestManyAtOnce(t *testing.T) {
	dir := t.TempDir()
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			c := Open(dir, noon)
			for i := range 50 {
				key, want := NewKey("s", fmt.Sprint(i%7)), bytes.Repeat([]byte{byte(i % 7)}, 10_000)
				if got, ok := c.Get(key); ok && !bytes.Equal(got, want) {
					t.Errorf("%d: a torn value", i)
				}
				if err := c.Put(key, want); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	left, err := filepath.Glob(filepath.Join(dir, "*", tempPrefix+"*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left half written: %v (%v)", left, err)
	}
}

func TestNoCache(t *testing.T) {
	var c *Cache
	mustPut(t, c, NewKey("s"), "value")
	if _, ok := c.Get(NewKey("s")); ok {
		t.Error("no cache has an entry")
	}
	if swept, err := c.Sweep(Limits{}); err != nil || swept != (Swept{}) {
		t.Errorf("%+v, %v", swept, err)
	}
}

func TestPutSaysWhereItFails(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := Open(file, noon).Put(NewKey("s"), nil); err == nil {
		t.Error("a file was taken for a folder")
	}
}
