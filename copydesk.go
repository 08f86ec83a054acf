// Package copydesk carries the look of a site inside the program, so that the program can make a site anywhere.
package copydesk

import "embed"

// Look holds layouts/, static/ and hugo.toml.
//
//go:embed all:layouts all:static hugo.toml
var Look embed.FS
