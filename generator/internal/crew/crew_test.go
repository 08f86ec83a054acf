package crew

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"time"
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

func TestEachOfKeepsToItsNumber(t *testing.T) {
	var now, most atomic.Int32
	err := EachOf(context.Background(), 3, 50, func(int) error {
		if n := now.Add(1); n > most.Load() {
			most.Store(n)
		}
		time.Sleep(time.Millisecond)
		now.Add(-1)
		return nil
	})
	if err != nil || most.Load() > 3 {
		t.Errorf("%d at a time, %v", most.Load(), err)
	}
}

func TestEachSaysWhyItsContextEnded(t *testing.T) {
	why := errors.New("why")
	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(why)
	if err := Each(ctx, 10, func(int) error { return nil }); !errors.Is(err, why) {
		t.Errorf("each under a context that ended for a reason returned %v", err)
	}
}

func TestBesideEndsWithAnError(t *testing.T) {
	broken := errors.New("broken")
	var calls atomic.Int32
	ctx, stop := Beside(context.Background(), time.Millisecond, func(context.Context) error {
		if calls.Add(1) == 3 {
			return broken
		}
		return nil
	})
	<-ctx.Done()
	stop()
	stop()
	if !errors.Is(context.Cause(ctx), broken) || calls.Load() != 3 {
		t.Errorf("%v after %d calls", context.Cause(ctx), calls.Load())
	}
}

func TestBesideStops(t *testing.T) {
	var calls atomic.Int32
	ctx, stop := Beside(context.Background(), time.Millisecond, func(context.Context) error { calls.Add(1); return nil })
	stop()
	n := calls.Load()
	time.Sleep(5 * time.Millisecond)
	if ctx.Err() == nil || calls.Load() != n {
		t.Errorf("stopped, its context says %v, and it went on for %d calls", ctx.Err(), calls.Load()-n)
	}
}
