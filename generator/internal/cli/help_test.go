package cli

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spf13/cobra"
)

// TestHelpFitsATerminal reads the help of every command: no line is too wide, and each has an example.
func TestHelpFitsATerminal(t *testing.T) {
	var read func(c *cobra.Command)
	read = func(c *cobra.Command) {
		for _, sub := range c.Commands() {
			read(sub)
		}
		name := c.CommandPath()
		if strings.HasPrefix(name, "copydesk completion") || strings.HasPrefix(name, "copydesk help") {
			return // cobra's own
		}
		args := append(strings.Fields(name)[1:], "--help")
		var out bytes.Buffer
		if code := Run(t.Context(), args, strings.NewReader(""), &out, &out); code != 0 {
			t.Errorf("%s --help ended with %d", name, code)
		}
		if !strings.Contains(out.String(), "Examples:") {
			t.Errorf("%s --help has no example", name)
		}
		for line := range strings.Lines(out.String()) {
			if n := utf8.RuneCountInString(strings.TrimRight(line, "\n")); n > helpWidth {
				t.Errorf("%s --help has a line of %d columns: %s", name, n, line)
			}
		}
	}
	read((&app{}).root())
}
