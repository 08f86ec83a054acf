package cli

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"copydesk/generator/internal/desk"
	"copydesk/generator/internal/preview"
)

func (a *app) serve() *cobra.Command {
	o := preview.Options{}
	c := &cobra.Command{
		Use:   "serve",
		Short: "Preview the site while you edit",
		Long: `Serve builds the site in memory, serves it on this machine and reloads the open pages when a raw text, a page,
a layout or a decision changes. It brings content/ up to date as build does and leaves public/ alone. Ctrl-C stops it.`,
		Example: `  copydesk serve
  copydesk serve --drafts --addr localhost:8080`,
	}
	c.Flags().StringVar(&o.Addr, "addr", "127.0.0.1:1313", "address to listen on")
	c.Flags().BoolVar(&o.Drafts, "drafts", false, "also show drafts")
	c.Flags().BoolVar(&o.Future, "future", false, "also show articles dated in the future")
	c.RunE = func(c *cobra.Command, _ []string) error {
		d, err := a.open()
		if err != nil {
			return err
		}
		progress := newProgress(a.err)
		d.Stage, o.Warn = progress.stage, a.err
		o.Ready = func(url string) { fmt.Fprintf(a.out, "serving %s; ctrl-c stops\n", url) }
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
