package publish

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"copydesk/generator/internal/golden"
	"copydesk/generator/internal/release"
)

// place is a target for a test.
type place struct {
	Config
	shown func(t *testing.T) map[string]string // what readers see there
	back  bool                                 // it can show the release before again
}

// places are the kinds of target that a test can make.
var places = [...]struct {
	kind string
	make func(t *testing.T) place
}{{"folder", folderPlace}, {"kept", keptPlace}, {"git", gitPlace}, {"s3", s3Place}, {"gcs", gcsPlace}, {"ssh", sshPlace}}

// eachPlace runs a test for every kind of target.
func eachPlace(t *testing.T, do func(t *testing.T, p place)) {
	for _, p := range places {
		t.Run(p.kind, func(t *testing.T) { do(t, p.make(t)) })
	}
}

func folderPlace(t *testing.T) place {
	dir := filepath.Join(t.TempDir(), "www")
	return place{Config: Config{Name: "live", Folder: dir, Root: t.TempDir()}, shown: func(t *testing.T) map[string]string { return filesIn(t, dir) }}
}

func keptPlace(t *testing.T) place {
	dir := filepath.Join(t.TempDir(), "www")
	return place{Config{Name: "live", Folder: dir, Keep: 3, Root: t.TempDir()},
		func(t *testing.T) map[string]string { return current(t, dir) }, true}
}

func gitPlace(t *testing.T) place {
	repository := filepath.Join(t.TempDir(), "site.git")
	git(t, "init", "--quiet", "--bare", repository)
	return place{Config{Name: "live", Git: repository, Root: t.TempDir()}, func(t *testing.T) map[string]string {
		if git(t, "--git-dir", repository, "branch", "--list", "gh-pages") == "" {
			return map[string]string{}
		}
		clone := filepath.Join(t.TempDir(), "clone")
		git(t, "clone", "--quiet", "--branch", "gh-pages", repository, clone)
		if err := os.RemoveAll(filepath.Join(clone, ".git")); err != nil {
			t.Fatal(err)
		}
		files := filesIn(t, clone)
		delete(files, nojekyll)
		return files
	}, true}
}

func git(t *testing.T, args ...string) string {
	t.Helper()
	out, err := exec.Command("git", args...).CombinedOutput()
	if err != nil {
		t.Fatalf("git %q: %v: %s", args, err, out)
	}
	return string(out)
}

// filesIn reads the files of a site in a folder, which may be missing, without Copydesk's own.
func filesIn(t *testing.T, dir string) map[string]string {
	t.Helper()
	if _, err := os.Stat(dir); err != nil {
		return map[string]string{}
	}
	files := golden.Tree(t, dir)
	maps.DeleteFunc(files, func(name, _ string) bool { return strings.HasPrefix(name, ".copydesk") })
	return files
}

// current reads the release that is shown in a folder that keeps some; a program that outlives its publication may still let the link lead on.
func current(t *testing.T, dir string) map[string]string {
	t.Helper()
	release, err := filepath.EvalSymlinks(filepath.Join(dir, "current"))
	if err != nil {
		return map[string]string{}
	}
	return filesIn(t, release)
}

// edition is a small site.
func edition() map[string]string {
	return map[string]string{"index.html": "home", "look.css": "a{}", "2017/07/18/talks/index.html": "talks", "2017/07/19/rain/index.html": "rain"}
}

// open opens a target.
func open(t *testing.T, c Config) Target {
	t.Helper()
	target, err := Open(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { target.Close() })
	return target
}

// lay writes a site into a folder.
func lay(t *testing.T, site map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range site {
		golden.Put(t, filepath.Join(dir, filepath.FromSlash(name)), text)
	}
	return dir
}

// at returns a time of the day on which the tests publish.
func at(hour int) time.Time { return time.Date(2017, 7, 20, hour, 0, 0, 0, time.UTC) }

// prepare says what to publish so that the target shows the site in dir.
func prepare(ctx context.Context, target Target, dir string, now time.Time) (Job, error) {
	next, err := release.Read(os.DirFS(dir), now)
	if err != nil {
		return Job{}, err
	}
	next.Form = Form(target)
	last, err := target.Last(ctx)
	return Job{Public: os.DirFS(dir), Dir: dir, Last: last, Next: next, Change: release.Compare(last, next, release.Redirects{}),
		Step: func(string, int, int) {}, Pause: time.Millisecond}, err
}

// job is prepare for a site that is not in a folder yet.
func job(t *testing.T, target Target, site map[string]string, hour int) Job {
	t.Helper()
	j, err := prepare(t.Context(), target, lay(t, site), at(hour))
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// put publishes.
func put(t *testing.T, target Target, site map[string]string, hour int) {
	t.Helper()
	if err := target.Put(t.Context(), job(t, target, site, hour)); err != nil {
		t.Fatal(err)
	}
}

// says fails the test unless the error tells, on one line that begins in lower case or with the name of what it is about, each of the things.
func says(t *testing.T, err error, things ...string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error that says %q", things)
	}
	text := err.Error()
	for _, want := range things {
		if !strings.Contains(text, want) {
			t.Errorf("the error does not say %q: %s", want, text)
		}
	}
	if strings.Contains(text, "\n") || strings.Contains(text, secretWord) {
		t.Errorf("the error has more than one line, or a secret: %s", text)
	}
}

// TestEachTargetChanges publishes a site beside a file of somebody else's, then the next site and the same once more, and goes back where the
// target can.
func TestEachTargetChanges(t *testing.T) {
	eachPlace(t, func(t *testing.T, p place) {
		target := open(t, p.Config)
		put(t, target, edition(), 1)
		if got := p.shown(t); !maps.Equal(got, edition()) {
			t.Errorf("the target shows %q", got)
		}
		next := edition()
		next["index.html"] = "another home"
		delete(next, "look.css")
		if ch := job(t, target, next, 2).Change; fmt.Sprint(ch.Added, ch.Changed, ch.Removed, ch.Lost) != "[] [index.html] [look.css] []" {
			t.Errorf("the next site would change %+v", ch)
		}
		put(t, target, next, 2)
		if got := p.shown(t); !maps.Equal(got, next) {
			t.Errorf("the target shows %q", got)
		}
		if ch := job(t, target, next, 3).Change; !ch.Empty() {
			t.Errorf("the same site would change %+v", ch)
		}
		back, err := target.Back(t.Context())
		if !p.back {
			says(t, err, "keeps no earlier release; check out the earlier content")
			return
		}
		if err != nil || !back.Made.Equal(at(1)) || !maps.Equal(p.shown(t), edition()) {
			t.Errorf("going back: %+v, %v; the target shows %q", back, err, p.shown(t))
		}
		if ch := job(t, target, edition(), 4).Change; !ch.Empty() {
			t.Errorf("after going back the first site would change %+v", ch)
		}
		put(t, target, next, 5)
		if got := p.shown(t); !maps.Equal(got, next) {
			t.Errorf("after going back and on the target shows %q", got)
		}
	})
}

// TestStrangersStay publishes to a folder and a branch that hold somebody else's files: those stay, and one that is in the way is named.
func TestStrangersStay(t *testing.T) {
	p := folderPlace(t)
	golden.Put(t, filepath.Join(p.Folder, "CNAME"), "news.example\n")
	golden.Put(t, filepath.Join(p.Folder, "index.html"), "under construction")
	target := open(t, p.Config)
	if ch := job(t, target, edition(), 1).Change; !slices.Equal(ch.Replaced, []string{"index.html"}) {
		t.Errorf("would replace %q", ch.Replaced)
	}
	put(t, target, edition(), 1)
	put(t, target, map[string]string{"index.html": "home"}, 2)
	if got := p.shown(t); !maps.Equal(got, map[string]string{"index.html": "home", "CNAME": "news.example\n"}) {
		t.Errorf("the folder has %q", got)
	}
}

// TestKeepsReleases publishes more releases than are kept, and goes back as far as it can.
func TestKeepsReleases(t *testing.T) {
	for _, make := range []func(*testing.T) place{keptPlace, sshPlace} {
		p := make(t)
		target := open(t, p.Config)
		for hour := range 5 {
			put(t, target, map[string]string{"index.html": fmt.Sprint("edition ", hour)}, hour)
		}
		dir := strings.TrimPrefix(p.Folder+p.SSH, "127.0.0.1:")
		kept, err := filepath.Glob(filepath.Join(dir, "releases", "*"))
		if err != nil || len(kept) != 3 || filepath.Base(kept[0]) != "20170720T020000Z" {
			t.Errorf("%s keeps %q, %v", p.Place(), kept, err)
		}
		for _, want := range []string{"edition 3", "edition 2"} {
			if _, err := target.Back(t.Context()); err != nil || p.shown(t)["index.html"] != want {
				t.Errorf("%s went back to %q, %v; want %s", p.Place(), p.shown(t), err, want)
			}
		}
		_, err = target.Back(t.Context())
		says(t, err, "the oldest one kept; keep in hugo.toml says how many there are")
	}
}

// TestTwoAtOnce publishes twice from the same release. One of them wins, the other says that it was outrun or kept out.
func TestTwoAtOnce(t *testing.T) {
	eachPlace(t, func(t *testing.T, p place) {
		other := p.Config
		other.Root = t.TempDir() // as another machine has its own
		a, b := open(t, p.Config), open(t, other)
		jobs := []Job{job(t, a, edition(), 1), job(t, b, edition(), 2)}
		var wg sync.WaitGroup
		errs := make([]error, 2)
		for i, target := range []Target{a, b} {
			wg.Go(func() { errs[i] = target.Put(context.Background(), jobs[i]) })
		}
		wg.Wait()
		if (errs[0] == nil) == (errs[1] == nil) {
			t.Fatalf("two at once: %v; %v", errs[0], errs[1])
		}
		if err := errors.Join(errs...); !errors.Is(err, ErrOutrun) {
			says(t, err, "wait for it")
		}
		if last, err := a.Last(t.Context()); err != nil || last.Open || !maps.Equal(p.shown(t), edition()) {
			t.Errorf("the target shows %q and says %+v, %v", p.shown(t), last, err)
		}
	})
}

// TestLockNamesItsHolder publishes while another publication holds the target.
func TestLockNamesItsHolder(t *testing.T) {
	p := folderPlace(t)
	target := open(t, p.Config)
	j := job(t, target, edition(), 1)
	_, unlock, err := target.(*inPlace).lock(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	says(t, open(t, p.Config).Put(t.Context(), j), "has been publishing to folder:", "wait for it. If it was killed, its lock runs out at")
	if err := unlock(); err != nil {
		t.Fatal(err)
	}
	for _, make := range []func(*testing.T) place{keptPlace, sshPlace} {
		p := make(t)
		target := open(t, p.Config)
		put(t, target, edition(), 1)
		next := job(t, target, edition(), 2)
		unlock, err := target.(*releases).lock(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		says(t, target.Put(t.Context(), next), "another publication to", "is under way; wait for it. If there is none, remove")
		unlock()
		if err := target.Put(t.Context(), next); err != nil {
			t.Errorf("once the lock is given back: %v", err)
		}
	}
}
