// Package cache keeps what a stage made of one file, so that the next build need not make it again.
//
// An entry is found by the hash of all that went into it: the stage and its version, its options, the bytes of its input. So an entry is
// never out of date, only unused, and two builds may read and write the same folder at once. A damaged entry is told by its checksum and
// counts as missing. The cache may be lost at any time; a build with it and one without give the same bytes.
//
// The package does not know what it keeps, decides no versions, and starts no sweep by itself.
package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// Key stands for all that went into an entry.
type Key [sha256.Size]byte

// NewKey returns the key of what stage makes of inputs. The name of the stage has its version in it ("annotate 3"); inputs are hashes,
// options and whatever else decides what comes out. NewKey("s", "ab") and NewKey("s", "a", "b") differ.
func NewKey(stage string, inputs ...string) Key {
	h := sha256.New()
	fmt.Fprintf(h, "%d:%s", len(stage), stage)
	for _, input := range inputs {
		fmt.Fprintf(h, "%d:%s", len(input), input)
	}
	return Key(h.Sum(nil))
}

// Cache is a folder of entries. A nil Cache has none and keeps none. It is safe for use by many goroutines and by many programs.
type Cache struct {
	dir string
	now time.Time
}

// Open returns the cache in dir, which need not exist. Entries that are read or written count as used at the time now.
func Open(dir string, now time.Time) *Cache { return &Cache{dir: dir, now: now} }

// The parts of an entry before its value: a mark that tells the format, and the checksum of key and value.
const (
	mark       = "copydesk cache 1\n"
	headerSize = len(mark) + sha256.Size
)

// stampAfter is how old the stamp of a used entry grows before it is renewed: stamping at each use would be a write at each read.
const stampAfter = time.Hour

// path returns where the entry of key lies. The 256 folders keep each of them short.
func (c *Cache) path(key Key) string {
	name := hex.EncodeToString(key[:])
	return filepath.Join(c.dir, name[:2], name[2:])
}

// checksum returns the sum that guards value; with the key in it, an entry that was moved to another's place is damaged, too.
func checksum(key Key, value []byte) []byte {
	h := sha256.New()
	h.Write(key[:])
	h.Write(value)
	return h.Sum(nil)
}

// Get returns the value of key, and whether it is there and whole. A damaged entry is removed.
func (c *Cache) Get(key Key) ([]byte, bool) {
	if c == nil {
		return nil, false
	}
	path := c.path(key)
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, false
	}
	if len(data) < headerSize || string(data[:len(mark)]) != mark ||
		!bytes.Equal(data[len(mark):headerSize], checksum(key, data[headerSize:])) {
		_ = os.Remove(path) // one that stays is written over by the next Put
		return nil, false
	}
	if info, err := os.Stat(path); err == nil && c.now.Sub(info.ModTime()) > stampAfter {
		_ = os.Chtimes(path, c.now, c.now) // without the stamp it is only swept earlier
	}
	return data[headerSize:], true
}

// Put keeps value under key. A reader sees the whole entry or none.
func (c *Cache) Put(key Key, value []byte) error {
	if c == nil {
		return nil
	}
	path := c.path(key)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("make the cache: %w", err)
	}
	if err := c.write(path, key, value); err != nil {
		return fmt.Errorf("write to the cache: %w", err)
	}
	return nil
}

// tempPrefix begins the names of entries that are being written.
const tempPrefix = "writing-"

// write makes the entry beside its place and moves it there.
func (c *Cache) write(path string, key Key, value []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), tempPrefix+"*")
	if err != nil {
		return err
	}
	data := make([]byte, 0, headerSize+len(value))
	data = append(append(append(data, mark...), checksum(key, value)...), value...)
	_, err = f.Write(data)
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Chtimes(f.Name(), c.now, c.now)
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
