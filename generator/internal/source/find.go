package source

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"copydesk/generator/internal/diag"
)

// Find returns the raw texts, *.txt, below the folder dir of root, in name order: paths relative to root, slash-separated. Links to folders are
// not followed, so that a loop cannot hold the build. What looks like a text and is not taken is told of.
func Find(root, dir string) ([]string, []diag.Diagnostic, error) {
	var paths []string
	var ds []diag.Diagnostic
	base := filepath.Join(root, filepath.FromSlash(dir))
	err := filepath.WalkDir(base, func(name string, e fs.DirEntry, err error) error {
		rel, relErr := filepath.Rel(root, name)
		if relErr != nil {
			return relErr
		}
		p := filepath.ToSlash(rel)
		if err != nil {
			if name == base && os.IsNotExist(err) {
				return nil
			}
			if name == base {
				return err
			}
			ds = append(ds, diag.Diagnostic{Path: p, Code: "folder-unreadable", Severity: diag.Error, Text: "cannot be read", Fix: "make the folder readable, or move it away"})
			return fs.SkipDir
		}
		more, take := consider(root, p, e)
		ds = append(ds, more...)
		if take {
			paths = append(paths, p)
		}
		return nil
	})
	if err != nil {
		return nil, ds, fmt.Errorf("find raw texts: %w", err)
	}
	return paths, append(ds, twins(paths)...), nil
}

// consider decides whether an entry is a raw text.
func consider(root, p string, e fs.DirEntry) ([]diag.Diagnostic, bool) {
	say := func(code string, severity diag.Severity, text, fix string) []diag.Diagnostic {
		return []diag.Diagnostic{{Path: p, Code: code, Severity: severity, Text: text, Fix: fix}}
	}
	name := path.Base(p)
	switch {
	case e.IsDir() || strings.HasPrefix(name, "."):
		return nil, false
	case !utf8.ValidString(p) || strings.ContainsFunc(p, unicode.IsControl):
		return say("file-name", diag.Error, "has a name that is no text", "rename the file"), false
	}
	mode := e.Type()
	if mode&fs.ModeSymlink != 0 {
		info, err := os.Stat(filepath.Join(root, filepath.FromSlash(p)))
		switch {
		case err != nil:
			return say("link-broken", diag.Warning, "is a link that leads nowhere", "remove the link, or mend it"), false
		case info.IsDir():
			return say("link-to-folder", diag.Warning, "is a link to a folder, which is not followed", "copy the texts into content/raw"), false
		}
		mode = info.Mode().Type()
	}
	if !strings.EqualFold(path.Ext(name), ".txt") {
		return say("file-not-text", diag.Note, "is not read: its name does not end in .txt", "rename it to .txt if it is an article"), false
	}
	if !mode.IsRegular() {
		return say("file-special", diag.Warning, "is no ordinary file and is not read", "remove it"), false
	}
	return nil, true
}

// twins tells of names that differ only by case or by Unicode form: one of them is lost where file systems do not tell them apart.
func twins(paths []string) []diag.Diagnostic {
	var ds []diag.Diagnostic
	seen := make(map[string]string, len(paths))
	for _, p := range paths {
		key := strings.ToLower(norm.NFC.String(p))
		if first, ok := seen[key]; ok {
			ds = append(ds, diag.Diagnostic{Path: p, Code: "file-name-twin", Severity: diag.Warning,
				Text: fmt.Sprintf("differs from %s only by capitals or by the form of its accents", path.Base(first)), Fix: "rename one of them"})
			continue
		}
		seen[key] = p
	}
	return ds
}
