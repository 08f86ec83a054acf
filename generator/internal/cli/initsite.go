package cli

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"copydesk"
)

// starter is what a new site has beside the look. gitignore gets its full stop when it is laid out: here it would speak to git.
//
//go:embed all:starter
var starter embed.FS

// exampleTitle and exampleAddress stand in hugo.toml until an editor writes others.
const (
	exampleTitle   = "The Briefing"
	exampleAddress = "https://briefing.example/"
)

func (a *app) initSite() *cobra.Command {
	var title, address string
	c := &cobra.Command{
		Use:   "init DIR",
		Short: "Make a new site",
		Long: `Init lays out a new site in DIR, which must be new or empty: the look, an example text, a README for
the editor, and a workflow that publishes to GitHub Pages.`,
		Example: `  copydesk init briefing
  copydesk init briefing --title "Riverton News" --base-url https://riverton.example/`,
		Args: cobra.ExactArgs(1),
	}
	c.Flags().StringVar(&title, "title", exampleTitle, "name of the site")
	c.Flags().StringVar(&address, "base-url", exampleAddress, "address of the site")
	c.RunE = func(_ *cobra.Command, args []string) error {
		dir := args[0]
		if err := emptyFolder(dir); err != nil {
			return err
		}
		if err := layOutSite(dir); err != nil {
			return fmt.Errorf("make a site in %s: %w", dir, err)
		}
		if err := name(filepath.Join(dir, "hugo.toml"), title, address); err != nil {
			return err
		}
		fmt.Fprintf(a.out, "made a site in %s; %s says how to use it\nnext: copydesk serve --open --dir %s\n", dir, filepath.Join(dir, "README.md"), dir)
		return nil
	}
	return c
}

// emptyFolder returns an error unless dir is an empty folder or not there yet.
func emptyFolder(dir string) error {
	entries, err := os.ReadDir(dir)
	switch info, statErr := os.Stat(dir); {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case statErr == nil && !info.IsDir():
		return fmt.Errorf("%s is a file; name a new folder", dir)
	case err != nil:
		return fileError(dir, err)
	case len(entries) > 0:
		return fmt.Errorf("%s is not empty; name a new folder", dir)
	}
	return nil
}

// layOutSite writes the look and the starter into dir.
func layOutSite(dir string) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	if err := os.CopyFS(dir, copydesk.Look); err != nil {
		return err
	}
	beside, err := fs.Sub(starter, "starter")
	if err != nil {
		return err
	}
	return fs.WalkDir(beside, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := filepath.Join(dir, filepath.FromSlash(name))
		if path.Base(name) == "gitignore" {
			to = filepath.Join(dir, ".gitignore")
		}
		if e.IsDir() {
			return os.MkdirAll(to, 0o777)
		}
		if _, err := os.Stat(to); err == nil {
			return nil // the look has its own
		}
		text, err := fs.ReadFile(beside, name)
		if err != nil {
			return err
		}
		return os.WriteFile(to, text, 0o666)
	})
}

// name writes the site's title and address into hugo.toml, in place of the examples.
func name(file, title, address string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("name the site: %w", err)
	}
	named := strings.NewReplacer(
		"\ntitle = "+strconv.Quote(exampleTitle), "\ntitle = "+strconv.Quote(title),
		"\nbaseURL = "+strconv.Quote(exampleAddress), "\nbaseURL = "+strconv.Quote(strings.TrimSuffix(address, "/")+"/"),
	).Replace(string(text))
	return os.WriteFile(file, []byte(named), 0o666)
}
