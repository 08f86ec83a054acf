package cli

import (
	"fmt"
	"os/exec"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"copydesk/generator/internal/desk"
	"copydesk/generator/internal/preview"
)

func (a *app) serve() *cobra.Command {
	o := preview.Options{}
	var open bool
	c := &cobra.Command{
		Use:   "serve",
		Short: "Preview the site while you edit",
		Long: `Serve renders the site, serves it on this machine and reloads the open pages when a raw
text, a page, a layout or a decision changes. A bar at the foot of each page says what there is to
mend on it; it is in the preview alone. Serve brings content/ up to date as build does and leaves
public/ alone. Ctrl-C stops it.`,
		Example: `  copydesk serve
  copydesk serve --open
  copydesk serve --drafts --addr localhost:8080`,
	}
	c.Flags().StringVar(&o.Addr, "addr", "127.0.0.1:1313", "address to listen on")
	c.Flags().BoolVar(&o.Drafts, "drafts", false, "also show drafts")
	c.Flags().BoolVar(&o.Future, "future", false, "also show articles dated in the future")
	c.Flags().BoolVar(&open, "open", false, "open the site in the browser")
	c.RunE = func(c *cobra.Command, _ []string) error {
		d, err := a.open()
		if err != nil {
			return err
		}
		progress := newProgress(a.err)
		d.Stage, o.Warn = progress.stage, a.err
		o.Ready = func(url string) {
			fmt.Fprintf(a.out, "serving %s; ctrl-c stops\n", url)
			if open {
				a.browse(url)
			}
		}
		o.Changed = func(r desk.Result, took time.Duration, err error) {
			progress.done()
			a.diagnostics(r.Diagnostics)
			if err != nil {
				fmt.Fprintf(a.err, "copydesk: %v\n", err)
				return
			}
			fmt.Fprintf(a.out, "%s ready in %d ms\n", time.Now().Format(time.TimeOnly), took.Milliseconds())
		}
		return preview.Serve(c.Context(), d, o)
	}
	return c
}

// browse opens an address in the browser. That there is none is no failure.
func (a *app) browse(url string) {
	name, args := "xdg-open", []string{url}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", url}
	}
	c := exec.Command(name, args...)
	if err := c.Start(); err != nil {
		fmt.Fprintf(a.err, "no browser could be opened (%v); open %s yourself\n", err, url)
		return
	}
	go c.Wait()
}
