package publish

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/fsouza/fake-gcs-server/fakestorage"
	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"

	"copydesk/generator/internal/release"
)

// secretWord is the credential that no error may show.
const secretWord = "a-word-nobody-knows"

// wire stands between a publication and a bucket's service: it counts what is sent and can break.
type wire struct {
	next http.Handler

	mu      sync.Mutex
	sent    []string // objects that were put, without Copydesk's own
	removed []string
	cache   string // of the object that was sent last
	left    int    // objects that still pass before the connection is cut; below 0 it holds
	refuse  int    // the status that every request is answered with; 0 lets it pass
	closed  bool   // what is written is refused
}

// uploaded matches the name in what is sent to Google: "name":"site/index.html".
var uploaded = regexp.MustCompile(`"name":"site/([^"]*)"`)

// cached matches how long Google shall let browsers keep it: "cacheControl":"public, max-age=86400".
var cached = regexp.MustCompile(`"cacheControl":"([^"]*)"`)

// about returns the object that a request is about, and, where it is written, how long browsers may keep it.
func about(r *http.Request) (path string, write bool, cache string) {
	if strings.HasPrefix(r.URL.Path, "/upload/") {
		body, err := io.ReadAll(r.Body)
		r.Body = io.NopCloser(bytes.NewReader(body))
		name, head := uploaded.FindSubmatch(body), cached.FindSubmatch(body)
		if err == nil && name != nil && head != nil {
			return string(name[1]), true, string(head[1])
		}
	}
	_, path, _ = strings.Cut(r.URL.Path, "/site/")
	return path, r.Method == http.MethodPut, r.Header.Get("Cache-Control")
}

func (w *wire) ServeHTTP(rw http.ResponseWriter, r *http.Request) {
	path, write, cache := about(r)
	w.mu.Lock()
	own := strings.HasPrefix(path, release.Folder)
	cut := !own && write && w.left == 0
	switch {
	case own || cut || w.refuse != 0:
	case write:
		w.sent, w.cache = append(w.sent, path), cache
		w.left--
	case r.Method == http.MethodDelete:
		w.removed = append(w.removed, path)
	}
	refuse, closed := w.refuse, w.closed && write
	w.mu.Unlock()
	switch {
	case closed:
		rw.WriteHeader(http.StatusForbidden)
		if strings.HasPrefix(r.URL.Path, "/upload/") {
			fmt.Fprint(rw, `{"error":{"code":403,"message":"storage.objects.create access is denied"}}`)
			return
		}
		fmt.Fprint(rw, `<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>`)
	case cut:
		panic(http.ErrAbortHandler) // the server's way to drop a connection
	case refuse == http.StatusForbidden:
		rw.WriteHeader(refuse)
		fmt.Fprint(rw, `<Error><Code>InvalidAccessKeyId</Code><Message>The key does not exist.</Message></Error>`)
	case refuse != 0:
		rw.WriteHeader(refuse)
		fmt.Fprint(rw, `{"error":{"code":401,"message":"Invalid Credentials"}}`)
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
	t.Setenv("AWS_SECRET_ACCESS_KEY", secretWord)
	backend := s3mem.New()
	if err := backend.CreateBucket("news"); err != nil {
		t.Fatal(err)
	}
	w := &wire{next: gofakes3.New(backend).Server(), left: -1}
	server := httptest.NewServer(w)
	t.Cleanup(server.Close)
	return w, Config{Name: "live", S3: "news/site", Endpoint: server.URL}
}

// fakeGCS starts a service that speaks as Google Cloud Storage does, with the bucket news.
func fakeGCS(t *testing.T) (*wire, Config) {
	t.Helper()
	fake, err := fakestorage.NewServerWithOptions(fakestorage.Options{NoListener: true, PublicHost: "127.0.0.1"})
	if err != nil {
		t.Fatal(err)
	}
	fake.CreateBucketWithOpts(fakestorage.CreateBucketOpts{Name: "news"})
	w := &wire{next: fake.HTTPHandler(), left: -1}
	server := httptest.NewServer(w)
	t.Cleanup(server.Close)
	at, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("STORAGE_EMULATOR_HOST", at.Host)
	return w, Config{Name: "live", GCS: "news/site"}
}

// buckets are the services that tests have.
var buckets = map[string]func(*testing.T) (*wire, Config){"s3": fakeS3, "gcs": fakeGCS}

func s3Place(t *testing.T) place  { return bucketPlace(fakeS3(t)) }
func gcsPlace(t *testing.T) place { return bucketPlace(fakeGCS(t)) }

func bucketPlace(_ *wire, c Config) place {
	return place{Config: c, shown: func(t *testing.T) map[string]string {
		target := open(t, c).(*inPlace)
		files := map[string]string{}
		if err := target.list(t.Context(), func(o object) { files[o.path] = "" }); err != nil {
			t.Fatal(err)
		}
		for name := range maps.Clone(files) {
			b, err := target.read(t.Context(), name)
			if err != nil {
				t.Fatal(err)
			}
			files[name] = unpacked(t, b)
		}
		return files
	}}
}

// unpacked undoes gzip, as a browser does.
func unpacked(t *testing.T, b []byte) string {
	t.Helper()
	if !bytes.HasPrefix(b, []byte("\x1f\x8b")) {
		return string(b)
	}
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// TestBucketsGetWhatChanged publishes a site, and then the next one.
func TestBucketsGetWhatChanged(t *testing.T) {
	for kind, make := range buckets {
		t.Run(kind, func(t *testing.T) {
			w, c := make(t)
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
		})
	}
}

// TestBucketsGoOn cuts the connection after two files, and publishes again.
func TestBucketsGoOn(t *testing.T) {
	for kind, make := range buckets {
		t.Run(kind, func(t *testing.T) {
			w, c := make(t)
			target := open(t, c)
			j := job(t, target, edition(), 1)
			w.reset(2)
			says(t, target.Put(t.Context(), j), "write "+c.Place(), "tried 6 times; run it again, and it goes on from here")
			first := len(w.sent)
			w.reset(-1)
			put(t, target, edition(), 2)
			if first != 2 || len(w.sent) != len(edition())-first {
				t.Errorf("%d files were sent before the cut, %q after it", first, w.sent)
			}
			if last, err := target.Last(t.Context()); err != nil || last.Open || len(last.Files) != len(edition()) {
				t.Errorf("the target shows %+v, %v", last, err)
			}
		})
	}
}

// TestBucketsRefuse asks for a bucket that is not there, and with credentials that nobody knows.
func TestBucketsRefuse(t *testing.T) {
	refused := map[string]struct {
		status int
		hint   string
	}{"s3": {http.StatusForbidden, "set AWS_ACCESS_KEY_ID"}, "gcs": {http.StatusUnauthorized, "run 'gcloud auth application-default login'"}}
	for kind, make := range buckets {
		t.Run(kind, func(t *testing.T) {
			w, c := make(t)
			none := c
			none.S3, none.GCS = strings.Replace(c.S3, "news", "olds", 1), strings.Replace(c.GCS, "news", "olds", 1)
			_, err := open(t, none).Last(t.Context())
			says(t, err, "there is no bucket olds at "+none.Place(), "make it, or mend [params.copydesk.targets.live] in hugo.toml")
			target := open(t, c)
			j := job(t, target, edition(), 1)
			w.refuse = refused[kind].status
			says(t, target.Put(t.Context(), j), c.Place()+" refused the credentials", refused[kind].hint)
			_, err = target.Last(t.Context())
			says(t, err, c.Place()+" refused the credentials", refused[kind].hint)
		})
	}
}

// TestBucketsThatMayOnlyBeRead publishes with credentials that may read and not write.
func TestBucketsThatMayOnlyBeRead(t *testing.T) {
	for kind, make := range buckets {
		t.Run(kind, func(t *testing.T) {
			w, c := make(t)
			target := open(t, c)
			j := job(t, target, edition(), 1)
			w.closed = true
			says(t, target.Put(t.Context(), j), c.Place()+" does not let these credentials write it", "give them the right to list, read, write and remove objects")
			if got := bucketPlace(w, c).shown(t); len(got) != 0 {
				t.Errorf("left behind: %q", got)
			}
		})
	}
}

// TestGoogleWantsCredentials opens a bucket where no credentials are.
func TestGoogleWantsCredentials(t *testing.T) {
	t.Setenv("GOOGLE_APPLICATION_CREDENTIALS", filepath.Join(t.TempDir(), "none.json"))
	_, err := Open(t.Context(), Config{Name: "live", GCS: "news"})
	says(t, err, "open gcs:news", "run 'gcloud auth application-default login'")
}

// TestHeadsArrive looks at what a bucket's service will tell browsers of a page.
func TestHeadsArrive(t *testing.T) {
	for kind, make := range buckets {
		t.Run(kind, func(t *testing.T) {
			w, c := make(t)
			target := open(t, c)
			put(t, target, map[string]string{"index.html": strings.Repeat("home ", 100)}, 1)
			a, err := target.(*inPlace).store.(*bucket).b.Attributes(t.Context(), "index.html")
			if err != nil || a.ContentType != "text/html; charset=utf-8" || a.ContentEncoding != "gzip" || !strings.Contains(w.cache, "must-revalidate") {
				t.Errorf("%+v, kept by %q, %v", a, w.cache, err)
			}
		})
	}
}
