package cli

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"copydesk"

	"copydesk/generator/internal/fault"
	"copydesk/generator/internal/golden"
)

// command returns this program as a process of its own; TestMain makes the test binary answer to the name.
func command(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "copydesk")
	if err := os.Symlink(exe, name); err != nil {
		t.Fatal(err)
	}
	return exec.Command(name, args...)
}

func run(t *testing.T, args ...string) {
	t.Helper()
	if out, err := command(t, args...).CombinedOutput(); err != nil {
		t.Fatalf("copydesk %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// layOut makes a site of n short texts.
func layOut(t *testing.T, n int) string {
	t.Helper()
	root := t.TempDir()
	fill(t, root, n)
	return root
}

// fill makes a site of n short texts in an empty folder.
func fill(t *testing.T, root string, n int) {
	t.Helper()
	if err := os.CopyFS(root, copydesk.Look); err != nil {
		t.Fatal(err)
	}
	for i := range n {
		addText(t, root, i)
	}
}

func addText(t *testing.T, root string, i int) {
	t.Helper()
	text := fmt.Sprintf("Riverton Opens School Number %d\n\n%d May 2023\n\nRiverton opened a school on Monday, Mayor Tom Bell said. The school in Riverton is number %[1]d.\n", i+1, i%28+1)
	golden.Put(t, filepath.Join(root, "content", "raw", fmt.Sprintf("school-%03d.txt", i)), text)
}

// tree reads every file below a folder of the site.
func tree(t *testing.T, elem ...string) map[string]string {
	t.Helper()
	return golden.Tree(t, filepath.Join(elem...))
}

// difference names the files that are not the same.
func difference(got, want map[string]string) string {
	var names []string
	for name := range want {
		if got[name] != want[name] {
			names = append(names, name)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			names = append(names, "+"+name)
		}
	}
	slices.Sort(names)
	return strings.Join(names, " ")
}

// state is what a build makes of a set of texts.
type state struct{ content, public map[string]string }

func stateOf(t *testing.T, root string) state {
	t.Helper()
	return state{tree(t, root, "content"), tree(t, root, "public")}
}

// leftovers names the files that a build should have cleared away.
func leftovers(t *testing.T, root string) string {
	t.Helper()
	var names []string
	for name := range tree(t, root) {
		if strings.HasSuffix(name, ".tmp") || strings.HasPrefix(name, ".copydesk/staging") || strings.HasPrefix(name, ".copydesk/previous") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return strings.Join(names, " ")
}

// TestKilledBuild kills builds at moments spread over their length, each after a text came or went: public/ is one site or the other, every
// file of content/ is whole, and the next build heals.
func TestKilledBuild(t *testing.T) {
	root := layOut(t, 13)
	extra := filepath.Join(root, "content", "raw", "school-012.txt")
	run(t, "build", "-C", root)
	with := stateOf(t, root)
	if err := os.Remove(extra); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	run(t, "build", "-C", root)
	length := time.Since(start)
	without := stateOf(t, root)
	addText(t, root, 12)
	run(t, "build", "-C", root)

	kills := fault.Rounds(8, 300)
	for i := range kills {
		want := with
		if i%2 == 0 {
			want = without
			if err := os.Remove(extra); err != nil {
				t.Fatal(err)
			}
		} else {
			addText(t, root, 12)
		}
		c := command(t, "build", "-C", root)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		at := length * time.Duration(i) / time.Duration(kills)
		time.Sleep(at)
		c.Process.Kill()
		c.Wait()
		if got := tree(t, root, "public"); !maps.Equal(got, without.public) && !maps.Equal(got, with.public) {
			t.Fatalf("killed after %v of %v, a build left a mixture in public/: %s", at, length, difference(got, want.public))
		}
		for name, text := range tree(t, root, "content") {
			if text != without.content[name] && text != with.content[name] && !strings.HasSuffix(name, ".tmp") {
				t.Fatalf("killed after %v of %v, a build left a part of content/%s", at, length, name)
			}
		}
		if i%4 != 3 {
			continue
		}
		run(t, "build", "-C", root)
		if got := stateOf(t, root); !maps.Equal(got.public, want.public) || !maps.Equal(got.content, want.content) {
			t.Fatalf("the build after the killed ones did not heal: %s %s", difference(got.public, want.public), difference(got.content, want.content))
		}
		if left := leftovers(t, root); left != "" {
			t.Fatalf("left behind: %s", left)
		}
	}
}

// TestFullDisk lets every write fail above a size: the build says so and the last good site stays, and no content file is cut short.
func TestFullDisk(t *testing.T) {
	root := layOut(t, 3)
	run(t, "build", "-C", root)
	site, content := tree(t, root, "public"), tree(t, root, "content")
	text := "A Long Text Comes In\n\n3 June 2023\n\n" + strings.Repeat("Riverton wrote a long letter to the governor, Mayor Tom Bell said. ", 400)
	added := filepath.Join("raw", "long.txt")
	if err := os.WriteFile(filepath.Join(root, "content", added), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	content[filepath.ToSlash(added)] = text
	build := command(t, "build", "-C", root)
	limited := exec.Command("sh", "-c", `ulimit -f 16; exec "$0" build -C "$1"`, build.Path, root)
	out, err := limited.CombinedOutput()
	if err == nil || !strings.Contains(string(out), "copydesk: ") {
		t.Errorf("a build that cannot write ended with %v and said %s", err, out)
	}
	if !maps.Equal(tree(t, root, "public"), site) {
		t.Error("a build that could not write changed public/")
	}
	for name, want := range tree(t, root, "content") {
		if old, ok := content[name]; ok && name != "raw/long.txt" && !strings.HasPrefix(name, "topics/") && old != want {
			t.Errorf("content/%s was damaged", name)
		}
	}
	run(t, "build", "-C", root)
}

// TestRawTextIsNotPublished looks for the raw texts, as files and as contents, in the built site.
func TestRawTextIsNotPublished(t *testing.T) {
	root := layOut(t, 2)
	secret := "  1. PillMerchant\n\n    May 9, 2023 at 10:56 PM\n\n    Nobody shall read this sentence of spam\n"
	name := filepath.Join(root, "content", "raw", "school-000.txt")
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, append(raw, "\n\n"+secret...), 0o666); err != nil {
		t.Fatal(err)
	}
	run(t, "build", "-C", root)
	for path, text := range tree(t, root, "public") {
		if strings.HasSuffix(path, ".txt") && path != "robots.txt" && path != "fonts/OFL.txt" {
			t.Errorf("public/%s is a text file", path)
		}
		if strings.Contains(text, "Nobody shall read") || strings.Contains(text, "PillMerchant") {
			t.Errorf("public/%s has words of a comment", path)
		}
		if text == string(raw) {
			t.Errorf("public/%s is a raw text", path)
		}
	}
}

// TestTwoBuildsAreTheSame builds one set of texts in two folders, laid out in opposite order.
func TestTwoBuildsAreTheSame(t *testing.T) {
	a, b := layOut(t, 0), layOut(t, 0)
	for i := range 20 {
		addText(t, a, i)
		addText(t, b, 19-i)
	}
	run(t, "build", "-C", a)
	run(t, "build", "-C", b)
	for _, dir := range []string{"content", "public"} {
		got, want := tree(t, a, dir), tree(t, b, dir)
		for name := range want {
			if got[name] != want[name] {
				t.Errorf("%s/%s differs between two builds", dir, name)
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s has %d files in one build and %d in the other", dir, len(got), len(want))
		}
	}
}
