package bench

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFillMakesOrCopies(t *testing.T) {
	made := filepath.Join(t.TempDir(), "made")
	size, err := Fill(made, 5, "")
	if err != nil || size < 5*1500 {
		t.Fatalf("%d bytes, %v", size, err)
	}
	for _, n := range []int{3, 5, 12} {
		to := filepath.Join(t.TempDir(), "copied")
		if _, err := Fill(to, n, made); err != nil {
			t.Fatal(err)
		}
		entries, err := os.ReadDir(to)
		if err != nil || len(entries) != n {
			t.Errorf("%d texts, want %d; %v", len(entries), n, err)
		}
	}
	if _, err := Fill(t.TempDir(), 1, t.TempDir()); err == nil {
		t.Error("a corpus from nothing")
	}
}

func TestArticleIsTheSameEachTime(t *testing.T) {
	if a := Article(7); a != Article(7) || a == Article(8) || strings.Contains(a, "%!") {
		t.Errorf("%s", a)
	}
}

func TestClockHasARowAStage(t *testing.T) {
	var c Clock
	for _, s := range []string{"reading", "reading", "writing", ""} {
		c.Stage(s)
	}
	rows := c.Rows()
	if len(rows) != 2 || rows[0].Stage != "reading" || rows[1].Stage != "writing" || rows[0].Wall <= 0 {
		t.Errorf("%+v", rows)
	}
}
