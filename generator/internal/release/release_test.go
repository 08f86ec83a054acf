package release

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// read lists a site that is given by its files.
func read(t *testing.T, files map[string]string) Release {
	t.Helper()
	site := fstest.MapFS{}
	for name, text := range files {
		site[name] = &fstest.MapFile{Data: []byte(text)}
	}
	r, err := Read(site, time.Date(2017, 7, 18, 6, 0, 0, 999, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestReadListsTheSite(t *testing.T) {
	r := read(t, map[string]string{"index.html": "home", "a/index.html": "a", ".copydesk/release.json": "{}", "a.css": ""})
	var paths []string
	for _, f := range r.Files {
		paths = append(paths, f.Path)
	}
	if fmt.Sprint(paths) != "[a.css a/index.html index.html]" || r.Size() != 5 || r.Made.Nanosecond() != 0 {
		t.Errorf("%q of %d bytes, made %v", paths, r.Size(), r.Made)
	}
	if f, ok := r.Find("a.css"); !ok || f.SHA256 != "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" {
		t.Errorf("the hash of nothing is %q", f.SHA256)
	}
}

func TestManifestComesBack(t *testing.T) {
	r := read(t, map[string]string{"index.html": "home", "a/ö & \"ü\".html": "a"})
	r.Form, r.Open = "gzip", true
	b, err := Encode(r)
	if err != nil {
		t.Fatal(err)
	}
	back, err := Decode(b)
	if err != nil || fmt.Sprint(back) != fmt.Sprint(r) {
		t.Errorf("%+v came back as %+v, %v", r, back, err)
	}
}

// FuzzDecode reads manifests that could be anybody's: no path of what is accepted leads out of the site.
func FuzzDecode(f *testing.F) {
	for _, path := range []string{"index.html", "../index.html", "/etc/passwd", ".", ".copydesk/lock.json", "a//b", "a/../../b", ""} {
		f.Add([]byte(fmt.Sprintf(`{"made":"2017-07-18T06:00:00Z","files":[{"path":%q,"size":1}]}`, path)))
	}
	f.Add([]byte("<html>"))
	f.Fuzz(func(t *testing.T, b []byte) {
		r, err := Decode(b)
		if err != nil {
			return
		}
		for _, f := range r.Files {
			if strings.HasPrefix(f.Path, "/") || slices.Contains(strings.Split(f.Path, "/"), "..") || strings.HasPrefix(f.Path, Folder+"/") {
				t.Errorf("accepts the path %q", f.Path)
			}
		}
	})
}

func TestDecodeRefuses(t *testing.T) {
	for _, path := range []string{"../index.html", "/etc/passwd", ".", ".copydesk/lock.json", ".copydesk", ""} {
		if _, err := Decode([]byte(fmt.Sprintf(`{"files":[{"path":%q}]}`, path))); err == nil || !strings.Contains(err.Error(), "which is no path of a site") {
			t.Errorf("%q: %v", path, err)
		}
	}
}

func TestCompare(t *testing.T) {
	last := read(t, map[string]string{
		"index.html": "home", "rss.xml": "1", "2017/07/talks/index.html": "talks", "2017/07/talks/index.json": "{}", "topics/rain/index.html": "rain",
		"topics/rain/rss.xml": "rain", "topics/fog/index.html": "fog", "look.min.0123456789abcdef0123456789abcdef.css": "a", "card/base_hu_f808d1595b1b29bb.png": "p",
		"search/t0-4d5pyhn.js": "t", "old.pdf": "p", "topics/all/index.html": "all", "topics/all/atom.xml": "feed",
	})
	next := read(t, map[string]string{
		"index.html": "new home", "rss.xml": "1", "2017/07/rain/index.html": "rain", "topics/all/index.html": "all",
		"look.min.fedcba9876543210fedcba9876543210.css": "b", "search/t0-aaaaaaa.js": "t",
	})
	redirects, err := ReadRedirects(fstest.MapFS{"_redirects": &fstest.MapFile{Data: []byte("# moved\n/topics/rain /topics/weather/ 301\n\n/old/* /new/ 301\n")}})
	if err != nil {
		t.Fatal(err)
	}
	c := Compare(last, next, redirects)
	for _, want := range []struct{ what, got, want string }{
		{"added", fmt.Sprint(c.Added), "[2017/07/rain/index.html look.min.fedcba9876543210fedcba9876543210.css search/t0-aaaaaaa.js]"},
		{"changed", fmt.Sprint(c.Changed), "[index.html]"},
		{"lost", fmt.Sprint(c.Lost), "[/2017/07/talks/ /topics/all/atom.xml /topics/fog/]"},
		{"deletions", fmt.Sprint(c.Deletions()), "[2017/07/talks/index.html 2017/07/talks/index.json old.pdf topics/all/atom.xml topics/fog/index.html topics/rain/index.html topics/rain/rss.xml]"},
		{"removed", fmt.Sprint(len(c.Removed)), "10"},
	} {
		if want.got != want.want {
			t.Errorf("%s: %s, want %s", want.what, want.got, want.want)
		}
	}
	if c := Compare(next, next, redirects); !c.Empty() {
		t.Errorf("a site differs from itself: %+v", c)
	}
	packed := next
	packed.Form = "gzip"
	if c := Compare(next, packed, redirects); len(c.Changed) != len(next.Files) {
		t.Errorf("sent in another form, %d of %d files change", len(c.Changed), len(next.Files))
	}
	if c := Compare(Release{Strangers: []string{"CNAME", "index.html"}}, next, redirects); fmt.Sprint(c.Replaced) != "[index.html]" || len(c.Removed) != 0 {
		t.Errorf("beside a stranger's files: %+v", c)
	}
}

func TestRedirectsMayBeMissing(t *testing.T) {
	r, err := ReadRedirects(fstest.MapFS{})
	if err != nil || r.Has("/") {
		t.Errorf("%v, %v", r, err)
	}
	r = Redirects{prefixes: []string{"/old/"}}
	if !r.Has("/old/talks/") || r.Has("/talks/old/") {
		t.Error("a line that ends in * does not stand for what begins so")
	}
}

// TestStepsShowNoPageBeforeItsAssets looks at the order in which files go out.
func TestStepsShowNoPageBeforeItsAssets(t *testing.T) {
	c := Change{
		Added:   []string{"2017/07/rain/index.html", "2017/07/rain/index.json", "look.2.css", "search/t0-aaaaaaa.js"},
		Changed: []string{"feed.json", "index.html", "search/index.html", "search/manifest.js", "sitemap.xml", "topics/index.html", "topics/rain/rss.xml"},
	}
	want := "[[2017/07/rain/index.json look.2.css search/t0-aaaaaaa.js topics/rain/rss.xml] [2017/07/rain/index.html] [search/index.html topics/index.html]" +
		" [feed.json index.html search/manifest.js sitemap.xml]]"
	if got := fmt.Sprint(c.Steps()); got != want {
		t.Errorf("steps %s\nwant  %s", got, want)
	}
	if steps := (Change{Removed: []string{"a"}}).Steps(); len(steps) != 0 {
		t.Errorf("nothing to send has steps %q", steps)
	}
}

func TestHeads(t *testing.T) {
	for name, want := range map[string]Head{
		"2017/07/talks/index.html": {ContentType: "text/html; charset=utf-8", CacheControl: asked},
		"rss.xml":                  {ContentType: "application/rss+xml", CacheControl: asked},
		"topics/rain/feed.json":    {ContentType: "application/feed+json", CacheControl: asked},
		"coming.ics":               {ContentType: "text/calendar; charset=utf-8", CacheControl: asked},
		"favicon.svg":              {ContentType: "image/svg+xml", CacheControl: aDay},
		"fonts/newsreader.woff2":   {ContentType: "font/woff2", CacheControl: aDay},
		"photo-20240305120000.jpg": {ContentType: "image/jpeg", CacheControl: aDay},
		"look.min.e59f8a98eb555274c28b39fa8e61d68b.css": {ContentType: "text/css; charset=utf-8", CacheControl: forever},
		"card/base_hu_f808d1595b1b29bb.png":             {ContentType: "image/png", CacheControl: forever},
		"search/w0-rzw56j2.js":                          {ContentType: "text/javascript; charset=utf-8", CacheControl: forever},
		"search/manifest.js":                            {ContentType: "text/javascript; charset=utf-8", CacheControl: asked},
		"_redirects":                                    {ContentType: "text/plain; charset=utf-8", CacheControl: asked},
	} {
		if got := HeadOf(name, []byte("words")); got != want {
			t.Errorf("%s has %+v, want %+v", name, got, want)
		}
	}
}

func TestPack(t *testing.T) {
	words := []byte(strings.Repeat("rain ", 100))
	h := HeadOf("index.html", words)
	small, head := Pack("index.html", words, h)
	z, err := gzip.NewReader(bytes.NewReader(small))
	if err != nil {
		t.Fatal(err)
	}
	back, err := io.ReadAll(z)
	if err != nil || !bytes.Equal(back, words) || len(small) >= len(words) || head.ContentEncoding != "gzip" {
		t.Errorf("%d bytes, %+v, %v", len(small), head, err)
	}
	if again, _ := Pack("index.html", words, h); !bytes.Equal(again, small) {
		t.Error("the same bytes are packed in two ways")
	}
	for name, data := range map[string]string{"a.png": string(words), "a.html": "x"} {
		if same, head := Pack(name, []byte(data), Head{}); string(same) != data || head.ContentEncoding != "" {
			t.Errorf("%s is packed, from %d to %d bytes", name, len(data), len(same))
		}
	}
}
