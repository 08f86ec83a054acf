// Package clean takes what is not the article out of a raw text and mends what broke in copying, and keeps account of both.
package clean

import (
	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/source"
)

// Copy is a raw text with its junk set aside.
type Copy struct {
	File    source.File
	Text    string
	Removed []news.Removal
	Repairs []news.Repair
}

// Clean reads f.
func Clean(f source.File) (Copy, []diag.Diagnostic) { return Copy{File: f, Text: f.Text}, nil }
