package desk

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"copydesk/generator/internal/crew"
	"copydesk/generator/internal/stamp"
)

var (
	// outside matches what of hugo.toml or another configuration reaches beyond the site's folder: source = "../shared", theme = "x",
	// [[module.imports]], enableGitInfo = true.
	outside = regexp.MustCompile(`(?im)\.\./|\bsource\s*[=:]\s*["']?(/|[a-z]:)|\btheme\b|\bimports\b|enableGitInfo`)
	// inconstant matches what a template asks of the clock, of chance or of the net: {{ now.Year }}, {{ resources.GetRemote $url }}.
	inconstant = regexp.MustCompile(`(?s)\{\{[^}]*\b(now|Now|[gG]etenv|GetRemote|getJSON|getCSV|GitInfo|[sS]huffle|[rR]and)\b`)
	// comment matches what a template says to its reader: {{- /* Out: the day. */ -}}.
	comment = regexp.MustCompile(`(?s)\{\{-?\s*/\*.*?\*/\s*-?\}\}`)
	// day matches a line of front matter that can decide when a page appears or goes: publishDate: 2030-01-02.
	day = regexp.MustCompile(`(?i)^["']?(date|publishdate|pubdate|published|expirydate|unpublishdate|lastmod|modified)["']?\s*[:=]\s*["']?(\d{4}-\d{2}-\d{2})?`)
)

// steady returns an error where the same files could make another site at another time: where a layout asks for the time of day, or for anything
// from outside the folder.
func (d *Desk) steady(inputs stamp.Listing) error {
	for _, f := range inputs {
		check := checker(f.Path)
		if check == nil {
			continue
		}
		data, err := os.ReadFile(filepath.Join(d.Root, filepath.FromSlash(f.Path)))
		if err != nil {
			return err
		}
		if !check(data) {
			return fmt.Errorf("%s can make another site at another time", f.Path)
		}
	}
	return nil
}

// settled returns an error where a page waits for its day to come or go.
func (d *Desk) settled(ctx context.Context, inputs stamp.Listing, now time.Time) error {
	today := yesterday(now)
	return crew.Each(ctx, len(inputs), func(i int) error {
		name := inputs[i].Path
		if !strings.HasPrefix(name, "content/") || strings.HasPrefix(name, "content/raw/") || path.Ext(name) != ".md" {
			return nil
		}
		data, err := os.ReadFile(filepath.Join(d.Root, filepath.FromSlash(name)))
		if err == nil && !settled(data, today) {
			err = fmt.Errorf("%s waits for its day", name)
		}
		return err
	})
}

// yesterday returns the last day that is surely over: a date may be in any zone.
func yesterday(now time.Time) string { return now.UTC().AddDate(0, 0, -1).Format(time.DateOnly) }

// checker returns what tells whether a file means the same at any time, or nil where every such file does.
func checker(name string) func([]byte) bool {
	top, below, _ := strings.Cut(name, "/")
	switch {
	case strings.HasPrefix(name, "content/raw/") || name == "content/topics.yaml" || top == "content" && path.Ext(name) == ".md":
		return nil
	case top == "content", top == "layouts" && !strings.HasPrefix(below, "_assets/"), top == "archetypes", top == "themes":
		return func(b []byte) bool { return !inconstant.Match(comment.ReplaceAll(b, nil)) }
	case below == "", top == "config":
		switch path.Ext(name) {
		case ".toml", ".yaml", ".yml", ".json":
			return func(b []byte) bool { return !outside.Match(b) }
		}
	}
	return nil
}

// settled reports whether the dates of a page are all past: those in lines of its own at the left margin, which is where YAML and TOML have
// them.
func settled(b []byte, today string) bool {
	if len(b) > 0 && b[0] == '{' {
		return false
	}
	for line := range bytes.Lines(b) {
		if !initial(line) {
			continue
		}
		if m := day.FindSubmatch(line); m != nil && (len(m[2]) == 0 || string(m[2]) >= today) {
			return false
		}
	}
	return true
}

// initial reports whether a line begins as one of the keys of day does, to spare most lines the pattern.
func initial(line []byte) bool {
	if len(line) > 0 && (line[0] == '"' || line[0] == '\'') {
		return true
	}
	return len(line) > 4 && bytes.IndexByte([]byte("dpeulmDPEULM"), line[0]) >= 0 && bytes.ContainsAny(line[:min(len(line), 20)], ":=")
}
