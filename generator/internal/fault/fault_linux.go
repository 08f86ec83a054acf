package fault

import (
	"os"
	"os/exec"
	"runtime"

	"golang.org/x/sys/unix"
)

// Start starts a command to which, and to whose children, the modes of files and folders apply.
func Start(c *exec.Cmd) (err error) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		// Never unlocked: the thread ends with the goroutine, and with it what it has given up.
		runtime.LockOSThread()
		for _, right := range []uintptr{unix.CAP_DAC_OVERRIDE, unix.CAP_DAC_READ_SEARCH, unix.CAP_FOWNER} {
			if err = unix.Prctl(unix.PR_CAPBSET_DROP, right, 0, 0, 0); err != nil && os.Geteuid() == 0 {
				return
			}
		}
		err = c.Start()
	}()
	<-done
	return err
}
