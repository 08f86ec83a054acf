package hugo

import (
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"copydesk/generator/internal/golden"

	"github.com/gohugoio/hugo/commands"
)

// repository is this project's own folder, which is a site.
var repository = filepath.Join("..", "..", "..")

// TestStockHugoBuildsTheSame builds the committed content with Hugo's own command and compares every file.
func TestStockHugoBuildsTheSame(t *testing.T) {
	root, err := filepath.Abs(repository)
	if err != nil {
		t.Fatal(err)
	}
	ours, stock := filepath.Join(t.TempDir(), "ours"), filepath.Join(t.TempDir(), "stock")
	if _, err := Build(Options{Root: root}, ours, nil); err != nil {
		t.Fatal(err)
	}
	if err := commands.Execute([]string{"--source", root, "--destination", stock, "--noBuildLock", "--quiet"}); err != nil {
		t.Fatal(err)
	}
	got, want := golden.Tree(t, ours), golden.Tree(t, stock)
	if len(want) < 10 {
		t.Fatalf("stock Hugo built %d files; the site has more", len(want))
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if got[name] != want[name] {
			t.Errorf("%s differs from what stock Hugo builds", name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is not built by stock Hugo", name)
		}
	}
}
