package cli

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
)

// bytesOf makes the bytes that a script asks for: one word of hexadecimal, or a text and how often it is repeated.
func bytesOf(args []string) ([]byte, error) {
	switch len(args) {
	case 1:
		return hex.DecodeString(args[0])
	case 2:
		n, err := strconv.Atoi(args[1])
		if err != nil {
			return nil, err
		}
		return bytes.Repeat([]byte(strings.ReplaceAll(args[0], `\n`, "\n")), n), nil
	}
	return nil, fmt.Errorf("usage: bytes FILE HEX | bytes FILE TEXT N")
}
