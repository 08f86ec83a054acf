package publish

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"

	"copydesk/generator/internal/release"
)

// wire stands between a publication and S3: it counts what is sent and can break.
type wire struct {
	next http.Handler

	mu      sync.Mutex
	sent    []string // objects that were put, without Copydesk's own
	removed []string
	left    int // objects that still pass before the connection is cut; below 0 it holds
	refuse  bool
}

func (w *wire) ServeHTTP(rw http.ResponseWriter, r *http.Request) {
	own := strings.Contains(r.URL.Path, release.Folder)
	w.mu.Lock()
	cut := !own && r.Method == http.MethodPut && w.left == 0
	switch {
	case own || cut || w.refuse:
	case r.Method == http.MethodPut:
		w.sent = append(w.sent, strings.TrimPrefix(r.URL.Path, "/news/site/"))
		w.left--
	case r.Method == http.MethodDelete:
		w.removed = append(w.removed, strings.TrimPrefix(r.URL.Path, "/news/site/"))
	}
	refuse := w.refuse
	w.mu.Unlock()
	switch {
	case cut:
		panic(http.ErrAbortHandler) // the server's way to drop a connection
	case refuse:
		rw.WriteHeader(http.StatusForbidden)
		fmt.Fprint(rw, `<Error><Code>InvalidAccessKeyId</Code><Message>The key does not exist.</Message></Error>`)
	default:
		w.next.ServeHTTP(rw, r)
	}
}

// reset forgets what was sent, and lets so many objects pass.
func (w *wire) reset(left int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.sent, w.removed, w.left = nil, nil, left
}

// fakeS3 starts a service that speaks as S3 does, with the bucket news.
func fakeS3(t *testing.T) (*wire, Config) {
	t.Helper()
	t.Setenv("AWS_ACCESS_KEY_ID", "editor")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "a-word-nobody-knows")
	t.Setenv("AWS_MAX_ATTEMPTS", "1")
	backend := s3mem.New()
	if err := backend.CreateBucket("news"); err != nil {
		t.Fatal(err)
	}
	w := &wire{next: gofakes3.New(backend).Server(), left: -1}
	server := httptest.NewServer(w)
	t.Cleanup(server.Close)
	return w, Config{Name: "live", S3: "news/site", Endpoint: server.URL}
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

// job says what to publish so that the target shows the site.
func job(t *testing.T, target Target, site map[string]string, hour int) Job {
	t.Helper()
	dir := t.TempDir()
	for name, text := range site {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	next, err := release.Read(os.DirFS(dir), time.Date(2017, 7, 20, hour, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	next.Form = Form(target)
	last, err := target.Last(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return Job{Public: os.DirFS(dir), Dir: dir, Last: last, Next: next, Change: release.Compare(last, next, release.Redirects{}),
		Step: func(string, int, int) {}, Pause: time.Millisecond}
}

// put publishes.
func put(t *testing.T, target Target, site map[string]string, hour int) {
	t.Helper()
	if err := target.Put(t.Context(), job(t, target, site, hour)); err != nil {
		t.Fatal(err)
	}
}

// TestS3SendsWhatChanged publishes a site, and then the next one.
func TestS3SendsWhatChanged(t *testing.T) {
	w, c := fakeS3(t)
	target := open(t, c)
	put(t, target, edition(), 1)
	if len(w.sent) != len(edition()) || len(w.removed) != 0 {
		t.Errorf("the first publication sent %q and removed %q", w.sent, w.removed)
	}
	w.reset(-1)
	next := edition()
	next["index.html"] = "another home"
	delete(next, "2017/07/19/rain/index.html")
	put(t, target, next, 2)
	if fmt.Sprint(w.sent, w.removed) != "[index.html] [2017/07/19/rain/index.html]" {
		t.Errorf("the second publication sent %q and removed %q", w.sent, w.removed)
	}
	if ch := job(t, target, next, 3).Change; !ch.Empty() {
		t.Errorf("the same site would change %+v", ch)
	}
	if _, err := target.Back(t.Context()); !errors.Is(err, ErrNoBack) {
		t.Errorf("going back: %v", err)
	}
}

// TestS3GoesOn cuts the connection after two files, and publishes again.
func TestS3GoesOn(t *testing.T) {
	w, c := fakeS3(t)
	target := open(t, c)
	j := job(t, target, edition(), 1)
	w.reset(2)
	if err := target.Put(t.Context(), j); err == nil || !strings.Contains(err.Error(), "goes on from here") {
		t.Fatalf("a cut connection: %v", err)
	}
	first := len(w.sent)
	w.reset(-1)
	put(t, target, edition(), 2)
	if first != 2 || len(w.sent) != len(edition())-first {
		t.Errorf("%d files were sent before the cut, %q after it", first, w.sent)
	}
	if last, err := target.Last(t.Context()); err != nil || last.Open || len(last.Files) != len(edition()) {
		t.Errorf("the target shows %+v, %v", last, err)
	}
}

// TestS3Refuses asks for a bucket that is not there, and with a key that nobody knows.
func TestS3Refuses(t *testing.T) {
	w, c := fakeS3(t)
	none := c
	none.S3 = "olds"
	if _, err := open(t, none).Last(t.Context()); err == nil || !strings.Contains(err.Error(), "there is no bucket olds") {
		t.Errorf("a missing bucket: %v", err)
	}
	w.refuse = true
	_, err := open(t, c).Last(t.Context())
	if err == nil || !strings.Contains(err.Error(), "refused the credentials") || !strings.Contains(err.Error(), "set AWS_ACCESS_KEY_ID") ||
		strings.Contains(err.Error(), "a-word-nobody-knows") {
		t.Errorf("wrong credentials: %v", err)
	}
}

// targets are the kinds of target that one test can make here.
func targets(t *testing.T) map[string]Config {
	_, s3 := fakeS3(t)
	repository := filepath.Join(t.TempDir(), "site.git")
	if out, err := exec.Command("git", "init", "--quiet", "--bare", repository).CombinedOutput(); err != nil {
		t.Fatalf("git: %v: %s", err, out)
	}
	return map[string]Config{
		"s3":     s3,
		"folder": {Name: "live", Folder: filepath.Join(t.TempDir(), "www"), Root: t.TempDir()},
		"git":    {Name: "live", Git: repository, Root: t.TempDir()},
	}
}

// TestTwoAtOnce publishes twice from the same release. One of them wins, the other says that it was outrun or kept out.
func TestTwoAtOnce(t *testing.T) {
	for kind, c := range targets(t) {
		t.Run(kind, func(t *testing.T) {
			c2 := c
			c2.Root = t.TempDir() // as another machine has its own
			a, b := open(t, c), open(t, c2)
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
			if last, err := a.Last(t.Context()); err != nil || last.Open || len(last.Files) != len(edition()) {
				t.Errorf("the target shows %+v, %v", last, err)
			}
		})
	}
}

// TestEachTargetChanges publishes a site and the next one, and looks at what is left to do.
func TestEachTargetChanges(t *testing.T) {
	for kind, c := range targets(t) {
		t.Run(kind, func(t *testing.T) {
			target := open(t, c)
			put(t, target, edition(), 1)
			next := maps.Clone(edition())
			next["index.html"] = "another home"
			delete(next, "look.css")
			if ch := job(t, target, next, 2).Change; fmt.Sprint(ch.Added, ch.Changed, ch.Removed, ch.Lost) != "[] [index.html] [look.css] []" {
				t.Errorf("the next site would change %+v", ch)
			}
			put(t, target, next, 2)
			if ch := job(t, target, next, 3).Change; !ch.Empty() {
				t.Errorf("the same site would change %+v", ch)
			}
			if kind != "git" {
				return
			}
			if back, err := target.Back(t.Context()); err != nil || back.Made.Hour() != 1 {
				t.Errorf("going back: %+v, %v", back, err)
			}
			if ch := job(t, target, edition(), 4).Change; !ch.Empty() {
				t.Errorf("after going back the first site would change %+v", ch)
			}
		})
	}
}
