// Package bench makes a corpus of any size and measures the stages of a build of it.
//
// In goes a folder of texts, or none; out come copies of them, or made-up articles, and a table row a stage. The package judges nothing: how
// fast is fast enough is said elsewhere.
package bench

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"
)

// Row is what one stage cost.
type Row struct {
	Stage     string
	Wall      time.Duration
	CPU       time.Duration // of all cores, the system's share included; 0 where the system does not tell
	Allocated uint64        // bytes
	Peak      int64         // bytes of memory the process has held at most until the stage ended; 0 where the system does not tell
}

// Clock measures stages one after the other. It may be told of them from many goroutines. The zero value is ready.
type Clock struct {
	mu    sync.Mutex
	rows  []Row
	at    time.Time
	cpu   time.Duration
	bytes uint64
}

// Stage tells that the stage of that name is at work; "" that all is done.
func (c *Clock) Stage(name string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if n := len(c.rows); n > 0 && c.rows[n-1].Stage == name {
		return
	}
	var mem runtime.MemStats
	runtime.ReadMemStats(&mem)
	now, cpu := time.Now(), cpuTime()
	if n := len(c.rows); n > 0 {
		r := &c.rows[n-1]
		r.Wall, r.CPU, r.Allocated, r.Peak = now.Sub(c.at), cpu-c.cpu, mem.TotalAlloc-c.bytes, peak()
	}
	c.rows = append(c.rows, Row{Stage: name})
	c.at, c.cpu, c.bytes = now, cpu, mem.TotalAlloc
}

// Rows returns what was measured, after Stage("").
func (c *Clock) Rows() []Row {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(c.rows), func(r Row) bool { return r.Stage == "" })
}

// Fill puts n texts into the folder to and returns how many bytes they come to: of those in the folder from, spread evenly over their names, and
// again under other names where there are fewer than n; or made-up ones where from is "".
func Fill(to string, n int, from string) (int64, error) {
	text := func(i int) (string, []byte, error) { return fmt.Sprintf("%06d.txt", i), []byte(Article(i)), nil }
	if from != "" {
		names, err := filepath.Glob(filepath.Join(from, "*.txt"))
		if err != nil {
			return 0, err
		}
		if len(names) == 0 {
			return 0, fmt.Errorf("no text (*.txt) in %s", from)
		}
		text = func(i int) (string, []byte, error) {
			at, name := i%len(names), ""
			if n < len(names) {
				at = i * len(names) / n
			}
			if i >= len(names) {
				name = fmt.Sprintf("-%d", i/len(names))
			}
			data, err := os.ReadFile(names[at])
			return strings.TrimSuffix(filepath.Base(names[at]), ".txt") + name + ".txt", data, err
		}
	}
	if err := os.MkdirAll(to, 0o777); err != nil {
		return 0, err
	}
	var total int64
	for i := range n {
		name, data, err := text(i)
		if err == nil {
			err = os.WriteFile(filepath.Join(to, name), data, 0o666)
		}
		if err != nil {
			return 0, fmt.Errorf("fill the corpus: %w", err)
		}
		total += int64(len(data))
	}
	return total, nil
}
