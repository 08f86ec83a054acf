package cli

import (
	"os"
	"strings"

	"golang.org/x/term"
)

// plainWidth is how wide lines are where they go to no terminal, in columns.
const plainWidth = 120

// width returns how wide lines of the output may be, in columns.
func (a *app) width() int {
	if f, ok := a.out.(*os.File); ok {
		if columns, _, err := term.GetSize(int(f.Fd())); err == nil && columns > 40 {
			return columns
		}
	}
	return plainWidth
}

// cut returns a text on one line of so many letters.
func cut(s string, letters int) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > letters {
		return string(r[:letters-1]) + "…"
	}
	return string(r)
}

// wrapped returns a list, set in lines of so many letters, with a comma after each item but the last.
func wrapped(items []string, letters int) []string {
	var lines []string
	line := ""
	for i, item := range items {
		if i < len(items)-1 {
			item += ","
		}
		if line != "" && len([]rune(line))+1+len([]rune(item)) > letters {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimPrefix(line+" "+item, " ")
	}
	return append(lines, line)
}
