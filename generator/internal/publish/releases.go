package publish

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"copydesk/generator/internal/release"
)

// releases is a folder, of this machine or another, that keeps each release in a folder of its own, releases/TIME, and shows the one that the
// link current leads to. A release is complete before the link moves. It uses the programs rsync and, for another machine, ssh.
type releases struct {
	host string // "" is this machine
	port int
	dir  string // absolute, or from the home folder of the user at host
	keep int

	shared string // a folder of this machine for the socket by which ssh sends all that is said to a machine over one connection
}

// openSSH returns the target that HOST:FOLDER names.
func openSSH(c Config) (Target, error) {
	host, dir, ok := strings.Cut(c.SSH, ":")
	if !ok || host == "" || dir == "" || strings.HasPrefix(host, "-") {
		return nil, fmt.Errorf(`ssh = %q names no machine and folder; write it as "editor@example.org:/srv/www/briefing"`, c.SSH)
	}
	keep := c.Keep
	if keep == 0 {
		keep = keeps
	}
	shared, err := os.MkdirTemp("", "copydesk-")
	if err != nil {
		return nil, err
	}
	return &releases{host: host, port: c.Port, dir: strings.TrimSuffix(dir, "/"), keep: keep, shared: shared}, nil
}

func (t *releases) Close() error {
	if t.shared == "" {
		return nil
	}
	return os.RemoveAll(t.shared)
}

// sshOptions keep ssh from asking what nobody answers, and from waiting for a dead connection.
var sshOptions = []string{"-o", "BatchMode=yes", "-o", "ConnectTimeout=15", "-o", "ServerAliveInterval=10", "-o", "ServerAliveCountMax=3"}

func (t *releases) ssh() []string {
	args := append(slices.Clone(sshOptions), "-o", "ControlMaster=auto", "-o", "ControlPath="+filepath.Join(t.shared, "ssh"))
	if t.port != 0 {
		args = append(args, "-p", strconv.Itoa(t.port))
	}
	return args
}

// shell returns the program that runs a script in the folder.
func (t *releases) shell(script string) program {
	script = "cd " + quote(t.dir) + " && " + script
	if t.host == "" {
		return program{name: "sh", args: []string{"-c", script}}
	}
	return program{name: "ssh", args: append(t.ssh(), "--", t.host, "sh -c "+quote(script))}
}

// quote returns a word for a shell.
func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

// do runs a script in the folder.
func (t *releases) do(ctx context.Context, script string, stdin io.Reader) (string, error) {
	p := t.shell(script)
	p.stdin = stdin
	out, err := p.run(ctx)
	return out, t.explain(err)
}

// Last reads the manifest of the release that is shown.
func (t *releases) Last(ctx context.Context) (release.Release, error) {
	p := t.shell("if [ -e current/" + release.Manifest + " ]; then cat current/" + release.Manifest + "; fi")
	if t.host == "" {
		p.args[1] = "[ -e " + quote(t.dir) + " ] || exit 0; " + p.args[1]
	}
	out, err := p.run(ctx)
	if err != nil || out == "" {
		return release.Release{}, t.explain(err)
	}
	return release.Decode([]byte(out))
}

// incoming is the release that is being sent; a stopped publication leaves it for the next to go on with.
const incoming = "releases/incoming"

// Put sends the release beside the one that is shown, looks whether it is all there, and moves the link.
func (t *releases) Put(ctx context.Context, j Job) (err error) {
	if t.host == "" {
		if _, err := (program{name: "mkdir", args: []string{"-p", "--", t.dir}}).run(ctx); err != nil {
			return t.explain(err)
		}
	}
	unlock, err := t.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	last, err := t.Last(ctx)
	if err != nil {
		return err
	}
	if !last.Made.Equal(j.Last.Made) {
		return final{ErrOutrun}
	}
	manifest, err := release.Encode(j.Next)
	if err != nil {
		return err
	}
	j.Step("uploading", 0, 0)
	if err := retry(ctx, j.Pause, func() error { return t.sync(ctx, j.Dir) }); err != nil {
		return err
	}
	j.Step("verifying", 0, 0)
	out, err := t.rsync(ctx, j.Dir, "--dry-run", "--itemize-changes")
	if err != nil {
		return err
	}
	if strings.TrimSpace(out) != "" {
		first, _, _ := strings.Cut(strings.TrimSpace(out), "\n")
		return fmt.Errorf("not all arrived as it was sent (%s); run 'copydesk publish' again", first)
	}
	name := j.Next.Made.Format(stampLayout)
	_, err = t.do(ctx, "mkdir -p "+incoming+"/"+release.Folder+" && cat > "+incoming+"/"+release.Manifest+
		" && [ ! -e releases/"+name+" ] && mv "+incoming+" releases/"+name+" && "+point(name)+" && "+t.prune(), strings.NewReader(string(manifest)))
	return err
}

// stampLayout names the folder of a release. In order of their names is in order of time.
const stampLayout = "20060102T150405Z"

// point returns a script that lets the link lead to a release, in one step: there is no moment without a site. GNU and BSD call the option that
// keeps mv from following the old link by other letters.
func point(name string) string {
	return "ln -sfn releases/" + name + " current.new && { mv -T current.new current 2>/dev/null || mv -h current.new current; }"
}

// prune returns a script that removes all but the newest releases. The one that is shown stays.
func (t *releases) prune() string {
	return `ls -1d releases/[0-9]* | sort -r | tail -n +` + strconv.Itoa(t.keep+1) +
		` | while read -r old; do [ "$old" = "$(readlink current)" ] || rm -rf "$old"; done`
}

// sync sends the site into the incoming folder. What the release that is shown has already is linked there, not sent.
func (t *releases) sync(ctx context.Context, dir string) error {
	if _, err := t.do(ctx, "mkdir -p "+incoming, nil); err != nil {
		return err
	}
	_, err := t.rsync(ctx, dir, "--link-dest=../../current/")
	return err
}

// rsync brings the incoming folder to what is in dir, by the files' contents.
func (t *releases) rsync(ctx context.Context, dir string, options ...string) (string, error) {
	args := append([]string{"-rlp", "--chmod=D755,F644", "--checksum", "--delete", "--exclude=/" + release.Folder, "--timeout=60"}, options...)
	to := path.Join(t.dir, incoming) + "/"
	if t.host != "" {
		args = append(args, "--secluded-args", "-e", "ssh "+strings.Join(t.ssh(), " "))
		to = t.host + ":" + to
	}
	out, err := program{name: "rsync", args: append(args, "--", dir+"/", to)}.run(ctx)
	return out, t.explain(err)
}

// Back lets the link lead to the release before the one that is shown.
func (t *releases) Back(ctx context.Context) (release.Release, error) {
	unlock, err := t.lock(ctx)
	if err != nil {
		return release.Release{}, err
	}
	defer unlock()
	out, err := t.do(ctx, "readlink current; ls -1d releases/[0-9]* | sort", nil)
	if err != nil {
		return release.Release{}, err
	}
	names := strings.Fields(out)
	if len(names) == 0 {
		return release.Release{}, ErrNoBack
	}
	i := slices.Index(names[1:], names[0])
	if i < 1 {
		return release.Release{}, errors.New("the release that is shown is the oldest one kept; keep in hugo.toml says how many there are")
	}
	if _, err := t.do(ctx, point(path.Base(names[i])), nil); err != nil {
		return release.Release{}, err
	}
	return t.Last(ctx)
}

// lockDir says that the folder is being published to. The script that made it waits for the end of its input, so that it is gone with the
// connection, whatever ended that.
const lockDir = ".copydesk-lock"

// busy is the exit code of the lock's script where another holds it.
const busy = 75

func (t *releases) lock(ctx context.Context) (unlock func(), err error) {
	p := t.shell("if mkdir " + lockDir + " 2>/dev/null; then trap 'rmdir " + lockDir + "' EXIT; trap 'exit 1' HUP INT TERM PIPE; echo held; cat >/dev/null; " +
		"elif [ -d " + lockDir + " ]; then exit " + strconv.Itoa(busy) + "; else mkdir " + lockDir + "; fi")
	if _, err := exec.LookPath(p.name); err != nil {
		return nil, final{fmt.Errorf("%s is not installed; this target needs it", p.name)}
	}
	c := exec.CommandContext(ctx, p.name, p.args...)
	in, err := c.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := c.StdoutPipe()
	if err != nil {
		return nil, err
	}
	var errs strings.Builder
	c.Stderr = &errs
	c.WaitDelay = 5 * time.Second
	// Not killed but told by the end of its input, so that the lock goes.
	c.Cancel = in.Close
	if err := c.Start(); err != nil {
		return nil, fmt.Errorf("run %s: %w", p.name, err)
	}
	if line, _ := bufio.NewReader(out).ReadString('\n'); line == "held\n" {
		return func() {
			in.Close()
			// How the script ends is no news: the link is moved, or an error said why not.
			_ = c.Wait()
		}, nil
	}
	err = c.Wait()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == busy {
		return nil, final{fmt.Errorf("another publication to %s is under way; wait for it. If there is none, remove %s/%s there", t.place(), t.dir, lockDir)}
	}
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	code := -1
	if exit != nil {
		code = exit.ExitCode()
	}
	return nil, t.explain(failed{p.name, code, scrub(strings.Join(strings.Fields(errs.String()), " "))})
}

func (t *releases) place() string {
	if t.host == "" {
		return t.dir
	}
	return t.host
}

// troubles are what ssh, rsync and the shell say of what no new try mends, and what to do.
var troubles = []remedy{
	{"Permission denied (", "%s refused the login; see that your ssh key is known there and loaded (ssh-add)"},
	{"Host key verification failed", "%s is not a known machine; connect once with ssh by hand and look at its key"},
	{"Could not resolve hostname", "there is no machine %s; mend ssh in hugo.toml"},
	{"Connection refused", "%s does not answer; see that it is on, and that port in hugo.toml is the one of its ssh"},
	{"can't cd to", "the folder is not there at %s, or may not be entered; make it, or mend hugo.toml"},
	{"No such file or directory", "the folder is not there at %s; make it, or mend hugo.toml"},
	{"Permission denied", "the folder at %s cannot be written; have its owner give you the right, or name another"},
	{"Read-only file system", "the folder at %s cannot be written: its disk is read-only"},
	{"can't create directory", "the folder at %s cannot be written; have its owner give you the right, or name another"},
	{"rsync: command not found", "rsync is not installed at %s; install it there"},
	{"rsync: not found", "rsync is not installed at %s; install it there"},
	{"No space left", "the disk at %s is full"},
}

// explain says what to do about an error.
func (t *releases) explain(err error) error {
	var f failed
	if !errors.As(err, &f) {
		return err
	}
	return f.explain(troubles, t.place())
}
