//go:build unix

package cli

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"copydesk"
)

// nobody is the user that root becomes, since root reads everything.
const nobody = 65534

// TestUnreadableText builds, as a user who is not root, a site with a text and a folder that may not be read, and looks at a site that may not
// be written.
func TestUnreadableText(t *testing.T) {
	home, err := os.MkdirTemp("", "copydesk-unreadable-") // t.TempDir lies in a folder that is its owner's alone
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(home) })
	program, site := filepath.Join(home, "copydesk"), filepath.Join(home, "site")
	copyProgram(t, program)
	if err := os.CopyFS(site, copydesk.Look); err != nil {
		t.Fatal(err)
	}
	addText(t, site, 0)
	addText(t, site, 1)
	raw := filepath.Join(site, "content", "raw")
	as := func(args ...string) (string, error) {
		c := exec.Command(program, append(args, "-C", site)...)
		c.Dir, c.Env = home, []string{"HOME=" + home, "PATH=" + os.Getenv("PATH"), "TMPDIR=" + home}
		if os.Geteuid() == 0 {
			c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
		}
		out, err := c.CombinedOutput()
		return string(out), err
	}
	mustAs := func(args ...string) string {
		t.Helper()
		out, err := as(args...)
		if err != nil {
			t.Fatalf("copydesk %s: %v\n%s", strings.Join(args, " "), err, out)
		}
		return out
	}
	own(t, home, 0o777)
	mustAs("build")
	before := tree(t, site, "public")

	if err := os.Chmod(filepath.Join(raw, "school-001.txt"), 0); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(raw, "closed"), 0); err != nil {
		t.Fatal(err)
	}
	out := mustAs("build")
	for _, want := range []string{"content/raw/school-001.txt: error: cannot be read: permission denied [file-unreadable]", "content/raw/closed: error: cannot be read [folder-unreadable]"} {
		if !strings.Contains(out, want) {
			t.Errorf("the build does not say %q: %s", want, out)
		}
	}
	const page = "2023/05/riverton-opens-school-number-2/index.html"
	if before[page] == "" || tree(t, site, "public")[page] == "" {
		t.Error("the page of a text that can no longer be read is gone")
	}

	own(t, site, 0o555)
	for _, command := range []string{"status", "diff", "check"} {
		if out, err := as(command); strings.Contains(out, "copydesk: ") || err != nil && command != "check" {
			t.Errorf("copydesk %s in a site that cannot be written: %v\n%s", command, err, out)
		}
	}
	if out, err := as("build"); err == nil || !strings.Contains(out, "permission denied") {
		t.Errorf("copydesk build in a site that cannot be written: %v\n%s", err, out)
	}
	own(t, site, 0o777) // so that it can be removed
}

// copyProgram puts this program where every user may run it.
func copyProgram(t *testing.T, to string) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(exe)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, data, 0o755); err != nil {
		t.Fatal(err)
	}
}

// own gives what lies in a folder to nobody, where root runs the test, and sets the mode of its folders. What is closed stays closed.
func own(t *testing.T, dir string, mode fs.FileMode) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return fs.SkipDir
		}
		if os.Geteuid() == 0 {
			if err := os.Lchown(name, nobody, nobody); err != nil {
				return err
			}
		}
		if e.IsDir() && e.Name() != "closed" {
			return os.Chmod(name, mode)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
