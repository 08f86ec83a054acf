package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"copydesk/generator/internal/desk"
	"copydesk/generator/internal/diag"
)

func (a *app) build() *cobra.Command {
	var o desk.Options
	var noCache bool
	var memory string
	c := &cobra.Command{
		Use:   "build",
		Short: "Bring content/ and public/ up to date",
		Long: `Build reads every text in content/raw, writes content/briefings and content/topics, and builds
public/.

Nothing is lost: your changes in generated files stay, and a failed build leaves the last good
site.`,
		Example: `  copydesk build
  copydesk build --base-url https://example.org/briefing/
  copydesk build --drafts --future`,
	}
	c.Flags().StringVar(&o.BaseURL, "base-url", "", "address the site will have (default: baseURL in hugo.toml)")
	c.Flags().BoolVar(&o.Drafts, "drafts", false, "also build drafts")
	c.Flags().BoolVar(&o.Future, "future", false, "also build articles dated in the future")
	c.Flags().BoolVar(&noCache, "no-cache", false, "read and build everything anew; the result is the same")
	c.Flags().StringVar(&memory, "memory", "", "memory to do with, such as 600MB: slower, and the same result (default: what it takes)")
	c.RunE = func(c *cobra.Command, _ []string) error {
		limit, err := limitMemory(memory)
		if err != nil {
			return err
		}
		d, err := a.open()
		if err != nil {
			return err
		}
		d.NoCache, d.Batch = noCache, batch(limit)
		progress := newProgress(a.err)
		d.Stage, o.Warn = progress.stage, a.err
		r, err := d.Build(c.Context(), o)
		progress.done()
		a.diagnostics(r.Diagnostics)
		if err != nil {
			return err
		}
		if r.Site.Whole != "" && !noCache {
			fmt.Fprintf(a.err, "all pages were rendered: %s\n", r.Site.Whole)
		}
		how := "in"
		if r.Current {
			how = "as before, found in"
		}
		fmt.Fprintf(a.out, "%s, %s, %s %s %.1f s; %s\n", count(r.Content.Briefings, "article"), count(r.Content.Topics, "topic"),
			count(r.Site.Pages, "page"), how, r.Elapsed.Seconds(), findings(r.Diagnostics))
		return nil
	}
	return c
}

// diagnostics prints what there is to say about the texts.
func (a *app) diagnostics(ds []diag.Diagnostic) {
	for _, d := range ds {
		fmt.Fprintln(a.err, d)
	}
}

// findings says how many diagnostics there are: "2 warnings, 1 file set aside".
func findings(ds []diag.Diagnostic) string {
	s := count(diag.Count(ds, diag.Warning), "warning")
	if n := diag.Count(ds, diag.Error); n > 0 {
		s += ", " + count(n, "error")
	}
	return s
}

// count writes a number with its noun: "1 article", "2 articles".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// countOf is count for a noun whose plural is its own: "2 addresses".
func countOf(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
