package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"copydesk/generator/internal/topic"
)

// topicKinds are the kinds that an editor may give a topic.
var topicKinds = []string{"person", "place", "organization", "event", "other", "subject"}

func (a *app) topicsSplit() *cobra.Command {
	return a.decision(&cobra.Command{
		Use:   "split NAME NEW TEXT...",
		Short: "Say that in some articles NAME means another thing",
		Long: `Split says in content/topics.yaml that in the articles of these raw texts NAME means another
thing, which is called NEW. From the next build on the two have a page each.`,
		Example: `  copydesk topics split Georgia "Georgia (country)" content/raw/2008-08-08-war.txt`,
		Args:    cobra.MinimumNArgs(3),
	}, func(decided []byte, c *topic.Corpus, args []string) ([]byte, error) {
		t := c.Find(args[0])
		if t == nil && !c.Names(args[0]) {
			return nil, noTopic(c, args[0])
		}
		var files []string
		for _, arg := range args[2:] {
			x := c.Naming(arg)
			if x == nil {
				return nil, fmt.Errorf("%s is the raw text of no article; 'copydesk topics show %q' lists those that name it", arg, args[0])
			}
			files = append(files, topic.SourceFile(x.File))
		}
		return topic.AddSplit(decided, underTopic(decided, t, args[0]), args[1], files...)
	})
}

func (a *app) topicsKind() *cobra.Command {
	return a.decision(&cobra.Command{
		Use:     "kind NAME KIND",
		Short:   "Say what kind of thing a topic is",
		Long:    "Kind says in content/topics.yaml that NAME is one of:\n" + strings.Join(topicKinds, ", ") + ". Its address stays.",
		Example: `  copydesk topics kind "Sea Week" event`,
		Args:    cobra.ExactArgs(2),
	}, func(decided []byte, c *topic.Corpus, args []string) ([]byte, error) {
		if !slices.Contains(topicKinds, args[1]) {
			return nil, usageError{fmt.Errorf("%q is no kind; use one of %s", args[1], strings.Join(topicKinds, ", "))}
		}
		return decideOn(decided, c, args[0], "kind", args[1])
	})
}

func (a *app) topicsDescribe() *cobra.Command {
	return a.decision(&cobra.Command{
		Use:   "describe NAME TEXT",
		Short: "Say in your own words who or what a topic is",
		Long: `Describe writes into content/topics.yaml the line that opens the page of NAME, above how the
articles describe it.`,
		Example: `  copydesk topics describe "Moon Jae-in" "President of South Korea from 2017 to 2022."`,
		Args:    cobra.ExactArgs(2),
	}, func(decided []byte, c *topic.Corpus, args []string) ([]byte, error) {
		return decideOn(decided, c, args[0], "description", args[1])
	})
}

// decideOn adds one decision about the topic of that name.
func decideOn(decided []byte, c *topic.Corpus, name, field, value string) ([]byte, error) {
	t := c.Find(name)
	if t == nil {
		return nil, noTopic(c, name)
	}
	return topic.AddDecision(decided, under(decided, t.Name), field, value)
}
