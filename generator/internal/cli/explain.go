package cli

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"copydesk/generator/internal/desk"
	"copydesk/generator/internal/inspect"
)

func (a *app) explain() *cobra.Command {
	return &cobra.Command{
		Use:   "explain FILE [TAG]",
		Short: "Say why a text has its tags, and what was rejected",
		Long: `Explain prints each tag of a raw text with its score and reason, then the candidates that were
rejected and why. With TAG, a name as the text has it or part of one, it prints that one with
every sentence that names it.`,
		Example: `  copydesk explain content/raw/2017-07-18-south-korea-proposes-military-talks.txt
  copydesk explain content/raw/2017-07-18-south-korea-proposes-military-talks.txt "Mr. Kim"`,
		Args: cobra.RangeArgs(1, 2),
		RunE: func(c *cobra.Command, args []string) error {
			raw, err := os.ReadFile(args[0])
			if err != nil {
				return fileError(args[0], err)
			}
			article, ds := desk.Read(args[0], raw, false)
			if article == nil {
				a.diagnostics(ds)
				return fmt.Errorf("%s is set aside; mend it first", args[0])
			}
			if len(args) == 1 {
				return inspect.ExplainAll(a.out, article)
			}
			found, err := inspect.Explain(a.out, article, args[1])
			if err == nil && !found {
				err = fmt.Errorf("no name or phrase like %q in %s; '%s' lists what there is", args[1], args[0], strings.TrimSuffix(c.CommandPath()+" "+args[0], " "))
			}
			return err
		},
	}
}
