// Package source finds raw texts and decodes their bytes.
package source

import (
	"crypto/sha256"
	"encoding/hex"

	"copydesk/generator/internal/diag"
)

// File is one raw text, decoded to UTF-8.
type File struct {
	Path   string // slash-separated, as it was given
	Text   string // decoded, valid UTF-8, line ends as \n
	SHA256 string // of the raw bytes, lower-case hex
}

// Decode makes a File of the raw bytes b.
func Decode(path string, b []byte) (File, []diag.Diagnostic) {
	sum := sha256.Sum256(b)
	return File{Path: path, Text: string(b), SHA256: hex.EncodeToString(sum[:])}, nil
}
