package cli

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"copydesk"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"copydesk": func() {
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
			context.AfterFunc(ctx, stop)
			code := Run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
			stop()
			os.Exit(code)
		},
	})
}

// TestScripts runs each testdata/script as a user would type it. "newsite DIR" lays out an empty site with this program's look.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"newsite":  newSite,
			"bytes":    writeBytes,
			"exitcode": exitCode,
		},
	})
}

func newSite(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: newsite DIR")
	}
	dir := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(filepath.Join(dir, "content", "raw"), 0o777))
	ts.Check(fs.WalkDir(copydesk.Look, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := filepath.Join(dir, filepath.FromSlash(name))
		if e.IsDir() {
			return os.MkdirAll(to, 0o777)
		}
		b, err := copydesk.Look.ReadFile(name)
		if err != nil {
			return err
		}
		return os.WriteFile(to, b, 0o666)
	}))
}

// writeBytes writes bytes that a script cannot hold: "bytes FILE HEX" decodes HEX, "bytes FILE TEXT N" repeats TEXT N times.
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	b, err := bytesOf(args[1:])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b, 0o666))
}

// exitCode runs a command line that must end with a code: "exitcode CODE COMMAND ARG…".
func exitCode(ts *testscript.TestScript, neg bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	if !errors.As(err, &exit) || strconv.Itoa(exit.ExitCode()) != args[0] {
		ts.Fatalf("exit %v, want %s", err, args[0])
	}
}
