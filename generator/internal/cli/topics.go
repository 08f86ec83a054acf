package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"copydesk/generator/internal/desk"
	"copydesk/generator/internal/topic"
)

func (a *app) topics() *cobra.Command {
	c := &cobra.Command{
		Use:   "topics",
		Short: "List topics and decide about them",
		Long: `Topics lists what the articles are filed under, and writes your decisions about it into
content/topics.yaml: your comments and all other lines in that file stay. A decision counts from
the next build on, and no address is lost: an old one leads on to the new.`,
		Example: `  copydesk topics list --kind person
  copydesk topics merge "Donald Trump" Trump
  copydesk topics rename Burma Myanmar
  copydesk topics split Georgia "Georgia (country)" content/raw/2008-08-08-war.txt
  copydesk topics never "Mr. Speaker"`,
	}
	c.AddCommand(a.topicsList(), a.topicsShow(), a.topicsMerge(), a.topicsRename(), a.topicsNever(), a.topicsSplit(), a.topicsKind(), a.topicsDescribe(), a.topicsLint())
	for _, sub := range c.Commands() {
		sub.Args = usageArgs(sub.Args)
	}
	ofCommands(c)
	return c
}

// draft makes what a build would write, with the decisions as they are. The folder is held until the command ends: what it goes on to write must
// go by the draft.
func (a *app) draft(ctx context.Context) (*desk.Desk, []byte, desk.Draft, error) {
	d, err := a.open()
	if err != nil {
		return nil, nil, desk.Draft{}, err
	}
	progress := newProgress(a.err)
	d.Stage = progress.stage
	defer func() {
		progress.done()
		d.Stage = nil
	}()
	if a.release, err = d.Hold(ctx); err != nil {
		return nil, nil, desk.Draft{}, err
	}
	decided, err := d.Decided()
	if err != nil {
		return nil, nil, desk.Draft{}, err
	}
	draft, err := d.Draft(ctx, decided)
	return d, decided, draft, err
}

func (a *app) topicsList() *cobra.Command {
	var kind string
	c := &cobra.Command{
		Use:     "list",
		Short:   "List the topics, those with most articles first",
		Long:    "List prints every topic with its kind and the number of articles that name it. It writes nothing.",
		Example: "  copydesk topics list\n  copydesk topics list --kind place",
	}
	c.Flags().StringVar(&kind, "kind", "", "only person, place, organization, event, other, subject or pair")
	c.RunE = func(c *cobra.Command, _ []string) error {
		if kind != "" && kind != string(topic.Pair) && !slices.Contains(topicKinds, kind) {
			return usageError{fmt.Errorf("%q is no kind; use one of %s or pair", kind, strings.Join(topicKinds, ", "))}
		}
		_, _, draft, err := a.draft(c.Context())
		if err != nil {
			return err
		}
		topics := slices.Concat(draft.Corpus.Topics, draft.Corpus.Pairs)
		slices.SortStableFunc(topics, func(a, b *topic.Topic) int { return len(b.Appearances) - len(a.Appearances) })
		for _, t := range topics {
			if kind == "" || kind == string(t.Kind) {
				fmt.Fprintf(a.out, "%5d  %-12s  %s\n", len(t.Appearances), t.Kind, t.Name)
			}
		}
		return nil
	}
	return c
}

func (a *app) topicsShow() *cobra.Command {
	return &cobra.Command{
		Use:   "show NAME",
		Short: "Show one topic: its names, address and articles",
		Long: `Show prints what a topic is called, where it lives, which addresses lead to it and which articles
name it. It writes nothing.`,
		Example: `  copydesk topics show "North Korea"`,
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			_, _, draft, err := a.draft(c.Context())
			if err != nil {
				return err
			}
			t := draft.Corpus.Find(args[0])
			if t == nil {
				return noTopic(draft.Corpus, args[0])
			}
			row := func(label, text string) {
				if text != "" {
					fmt.Fprintf(a.out, "%-12s %s\n", label, text)
				}
			}
			row("name", t.Name)
			row("kind", string(t.Kind))
			row("address", t.Path())
			row("redirects", strings.Join(t.Redirects, " "))
			for _, of := range t.Of {
				row("of", of.Name)
			}
			for _, pair := range t.Pairs {
				row("pair", pair.Name+"  "+pair.Path())
			}
			row("known as", strings.Join(t.KnownAs, ", "))
			for _, p := range t.Described {
				row("described", p.Text())
			}
			for _, n := range t.Neighbours {
				row("related", n.Topic.Name+": "+n.Reason)
			}
			for _, x := range t.Appearances {
				what := "named"
				if x.About {
					what = "about"
				}
				date := "undated   "
				if !x.Article.Dated.IsZero() {
					date = x.Article.Dated.Format(time.DateOnly)
				}
				row(what, date+"  "+x.Article.Headline)
			}
			return nil
		},
	}
}

func (a *app) topicsLint() *cobra.Command {
	return &cobra.Command{
		Use:   "lint",
		Short: "Check content/topics.yaml",
		Long: `Lint reads content/topics.yaml and says what cannot be understood and which decisions meet no
article. It fails where a line does not count.`,
		Example: "  copydesk topics lint",
		RunE: func(c *cobra.Command, _ []string) error {
			_, _, draft, err := a.draft(c.Context())
			if err != nil {
				return err
			}
			failed := false
			for _, d := range draft.Diagnostics {
				if d.Path == topic.DecisionsFile {
					fmt.Fprintln(a.err, d)
					failed = failed || d.Severity != "note"
				}
			}
			if failed {
				return errFound
			}
			return nil
		},
	}
}

// noTopic is the error for a name that no topic has.
func noTopic(c *topic.Corpus, name string) error {
	if like := c.Like(name, 3); len(like) > 0 {
		return fmt.Errorf("no topic is called %q; is it %s?", name, strings.Join(like, ", or "))
	}
	return errors.New("no topic is called " + fmt.Sprintf("%q", name) + "; 'copydesk topics list' lists what there is")
}
