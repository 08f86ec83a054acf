package search

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// FuzzPostings states that what is added is what is read.
func FuzzPostings(f *testing.F) {
	f.Add([]byte{0, 1, 2, 200, 31}, 1)
	f.Add([]byte{255, 255, 7}, 1000)
	f.Fuzz(func(t *testing.T, steps []byte, scale int) {
		var p postings
		var ids, weights []int
		id := 0
		for i, step := range steps {
			id += int(step) * (scale & 0xffff)
			if i > 0 {
				id++
			}
			ids, weights = append(ids, id), append(weights, int(step)%32)
			p.add(id, int(step)%32)
		}
		gotIDs, gotWeights := readPostings(string(p.code))
		if !slices.Equal(gotIDs, ids) || !slices.Equal(gotWeights, weights) || p.count != len(ids) {
			t.Errorf("%v %v came back as %v %v from %q", ids, weights, gotIDs, gotWeights, p.code)
		}
		if strings.Trim(string(p.code), digits) != "" {
			t.Errorf("%q has characters that separate", p.code)
		}
	})
}

// FuzzCompareUTF16 states that strings are ordered by their 16-bit units, and that a separator lies where it says.
func FuzzCompareUTF16(f *testing.F) {
	f.Add("korea", "kore")
	f.Add("\U0001D400", "\uFB01")
	f.Add("é", "è")
	f.Add("", "a")
	f.Fuzz(func(t *testing.T, a, b string) {
		a, b = strings.ToValidUTF8(a, ""), strings.ToValidUTF8(b, "")
		want := slices.Compare(utf16.Encode([]rune(a)), utf16.Encode([]rune(b)))
		if got := compareUTF16(a, b); got < 0 != (want < 0) || got > 0 != (want > 0) {
			t.Errorf("%q and %q: %d, want the sign of %d", a, b, got, want)
		}
		if want < 0 {
			if s := separator(a, b); !strings.HasPrefix(b, s) || compareUTF16(a, s) >= 0 || compareUTF16(s, b) > 0 {
				t.Errorf("%q does not separate %q from %q", s, a, b)
			}
		}
	})
}
