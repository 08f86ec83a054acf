// Package fault helps tests to make faults: it runs commands without root's right to read and write everywhere, so that the modes of files and
// folders apply to them, and says how often a fault is made. It knows nothing of what is tested.
package fault

import (
	"bytes"
	"os"
	"os/exec"
)

// Rounds returns how often a fault is made: a few times, or as often as a night allows where COPYDESK_FAULTS is "long".
func Rounds(few, long int) int {
	if os.Getenv("COPYDESK_FAULTS") == "long" {
		return long
	}
	return few
}

// Output runs a command as Start does and returns what it writes.
func Output(c *exec.Cmd) ([]byte, error) {
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	if err := Start(c); err != nil {
		return nil, err
	}
	err := c.Wait()
	return out.Bytes(), err
}
