package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

func (a *app) restore() *cobra.Command {
	return &cobra.Command{
		Use:   "restore FILE [FIELD...]",
		Short: "Give an edited field of a generated file back to the generator",
		Long: `Restore takes your change of a field out of a generated file, so that the field is brought up to
date again; "body" is the text below the front matter. Without FIELD it restores all of them.
Redirects stay.`,
		Example: `  copydesk restore content/topics/seoul.md description
  copydesk restore content/topics/seoul.md`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			d, _, draft, err := a.draft(c.Context())
			if err != nil {
				return err
			}
			name, err := d.ContentName(args[0])
			if err != nil {
				return err
			}
			restored, err := d.Restore(draft, name, args[1:])
			if err != nil {
				return err
			}
			if len(restored) == 0 {
				return fmt.Errorf("nothing to restore in %s; 'copydesk status' lists the fields that were edited", args[0])
			}
			fmt.Fprintf(a.out, "restored %s in content/%s\n", strings.Join(restored, ", "), name)
			return nil
		},
	}
}
