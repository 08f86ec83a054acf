// Package preview serves a site from memory while its texts are edited, and reloads the open pages after each change.
//
// In goes an opened desk; out come pages on a local address until the context ends. A changed raw text goes the whole way: content/ is
// brought up to date as a build would, then only what changed is rendered. public/ is not touched.
package preview

import (
	"context"
	"errors"
	"fmt"
	"html"
	"io"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"

	"copydesk/generator/internal/desk"
	"copydesk/generator/internal/hugo"
	"copydesk/generator/internal/site"
)

// Options says where and what to serve.
type Options struct {
	Addr    string // host:port; port 0 takes a free one
	Drafts  bool
	Future  bool
	Warn    io.Writer                               // for Hugo's warnings
	Ready   func(url string)                        // told once, when the first build is served
	Changed func(desk.Result, time.Duration, error) // told after each build, with the time since the change was seen
}

// Server is a running preview.
type Server struct {
	desk *desk.Desk
	o    Options
	url  string

	mu      sync.RWMutex // held for writing while the site in memory changes
	live    *hugo.Live
	files   http.Handler
	failed  error // of the last build; shown instead of every page
	remarks remarks

	months map[string]bool // that the archive was opened with: "2017-07"

	own map[string]time.Time // files of content/ that this server wrote, with their time: their events bring no news
}

// Serve builds the site and serves it until ctx ends, which is no error.
func Serve(ctx context.Context, d *desk.Desk, o Options) error {
	listener, err := net.Listen("tcp", o.Addr)
	if err != nil {
		return fmt.Errorf("%w; name another with --addr", err)
	}
	s := &Server{desk: d, o: o, own: map[string]time.Time{}, url: "http://" + strings.Replace(listener.Addr().String(), "127.0.0.1", "localhost", 1) + "/"}
	watcher, err := watch(d.Root)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	defer watcher.Close()
	handlers, refresh := hugo.Reload()
	mux := http.NewServeMux()
	for path, h := range handlers {
		mux.HandleFunc(path, h)
	}
	mux.HandleFunc(barStyle, serveStyle)
	mux.Handle("/", s)
	start := time.Now()
	r, err := s.content(ctx)
	if err := s.reopen(r, start, err); err != nil && s.live == nil {
		return errors.Join(err, listener.Close())
	}
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 10 * time.Second}
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	if o.Ready != nil {
		o.Ready(s.url)
	}
	err = s.follow(ctx, watcher, refresh, served)
	// Open pages hold a socket to be told of changes; Close ends those too, where Shutdown would wait for them.
	return errors.Join(err, server.Close(), s.live.Close())
}

// follow rebuilds after each change until ctx ends or serving fails.
func (s *Server) follow(ctx context.Context, w *watcher, refresh func(), served <-chan error) error {
	for {
		select {
		case <-ctx.Done():
			return nil
		case err := <-served:
			return err
		case err := <-w.Errors:
			return fmt.Errorf("watch files: %w", err)
		case batch := <-w.Batches:
			if s.rebuild(ctx, batch) {
				refresh()
			}
		}
	}
}

// reopen builds the pages of content/, which r and contentErr tell of, anew: at the start, after a change of hugo.toml and with a new month.
func (s *Server) reopen(r desk.Result, since time.Time, contentErr error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.months = s.listMonths()
	live, err := hugo.OpenLive(hugo.Options{Root: s.desk.Root, Resources: ".copydesk/preview", Drafts: s.o.Drafts, Future: s.o.Future}, s.url)
	if err != nil {
		s.report(r, since, err)
		return err
	}
	if s.live != nil {
		s.live.Close()
	}
	s.live = live
	s.files = http.FileServer(pages{live.Files()})
	err = contentErr
	if err == nil {
		err = live.Rebuild(nil, s.o.Warn)
	}
	s.report(r, since, err)
	return err
}

// rebuild takes a batch of changes and reports whether pages may have changed.
func (s *Server) rebuild(ctx context.Context, batch []fsnotify.Event) bool {
	since := time.Now()
	raw, other, config := sortEvents(s.desk.Root, slices.DeleteFunc(batch, s.isOwn))
	if config || errors.Is(s.failed, hugo.ErrManyFailed) {
		r, err := s.content(ctx)
		s.reopen(r, since, err)
		return true
	}
	var r desk.Result
	var err error
	events := other
	if raw {
		r, err = s.content(ctx)
		for _, name := range r.Content.Changed {
			events = append(events, fsnotify.Event{Name: s.path(name), Op: fsnotify.Write})
		}
		for _, name := range r.Content.Gone {
			events = append(events, fsnotify.Event{Name: s.path(name), Op: fsnotify.Remove})
		}
	}
	if err == nil && s.monthsChanged(r.Content) {
		s.reopen(r, since, nil)
		return true
	}
	if err == nil && len(events) == 0 {
		if raw {
			s.mu.Lock()
			s.report(r, since, nil)
			s.mu.Unlock()
		}
		return raw // the bar may say something else
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err == nil {
		err = s.live.Rebuild(events, s.o.Warn)
	}
	s.report(r, since, err)
	return true
}

// content brings content/ up to date and remembers what it wrote.
func (s *Server) content(ctx context.Context) (desk.Result, error) {
	r, err := s.desk.Content(ctx)
	for _, name := range r.Content.Changed {
		if info, statErr := os.Stat(s.path(name)); statErr == nil {
			s.own[s.path(name)] = info.ModTime()
		}
	}
	for _, name := range r.Content.Gone {
		s.own[s.path(name)] = time.Time{}
	}
	return r, err
}

// monthsChanged reports whether a month has its first edition or lost its last: the archive lists months as it is opened.
func (s *Server) monthsChanged(r site.Report) bool {
	for _, list := range [][]string{r.Changed, r.Gone} {
		for _, name := range list {
			day, ok := strings.CutPrefix(name, "editions/")
			if !ok || len(day) < len("2017-07") {
				continue
			}
			editions, err := filepath.Glob(s.path("editions/" + day[:len("2017-07")] + "-*.md"))
			_, known := s.months[day[:len("2017-07")]]
			if err == nil && known != (len(editions) > 0) {
				return true
			}
		}
	}
	return false
}

// listMonths returns the months that have editions.
func (s *Server) listMonths() map[string]bool {
	months := map[string]bool{}
	editions, err := filepath.Glob(s.path("editions/*.md"))
	if err != nil {
		return months
	}
	for _, name := range editions {
		if base := filepath.Base(name); len(base) > len("2017-07") {
			months[base[:len("2017-07")]] = true
		}
	}
	return months
}

// isOwn reports whether an event tells of what this server wrote or removed itself.
func (s *Server) isOwn(ev fsnotify.Event) bool {
	wrote, ok := s.own[ev.Name]
	if !ok {
		return false
	}
	info, err := os.Stat(ev.Name)
	if err != nil {
		return wrote.IsZero()
	}
	return info.ModTime().Equal(wrote)
}

// path returns the path of a file below content/.
func (s *Server) path(name string) string {
	return filepath.Join(s.desk.Root, "content", filepath.FromSlash(name))
}

// report remembers how the last build went and tells of it. The caller holds mu, or nothing is being served yet.
func (s *Server) report(r desk.Result, since time.Time, err error) {
	s.failed = err
	if r.Corpus != nil {
		s.remarks = remarksOf(r)
	}
	if s.o.Changed != nil {
		s.o.Changed(r, time.Since(since), err)
	}
}

// ServeHTTP serves the site, or what went wrong with it.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	w.Header().Set("Cache-Control", "no-store")
	if s.failed == nil {
		s.withBar(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusInternalServerError)
	fmt.Fprintf(w, failedPage, html.EscapeString(s.failed.Error()))
}

// pages is a built site without listings: a folder that has no page is not there.
type pages struct{ http.FileSystem }

// Open opens a file, or a folder that has a page.
func (p pages) Open(name string) (http.File, error) {
	f, err := p.FileSystem.Open(name)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && info.IsDir() {
		var index http.File
		if index, err = p.FileSystem.Open(path.Join(name, "index.html")); err == nil {
			err = index.Close()
		}
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// failedPage shows an error. It reloads itself after the next build.
const failedPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The site could not be built</title>
<script src="/livereload.js?mindelay=10&amp;v=2" async></script>
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 3rem auto; padding: 0 1rem; color-scheme: light dark }
  pre { white-space: pre-wrap; overflow-wrap: anywhere }
</style>
<h1>The site could not be built</h1>
<p>Mend this and save; the page comes back by itself.</p>
<pre>%s</pre>
</html>
`
