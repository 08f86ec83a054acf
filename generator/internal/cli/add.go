package cli

import (
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
	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/intake"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/slug"
)

// adding is one run of the command add.
type adding struct {
	*app
	dir    string // content/raw
	as     string // the name the editor wants; "" for one of date and headline
	dryRun bool
}

func (a *app) add() *cobra.Command {
	add := adding{app: a}
	c := &cobra.Command{
		Use:   "add FILE...",
		Short: "Put texts, saved web pages and mails into content/raw",
		Long: `Add takes plain texts, web pages saved from a browser (.html, .mhtml) and mails (.eml), puts their
articles into content/raw as texts named for their date and headline, and shows what it understood
of each. "-" is standard input, of any of these forms.

A file may hold several articles, each with a headline and a date, between lines of "=====". A
text that is there already is refused, and no file is overwritten.`,
		Example: "  copydesk add ~/Downloads/article.txt saved-page.html mail.eml\n  pbpaste | copydesk add -\n  copydesk add --dry-run ~/Downloads/*.txt",
		Args:    cobra.MinimumNArgs(1),
	}
	c.Flags().StringVar(&add.as, "as", "", "name of the file, where the usual one does not do")
	c.Flags().BoolVar(&add.dryRun, "dry-run", false, "only show what would be added")
	c.RunE = func(c *cobra.Command, args []string) error {
		if add.as != "" && len(args) > 1 {
			return usageError{fmt.Errorf("--as names one file, and there are %d", len(args))}
		}
		d, err := a.open()
		if err != nil {
			return err
		}
		add.dir = filepath.Join(d.Root, "content", "raw")
		failed := false
		for _, arg := range args {
			if err := add.file(arg); err != nil {
				fmt.Fprintf(a.err, "copydesk: %v\n", err)
				failed = true
			}
		}
		if failed {
			return errFound
		}
		if add.dryRun {
			fmt.Fprintln(a.out, "nothing was written")
		}
		return nil
	}
	return c
}

// file adds what one file holds.
func (a *adding) file(arg string) error {
	var data []byte
	var err error
	if arg == "-" {
		data, err = io.ReadAll(a.in)
		arg = "standard input"
	} else if info, statErr := os.Stat(arg); statErr == nil && info.IsDir() {
		return fmt.Errorf("%s is a folder; name the files in it: copydesk add %s", arg, filepath.Join(arg, "*"))
	} else {
		data, err = os.ReadFile(arg)
	}
	if err != nil {
		return fileError(arg, err)
	}
	text, err := intake.Read(filepath.ToSlash(arg), data)
	if err != nil {
		return fmt.Errorf("%s is not added: %w", arg, err)
	}
	if text.Form != intake.Plain {
		raw, article, ds := filled(arg, text)
		return a.text(arg, raw, article, ds)
	}
	pieces := intake.Split(data)
	if len(pieces) < 2 || a.as != "" {
		article, ds := read(arg, data)
		return a.text(arg, data, article, ds)
	}
	return a.pieces(arg, data, pieces)
}

// pieces adds the articles of a file that has separators; where what stands between them are no articles, it adds the file as one.
func (a *adding) pieces(arg string, data []byte, pieces [][]byte) error {
	articles, remarks := make([]*news.Annotated, len(pieces)), make([][]diag.Diagnostic, len(pieces))
	for i, p := range pieces {
		articles[i], remarks[i] = read("-", p)
		if x := articles[i]; x == nil || x.Date.Time.IsZero() || len(x.Paragraphs) == 0 {
			article, ds := read(arg, data)
			return a.text(arg, data, article, ds)
		}
	}
	var errs []error
	for i, p := range pieces {
		errs = append(errs, a.text(fmt.Sprintf("%s, article %d,", arg, i+1), p, articles[i], remarks[i]))
	}
	return errors.Join(errs...)
}

// read understands a text that has no place yet.
func read(arg string, raw []byte) (*news.Annotated, []diag.Diagnostic) {
	return desk.Read(filepath.ToSlash(arg), raw, false)
}

// filled writes a page or a mail as a text, with the date and the byline that came beside its words where the words have none.
func filled(arg string, text intake.Text) ([]byte, *news.Annotated, []diag.Diagnostic) {
	raw := text.Raw(false, false)
	article, ds := read("-", raw)
	if article == nil {
		return raw, nil, ds
	}
	raw = text.Raw(article.Date.Time.IsZero(), len(article.Byline.Authors) == 0)
	article, ds = read("-", raw)
	return raw, article, ds
}

// text adds one text. What says where it came from, for messages.
func (a *adding) text(what string, raw []byte, article *news.Annotated, ds []diag.Diagnostic) error {
	if article == nil {
		a.diagnostics(ds)
		return fmt.Errorf("%s is not added; mend it first", what)
	}
	if twin, err := twin(a.dir, raw, article); err != nil {
		return err
	} else if twin != "" {
		return fmt.Errorf("%s is there already, as content/raw/%s", what, twin)
	}
	name := a.name(what, article)
	if err := a.write(what, name, raw); err != nil {
		return err
	}
	a.understood("content/raw/"+name, article)
	for i := range ds {
		ds[i].Path = "content/raw/" + name
	}
	a.diagnostics(ds)
	return nil
}

// name returns what the file shall be called: "2017-07-18-south-korea-proposes-military-talks.txt".
func (a *adding) name(what string, article *news.Annotated) string {
	if a.as != "" {
		return slug.Make(strings.TrimSuffix(filepath.Base(a.as), ".txt")) + ".txt"
	}
	name := slug.Make(strings.TrimSuffix(filepath.Base(what), filepath.Ext(what)))
	if article.Headline != "" {
		name = slug.Make(article.Headline)
	}
	if t := article.Date.Time; !t.IsZero() {
		name = t.Format(time.DateOnly) + "-" + name
	}
	return name + ".txt"
}

// write writes a new file.
func (a *adding) write(what, name string, raw []byte) error {
	taken := fmt.Errorf("%s is not added: content/raw/%s has this date and headline and another text; put a newer version into that file, or add another article with --as NAME", what, name)
	if a.dryRun {
		if _, err := os.Lstat(filepath.Join(a.dir, name)); err == nil {
			return taken
		}
		return nil
	}
	if err := os.MkdirAll(a.dir, 0o777); err != nil {
		return err
	}
	f, err := os.OpenFile(filepath.Join(a.dir, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return taken
	}
	if err != nil {
		return err
	}
	_, err = f.Write(raw)
	if err := errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// understood prints what a text was taken for.
func (a *app) understood(file string, x *news.Annotated) {
	room := a.width() - len("  dateline  ")
	row := func(label, text string) {
		if text == "" {
			text = "(none found)"
		}
		fmt.Fprintf(a.out, "  %-9s %s\n", label, cut(text, room))
	}
	fmt.Fprintln(a.out, file)
	row("headline", x.Headline)
	date := x.Date.Raw
	if t := x.Date.Time; !t.IsZero() {
		date = t.Format("Monday, January 2, 2006")
	}
	row("date", date)
	row("dateline", x.Dateline.Raw)
	row("authors", strings.Join(x.Byline.Names(), ", "))
	if len(x.Paragraphs) > 0 {
		row("begins", x.Paragraphs[0].Of(x.Body))
	}
	if len(x.Paragraphs) > 1 {
		row("ends", x.Paragraphs[len(x.Paragraphs)-1].Of(x.Body))
	}
	row("text", count(len(x.Paragraphs), "paragraph")+", "+count(len(strings.Fields(x.Body)), "word")+"; "+count(len(x.Removed), "piece")+" of junk taken out")
	var tags []string
	for _, t := range x.Tags {
		tags = append(tags, t.Name)
	}
	label := "tags"
	for _, line := range wrapped(tags, room) {
		row(label, line)
		label = ""
	}
}
