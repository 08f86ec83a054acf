package publish

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"copydesk/generator/internal/fault"
	"copydesk/generator/internal/golden"
)

// task is a publication for a process of its own.
type task struct {
	Config Config
	Dir    string // of the site
	Hour   int
}

// taskVariable hands a task to a process.
const taskVariable = "COPYDESK_PUBLISH_TASK"

func TestMain(m *testing.M) {
	text := os.Getenv(taskVariable)
	if text == "" {
		os.Exit(m.Run())
	}
	var do task
	err := json.Unmarshal([]byte(text), &do)
	if err == nil {
		err = do.run(context.Background())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// lockForTests is how long a lock holds in a task.
const lockForTests = 300 * time.Millisecond

// run publishes.
func (do task) run(ctx context.Context) error {
	target, err := Open(ctx, do.Config)
	if err != nil {
		return err
	}
	defer target.Close()
	if t, ok := target.(*inPlace); ok {
		t.ttl = lockForTests
	}
	j, err := prepare(ctx, target, do.Dir, at(do.Hour))
	if err != nil {
		return err
	}
	return target.Put(ctx, j)
}

// command returns the task as a process.
func (do task) command(t *testing.T) *exec.Cmd {
	t.Helper()
	text, err := json.Marshal(do)
	if err != nil {
		t.Fatal(err)
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(exe)
	c.Env = append(os.Environ(), taskVariable+"="+string(text))
	return c
}

// TestKilled kills publications at moments spread over their length. Readers then see whole files, of the site before and the next, and where
// the target has releases, one site or the other; the next publication, which may have to wait for the lock, heals.
func TestKilled(t *testing.T) {
	eachPlace(t, func(t *testing.T, p place) {
		old, next := heavy(12), heavy(24)
		old["look.1.css"], next["look.2.css"] = "old", "new"
		for name := range old {
			if strings.HasSuffix(name, "0/index.html") {
				next[name] = "changed"
			}
		}
		dirs := []string{lay(t, old), lay(t, next)}
		sites := []map[string]string{old, next}
		start := time.Now()
		if err := (task{p.Config, dirs[0], 0}).run(t.Context()); err != nil {
			t.Fatal(err)
		}
		length := time.Since(start)
		kills := fault.Rounds(4, 60)
		for i := range kills {
			do := task{p.Config, dirs[(i+1)%2], i + 1}
			c := do.command(t)
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(length * time.Duration(i+1) / time.Duration(kills))
			c.Process.Kill()
			c.Wait()
			wholeFiles(t, p.shown(t), old, next, p.back)
			heal(t, do)
			if got := p.shown(t); !maps.Equal(got, sites[(i+1)%2]) {
				t.Fatalf("after kill %d the next publication shows %d files", i, len(got))
			}
		}
	})
}

// heal publishes, as soon as the lock of a killed publication lets it.
func heal(t *testing.T, do task) {
	t.Helper()
	var out []byte
	for range 40 {
		do.Hour += 24
		var err error
		if out, err = do.command(t).CombinedOutput(); err == nil {
			return
		}
		time.Sleep(lockForTests / 2)
	}
	t.Fatalf("the next publication does not go on: %s", out)
}

// wholeFiles fails the test where a file is neither of one site nor of the other, and, where the target has releases, where files of both are
// shown.
func wholeFiles(t *testing.T, got, old, next map[string]string, releases bool) {
	t.Helper()
	if releases && !maps.Equal(got, old) && !maps.Equal(got, next) {
		t.Errorf("a killed publication left %d files of two sites", len(got))
	}
	for name, text := range got {
		if text != old[name] && text != next[name] {
			t.Errorf("a killed publication left a part of %s", name)
		}
		if text == next[name] && text != old[name] && strings.HasSuffix(name, ".html") && got["look.2.css"] == "" {
			t.Errorf("%s is shown before what it loads", name)
		}
	}
}

// TestReadOnlyPlaces publishes to places that may not be written, as a user who is not root: each says so, and nothing is left behind.
func TestReadOnlyPlaces(t *testing.T) {
	for kind, make := range map[string]func(*testing.T) place{"folder": folderPlace, "kept": keptPlace, "git": gitPlace} {
		t.Run(kind, func(t *testing.T) {
			p := make(t)
			where := p.Folder + p.Git
			dir := lay(t, edition())
			if err := (task{p.Config, dir, 1}).run(t.Context()); err != nil {
				t.Fatal(err)
			}
			files := where
			if kind == "kept" {
				files = filepath.Join(where, "releases") // beside it is a link to a folder
			}
			before := golden.Tree(t, files)
			golden.Put(t, filepath.Join(dir, "index.html"), "another home")
			modes(t, where, 0o555)
			out, err := fault.Output((task{p.Config, dir, 2}).command(t))
			modes(t, where, 0o755)
			if err == nil {
				t.Error("what may not be written was written")
			}
			if text := string(out); !strings.Contains(text, where+" cannot be written") && !strings.Contains(text, "the folder at "+where+" cannot be written") ||
				!strings.Contains(text, "have its owner give you the right") || strings.Count(text, "\n") != 1 {
				t.Errorf("it says: %s", text)
			}
			if after := golden.Tree(t, files); !maps.Equal(after, before) {
				t.Errorf("left behind: %d files, %d before", len(after), len(before))
			}
		})
	}
}

// modes sets the mode of a folder and of those in it.
func modes(t *testing.T, dir string, mode os.FileMode) {
	t.Helper()
	var folders []string
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			folders = append(folders, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range folders {
		chmod(t, f, mode)
	}
}

// TestWrongPlaces names places where nothing can be published.
func TestWrongPlaces(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	golden.Put(t, file, "not a folder")
	root := t.TempDir()
	for _, try := range []struct {
		c    Config
		want []string
	}{
		{Config{Folder: file}, []string{file, "is no folder"}},
		{Config{Folder: file, Keep: 2}, []string{file, "is no folder"}},
		{Config{Folder: filepath.Join(root, "public", "www")}, []string{"is part of the site's own public; name another"}},
		{Config{Folder: "."}, []string{"holds the site's sources; name another"}},
		{Config{Git: filepath.Join(root, "none.git")}, []string{"there is no git repository at", "make it, or mend git in hugo.toml"}},
		{Config{Git: "origin"}, []string{"has no git remote called origin; write the repository's address in hugo.toml"}},
		{Config{Git: "--upload-pack=x"}, []string{"names no repository and branch"}},
		{Config{SSH: "example.org"}, []string{"names no machine and folder; write it as"}},
		{Config{S3: "/"}, []string{"names no bucket"}},
	} {
		try.c.Name, try.c.Root = "live", root
		says(t, (task{try.c, lay(t, edition()), 1}).run(t.Context()), try.want...)
	}
}
