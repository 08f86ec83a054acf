package cli

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress shows stages on a terminal and nothing in a pipe. It may be told from several goroutines.
type progress struct {
	mu   sync.Mutex
	w    io.Writer // nil where it is not a terminal
	bar  *progressbar.ProgressBar
	name string
}

func newProgress(w io.Writer) *progress {
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		return &progress{w: w}
	}
	return &progress{}
}

// clearLine takes what stands on the terminal's line away.
const clearLine = "\r\x1b[K"

// stage tells that done of total pieces of a stage are ready; total 0 is a stage whose length is not known, shown by its name alone.
func (p *progress) stage(name string, done, total int) {
	if p.w == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if name != p.name {
		p.name, p.bar = name, nil
		fmt.Fprint(p.w, clearLine)
		if total == 0 {
			fmt.Fprintf(p.w, "%s…", name)
			return
		}
		p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(p.w), progressbar.OptionSetDescription(name),
			progressbar.OptionSetWidth(30), progressbar.OptionClearOnFinish(), progressbar.OptionShowCount(),
			progressbar.OptionThrottle(65*time.Millisecond))
	}
	if p.bar != nil && done > 0 {
		// The bar writes to the terminal alone; a build does not fail because that is gone.
		_ = p.bar.Set(done)
	}
}

// done takes the progress off the screen.
func (p *progress) done() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.name != "" {
		fmt.Fprint(p.w, clearLine)
		p.bar, p.name = nil, ""
	}
}
