// Package diag holds what the desk has to say about a text: where, what, and one fix.
//
// A diagnostic is about the copy, never about the machine; a failing disk is an error. Every stage returns its diagnostics beside its value.
package diag

import (
	"cmp"
	"fmt"
	"slices"
)

// Severity tells how much a diagnostic matters.
type Severity string

// The severities, least first. An Error sets its file aside; the others do not.
const (
	Note    Severity = "note"
	Warning Severity = "warning"
	Error   Severity = "error"
)

// Diagnostic is one remark about one place of one file.
type Diagnostic struct {
	Path      string // slash-separated, as the file was given
	Line, Col int    // counted from 1; 0 where the remark is about the whole file. Col counts bytes
	Code      string // stable, for scripts: "dateline-no-city"
	Severity  Severity
	Text      string // lower case, no full stop
	Fix       string // one thing to do
}

// String formats d as "path:line:col: severity: text [code]; fix".
func (d Diagnostic) String() string {
	place := d.Path
	if d.Line > 0 {
		place += fmt.Sprintf(":%d", d.Line)
		if d.Col > 0 {
			place += fmt.Sprintf(":%d", d.Col)
		}
	}
	s := fmt.Sprintf("%s: %s: %s [%s]", place, d.Severity, d.Text, d.Code)
	if d.Fix != "" {
		s += "; " + d.Fix
	}
	return s
}

// Sort orders ds by path, place and code.
func Sort(ds []Diagnostic) {
	slices.SortStableFunc(ds, func(a, b Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Text, b.Text))
	})
}

// Count returns how many of ds have the severity.
func Count(ds []Diagnostic, s Severity) int {
	n := 0
	for _, d := range ds {
		if d.Severity == s {
			n++
		}
	}
	return n
}
