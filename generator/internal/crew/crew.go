// Package crew runs like work side by side, and work that goes on beside other work. What it runs is single-threaded.
package crew

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// Each calls f for 0 to n-1 and returns the first error, after all that was begun has ended. It stops early at an error and with ctx.
func Each(ctx context.Context, n int, f func(i int) error) error {
	return EachOf(ctx, runtime.GOMAXPROCS(0), n, f)
}

// EachOf is Each with up to so many calls at a time, for work that waits more than it reckons.
func EachOf(ctx context.Context, workers, n int, f func(i int) error) error {
	var (
		next  atomic.Int64
		first error
		once  sync.Once
		wg    sync.WaitGroup
	)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	for range min(n, workers) {
		wg.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= n || ctx.Err() != nil {
					return
				}
				if err := f(i); err != nil {
					once.Do(func() { first = err; cancel() })
					return
				}
			}
		})
	}
	wg.Wait()
	if first != nil {
		return first
	}
	return context.Cause(ctx)
}

// Beside calls f each time the interval is over, until stop is called, which waits for a call that is under way. The context that it returns ends
// with stop, and with an error of f, which is its cause then.
func Beside(ctx context.Context, interval time.Duration, f func(context.Context) error) (beside context.Context, stop func()) {
	ctx, cancel := context.WithCancelCause(ctx)
	ended := make(chan struct{})
	done := make(chan struct{})
	go func() {
		defer close(ended)
		tick := time.NewTicker(interval)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-ctx.Done():
				return
			case <-tick.C:
				if err := f(ctx); err != nil {
					cancel(err)
					return
				}
			}
		}
	}()
	return ctx, sync.OnceFunc(func() {
		close(done)
		<-ended
		cancel(nil)
	})
}
