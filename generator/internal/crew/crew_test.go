package crew

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
)

func TestEachCallsAllOnce(t *testing.T) {
	const n = 1000
	var calls [n]atomic.Int32
	if err := Each(context.Background(), n, func(i int) error { calls[i].Add(1); return nil }); err != nil {
		t.Fatal(err)
	}
	for i := range calls {
		if got := calls[i].Load(); got != 1 {
			t.Fatalf("f(%d) was called %d times", i, got)
		}
	}
}

func TestEachStopsAtAnError(t *testing.T) {
	broken := errors.New("broken")
	var calls atomic.Int32
	err := Each(context.Background(), 1_000_000, func(i int) error {
		calls.Add(1)
		if i == 3 {
			return broken
		}
		return nil
	})
	if !errors.Is(err, broken) || calls.Load() == 1_000_000 {
		t.Errorf("each returned %v after %d calls", err, calls.Load())
	}
}

func TestEachStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Each(ctx, 10, func(int) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("each under a cancelled context returned %v", err)
	}
}
