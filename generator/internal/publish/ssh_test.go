package publish

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"copydesk/generator/internal/fault"
	"copydesk/generator/internal/golden"
)

// daemon is an ssh server of the test's own, on this machine, to which the modes of folders apply.
type daemon struct {
	port   int
	folder string // holds its keys and settings, and those of who logs in
	www    string // where the site goes
}

// programOf returns the path of a program, or skips the test; with COPYDESK_SSH=required it fails instead.
func programOf(t *testing.T, name string) string {
	t.Helper()
	for _, try := range []string{name, "/usr/sbin/" + name} {
		if path, err := exec.LookPath(try); err == nil {
			return path
		}
	}
	if os.Getenv("COPYDESK_SSH") == "required" {
		t.Fatalf("no %s in PATH", name)
	}
	t.Skipf("no %s in PATH", name)
	return ""
}

// serverSettings and clientSettings are the files that sshd and ssh read.
const (
	serverSettings = `Port %[2]d
ListenAddress 127.0.0.1
HostKey %[1]s/host
AuthorizedKeysFile %[1]s/key.pub
PidFile none
UsePAM no
StrictModes no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin yes
MaxStartups 100
`
	clientSettings = `Host *
HostKeyAlias server
IdentityFile %[1]s/key
IdentitiesOnly yes
UserKnownHostsFile %[1]s/known
GlobalKnownHostsFile /dev/null
StrictHostKeyChecking yes
`
)

// serveSSH starts an ssh server, and has the program ssh know its key and have one of its own.
func serveSSH(t *testing.T) daemon {
	t.Helper()
	sshd, ssh, keygen := programOf(t, "sshd"), programOf(t, "ssh"), programOf(t, "ssh-keygen")
	programOf(t, "rsync")
	d := daemon{port: freePort(t), folder: t.TempDir(), www: filepath.Join(t.TempDir(), "www")}
	if err := os.MkdirAll(d.www, 0o755); err != nil {
		t.Fatal(err)
	}
	if os.Geteuid() == 0 { // root's sshd wants this folder, which the system's service makes
		if err := os.MkdirAll("/run/sshd", 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, key := range []string{"host", "key", "other"} {
		if out, err := exec.Command(keygen, "-q", "-t", "ed25519", "-N", "", "-f", filepath.Join(d.folder, key)).CombinedOutput(); err != nil {
			t.Fatalf("ssh-keygen: %v: %s", err, out)
		}
	}
	public, err := os.ReadFile(filepath.Join(d.folder, "host.pub"))
	if err != nil {
		t.Fatal(err)
	}
	d.write(t, "known", "server "+string(public))
	d.write(t, "server", fmt.Sprintf(serverSettings, d.folder, d.port))
	d.write(t, "client", fmt.Sprintf(clientSettings, d.folder))
	d.write(t, "bin/ssh", fmt.Sprintf("#!/bin/sh\nexec %s -F %s/client \"$@\"\n", ssh, d.folder))
	if err := os.Chmod(filepath.Join(d.folder, "bin", "ssh"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", filepath.Join(d.folder, "bin")+string(os.PathListSeparator)+os.Getenv("PATH"))
	d.start(t, sshd)
	return d
}

// write writes a file of the server's folder.
func (d daemon) write(t *testing.T, name, text string) {
	t.Helper()
	golden.Put(t, filepath.Join(d.folder, filepath.FromSlash(name)), text)
}

// start starts the server and waits until it answers.
func (d daemon) start(t *testing.T, sshd string) {
	t.Helper()
	var said bytes.Buffer
	c := exec.Command(sshd, "-D", "-e", "-f", filepath.Join(d.folder, "server"))
	c.Stderr = &said
	if err := fault.Start(c); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		c.Process.Kill()
		c.Wait()
	})
	for range 100 {
		if conn, err := net.Dial("tcp", d.address()); err == nil {
			conn.Close()
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("sshd does not answer: %s", said.String())
}

func (d daemon) address() string { return net.JoinHostPort("127.0.0.1", strconv.Itoa(d.port)) }

// config is the server's folder as a target.
func (d daemon) config() Config {
	return Config{Name: "live", SSH: "127.0.0.1:" + d.www, Port: d.port, Keep: 3}
}

func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

func sshPlace(t *testing.T) place {
	d := serveSSH(t)
	return place{d.config(), func(t *testing.T) map[string]string { return current(t, d.www) }, true}
}

// line is a connection to a server that breaks once so many bytes have gone there, and takes no new one then.
type line struct {
	net.Listener
	to    string
	pause time.Duration // after each piece that passes

	mu   sync.Mutex
	sent int64
	left int64 // bytes that still pass; below 0 it holds
}

// through starts a line to an address.
func through(t *testing.T, to string) *line {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	w := &line{Listener: l, to: to, left: -1}
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go w.carry(conn)
		}
	}()
	return w
}

// carry carries one connection.
func (w *line) carry(in net.Conn) {
	defer in.Close()
	out, err := net.Dial("tcp", w.to)
	if err != nil {
		return
	}
	defer out.Close()
	go func() {
		io.Copy(in, out)
		in.Close()
	}()
	io.Copy(w.counted(out), in)
}

// counted counts what is written, and fails where nothing may pass any more.
func (w *line) counted(out io.Writer) io.Writer {
	return writer(func(b []byte) (int, error) {
		w.mu.Lock()
		w.sent += int64(len(b))
		broken, pause := w.left >= 0 && w.sent > w.left, w.pause
		w.mu.Unlock()
		if broken {
			return 0, io.ErrClosedPipe
		}
		time.Sleep(pause)
		return out.Write(b)
	})
}

type writer func([]byte) (int, error)

func (w writer) Write(b []byte) (int, error) { return w(b) }

// wait sets the pause after each piece.
func (w *line) wait(pause time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.pause = pause
}

// reset forgets what was sent and lets so many bytes pass.
func (w *line) reset(left int64) (sent int64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	sent, w.sent, w.left = w.sent, 0, left
	return sent
}

// heavy is a site of n pages of 20 kB that do not get smaller.
func heavy(n int) map[string]string {
	r := rand.New(rand.NewPCG(7, 18))
	site := map[string]string{"index.html": "home"}
	for i := range n {
		b := make([]byte, 20_000)
		for j := range b {
			b[j] = byte(r.Uint32())
		}
		site[fmt.Sprintf("2017/07/18/page-%02d/index.html", i)] = string(b)
	}
	return site
}

// TestSSHGoesOn cuts the connection in the middle of an upload and publishes again: readers see the old site until the new one is whole, and
// what had arrived is not sent twice.
func TestSSHGoesOn(t *testing.T) {
	d := serveSSH(t)
	w := through(t, d.address())
	c := d.config()
	c.Port = w.Addr().(*net.TCPAddr).Port
	target := open(t, c)
	put(t, target, edition(), 1)
	site := heavy(40)
	j := job(t, target, site, 2)
	w.wait(20 * time.Millisecond) // so that what has left has also arrived
	w.reset(500_000)
	says(t, target.Put(t.Context(), j), "127.0.0.1", "tried 6 times; run it again, and it goes on from here")
	if got := current(t, d.www); !maps.Equal(got, edition()) {
		t.Errorf("after the cut the target shows %d files", len(got))
	}
	w.reset(-1)
	w.wait(0)
	put(t, target, site, 3)
	if got := current(t, d.www); !maps.Equal(got, site) {
		t.Errorf("in the end the target shows %d files", len(got))
	}
	if sent := w.reset(-1); sent > 700_000 {
		t.Errorf("%d bytes were sent after the cut, of 800 kB", sent)
	}
}

// TestSSHRefuses publishes where ssh or the machine says no: each time the message says what to do, and nothing is left behind.
func TestSSHRefuses(t *testing.T) {
	d := serveSSH(t)
	key := filepath.Join(d.folder, "client")
	settings, err := os.ReadFile(key)
	if err != nil {
		t.Fatal(err)
	}
	tries := []struct {
		name  string
		spoil func(c *Config)
		want  []string
	}{
		{"a wrong key", func(*Config) { d.write(t, "client", strings.Replace(string(settings), "/key\n", "/other\n", 1)) },
			[]string{"127.0.0.1 refused the login; see that your ssh key is known there and loaded (ssh-add)"}},
		{"an unknown machine", func(*Config) {
			d.write(t, "client", strings.Replace(string(settings), "HostKeyAlias server", "HostKeyAlias other", 1))
		},
			[]string{"127.0.0.1 is not a known machine; connect once with ssh by hand and look at its key"}},
		{"a machine that is not there", func(c *Config) { c.SSH = "nowhere.invalid:/srv" }, []string{"there is no machine nowhere.invalid; mend ssh in hugo.toml"}},
		{"a machine that does not answer", func(c *Config) { c.Port = freePort(t) }, []string{"127.0.0.1 does not answer", "port in hugo.toml"}},
		{"a folder that is not there", func(c *Config) { c.SSH += "/none" }, []string{"the folder is not there at 127.0.0.1", "make it, or mend hugo.toml"}},
		{"a folder that may not be written", func(*Config) { chmod(t, d.www, 0o555) }, []string{"the folder at 127.0.0.1 cannot be written; have its owner give you the right"}},
	}
	for _, try := range tries {
		t.Run(try.name, func(t *testing.T) {
			c := d.config()
			target := open(t, c)
			j := job(t, target, edition(), 1)
			try.spoil(&c)
			err := open(t, c).Put(t.Context(), j)
			d.write(t, "client", string(settings))
			chmod(t, d.www, 0o755)
			says(t, err, try.want...)
			if entries, err := os.ReadDir(d.www); err != nil || len(entries) > 0 {
				t.Errorf("left behind: %v, %v", entries, err)
			}
		})
	}
}

func chmod(t *testing.T, path string, mode os.FileMode) {
	t.Helper()
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
}
