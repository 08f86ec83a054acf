package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"copydesk/generator/internal/desk"
	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/inspect"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/related"
)

func (a *app) inspect() *cobra.Command {
	var asJSON, plain bool
	c := &cobra.Command{
		Use:   "inspect PATH...",
		Short: "Show what is understood of raw texts",
		Long: `Inspect reads raw texts (files, "-" for standard input, or folders in name order) as one corpus
and shows what was understood of each. It does not touch the site. With --json it prints one JSON
object a line; offsets are bytes.`,
		Example: `  copydesk inspect content/raw/2017-07-18-south-korea-proposes-military-talks.txt
  copydesk inspect --json content/raw | jq '.tags[].name'
  pbpaste | copydesk inspect -`,
		Args: cobra.MinimumNArgs(1),
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a line")
	c.Flags().BoolVar(&plain, "plain", false, "take each whole text as body, unchanged")
	c.RunE = func(c *cobra.Command, args []string) error {
		texts, failed := a.readTexts(args, plain)
		write := inspect.WriteText
		if asJSON {
			write = inspect.WriteJSON
		}
		corpus := make([]*news.Annotated, len(texts))
		for i, t := range texts {
			corpus[i] = t.article
		}
		links := related.Rank(corpus)
		w := bufio.NewWriter(a.out)
		for i, t := range texts {
			if i > 0 && !asJSON {
				fmt.Fprintln(w)
			}
			if err := write(w, t.article, links[i], corpus, t.diagnostics); err != nil {
				return err
			}
		}
		if err := w.Flush(); err != nil {
			return err
		}
		if failed {
			return errFound
		}
		return nil
	}
	return c
}

// text is one raw text, understood.
type text struct {
	article     *news.Annotated
	diagnostics []diag.Diagnostic
}

// readTexts reads the files named by args, and those in the folders named, in order. What cannot be read is told at once, and failed is set;
// a text that a build would set aside is shown as far as it was understood.
func (a *app) readTexts(args []string, plain bool) (texts []text, failed bool) {
	fail := func(err error) {
		fmt.Fprintf(a.err, "copydesk: %v\n", err)
		failed = true
	}
	read := func(path string, raw []byte) {
		article, ds := desk.Read(filepath.ToSlash(path), raw, plain)
		if article == nil {
			article = &news.Annotated{Article: news.Article{File: filepath.ToSlash(path)}}
		}
		texts = append(texts, text{article, ds})
	}
	for _, arg := range args {
		if arg == "-" {
			raw, err := io.ReadAll(a.in)
			if err != nil {
				fail(fmt.Errorf("read standard input: %w", err))
				continue
			}
			read("-", raw)
			continue
		}
		err := filepath.WalkDir(arg, func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			raw, err := os.ReadFile(path)
			if err != nil {
				fail(fileError(path, err))
				return nil
			}
			read(path, raw)
			return nil
		})
		if err != nil {
			fail(fileError(arg, err))
		}
	}
	return texts, failed
}

// fileError says what is wrong with a file, by the name that it was given.
func fileError(name string, err error) error {
	var of *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("there is no file %s", name)
	case errors.As(err, &of):
		err = of.Err
	}
	return fmt.Errorf("%s cannot be read: %w", name, err)
}
