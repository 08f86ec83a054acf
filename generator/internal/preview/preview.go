// Package preview serves a site while its texts are edited, and reloads the open pages after each change.
//
// In goes an opened desk; out come pages on a local address until the context ends. A changed raw text goes the whole way: content/ is
// brought up to date as a build would, then what changed is rendered, the article first, and all else when there is nothing else to do; but a
// page that is asked for is rendered at once. The site is kept below .copydesk for the next time. public/ is not touched.
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
	"copydesk/generator/internal/press"
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
	desk    *desk.Desk
	o       Options
	url     string
	refresh func() // has every open page loaded again

	work sync.Mutex // held while the site changes or pages are rendered
	live *press.Live

	files http.Handler // the site's

	mu      sync.RWMutex // of what follows
	failed  error        // of the last build; shown instead of every page
	remarks remarks
	asked   string // the page of content/ that was asked for last

	own map[string]time.Time // files of content/ that this server wrote, with their time: their events bring no news
}

// Where the preview keeps its site, below the site's folder, so that it need not be made again the next time.
const (
	kept      = ".copydesk/preview/site"
	keptNote  = ".copydesk/preview/pages.json"
	keptDrawn = ".copydesk/preview/drawn"
)

// Serve builds the site and serves it until ctx ends, which is no error.
func Serve(ctx context.Context, d *desk.Desk, o Options) (err error) {
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
	s.refresh = refresh
	mux := http.NewServeMux()
	for path, h := range handlers {
		mux.HandleFunc(path, h)
	}
	mux.HandleFunc(barStyle, serveStyle)
	mux.Handle("/", s)
	if err := s.open(ctx); err != nil {
		return errors.Join(err, listener.Close())
	}
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 10 * time.Second}
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	if o.Ready != nil {
		o.Ready(s.url)
	}
	err = s.follow(ctx, watcher, served)
	// Open pages hold a socket to be told of changes; Close ends those too, where Shutdown would wait for them.
	return errors.Join(err, server.Close(), s.keep())
}

// open brings content/ up to date and sees to it that there is a home page.
func (s *Server) open(ctx context.Context) error {
	start := time.Now()
	r, contentErr := s.content(ctx)
	p, err := s.desk.Pressing(desk.Options{BaseURL: s.url, Drafts: s.o.Drafts, Future: s.o.Future, Warn: s.o.Warn})
	if err != nil {
		return err
	}
	p.Out, p.Record, p.Resources = s.inRoot(kept), s.inRoot(keptNote), keptDrawn
	s.files = http.FileServer(pages{http.Dir(p.Out)})
	if s.live, err = press.OpenLive(ctx, p); err != nil {
		return err
	}
	if _, missing := os.Stat(filepath.Join(p.Out, "index.html")); contentErr == nil && missing != nil {
		_, contentErr = s.live.Next(ctx)
	}
	s.report(r, start, contentErr)
	return nil
}

// keep keeps the site for the next time, where it is as it should be.
func (s *Server) keep() error {
	s.work.Lock()
	defer s.work.Unlock()
	return s.live.Keep()
}

// lull is how long nothing must change before pages that nobody waits for are rendered.
const lull = 500 * time.Millisecond

// follow rebuilds after each change, and renders the rest when there is nothing else to do, until ctx ends or serving fails.
func (s *Server) follow(ctx context.Context, w *watcher, served <-chan error) error {
	idle := time.NewTimer(0)
	defer idle.Stop()
	for worked := false; ; {
		select {
		case <-ctx.Done():
			return nil
		case err := <-served:
			return err
		case err := <-w.Errors:
			if !errors.Is(err, fsnotify.ErrEventOverflow) {
				return fmt.Errorf("watch files: %w", err)
			}
			// Something changed, and nobody knows what: as after a change of the settings, all is looked at.
			s.rebuild(ctx, []fsnotify.Event{{Name: s.inRoot("hugo.toml"), Op: fsnotify.Write}})
			idle.Reset(lull)
		case batch := <-w.Batches:
			if s.rebuild(ctx, batch) {
				s.refresh()
			}
			idle.Reset(lull)
		case <-idle.C:
			if s.next(ctx) {
				worked = true
				idle.Reset(0)
			} else if worked {
				worked = false
				s.refresh()
			}
		}
	}
}

// next renders some of what nobody waits for. It reports whether there was any.
func (s *Server) next(ctx context.Context) bool {
	s.work.Lock()
	defer s.work.Unlock()
	more, err := s.live.Next(ctx)
	if err == nil && !more {
		err = s.live.Keep()
	}
	if err != nil && ctx.Err() == nil {
		s.report(desk.Result{}, time.Now(), err)
	}
	return more && err == nil
}

// rebuild takes a batch of changes and reports whether pages may have changed.
func (s *Server) rebuild(ctx context.Context, batch []fsnotify.Event) bool {
	since := time.Now()
	raw, paths := sortEvents(s.desk.Root, slices.DeleteFunc(batch, s.isOwn))
	if !raw && len(paths) == 0 {
		return false
	}
	s.work.Lock()
	defer s.work.Unlock()
	var r desk.Result
	var err error
	if raw {
		r, err = s.content(ctx)
		for _, name := range slices.Concat(r.Content.Changed, r.Content.Gone) {
			paths = append(paths, "content/"+name)
		}
	}
	if err == nil && len(paths) > 0 {
		if err = s.live.Change(ctx, paths); err == nil {
			err = s.live.Render(ctx, s.wanted(paths))
		}
	}
	s.report(r, since, err)
	return true
}

// atOnce is how many changed articles are rendered before anything else; a save is one.
const atOnce = 20

// wanted returns the pages of content/ that the editor waits for: the changed articles and the page that is open.
func (s *Server) wanted(changed []string) []string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	wanted := []string{s.asked}
	for _, path := range changed {
		if name, ok := strings.CutPrefix(path, "content/"); ok && strings.HasPrefix(name, "briefings/") && len(wanted) < atOnce {
			wanted = append(wanted, name)
		}
	}
	return wanted
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

// inRoot returns the path of a file of the site's folder.
func (s *Server) inRoot(name string) string {
	return filepath.Join(s.desk.Root, filepath.FromSlash(name))
}

// path returns the path of a file below content/.
func (s *Server) path(name string) string { return s.inRoot("content/" + name) }

// report remembers how the last build went and tells of it.
func (s *Server) report(r desk.Result, since time.Time, err error) {
	s.mu.Lock()
	s.failed = err
	if r.Corpus != nil {
		s.remarks = remarksOf(r)
	}
	s.mu.Unlock()
	if s.o.Changed != nil {
		s.o.Changed(r, time.Since(since), err)
	}
}

// ask sees to it that the page at an address is as its file says.
func (s *Server) ask(ctx context.Context, address string) {
	s.mu.Lock()
	name, ok := strings.CutPrefix(s.remarks.files[address][0], "content/")
	if ok {
		s.asked = name
	}
	s.mu.Unlock()
	if !ok || !s.live.Dirty(name) {
		return
	}
	s.work.Lock()
	defer s.work.Unlock()
	if err := s.live.Render(ctx, []string{name}); err != nil && ctx.Err() == nil {
		s.report(desk.Result{}, time.Now(), err)
	}
}

// ServeHTTP serves the site, or what went wrong with it.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	s.ask(r.Context(), r.URL.Path)
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.failed == nil {
		s.live.RLock()
		defer s.live.RUnlock()
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

// reloads is the script that has a page loaded again.
const reloads = `<script src="/livereload.js?mindelay=10&amp;v=2" async></script>`

// failedPage shows an error. It reloads itself after the next build.
const failedPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The site could not be built</title>
` + reloads + `
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 3rem auto; padding: 0 1rem; color-scheme: light dark }
  pre { white-space: pre-wrap; overflow-wrap: anywhere }
</style>
<h1>The site could not be built</h1>
<p>Mend this and save; the page comes back by itself.</p>
<pre>%s</pre>
</html>
`
