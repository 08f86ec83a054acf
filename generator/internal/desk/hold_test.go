package desk

import (
	"context"
	"testing"
	"time"
)

func TestHoldKeepsOthersOut(t *testing.T) {
	d := folder(t, "hugo.toml")
	other := &Desk{Root: d.Root}
	outer, err := d.Hold(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	inner, err := d.Hold(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	refused := func() bool {
		ctx, cancel := context.WithTimeout(t.Context(), 150*time.Millisecond)
		defer cancel()
		done, err := other.Hold(ctx)
		if err == nil {
			done()
		}
		return err != nil
	}
	inner()
	inner() // a second call is none
	if !refused() {
		t.Error("the folder is free while its desk holds it")
	}
	outer()
	if refused() {
		t.Error("the folder is not free after its desk let go")
	}
}
