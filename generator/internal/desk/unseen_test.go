package desk

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestUnseenTextLeavesNoNote drops a text in and takes it away again before the site is built, as under the preview, and then once more with a
// build in between: only what was built leaves a note at its address.
func TestUnseenTextLeavesNoNote(t *testing.T) {
	d := small(t)
	const note = "2023-05-02-rain-stops-the-fair.md"
	raw := filepath.Join(d.Root, "content", "raw", "fair.txt")
	drop := func() {
		t.Helper()
		text := "Rain Stops the Fair\n\n2 May 2023\n\nRain stopped the fair in Riverton on Tuesday, Mayor Tom Bell said.\n"
		if err := os.WriteFile(raw, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		if _, err := d.Content(t.Context()); err != nil {
			t.Fatal(err)
		}
		if !exists(filepath.Join(d.Root, "content", "briefings", note)) {
			t.Fatal("the text has no page")
		}
	}
	takeAway := func() bool {
		t.Helper()
		_, err := d.Content(t.Context())
		if err := errors.Join(err, os.Remove(raw)); err != nil {
			t.Fatal(err)
		}
		if _, err := d.Content(t.Context()); err != nil {
			t.Fatal(err)
		}
		return exists(filepath.Join(d.Root, "content", "gone", note))
	}
	drop()
	if takeAway() {
		t.Error("a page that nobody has seen leaves a note")
	}
	drop()
	if _, err := d.Build(t.Context(), Options{}); err != nil {
		t.Fatal(err)
	}
	if !takeAway() {
		t.Error("a page that was built leaves no note")
	}
}
