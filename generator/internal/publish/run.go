package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

// program is a command line to run.
type program struct {
	name  string
	args  []string
	env   []string // beside the process's own
	dir   string
	stdin io.Reader
}

// failed is a program that ended badly.
type failed struct {
	program string
	code    int
	said    string // the last lines on its standard error, on one line
}

func (e failed) Error() string {
	return fmt.Sprintf("%s ended with code %d: %s", e.program, e.code, e.said)
}

// remedy is what programs say of a trouble that no new try mends, and what to do about it, with %s for the place.
type remedy struct{ says, fix string }

// explain says what to do about e at a place, by the first of the remedies that fits.
func (e failed) explain(known []remedy, place string) error {
	for _, r := range known {
		if strings.Contains(e.said, r.says) {
			return final{fmt.Errorf(r.fix+" (%s)", place, e.said)}
		}
	}
	return fmt.Errorf("%s: %w", place, e)
}

// said is how much of a program's complaint an error repeats, in bytes.
const said = 400

// run runs the program and returns what it writes.
func (p program) run(ctx context.Context) (string, error) {
	path, err := exec.LookPath(p.name)
	if err != nil {
		return "", final{fmt.Errorf("%s is not installed; this target needs it", p.name)}
	}
	c := exec.CommandContext(ctx, path, p.args...)
	c.Env = append(os.Environ(), p.env...)
	c.Dir, c.Stdin = p.dir, p.stdin
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	err = c.Run()
	var exit *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return "", context.Cause(ctx)
	case errors.As(err, &exit):
		text := strings.Join(strings.Fields(errs.String()), " ")
		if len(text) > said {
			text = "…" + strings.ToValidUTF8(text[len(text)-said:], "")
		}
		return out.String(), failed{p.name, exit.ExitCode(), scrub(text)}
	case err != nil:
		return "", fmt.Errorf("run %s: %w", p.name, err)
	}
	return out.String(), nil
}
