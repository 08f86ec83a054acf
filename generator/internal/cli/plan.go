package cli

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"copydesk/generator/internal/desk"
	"copydesk/generator/internal/publish"
	"copydesk/generator/internal/release"
)

// maxRows is how many pages of a sort plan lists without --all.
const maxRows = 20

// publication is a site and the target it is to go to.
type publication struct {
	config publish.Config
	target publish.Target
	job    publish.Job
	done   func() // gives public/ and the target back
}

func (a *app) plan() *cobra.Command {
	var all, asIs bool
	c := &cobra.Command{
		Use:   "plan [TARGET]",
		Short: "Show what publishing would change at a target",
		Long: `Plan compares public/, as last built, with what the target shows: the pages that would be new,
changed and gone, and the addresses that would lead nowhere. It changes nothing. The target may be
left out where hugo.toml names only one.

It fails where an address would be lost, so that a link from elsewhere never breaks unseen. Keep
one alive by "aliases" in the front matter of the page that takes its place, or by a line in
static/_redirects where the host reads that file.`,
		Example: `  copydesk plan
  copydesk plan live --all`,
		Args: cobra.MaximumNArgs(1),
	}
	c.Flags().BoolVar(&all, "all", false, "list every file")
	c.Flags().BoolVar(&asIs, "as-is", false, "take public/ as it is, stale or changed by hand")
	c.RunE = func(c *cobra.Command, args []string) error {
		progress := newProgress(a.err)
		p, err := a.publication(c.Context(), strings.Join(args, ""), asIs, progress)
		if err != nil {
			return err
		}
		defer p.done()
		progress.done()
		a.showPlan(p, all)
		if len(p.job.Change.Lost) > 0 {
			return errFound
		}
		return nil
	}
	return c
}

// pick opens the site and returns its target of that name.
func (a *app) pick(name string) (*desk.Desk, publish.Config, error) {
	d, err := a.open()
	if err != nil {
		return nil, publish.Config{}, err
	}
	targets, err := publish.Targets(d.Root)
	if err != nil {
		return nil, publish.Config{}, err
	}
	config, err := publish.Pick(targets, name)
	if err != nil {
		return nil, config, usageError{err}
	}
	return d, config, nil
}

// publication compares the built site with what the target shows. Builds wait until done is called.
func (a *app) publication(ctx context.Context, name string, asIs bool, progress *progress) (p publication, err error) {
	d, config, err := a.pick(name)
	if err != nil {
		return p, err
	}
	p.config = config
	dir, unlock, err := d.Built(ctx, asIs)
	if err != nil {
		return p, err
	}
	p.done = unlock
	defer func() {
		if err != nil {
			p.done()
		}
	}()
	if p.target, err = publish.Open(ctx, p.config); err != nil {
		return p, err
	}
	p.done = func() {
		// What a target says as it is closed is no news: all that was sent is verified.
		_ = p.target.Close()
		unlock()
	}
	progress.stage("comparing", 0, 0)
	p.job = publish.Job{Dir: dir, Public: os.DirFS(dir), Step: progress.stage}
	if p.job.Next, err = release.Read(p.job.Public, time.Now()); err != nil {
		return p, err
	}
	p.job.Next.Form = publish.Form(p.target)
	if p.job.Last, err = p.target.Last(ctx); err != nil {
		return p, err
	}
	redirects, err := release.ReadRedirects(p.job.Public)
	p.job.Change = release.Compare(p.job.Last, p.job.Next, redirects)
	return p, err
}

// showPlan prints what would change.
func (a *app) showPlan(p publication, all bool) {
	ch := p.job.Change
	rows := func(what string, list []string) {
		shown := 0
		for _, f := range list {
			page := path.Ext(f) == ".html"
			if all || page && shown < maxRows {
				fmt.Fprintf(a.out, "%-8s %s\n", what, address(f))
				shown++
			}
		}
		switch rest := len(list) - shown; {
		case shown > 0 && rest > 0:
			fmt.Fprintf(a.out, "%-8s %s more\n", what, count(rest, "file"))
		case rest > 0:
			fmt.Fprintf(a.out, "%-8s %s, none of them a page\n", what, count(rest, "file"))
		}
	}
	rows("new", ch.Added)
	rows("changed", ch.Changed)
	rows("removed", ch.Removed)
	a.showLost(ch.Lost, all)
	for _, f := range ch.Replaced {
		fmt.Fprintf(a.out, "replaces %s, which Copydesk did not put there\n", address(f))
	}
	defer a.remindOfAddress(p)
	if ch.Empty() && !p.job.Last.Open {
		fmt.Fprintf(a.out, "%s shows this site already: %s\n", p.config.Name, count(len(p.job.Next.Files), "file"))
		return
	}
	fmt.Fprintf(a.out, "%s (%s): %d new, %d changed, %d removed, %d unchanged; %s to send\n", p.config.Name, p.config.Place(), len(ch.Added), len(ch.Changed),
		len(ch.Removed), len(p.job.Next.Files)-len(ch.Added)-len(ch.Changed), bytesToSend(p.job))
}

// showLost prints the addresses that would lead nowhere: each page, and, without all, how many feeds.
func (a *app) showLost(lost []string, all bool) {
	feeds := 0
	for _, f := range lost {
		if path.Ext(f) != "" && path.Ext(f) != ".html" && !all {
			feeds++
			continue
		}
		fmt.Fprintf(a.out, "breaks   %s\n", f)
	}
	if feeds > 0 {
		fmt.Fprintf(a.out, "breaks   %s of topics that have fewer articles now\n", count(feeds, "feed"))
	}
	if len(lost) > 0 {
		fmt.Fprintln(a.out, "What breaks leads nowhere then. To lead it on: aliases in the page that takes its place, or a\nline in static/_redirects.")
	}
}

// remindOfAddress says that the site has its example address still.
func (a *app) remindOfAddress(p publication) {
	if home, err := fs.ReadFile(p.job.Public, "index.html"); err == nil && bytes.Contains(home, []byte(exampleAddress)) {
		fmt.Fprintf(a.err, "copydesk: note: the pages say that they live at %s;\nset baseURL in hugo.toml and build again\n", exampleAddress)
	}
}

// address writes a file as readers know it: a page by its address.
func address(file string) string { return "/" + strings.TrimSuffix(file, "index.html") }

// bytesToSend says how much is sent, before compression.
func bytesToSend(j publish.Job) string {
	var n int64
	for _, list := range [][]string{j.Change.Added, j.Change.Changed} {
		for _, name := range list {
			f, _ := j.Next.Find(name)
			n += f.Size
		}
	}
	switch {
	case n < 1e3:
		return fmt.Sprintf("%d B", n)
	case n < 1e6:
		return fmt.Sprintf("%.0f kB", float64(n)/1e3)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}
