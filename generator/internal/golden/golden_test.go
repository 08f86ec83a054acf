package golden

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestRunPairs reads an archive that holds what upper case makes of its texts, and checks that each text came by.
func TestRunPairs(t *testing.T) {
	dir := t.TempDir()
	Put(t, filepath.Join(dir, "case.txtar"), "-- in --\nferry\n-- out --\nFERRY\n-- in --\nharbor\n-- out --\nHARBOR\n")
	seen := ""
	RunPairs(t, filepath.Join(dir, "*.txtar"), func(_ *txtar.Archive, input string) string {
		seen += input
		return strings.ToUpper(input)
	})
	if seen != "ferry\nharbor\n" {
		t.Errorf("the pairs' texts are %q", seen)
	}
}

// TestTree lays out an archive and reads it back.
func TestTree(t *testing.T) {
	dir := t.TempDir()
	Unpack(t, txtar.Parse([]byte("-- a.txt --\none\n-- b/c/d.txt --\ntwo\n")), dir)
	got := Tree(t, dir)
	if len(got) != 2 || got["a.txt"] != "one\n" || got["b/c/d.txt"] != "two\n" {
		t.Errorf("read back %q", got)
	}
}
