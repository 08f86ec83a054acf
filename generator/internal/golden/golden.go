// Package golden runs the tests whose cases are text archives: what goes in and a readable form of what comes out stand in one file, and the
// flag -update writes anew what comes out, so that a change of behaviour is read as a diff. It also lays out folders for tests and reads them
// back. It knows nothing of the stages; a test hands it what they made.
package golden

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write the golden archives anew")

// Run calls remake as a subtest with each archive that matches the pattern. remake puts into the archive what the program makes of its input;
// the test fails where that differs from the file.
func Run(t *testing.T, pattern string, remake func(t *testing.T, a *txtar.Archive)) {
	t.Helper()
	for _, path := range Paths(t, pattern) {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			a := Read(t, path)
			remake(t, a)
			Check(t, path, a)
		})
	}
}

// RunPairs is Run for archives whose files are pairs: dump returns what the program makes of the first, which the second holds.
func RunPairs(t *testing.T, pattern string, dump func(a *txtar.Archive, input string) string) {
	t.Helper()
	Run(t, pattern, func(t *testing.T, a *txtar.Archive) {
		if len(a.Files)%2 != 0 {
			t.Fatalf("%d files are no pairs", len(a.Files))
		}
		for i := 0; i < len(a.Files); i += 2 {
			a.Files[i+1].Data = []byte(dump(a, string(a.Files[i].Data)))
		}
	})
}

// Check compares the archive with the file at path, or writes the file where -update is given.
func Check(t *testing.T, path string, a *txtar.Archive) {
	t.Helper()
	got := txtar.Format(a)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want := txtar.Format(Read(t, path)); !bytes.Equal(got, want) {
		t.Errorf("read the difference, and run with -update if it is right:\n%s", diff.Diff(path, want, "got", got))
	}
}

// Paths returns the archives that match the pattern, in order; there is at least one.
func Paths(t testing.TB, pattern string) []string {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives match %s: %v", pattern, err)
	}
	return paths
}

// Read returns the archive at path.
func Read(t testing.TB, path string) *txtar.Archive {
	t.Helper()
	a, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return a
}
