package bench

import (
	"syscall"
	"time"
)

// cpuTime returns the time all cores have spent on the process.
func cpuTime() time.Duration {
	u := usage()
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// peak returns the most memory the process has held, in bytes.
func peak() int64 {
	u := usage()
	return u.Maxrss << 10
}

func usage() syscall.Rusage {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return syscall.Rusage{}
	}
	return u
}
