// Package cli is the command line: one file a command. It alone prints, and it decides nothing else.
//
// Exit codes: 0 done, 1 failed, 2 wrong usage.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"copydesk/generator/internal/desk"
)

// usageError is a command line that cannot be run as it is.
type usageError struct{ error }

// app is what every command shares.
type app struct {
	in       io.Reader
	out, err io.Writer
	dir      string
	release  func() // gives the site's folder free; nil where no command holds it
	stopped  string // what to say when ctrl-c ends the command
}

// Run runs one command line and returns its exit code.
func Run(ctx context.Context, args []string, in io.Reader, out, errOut io.Writer) int {
	a := &app{in: in, out: out, err: errOut, stopped: "the last good site is untouched"}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errOut)
	err := root.ExecuteContext(ctx)
	if a.release != nil {
		a.release()
	}
	if err == nil {
		return 0
	}
	var usage usageError
	switch {
	case errors.Is(err, errFound):
		return 1
	case errors.As(err, &usage):
		fmt.Fprintf(errOut, "copydesk: %v\n", err)
		return 2
	case ctx.Err() != nil:
		fmt.Fprintf(errOut, "copydesk: stopped; %s\n", a.stopped)
		return 1
	}
	fmt.Fprintf(errOut, "copydesk: %v\n", err)
	return 1
}

// errFound fails a command whose findings are printed already.
var errFound = errors.New("found problems")

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "copydesk",
		Short: "A static site generator for a news briefing",
		Long: `Copydesk turns raw news copy into a static site.

Drop articles into content/raw as plain text files, just as they were copied. Copydesk cleans
them, finds who and what they are about, files them under topics and builds the site with Hugo.`,
		Example: `  copydesk build              bring content/ and public/ up to date
  copydesk serve              preview on http://localhost:1313/ while you edit
  copydesk inspect FILE       show what is understood of a text`,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: false},
	}
	root.PersistentFlags().StringVarP(&a.dir, "dir", "C", ".", "the site's folder, or one inside it")
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		text, _, _ := strings.Cut(err.Error(), ": strconv.") // what Go says of a number
		return usageError{fmt.Errorf("%s; see '%s --help'", text, c.CommandPath())}
	})
	root.SetUsageTemplate(strings.ReplaceAll(root.UsageTemplate(), ".FlagUsages ", fmt.Sprintf(".FlagUsagesWrapped %d ", helpWidth)))
	root.AddCommand(a.initSite(), a.add(), a.build(), a.serve(), a.inspect(), a.explain(), a.topics(), a.check(), a.plan(), a.publish(), a.status(), a.diff(), a.restore(), a.bench(), a.version())
	for _, c := range root.Commands() {
		c.Args = usageArgs(c.Args)
	}
	ofCommands(root)
	return root
}

// helpWidth is how wide a line of help may be, in columns.
const helpWidth = 100

// ofCommands makes a command that has others below it say which there are, and which one was meant.
func ofCommands(c *cobra.Command) {
	c.SuggestionsMinimumDistance = 2
	c.Args = cobra.ArbitraryArgs
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return c.Help()
		}
		hint := fmt.Sprintf("see '%s --help'", c.CommandPath())
		if like := c.SuggestionsFor(args[0]); len(like) > 0 {
			hint = fmt.Sprintf("is it '%s %s'?", c.CommandPath(), like[0])
		}
		return usageError{fmt.Errorf("unknown command %q; %s", args[0], hint)}
	}
}

// usageArgs makes what check refuses a usageError, which shows how the command is written.
func usageArgs(check cobra.PositionalArgs) cobra.PositionalArgs {
	if check == nil {
		check = cobra.NoArgs
	}
	return func(c *cobra.Command, args []string) error {
		if check(c, args) == nil {
			return nil
		}
		if check(c, nil) == nil && check(c, args[:1]) != nil {
			return usageError{fmt.Errorf("%s takes no names, and there is %q; a site's folder is named with --dir; see '%[1]s --help'", c.CommandPath(), args[0])}
		}
		return usageError{fmt.Errorf("write it as '%s', for example '%s'; see '%s --help'", strings.TrimSuffix(c.UseLine(), " [flags]"), example(c), c.CommandPath())}
	}
}

// example returns the first of the command's examples, without what is said about it.
func example(c *cobra.Command) string {
	first, _, _ := strings.Cut(strings.TrimSpace(c.Example), "\n")
	first, _, _ = strings.Cut(first, "   ")
	return first
}

// open opens the site.
func (a *app) open() (*desk.Desk, error) { return desk.Open(a.dir) }
