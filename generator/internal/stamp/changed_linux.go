package stamp

import (
	"io/fs"
	"syscall"
)

// changed returns when a file's entry last changed.
func changed(info fs.FileInfo) int64 {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return s.Ctim.Nano()
	}
	return 0
}
