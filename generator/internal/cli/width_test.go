package cli

import (
	"fmt"
	"testing"
)

func TestCut(t *testing.T) {
	for _, try := range []struct {
		text    string
		letters int
		want    string
	}{{"rain\n  and wind", 20, "rain and wind"}, {"rain and wind", 13, "rain and wind"}, {"rain and wind", 8, "rain an…"}, {"åäö", 2, "å…"}} {
		if got := cut(try.text, try.letters); got != try.want {
			t.Errorf("%q in %d letters is %q, want %q", try.text, try.letters, got, try.want)
		}
	}
}

func TestWrapped(t *testing.T) {
	if got := fmt.Sprintf("%q", wrapped([]string{"Ann Howe", "Riverton", "the fair"}, 18)); got != `["Ann Howe," "Riverton, the fair"]` {
		t.Error(got)
	}
	if got := fmt.Sprintf("%q", wrapped(nil, 18)); got != `[""]` {
		t.Error(got)
	}
}
