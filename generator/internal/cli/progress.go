package cli

import (
	"io"
	"os"
	"sync"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress shows stages on a terminal and nothing in a pipe. It may be told from several goroutines.
type progress struct {
	mu   sync.Mutex
	w    io.Writer // nil where w is not a terminal
	bar  *progressbar.ProgressBar
	name string
}

func newProgress(w io.Writer) *progress {
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		return &progress{w: w}
	}
	return &progress{}
}

// stage tells that done of total pieces of a stage are ready; total 0 is a stage whose length is not known.
func (p *progress) stage(name string, done, total int) {
	if p.w == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if name != p.name {
		if p.bar != nil {
			p.bar.Clear()
		}
		limit := total
		if total == 0 {
			limit = -1
		}
		p.name = name
		p.bar = progressbar.NewOptions(limit, progressbar.OptionSetWriter(p.w), progressbar.OptionSetDescription(name),
			progressbar.OptionSetWidth(30), progressbar.OptionClearOnFinish(), progressbar.OptionShowCount(),
			progressbar.OptionThrottle(65_000_000))
	}
	if total > 0 && done > 0 {
		p.bar.Set(done)
	} else {
		p.bar.Add(0)
	}
}

// done takes the bar off the screen.
func (p *progress) done() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bar != nil {
		p.bar.Clear()
		p.bar, p.name = nil, ""
	}
}
