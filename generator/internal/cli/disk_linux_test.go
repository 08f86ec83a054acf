package cli

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"copydesk/generator/internal/fault"
	"copydesk/generator/internal/golden"
)

// TestReadOnlyFolders takes the right to write from one folder after another: a build that cannot do its work says so and leaves the last good
// site, and the next one with the right heals.
func TestReadOnlyFolders(t *testing.T) {
	root := layOut(t, 2)
	run(t, "build", "-C", root)
	for i, dir := range []string{"content/briefings", "content/topics", "content/editions", "public", ".copydesk", "."} {
		before := stateOf(t, root)
		addText(t, root, 2+i)
		path := filepath.Join(root, filepath.FromSlash(dir))
		if err := os.Chmod(path, 0o555); err != nil {
			t.Fatal(err)
		}
		out, err := fault.Output(command(t, "build", "-C", root))
		if chmodErr := os.Chmod(path, 0o755); chmodErr != nil {
			t.Fatal(chmodErr)
		}
		if err == nil {
			continue // what had to be written was elsewhere
		}
		if !strings.Contains(string(out), "copydesk: ") || !strings.Contains(string(out), "permission denied") {
			t.Errorf("with %s read-only a build said:\n%s", dir, out)
		}
		if got := tree(t, root, "public"); !maps.Equal(got, before.public) {
			t.Errorf("with %s read-only a build changed public/: %s", dir, difference(got, before.public))
		}
	}
	run(t, "build", "-C", root)
	other := layOut(t, 8)
	run(t, "build", "-C", other)
	if got, want := tree(t, root, "public"), tree(t, other, "public"); !maps.Equal(got, want) {
		t.Errorf("after the read-only folders the site differs: %s", difference(got, want))
	}
	if left := leftovers(t, root); left != "" {
		t.Errorf("left behind: %s", left)
	}
}

// TestFullVolume builds on a small volume with less and less room left: the site is the old one or the new one, no file of content/ is cut
// short, and with room again the next build heals. Where no volume may be mounted, TestFullDisk stands alone.
func TestFullVolume(t *testing.T) {
	root := t.TempDir()
	if err := unix.Mount("tmpfs", root, "tmpfs", 0, "size=64m"); err != nil {
		if !errors.Is(err, unix.EPERM) {
			t.Fatal(err)
		}
		t.Log("no volume may be mounted here")
		return
	}
	t.Cleanup(func() {
		if err := unix.Unmount(root, unix.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	fill(t, root, 3)
	run(t, "build", "-C", root)
	failed := 0
	for i, room := range []int64{0, 4, 16, 64, 256, 1024, 4096} {
		before := stateOf(t, root)
		addText(t, root, 3+i)
		ballast := filepath.Join(root, "ballast")
		var st unix.Statfs_t
		if err := unix.Statfs(root, &st); err != nil {
			t.Fatal(err)
		}
		golden.Put(t, ballast, strings.Repeat("x", int(int64(st.Bavail)*st.Bsize-room<<10)))
		out, err := command(t, "build", "-C", root).CombinedOutput()
		got := stateOf(t, root)
		if err != nil {
			failed++
			if !strings.Contains(string(out), "copydesk: ") || !strings.Contains(string(out), "no space left") {
				t.Errorf("with %d KB left a build said:\n%s", room, out)
			}
			if !maps.Equal(got.public, before.public) {
				t.Errorf("with %d KB left a failed build changed public/: %s", room, difference(got.public, before.public))
			}
		}
		if err := os.Remove(ballast); err != nil {
			t.Fatal(err)
		}
		run(t, "build", "-C", root)
		after := stateOf(t, root)
		for name, text := range got.content {
			if text != before.content[name] && text != after.content[name] {
				t.Errorf("with %d KB left a build cut content/%s short", room, name)
			}
		}
		if left := leftovers(t, root); left != "" {
			t.Errorf("left behind: %s", left)
		}
	}
	if failed == 0 {
		t.Error("no build ran out of room")
	}
}
