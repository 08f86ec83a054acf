package stamp

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func write(t *testing.T, root, name, text string) string {
	t.Helper()
	file := filepath.Join(root, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

func digest(t *testing.T, root string) string {
	t.Helper()
	l, err := List(t.Context(), root, func(p string) bool { return p == "out" || p == "tmp.log" })
	if err != nil {
		t.Fatal(err)
	}
	return l.Digest()
}

func TestDigestTellsChanges(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"a.txt", "b/c.txt", "b/d/e.txt", "out/x", "tmp.log"} {
		write(t, root, name, name)
	}
	then := time.Date(2030, 5, 6, 7, 8, 9, 10, time.UTC)
	step := func(what string, same bool, do func() error) {
		t.Helper()
		before := digest(t, root)
		if err := do(); err != nil {
			t.Fatal(err)
		}
		if got := digest(t, root) == before; got != same {
			t.Errorf("after %s the digest is the same: %v", what, got)
		}
	}
	join := func(name string) string { return filepath.Join(root, filepath.FromSlash(name)) }
	step("nothing", true, func() error { return nil })
	step("a change where it does not look", true, func() error { write(t, root, "out/y", ""); write(t, root, "tmp.log", "more"); return nil })
	step("another size", false, func() error { write(t, root, "a.txt", "longer than before"); return nil })
	step("another time", false, func() error { return os.Chtimes(join("b/c.txt"), then, then) })
	step("another mode", false, func() error { return os.Chmod(join("b/c.txt"), 0o600) })
	step("another name", false, func() error { return os.Rename(join("b/d/e.txt"), join("b/d/f.txt")) })
	step("another file", false, func() error { write(t, root, "b/g.txt", ""); return nil })
	step("one less", false, func() error { return os.Remove(join("b/g.txt")) })
}

func TestListingOrderIsThatOfNames(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"z", "b/y", "a/x/w", "a/v"} {
		write(t, root, name, "")
	}
	l, err := List(t.Context(), root, nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range l {
		got = append(got, f.Path)
	}
	if want := "z a/v b/y a/x/w"; strings.Join(got, " ") != want {
		t.Errorf("%q, want %s", got, want)
	}
}

func TestFreshAreThoseThatCouldLookTheSame(t *testing.T) {
	now := time.Date(2030, 5, 6, 7, 8, 9, 1, time.UTC)
	l := Listing{
		{Path: "old", Modified: now.Add(-time.Minute).UnixNano()},
		{Path: "coarse", Modified: now.Add(-time.Second).Truncate(time.Second).UnixNano()},
		{Path: "fine", Modified: now.Add(-time.Second).UnixNano()},
		{Path: "just now", Modified: now.Add(-time.Millisecond).UnixNano()},
		{Path: "to come", Modified: now.Add(time.Hour).UnixNano()},
	}
	if got := l.Fresh(now); !slices.Equal(got, []string{"coarse", "just now", "to come"}) {
		t.Errorf("%q", got)
	}
}

func TestSumsTellTheBytes(t *testing.T) {
	root := t.TempDir()
	write(t, root, "a", "one")
	write(t, root, "b", "two")
	sums, err := Sums(t.Context(), root, []string{"a", "b"})
	if err != nil || len(sums) != 2 || sums["a"] == sums["b"] {
		t.Errorf("%v, %v", sums, err)
	}
	if _, err := Sums(t.Context(), root, []string{"gone"}); err == nil {
		t.Error("no error for a file that is not there")
	}
}
