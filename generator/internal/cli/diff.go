package cli

import (
	"bufio"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"copydesk/generator/internal/page"
	"copydesk/generator/internal/site"
)

func (a *app) diff() *cobra.Command {
	var all bool
	c := &cobra.Command{
		Use:   "diff",
		Short: "Show what the next build changes in content/",
		Long: `Diff shows, file by file and field by field, what the next build would write into content/: "-" is
what there is, "+" what there would be. It writes nothing.`,
		Example: "  copydesk diff\n  copydesk diff --all",
	}
	c.Flags().BoolVar(&all, "all", false, "print every value, of lists such as quotes and related articles too")
	c.RunE = func(c *cobra.Command, _ []string) error {
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
				if err := a.changes(w, f, before, all); err != nil {
					return err
				}
			}
		}
		return w.Flush()
	}
	return c
}

// changes prints the fields of a file that change. Of those that hold records, such as quotes, it says without all only how many come and go.
func (a *app) changes(w *bufio.Writer, f site.File, before []byte, all bool) error {
	old, err := page.Decode(f.Path, before)
	if err != nil {
		return err
	}
	fresh, err := page.Decode(f.Path, f.Data)
	if err != nil {
		return err
	}
	for _, ch := range page.Changes(old, fresh) {
		if !all && slices.ContainsFunc(slices.Concat(ch.Gone, ch.Come), func(s string) bool { return strings.HasPrefix(s, "{") }) {
			fmt.Fprintf(w, "  %s: %d out, %d in\n", ch.Field, len(ch.Gone), len(ch.Come))
			continue
		}
		fmt.Fprintf(w, "  %s\n", ch.Field)
		for _, s := range ch.Gone {
			fmt.Fprintf(w, "    - %s\n", cut(s, a.width()-6))
		}
		for _, s := range ch.Come {
			fmt.Fprintf(w, "    + %s\n", cut(s, a.width()-6))
		}
	}
	return nil
}
