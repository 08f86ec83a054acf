package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"copydesk/generator/internal/desk"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/slug"
)

func (a *app) add() *cobra.Command {
	return &cobra.Command{
		Use:   "add FILE...",
		Short: "Put texts into content/raw under a good name",
		Long: `Add copies texts into content/raw, named for their date and headline, and shows what it understood of each. "-" is standard input.
A text that is there already is refused, and no file is overwritten.`,
		Example: "  copydesk add ~/Downloads/article.txt\n  pbpaste | copydesk add -",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			d, err := a.open()
			if err != nil {
				return err
			}
			failed := false
			for _, arg := range args {
				if err := a.addText(d, arg); err != nil {
					fmt.Fprintf(a.err, "copydesk: %v\n", err)
					failed = true
				}
			}
			if failed {
				return errFound
			}
			return nil
		},
	}
}

// addText puts one text into the site.
func (a *app) addText(d *desk.Desk, arg string) error {
	var raw []byte
	var err error
	if arg == "-" {
		raw, err = io.ReadAll(a.in)
	} else {
		raw, err = os.ReadFile(arg)
	}
	if err != nil {
		return fmt.Errorf("read %s: %w", arg, err)
	}
	article, ds := desk.Read(filepath.ToSlash(arg), raw, false)
	a.diagnostics(ds)
	if article == nil {
		return fmt.Errorf("%s is not added; mend it first", arg)
	}
	dir := filepath.Join(d.Root, "content", "raw")
	if twin, err := sameText(dir, raw); err != nil {
		return err
	} else if twin != "" {
		return fmt.Errorf("%s is there already, as %s", arg, twin)
	}
	name := slug.Make(strings.TrimSuffix(filepath.Base(arg), filepath.Ext(arg)))
	if article.Headline != "" {
		name = slug.Make(article.Headline)
	}
	if t := article.Date.Time; !t.IsZero() {
		name = t.Format(time.DateOnly) + "-" + name
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	f, err := os.OpenFile(filepath.Join(dir, name+".txt"), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is not added: content/raw/%s.txt has the same date and headline and another text", arg, name)
	}
	if err != nil {
		return err
	}
	_, err = f.Write(raw)
	if err := errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	a.understood("content/raw/"+name+".txt", article)
	return nil
}

// understood prints what a text was taken for.
func (a *app) understood(file string, x *news.Annotated) {
	row := func(label, text string) { fmt.Fprintf(a.out, "  %-9s %s\n", label, text) }
	fmt.Fprintln(a.out, file)
	row("headline", x.Headline)
	row("date", x.Date.Raw)
	row("dateline", x.Dateline.Raw)
	row("authors", strings.Join(x.Byline.Names(), ", "))
	row("text", count(len(x.Paragraphs), "paragraph")+", "+count(len(x.Removed), "piece")+" of junk taken out")
	var tags []string
	for _, t := range x.Tags {
		tags = append(tags, t.Name)
	}
	row("tags", strings.Join(tags, ", "))
}

// sameText returns the file below dir that has the same bytes, or "".
func sameText(dir string, raw []byte) (string, error) {
	twin := ""
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && name == dir {
			return nil
		}
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		info, err := e.Info()
		if err != nil || info.Size() != int64(len(raw)) {
			return err
		}
		b, err := os.ReadFile(name)
		if err == nil && bytes.Equal(b, raw) {
			twin = name
			return fs.SkipAll
		}
		return err
	})
	return twin, err
}
