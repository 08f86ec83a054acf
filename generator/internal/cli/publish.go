package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"copydesk/generator/internal/publish"
)

// publishHelp is the long text of the command's help.
const publishHelp = `Publish brings public/, as last built, to a target that hugo.toml names, and sends only what
changed. It refuses a site that is stale, half-built or built with --drafts; 'copydesk build'
mends that. Assets go first, then new pages, changed pages, the home page and feeds; what is gone
is removed last, after asking. It verifies what arrived. Run it again after a broken connection,
and it goes on from there.

A target is a table in hugo.toml, with one of these lines:

  [params.copydesk.targets.live]

  folder = "/srv/www/briefing"           a folder; with keep = 5 it gets a folder for each of the
                                         last five releases, and a link called current
  s3 = "bucket/prefix"                   Amazon S3; region = "eu-west-1"; endpoint = "https://..."
                                         for a service that speaks like it
  gcs = "bucket/prefix"                  Google Cloud Storage
  azure = "container/prefix"             Azure Blob Storage; account = "name"
  git = "git@github.com:me/news.git"     a branch for GitHub Pages; branch = "gh-pages"; "origin"
                                         is the site's own repository
  ssh = "me@example.org:/srv/www/news"   rsync over ssh; the web server shows the folder current
                                         in it; keep = 5; port = 22

Credentials never stand in hugo.toml. They come from where each provider's own tools look:
AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY or AWS_PROFILE; GOOGLE_APPLICATION_CREDENTIALS or
gcloud; AZURE_STORAGE_ACCOUNT with AZURE_STORAGE_KEY or AZURE_STORAGE_SAS_TOKEN, or az; git's
credential helper; ssh's agent and configuration.`

// Without --max-deletions, --yes stands for this many deletions, or for one file in so many at the target, whichever is more.
const (
	fewDeletions   = 20
	oneDeletionPer = 4
)

// publishOptions are the flags of publish.
type publishOptions struct {
	yes, back, asIs, dryRun bool
	deletions               int
}

func (a *app) publish() *cobra.Command {
	var o publishOptions
	c := &cobra.Command{
		Use:   "publish TARGET",
		Short: "Bring the built site to a target",
		Long:  publishHelp,
		Example: `  copydesk build && copydesk publish live
  copydesk publish live --yes --max-deletions 50   in a workflow, where nobody answers
  copydesk publish live --back                     show the release before`,
		Args: cobra.MaximumNArgs(1),
	}
	c.Flags().BoolVarP(&o.yes, "yes", "y", false, "remove what is gone without asking, up to a quarter of the files")
	c.Flags().IntVar(&o.deletions, "max-deletions", -1, "refuse to remove more than this many files")
	c.Flags().BoolVar(&o.back, "back", false, "show the release before again (git, ssh, and folder with keep)")
	c.Flags().BoolVar(&o.asIs, "as-is", false, "publish public/ as it is, stale or changed by hand")
	c.Flags().BoolVar(&o.dryRun, "dry-run", false, "show what would be done, as plan does")
	c.RunE = func(c *cobra.Command, args []string) error {
		name := strings.Join(args, "")
		if name == "" {
			_, config, err := a.pick("")
			if err != nil {
				return err
			}
			return usageError{fmt.Errorf("say which target; there is one: copydesk publish %s", config.Name)}
		}
		if o.back {
			return a.goBack(c.Context(), name)
		}
		return a.publishTo(c.Context(), name, o)
	}
	return c
}

// publishTo publishes the built site.
func (a *app) publishTo(ctx context.Context, name string, o publishOptions) error {
	start := time.Now()
	progress := newProgress(a.err)
	defer progress.done()
	p, err := a.publication(ctx, name, o.asIs, progress)
	if err != nil {
		return err
	}
	defer p.done()
	progress.done()
	a.showPlan(p, false)
	if ch := p.job.Change; o.dryRun || ch.Empty() && !p.job.Last.Open {
		return nil
	}
	if err := a.agree(ctx, p, o); err != nil {
		return err
	}
	a.stopped = "what was sent so far stays sent, and " + name + " goes on showing a whole site; publish again, and it goes on from there"
	err = p.target.Put(ctx, p.job)
	progress.done()
	if err != nil {
		return fmt.Errorf("publish %s: %w", name, err)
	}
	fmt.Fprintf(a.out, "published to %s in %.1f s, and verified\n", name, time.Since(start).Seconds())
	return nil
}

// agree asks before anything is removed or breaks. Where nobody can answer, --yes must have been given.
func (a *app) agree(ctx context.Context, p publication, o publishOptions) error {
	ch := p.job.Change
	gone := len(ch.Deletions()) + len(ch.Replaced)
	if o.deletions >= 0 && gone > o.deletions {
		return fmt.Errorf("%s would be removed or replaced, and --max-deletions allows %d; nothing was published", count(gone, "file"), o.deletions)
	}
	if gone == 0 && len(ch.Lost) == 0 {
		return nil
	}
	if limit := max(fewDeletions, len(p.job.Last.Files)/oneDeletionPer); o.yes && o.deletions < 0 && gone > limit {
		return fmt.Errorf("%s would be removed or replaced, more than --yes stands for (%d); if that is right, add --max-deletions %d; nothing was published",
			count(gone, "file"), limit, gone)
	}
	if o.yes {
		return nil
	}
	if f, ok := a.in.(*os.File); !ok || !term.IsTerminal(int(f.Fd())) {
		return fmt.Errorf("%s would be removed or replaced and %s lost, and nobody is here to ask; look at it with 'copydesk plan %s', then add --yes; nothing was published",
			count(gone, "file"), countOf(len(ch.Lost), "address", "addresses"), p.config.Name)
	}
	fmt.Fprintf(a.err, "Remove or replace %s? [y/N] ", count(gone, "file"))
	answer := make(chan string, 1)
	go func() { // ctrl-c does not end the wait for a line
		line, _ := bufio.NewReader(a.in).ReadString('\n') // a line that breaks off is no yes
		answer <- strings.ToLower(strings.TrimSpace(line))
	}()
	select {
	case <-ctx.Done():
		fmt.Fprintln(a.err)
		a.stopped = "nothing was published"
		return ctx.Err()
	case yes := <-answer:
		if yes != "y" && yes != "yes" {
			return errors.New("nothing was published")
		}
		return nil
	}
}

// goBack lets the target show the release before.
func (a *app) goBack(ctx context.Context, name string) error {
	_, config, err := a.pick(name)
	if err != nil {
		return err
	}
	target, err := publish.Open(ctx, config)
	if err != nil {
		return err
	}
	defer target.Close()
	r, err := target.Back(ctx)
	if err != nil {
		return fmt.Errorf("go back at %s: %w", name, err)
	}
	fmt.Fprintf(a.out, "%s shows the release of %s again: %s\n", name, r.Made.Format("2006-01-02 15:04:05 UTC"), count(len(r.Files), "file"))
	return nil
}
