package cli

import (
	"context"
	"fmt"
	"path"
	"strings"

	"github.com/spf13/cobra"

	"copydesk/generator/internal/desk"
	"copydesk/generator/internal/site"
	"copydesk/generator/internal/topic"
)

func (a *app) topicsMerge() *cobra.Command {
	return a.decision(&cobra.Command{
		Use:   "merge A B",
		Short: "Make B one topic with A, under the name A",
		Long: `Merge says in content/topics.yaml that B is another name of A. From the next build on the address
of B leads to A.`,
		Example: `  copydesk topics merge "Donald Trump" Trump --dry-run`,
		Args:    cobra.ExactArgs(2),
	}, func(decided []byte, c *topic.Corpus, args []string) ([]byte, error) {
		from, into := c.Find(args[1]), c.Find(args[0])
		if from == nil && !c.Names(args[1]) {
			return nil, noTopic(c, args[1])
		}
		if into == nil && !c.Names(args[0]) {
			return nil, noTopic(c, args[0])
		}
		if into != nil && into == from {
			return nil, fmt.Errorf("%s and %s are one topic already", args[0], args[1])
		}
		name := args[1]
		if from != nil {
			name = under(decided, from.Name)
		}
		return topic.AddDecision(decided, underTopic(decided, into, args[0]), "merge", name)
	})
}

func (a *app) topicsRename() *cobra.Command {
	return a.decision(&cobra.Command{
		Use:   "rename A NEW",
		Short: "Give the topic A another name",
		Long: `Rename says in content/topics.yaml what A shall be called. From the next build on its address is
made of NEW, and the old one leads there.`,
		Example: `  copydesk topics rename Burma Myanmar`,
		Args:    cobra.ExactArgs(2),
	}, func(decided []byte, c *topic.Corpus, args []string) ([]byte, error) {
		t := c.Find(args[0])
		if t == nil {
			return nil, noTopic(c, args[0])
		}
		if other := c.Find(args[1]); other != nil && other != t {
			return nil, fmt.Errorf("%s is a topic already; to make them one: copydesk topics merge %q %q", other.Name, other.Name, t.Name)
		}
		return topic.AddDecision(decided, under(decided, t.Name), "rename", args[1])
	})
}

func (a *app) topicsNever() *cobra.Command {
	return a.decision(&cobra.Command{
		Use:   "never NAME",
		Short: "Have no topic of that name",
		Long: `Never says in content/topics.yaml that NAME shall be no topic. The words stay in the articles.
From the next build on its address leads to the newest article about it.`,
		Example: `  copydesk topics never "Mr. Speaker"`,
		Args:    cobra.ExactArgs(1),
	}, func(decided []byte, c *topic.Corpus, args []string) ([]byte, error) {
		t := c.Find(args[0])
		if t == nil {
			return nil, noTopic(c, args[0])
		}
		return topic.AddDecision(decided, under(decided, t.Name), "never", "true")
	})
}

// decision completes a command that writes the decisions which decide returns, and shows what they change.
func (a *app) decision(c *cobra.Command, decide func(decided []byte, c *topic.Corpus, args []string) ([]byte, error)) *cobra.Command {
	var dry bool
	c.Flags().BoolVar(&dry, "dry-run", false, "only show what would change")
	c.RunE = func(c *cobra.Command, args []string) error {
		for _, arg := range args {
			if strings.TrimSpace(arg) == "" {
				return usageError{fmt.Errorf("a topic needs a name; see '%s --help'", c.CommandPath())}
			}
		}
		d, before, draft, err := a.draft(c.Context())
		if err != nil {
			return err
		}
		after, err := decide(before, draft.Corpus, args)
		if err != nil {
			return err
		}
		if err := a.consequences(c.Context(), d, before, after, draft); err != nil {
			return err
		}
		if dry {
			fmt.Fprintln(a.out, "nothing was written")
			return nil
		}
		if err := d.Decide(after); err != nil {
			return err
		}
		fmt.Fprintf(a.out, "written to %s; 'copydesk build' carries it out\n", topic.DecisionsFile)
		return nil
	}
	return c
}

// consequences prints the lines that are new in the decisions and what becomes of topics and pages.
func (a *app) consequences(ctx context.Context, d *desk.Desk, before, after []byte, now desk.Draft) error {
	then, err := d.Draft(ctx, after)
	if err != nil {
		return err
	}
	a.newLines(topic.DecisionsFile, before, after)
	leads := map[string]string{}
	for _, t := range then.Corpus.Topics {
		for _, old := range t.Redirects {
			leads[old] = t.Path()
		}
	}
	for _, x := range then.Corpus.Articles {
		for _, old := range x.Redirects {
			leads[old] = x.Path
		}
	}
	stays := map[string]bool{}
	for _, t := range then.Corpus.Topics {
		stays[t.Path()] = true
	}
	for _, t := range now.Corpus.Topics {
		if to := leads[t.Path()]; to != "" {
			fmt.Fprintf(a.out, "%s will lead to %s\n", t.Path(), to)
		} else if !stays[t.Path()] {
			fmt.Fprintf(a.out, "%s goes; it was never built\n", t.Path())
		}
	}
	old := map[string]string{}
	for _, f := range now.Files {
		old[f.Path] = string(f.Data)
	}
	articles, topics := 0, 0
	for _, f := range then.Files {
		if f.State == site.Removed || old[f.Path] == string(f.Data) {
			continue
		}
		switch path.Dir(f.Path) {
		case "briefings":
			articles++
		case "topics":
			topics++
		}
	}
	fmt.Fprintf(a.out, "%s and %s change\n", count(articles, "article"), count(topics, "topic page"))
	return nil
}

// newLines prints the lines of a file that were not there before, and those that are gone.
func (a *app) newLines(name string, before, after []byte) {
	old, fresh := strings.Split(strings.TrimSuffix(string(before), "\n"), "\n"), strings.Split(strings.TrimSuffix(string(after), "\n"), "\n")
	first := 0
	for first < len(old) && first < len(fresh) && old[first] == fresh[first] {
		first++
	}
	last := 0
	for last < len(old)-first && last < len(fresh)-first && old[len(old)-1-last] == fresh[len(fresh)-1-last] {
		last++
	}
	fmt.Fprintln(a.out, name)
	for _, line := range old[first : len(old)-last] {
		if line != "" {
			fmt.Fprintln(a.out, "  - "+line)
		}
	}
	for _, line := range fresh[first : len(fresh)-last] {
		fmt.Fprintln(a.out, "  + "+line)
	}
}

// under returns the name under which decisions about the topic are kept.
func under(decided []byte, name string) string {
	d, _ := topic.ParseDecisions(topic.DecisionsFile, decided)
	return d.Under(name)
}

// underTopic is under for a topic that may have no page yet.
func underTopic(decided []byte, t *topic.Topic, name string) string {
	if t != nil {
		name = t.Name
	}
	return under(decided, name)
}
