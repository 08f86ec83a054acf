// Package layering holds the import rules of the generator as a test: the way of the data is one-way, and each big dependency has one door.
package layering

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const internal = "copydesk/generator/internal/"

// allowed names, for each package, the packages of this module that it may import. A new edge is a decision: add it here.
var allowed = map[string][]string{
	"news":      {},
	"diag":      {},
	"slug":      {},
	"source":    {"diag"},
	"clean":     {"diag", "news", "source"},
	"wire":      {"clean", "diag", "news", "source", "when"},
	"token":     {"news"},
	"entity":    {"news", "token"},
	"alias":     {"news", "slug", "token"},
	"keyphrase": {"alias", "news", "token"},
	"about":     {"alias", "keyphrase", "news", "token"},
	"quote":     {"alias", "news", "token"},
	"when":      {"news", "token"},
	"summary":   {"about", "news", "token"},
	"annotate":  {"about", "alias", "entity", "keyphrase", "news", "quote", "summary", "token", "when"},
	"related":   {"news", "token"},
	"topic":     {"diag", "news", "related", "slug"},
	"page":      {"diag", "news", "slug", "topic"},
	"site":      {"crew", "diag", "news", "page", "slug", "stamp", "topic"},
	"proof":     {"diag", "news", "page"},
	"hugo":      {},
	"press":     {"crew", "hugo", "stamp"},
	"search":    {"news"},
	"crew":      {},
	"cache":     {},
	"intake":    {"source"},
	"stamp":     {"crew"},
	"bench":     {},
	"inspect":   {"diag", "news", "related"},
	"release":   {},
	"publish":   {"crew", "release"},
	"desk":      {"annotate", "cache", "clean", "crew", "diag", "hugo", "news", "page", "press", "proof", "related", "search", "site", "source", "stamp", "topic", "wire"},
	"preview":   {"desk", "diag", "hugo", "press"},
	"cli":       {"bench", "desk", "diag", "hugo", "inspect", "intake", "news", "page", "preview", "publish", "related", "release", "site", "slug", "source", "topic"},
	"look":      {"hugo"},
	"golden":    {},
	"fault":     {},
	"browser":   {},
	"layering":  {},
}

// doors names the packages that alone may import a large dependency.
var doors = map[string][]string{
	"github.com/gohugoio/hugo":      {"hugo"},
	"github.com/spf13/cobra":        {"cli"},
	"github.com/adrg/frontmatter":   {"page", "wire"},
	"github.com/fsnotify/fsnotify":  {"preview"},
	"github.com/clipperhouse/uax29": {"token"},
	"codeberg.org/readeck":          {"intake"},
	"gocloud.dev":                   {"publish"},
}

func TestImports(t *testing.T) {
	root := filepath.Join("..")
	fset := token.NewFileSet()
	seen := map[string]bool{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		rel, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		// A command or a test helper below a package answers for itself: it may use what its package may, and the package.
		pkg, below, _ := strings.Cut(filepath.ToSlash(rel), "/")
		if strings.HasPrefix(pkg, "scratch") {
			return nil
		}
		may, ok := allowed[pkg]
		if !ok {
			t.Errorf("%s: package %s has no row in the table of allowed imports", path, pkg)
			return nil
		}
		seen[pkg] = true
		f, err := parser.ParseFile(fset, path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if to, ok := strings.CutPrefix(name, internal); ok {
				to, _, _ = strings.Cut(to, "/")
				if to != pkg && !slices.Contains(may, to) && below == "" && !strings.HasSuffix(path, "_test.go") {
					t.Errorf("%s: %s may not import %s", path, pkg, to)
				}
			}
			for dep, packages := range doors {
				if (name == dep || strings.HasPrefix(name, dep+"/")) && !slices.Contains(packages, pkg) && !strings.HasSuffix(path, "_test.go") {
					t.Errorf("%s: only %v may import %s", path, packages, dep)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for pkg := range allowed {
		if !seen[pkg] {
			t.Errorf("the table of allowed imports names %s, which does not exist", pkg)
		}
	}
}
