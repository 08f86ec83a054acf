// Package stamp tells whether a folder is as it was, by the names, sizes and times of its files.
//
// In goes a folder; out comes a Listing, which compares with another and has a digest to keep. Times alone can deceive where a file changes
// twice within one step of the clock: Fresh finds the files for which that can be, and Sums reads those. The package does not know what the
// files are, and keeps nothing itself.
package stamp

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"time"

	"copydesk/generator/internal/crew"
)

// File is one file of a folder, as the disk tells of it. Files that compare equal have not been written to in between, but see Fresh.
type File struct {
	Path     string // below the folder, slash-separated
	Mode     fs.FileMode
	Size     int64 // bytes
	Modified int64 // nanoseconds since 1970
	Changed  int64 // the same for its entry in the folder, which no program can set; 0 where the system does not tell
}

// Listing is the files below a folder, in an order that depends on their names alone.
type Listing []File

// List lists the files below root. Files and folders for whose path skip is true are left out; skip may be nil. Links are listed, not followed;
// so is a folder that may not be read.
func List(ctx context.Context, root string, skip func(path string) bool) (Listing, error) {
	var all Listing
	for level := []string{"."}; len(level) > 0; {
		files, folders := make([]Listing, len(level)), make([][]string, len(level))
		err := crew.Each(ctx, len(level), func(i int) (err error) {
			files[i], folders[i], err = list(root, level[i], skip)
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("list files: %w", err)
		}
		level = nil
		for i := range files {
			all = append(all, files[i]...)
			level = append(level, folders[i]...)
		}
	}
	return all, nil
}

// list lists one folder.
func list(root, dir string, skip func(path string) bool) (files Listing, folders []string, err error) {
	at := filepath.Join(root, filepath.FromSlash(dir))
	entries, err := os.ReadDir(at)
	if errors.Is(err, fs.ErrPermission) && dir != "." {
		info, err := os.Lstat(at)
		if err != nil {
			return nil, nil, err
		}
		return Listing{Of(dir, info)}, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		if skip != nil && skip(name) {
			continue
		}
		if e.IsDir() {
			folders = append(folders, name)
			continue
		}
		info, err := e.Info()
		if err != nil {
			return nil, nil, err
		}
		files = append(files, Of(name, info))
	}
	return files, folders, nil
}

// Of returns what the disk tells of the file at path.
func Of(path string, info fs.FileInfo) File {
	return File{path, info.Mode(), info.Size(), info.ModTime().UnixNano(), changed(info)}
}

// Digest returns a hash of the listing in hex.
func (l Listing) Digest() string {
	h := sha256.New()
	var b []byte
	for _, f := range l {
		b = append(binary.AppendUvarint(b[:0], uint64(len(f.Path))), f.Path...)
		b = binary.LittleEndian.AppendUint32(b, uint32(f.Mode))
		for _, n := range [...]int64{f.Size, f.Modified, f.Changed} {
			b = binary.LittleEndian.AppendUint64(b, uint64(n))
		}
		h.Write(b)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// The steps of the clocks that disks write down: most count nanoseconds and have them from a clock that ticks every 10 ms or faster; those
// that count whole seconds have steps of up to two.
const (
	fineStep   = 50 * time.Millisecond
	coarseStep = 2 * time.Second
)

// Fresh reports whether the file was written to so shortly before it was looked at, at the time now, or after it, that it could be written to
// again and look the same.
func (f File) Fresh(now time.Time) bool {
	step := fineStep
	if f.Modified%int64(time.Second) == 0 {
		step = coarseStep
	}
	return f.Modified > now.Add(-step).UnixNano()
}

// Fresh returns the paths of the files that are fresh in a listing made at the time now.
func (l Listing) Fresh(now time.Time) []string {
	var fresh []string
	for _, f := range l {
		if f.Fresh(now) {
			fresh = append(fresh, f.Path)
		}
	}
	return fresh
}

// Sums returns the hashes of files below root, in hex, by path.
func Sums(ctx context.Context, root string, paths []string) (map[string]string, error) {
	sums := make([]string, len(paths))
	err := crew.Each(ctx, len(paths), func(i int) error {
		data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(paths[i])))
		if err != nil {
			return err
		}
		sum := sha256.Sum256(data)
		sums[i] = hex.EncodeToString(sum[:])
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read files: %w", err)
	}
	all := make(map[string]string, len(paths))
	for i, p := range paths {
		all[p] = sums[i]
	}
	return all, nil
}
