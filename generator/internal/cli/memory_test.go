package cli

import "testing"

func TestParseMemory(t *testing.T) {
	for text, want := range map[string]int64{"600MB": 600e6, "1.5gb": 1.5e9, " 2 G ": 2e9, "500M": 500e6, "": 0, "600": 0, "5MB": 0, "-1GB": 0, "NaNGB": 0, "GB": 0} {
		got, err := parseMemory(text)
		if got != want || (err == nil) != (want > 0) {
			t.Errorf("%q: %d, %v", text, got, err)
		}
	}
}
