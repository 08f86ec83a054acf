package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"copydesk"
)

func (a *app) initSite() *cobra.Command {
	return &cobra.Command{
		Use:   "init DIR",
		Short: "Make a new site",
		Long: `Init lays out a new site in DIR, which must be new or empty: the look, an example text, a README
for the editor, and a workflow that publishes to GitHub Pages what is committed.`,
		Example: "  copydesk init briefing\n  copydesk build --dir briefing",
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			dir := args[0]
			entries, err := os.ReadDir(dir)
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
			if len(entries) > 0 {
				return fmt.Errorf("%s is not empty; name a new folder", dir)
			}
			if err := os.MkdirAll(dir, 0o777); err != nil {
				return err
			}
			if err := os.CopyFS(dir, copydesk.Look); err != nil {
				return fmt.Errorf("lay out the look: %w", err)
			}
			for _, f := range starter {
				name := filepath.Join(dir, filepath.FromSlash(f.name))
				if _, err := os.Stat(name); err == nil {
					continue // the look has its own
				}
				if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
					return err
				}
				if err := os.WriteFile(name, []byte(f.text), 0o666); err != nil {
					return err
				}
			}
			fmt.Fprintf(a.out, "made a site in %s; next: copydesk serve --open --dir %s\n", dir, dir)
			return nil
		},
	}
}
