package cli

import (
	"fmt"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
)

// memoryUnits are the units of --memory in bytes.
var memoryUnits = [...]struct {
	name  string
	bytes float64
}{{"GB", 1e9}, {"MB", 1e6}, {"G", 1e9}, {"M", 1e6}}

// parseMemory returns the bytes of "600MB" or "1.5GB".
func parseMemory(text string) (int64, error) {
	for _, u := range memoryUnits {
		number, ok := strings.CutSuffix(strings.ToUpper(strings.TrimSpace(text)), u.name)
		if !ok {
			continue
		}
		n, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
		if err == nil && n*u.bytes >= 100e6 && n*u.bytes < 1e15 {
			return int64(n * u.bytes), nil
		}
	}
	return 0, fmt.Errorf("%q is no amount of memory; give 100MB or more, as in 600MB or 1.5GB", text)
}

// hugoShare is the part of the memory that Hugo may fill with what it could make again.
const hugoShare = 0.3

// limitMemory makes the process collect garbage harder as it nears the limit, and Hugo keep less, and returns the limit in bytes, or 0 where there
// is none. A limit that is too low for the site makes the build slow, not wrong.
func limitMemory(text string) (int64, error) {
	if text == "" {
		return 0, nil
	}
	limit, err := parseMemory(text)
	if err != nil {
		return 0, usageError{err}
	}
	debug.SetMemoryLimit(limit)
	return limit, os.Setenv("HUGO_MEMORYLIMIT", strconv.FormatFloat(float64(limit)/1e9*hugoShare, 'f', 3, 64))
}

// What a run of Hugo takes, as measured on sites of 1,000 to 10,000 articles.
const (
	runBase    = 250e6   // bytes of memory, whatever it renders
	runPerByte = 30      // bytes of memory for each byte of the pages it renders
	leastBatch = 2 << 20 // bytes; smaller runs cost more than they spare
)

// batch returns how many bytes of pages Hugo may see at a time where it is to do with limit bytes of memory; 0 is the usual for both.
func batch(limit int64) int64 {
	if limit == 0 {
		return 0
	}
	return max(leastBatch, (limit-runBase)/runPerByte)
}
