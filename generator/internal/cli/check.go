package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"copydesk/generator/internal/diag"
)

func (a *app) check() *cobra.Command {
	var strict bool
	c := &cobra.Command{
		Use:   "check",
		Short: "Check texts, decisions and the built site without changing them",
		Long: `Check reads every raw text and content/topics.yaml and says all that a build would say. It then
checks that every sentence, quote and date to be shown is in its source, and, where public/ is
there, that every link in it leads somewhere and every page has its place.

It fails where there is an error; with --strict also where there is a warning.`,
		Example: `  copydesk check
  copydesk check --strict`,
	}
	c.Flags().BoolVar(&strict, "strict", false, "fail on warnings too")
	c.RunE = func(c *cobra.Command, _ []string) error {
		d, _, draft, err := a.draft(c.Context())
		if err != nil {
			return err
		}
		ds := draft.Diagnostics
		more, err := d.Proof(draft)
		if err != nil {
			return err
		}
		ds = append(ds, more...)
		diag.Sort(ds)
		a.diagnostics(ds)
		fmt.Fprintf(a.out, "%s, %s checked; %s\n", count(len(draft.Corpus.Articles), "article"), count(len(draft.Corpus.Topics), "topic"), findings(ds))
		if diag.Count(ds, diag.Error) > 0 || strict && diag.Count(ds, diag.Warning) > 0 {
			return errFound
		}
		return nil
	}
	return c
}
