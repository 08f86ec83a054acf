package cli

import (
	"bufio"
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"copydesk/generator/internal/golden"
)

// TestCtrlCEndsAPublication interrupts a publication to a service that has stopped to answer: the message says what became of it, and the
// process ends though nothing can be given back there.
func TestCtrlCEndsAPublication(t *testing.T) {
	stuck, end := make(chan struct{}), make(chan struct{})
	var once atomic.Bool
	service := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case strings.HasSuffix(r.URL.Path, ".html"):
			if once.CompareAndSwap(false, true) {
				close(stuck)
			}
			<-end
		case r.Method == http.MethodPut:
			w.WriteHeader(http.StatusOK)
		case strings.Contains(r.URL.RawQuery, "list-type"):
			io.WriteString(w, `<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>`)
		default:
			w.WriteHeader(http.StatusNotFound)
			io.WriteString(w, `<Error><Code>NoSuchKey</Code></Error>`)
		}
	}))
	t.Cleanup(func() {
		close(end)
		service.Close()
	})
	root := layOut(t, 1)
	config, err := os.ReadFile(filepath.Join(root, "hugo.toml"))
	if err != nil {
		t.Fatal(err)
	}
	golden.Put(t, filepath.Join(root, "hugo.toml"), string(config)+"\n[params.copydesk.targets.live]\ns3 = \"news\"\nendpoint = \""+service.URL+"\"\n")
	run(t, "build", "-C", root)
	c := command(t, "publish", "live", "-C", root)
	c.Env = append(os.Environ(), "AWS_ACCESS_KEY_ID=editor", "AWS_SECRET_ACCESS_KEY=a-word-nobody-knows")
	var said bytes.Buffer
	c.Stdout, c.Stderr = &said, &said
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	select {
	case <-stuck:
	case <-time.After(time.Minute):
		t.Error("nothing was sent")
	}
	if err := c.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	err = c.Wait()
	if code := c.ProcessState.ExitCode(); code != 1 || !strings.Contains(said.String(), "copydesk: stopped; what was sent so far stays sent") ||
		!strings.Contains(said.String(), "publish again, and it goes on from there") || strings.Contains(said.String(), "untouched") {
		t.Errorf("it ended with %v and said:\n%s", err, said.String())
	}
}

// TestServeShowsDraftsAndTheFuture asks the preview for a draft and for an article that is dated in the future, with the flags and without.
func TestServeShowsDraftsAndTheFuture(t *testing.T) {
	root := layOut(t, 1)
	golden.Put(t, filepath.Join(root, "content", "raw", "draft.txt"), "---\ndraft: true\n---\nA Draft\n\n3 May 2023\n\nThe council of Riverton has more to say on Wednesday.\n")
	golden.Put(t, filepath.Join(root, "content", "raw", "far.txt"), "A Far Day\n\n3 May 2093\n\nThe council of Riverton meets again on Sunday.\n")
	for _, try := range []struct {
		flags []string
		want  int
	}{{nil, http.StatusNotFound}, {[]string{"--drafts", "--future"}, http.StatusOK}} {
		c := command(t, append([]string{"serve", "-C", root, "--addr", "127.0.0.1:0"}, try.flags...)...)
		url := serving(t, c)
		for path, want := range map[string]int{"2023/05/riverton-opens-school-number-1/": http.StatusOK, "2023/05/a-draft/": try.want, "2093/05/a-far-day/": try.want} {
			r, err := http.Get(url + path)
			if err != nil {
				t.Fatal(err)
			}
			r.Body.Close()
			if r.StatusCode != want {
				t.Errorf("with %q, %s is answered with %d, want %d", try.flags, path, r.StatusCode, want)
			}
		}
		if err := c.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
		if err := c.Wait(); err != nil {
			t.Errorf("ctrl-c ended the preview with %v", err)
		}
	}
}

// serving starts the preview and returns its address.
func serving(t *testing.T, c *exec.Cmd) string {
	t.Helper()
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Process.Kill() })
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if url, ok := strings.CutPrefix(lines.Text(), "serving "); ok {
			url, _, _ = strings.Cut(url, ";")
			return url
		}
	}
	t.Fatal("the preview does not say where it is")
	return ""
}
