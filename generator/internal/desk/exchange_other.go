//go:build !linux

package desk

import "errors"

// exchange would swap two folders in one step, which only Linux offers.
func exchange(a, b string) error { return errors.ErrUnsupported }
