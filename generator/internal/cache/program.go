package cache

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
)

// Program returns the hash of the running program's file, in lower-case hex. As a part of every key it makes a version of each stage
// that nobody can forget to raise: another build of the program finds nothing that an earlier one has left.
func Program() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("find the program: %w", err)
	}
	f, err := os.Open(path)
	if err != nil {
		return "", fmt.Errorf("read the program: %w", err)
	}
	h := sha256.New()
	if _, err = io.Copy(h, f); err != nil {
		_ = f.Close() // nothing was written
		return "", fmt.Errorf("read the program: %w", err)
	}
	if err := f.Close(); err != nil {
		return "", fmt.Errorf("read the program: %w", err)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
