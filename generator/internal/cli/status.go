package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/site"
)

func (a *app) status() *cobra.Command {
	return &cobra.Command{
		Use:   "status",
		Short: "List what you edited and what the next build would change",
		Long: `Status lists the generated files that a person changed, with the fields, then those that the next
build would add, change or remove, then the texts in doubt. It changes no file of yours.`,
		Example: "  copydesk status",
		RunE: func(c *cobra.Command, _ []string) error {
			_, _, draft, err := a.draft(c.Context())
			if err != nil {
				return err
			}
			edits, err := draft.Edits()
			if err != nil {
				return err
			}
			there := map[string]bool{}
			for _, name := range draft.Existing.Names {
				there[name] = true
			}
			said := false
			row := func(what, name, note string) {
				said = true
				fmt.Fprintf(a.out, "%-8s content/%s%s\n", what, name, note)
			}
			for _, e := range edits {
				row("edited", e.Path, "  "+strings.Join(e.Fields, ", "))
			}
			for _, f := range draft.Files {
				switch {
				case f.State == site.Removed:
					row("stale", f.Path, "")
				case f.State == site.Written && there[f.Path]:
					row("changed", f.Path, "")
				case f.State == site.Written:
					row("new", f.Path, "")
				}
			}
			for _, d := range draft.Diagnostics {
				if d.Severity != diag.Note {
					said = true
					fmt.Fprintf(a.out, "%-8s %s\n", "in doubt", d)
				}
			}
			if !said {
				fmt.Fprintln(a.out, "content/ is up to date and as the generator wrote it")
			}
			return nil
		},
	}
}
