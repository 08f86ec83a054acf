package cli

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"copydesk/generator/internal/page"
	"copydesk/generator/internal/site"
)

// maxShown is how much of a value diff prints, in letters.
const maxShown = 120

func (a *app) diff() *cobra.Command {
	return &cobra.Command{
		Use:   "diff",
		Short: "Show what the next build changes in content/",
		Long: `Diff shows, file by file and field by field, what the next build would write into content/: "-" is
what there is, "+" what there would be. It writes nothing.`,
		Example: "  copydesk diff",
		RunE: func(c *cobra.Command, _ []string) error {
			_, _, draft, err := a.draft(c.Context())
			if err != nil {
				return err
			}
			there := map[string]bool{}
			for _, name := range draft.Existing.Names {
				there[name] = true
			}
			w := bufio.NewWriter(a.out)
			for _, f := range draft.Files {
				switch {
				case f.State == site.Removed:
					fmt.Fprintf(w, "removed content/%s\n", f.Path)
				case f.State == site.Written && !there[f.Path]:
					fmt.Fprintf(w, "new     content/%s\n", f.Path)
				case f.State == site.Written:
					before, err := draft.Existing.Read(f.Path)
					if err != nil {
						return err
					}
					fmt.Fprintf(w, "changed content/%s\n", f.Path)
					if err := changes(w, f, before); err != nil {
						return err
					}
				}
			}
			return w.Flush()
		},
	}
}

// changes prints the fields of a file that change.
func changes(w *bufio.Writer, f site.File, before []byte) error {
	old, err := page.Decode(f.Path, before)
	if err != nil {
		return err
	}
	fresh, err := page.Decode(f.Path, f.Data)
	if err != nil {
		return err
	}
	for _, ch := range page.Changes(old, fresh) {
		fmt.Fprintf(w, "  %s\n", ch.Field)
		for _, s := range ch.Gone {
			fmt.Fprintf(w, "    - %s\n", cut(s))
		}
		for _, s := range ch.Come {
			fmt.Fprintf(w, "    + %s\n", cut(s))
		}
	}
	return nil
}

// cut shortens a text to what diff prints of it, on one line.
func cut(s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > maxShown {
		return string(r[:maxShown]) + "…"
	}
	return string(r)
}
