// Package release says what is published: the files of a built site by their content, what changes between two releases, in which order and
// with which headers the files go out, and which addresses would break.
//
// In goes the folder of a built site, and the release that a target shows; out come values. The package knows no target and sends nothing.
package release

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"
)

// Manifest is where a target keeps what it shows, below the site. Folder is not part of any site.
const (
	Folder   = ".copydesk"
	Manifest = Folder + "/release.json"
)

// File is one file of a site.
type File struct {
	Path   string `json:"path"` // below the site, slash-separated
	Size   int64  `json:"size"` // in bytes
	SHA256 string `json:"sha256,omitempty"`
}

// Release is a site as it is published. The zero value is none.
type Release struct {
	Made  time.Time `json:"made"`           // when its publication began
	Form  string    `json:"form,omitempty"` // how its files were sent; those of another form are sent again
	Open  bool      `json:"open,omitempty"` // the publication did not end; a file without a hash is in doubt
	Files []File    `json:"files"`          // in order of their paths

	// Strangers are files at a target that holds no release yet, in order. They are never removed.
	Strangers []string `json:"-"`
}

// Read lists the files of the built site. The hash is of each file's bytes.
func Read(public fs.FS, now time.Time) (Release, error) {
	r := Release{Made: now.UTC().Truncate(time.Second)}
	err := fs.WalkDir(public, ".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case path == Folder:
			return fs.SkipDir
		case d.IsDir():
			return nil
		case !d.Type().IsRegular():
			return fmt.Errorf("%s is no ordinary file; put a copy in its place", path)
		}
		f, err := public.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		h := sha256.New()
		n, err := io.Copy(h, f)
		if err != nil {
			return err
		}
		r.Files = append(r.Files, File{path, n, hex.EncodeToString(h.Sum(nil))})
		return nil
	})
	if err != nil {
		return Release{}, fmt.Errorf("read the built site: %w", err)
	}
	sortFiles(r.Files)
	return r, nil
}

func sortFiles(files []File) {
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
}

// Encode writes the release as a target keeps it.
func Encode(r Release) ([]byte, error) {
	b, err := json.MarshalIndent(r, "", " ")
	return append(b, '\n'), err
}

// Decode reads what Encode wrote. A path that leads out of the site is an error.
func Decode(b []byte) (Release, error) {
	var r Release
	if err := json.Unmarshal(b, &r); err != nil {
		return Release{}, fmt.Errorf("%s at the target cannot be read: %w", Manifest, err)
	}
	for _, f := range r.Files {
		if !fs.ValidPath(f.Path) || f.Path == "." || f.Path == Folder || strings.HasPrefix(f.Path, Folder+"/") {
			return Release{}, fmt.Errorf("%s at the target names %q, which is no path of a site", Manifest, f.Path)
		}
	}
	sortFiles(r.Files)
	return r, nil
}

// Find returns the file of that path.
func (r Release) Find(path string) (File, bool) {
	i, ok := slices.BinarySearchFunc(r.Files, path, func(f File, p string) int { return strings.Compare(f.Path, p) })
	if !ok {
		return File{}, false
	}
	return r.Files[i], true
}

// Size returns how many bytes the files of the release have.
func (r Release) Size() int64 {
	var n int64
	for _, f := range r.Files {
		n += f.Size
	}
	return n
}
