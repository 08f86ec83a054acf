//go:build !linux

package bench

import "time"

// cpuTime and peak would tell of the process what only Linux is asked for.
func cpuTime() time.Duration { return 0 }
func peak() int64            { return 0 }
