package publish

import (
	"context"
	"slices"
	"time"

	"copydesk/generator/internal/release"
)

// notes are the manifest of a target while it changes.
type notes struct {
	t       *inPlace
	j       Job
	release release.Release
	hash    map[string]string // of the files to send, by path
	stored  map[string]object // what was sent
	at      time.Time         // when the manifest was last written
}

// newNotes returns the manifest with all that will be sent in doubt, and all that will be removed still there.
func newNotes(t *inPlace, j Job) *notes {
	n := &notes{t: t, j: j, hash: map[string]string{}, stored: map[string]object{}, at: time.Now()}
	n.release = release.Release{Made: j.Next.Made, Form: j.Next.Form, Open: true}
	n.release.Files = slices.Clone(j.Next.Files)
	for _, path := range slices.Concat(j.Change.Added, j.Change.Changed) {
		f, _ := j.Next.Find(path)
		n.hash[path] = f.SHA256
	}
	for i := range n.release.Files {
		if _, toSend := n.hash[n.release.Files[i].Path]; toSend {
			n.release.Files[i].SHA256 = ""
		}
	}
	for _, path := range j.Change.Removed {
		f, _ := j.Last.Find(path)
		f.SHA256 = ""
		n.release.Files = append(n.release.Files, f)
	}
	n.release = sorted(n.release)
	return n
}

func sorted(r release.Release) release.Release {
	slices.SortFunc(r.Files, func(a, b release.File) int {
		if a.Path < b.Path {
			return -1
		}
		return 1
	})
	return r
}

// sent notes that a file is there, and from time to time tells the target.
func (n *notes) sent(ctx context.Context, o object) error {
	n.stored[o.path] = o
	if time.Since(n.at) < noted {
		return nil
	}
	return n.write(ctx)
}

// removed notes that a file is gone.
func (n *notes) removed(path string) { n.hash[path] = "" }

// doubt notes that files are not what they should be.
func (n *notes) doubt(paths []string) {
	for _, p := range paths {
		delete(n.stored, p)
		n.hash[p] = "?"
	}
}

// write writes the manifest.
func (n *notes) write(ctx context.Context) error {
	n.at = time.Now()
	r := n.release
	r.Files = nil
	for _, f := range n.release.Files {
		hash, touched := n.hash[f.Path]
		if touched && hash == "" {
			continue // removed
		}
		if _, ok := n.stored[f.Path]; ok {
			f.SHA256 = hash
		} else if touched {
			f.SHA256 = ""
		}
		r.Files = append(r.Files, f)
	}
	b, err := release.Encode(r)
	if err != nil {
		return err
	}
	head := release.Head{ContentType: "application/json", CacheControl: "no-store"}
	return try(ctx, n.j.Pause, func(ctx context.Context) error { return n.t.write(ctx, release.Manifest, b, head, false) })
}
