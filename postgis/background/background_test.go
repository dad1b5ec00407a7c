package background_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"dateline/postgis/background"
)

// TestDoSharesOneComputation: concurrent callers get the same result.
func TestDoSharesOneComputation(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := background.New[string, int32](t.Context())
		var computed atomic.Int32
		release := make(chan struct{})
		var all sync.WaitGroup
		for range 3 {
			all.Go(func() {
				n, err := g.Do(t.Context(), "all", func(context.Context) (int32, error) {
					<-release
					return computed.Add(1), nil
				})
				if n != 1 || err != nil {
					t.Errorf("Do = %d, %v, want 1", n, err)
				}
			})
		}
		synctest.Wait()
		close(release)
		all.Wait()
	})
}

// TestDoAfterGivingUp: a computation goes on without callers, and the next call gets its result.
func TestDoAfterGivingUp(t *testing.T) {
	g := background.New[string, string](t.Context())
	ctx, giveUp := context.WithCancel(t.Context())
	left := make(chan struct{})
	_, err := g.Do(ctx, "all", func(ctx context.Context) (string, error) {
		giveUp()
		<-left
		return "computed", ctx.Err()
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("Do with an ended context = %v, want %v", err, context.Canceled)
	}
	close(left)
	got, err := g.Do(t.Context(), "all", func(context.Context) (string, error) { return "computed again", nil })
	if got != "computed" || err != nil {
		t.Errorf("Do = %q, %v, want what was computed first", got, err)
	}
}

// TestDoOneAfterAnother: no two computations run at the same time.
func TestDoOneAfterAnother(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := background.New[int, int](t.Context())
		var running atomic.Int32
		var all sync.WaitGroup
		for key := range 20 {
			all.Go(func() {
				got, err := g.Do(t.Context(), key, func(context.Context) (int, error) {
					defer running.Add(-1)
					if n := running.Add(1); n != 1 {
						return 0, fmt.Errorf("%d computed at once", n)
					}
					time.Sleep(time.Second) // until all others wait
					return key, nil
				})
				if got != key || err != nil {
					t.Errorf("Do(%d) = %d, %v", key, got, err)
				}
			})
		}
		all.Wait()
	})
}

// TestPanic: a panic becomes an error, and the next computation runs.
func TestPanic(t *testing.T) {
	g := background.New[int, int](t.Context())
	_, err := g.Do(t.Context(), 1, func(context.Context) (int, error) { panic("at the disco") })
	if err == nil || !strings.Contains(err.Error(), "at the disco") {
		t.Errorf("Do = %v, want the panic", err)
	}
	if got, err := g.Do(t.Context(), 2, func(context.Context) (int, error) { return 2, nil }); got != 2 || err != nil {
		t.Errorf("Do = %d, %v, want 2", got, err)
	}
}

// TestForgotten: only a few unclaimed results are kept.
func TestForgotten(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := background.New[int, string](t.Context())
		given, giveUp := context.WithCancel(t.Context())
		giveUp()
		compute := func(result string) func(context.Context) (string, error) {
			return func(context.Context) (string, error) { return result, nil }
		}
		for key := range 20 {
			_, _ = g.Do(given, key, compute("first")) // the call may return at once
			synctest.Wait()
		}
		kept := 0
		for key := range 20 {
			if got, _ := g.Do(t.Context(), key, compute("again")); got == "first" {
				kept++
			}
		}
		if kept == 0 || kept > 5 {
			t.Errorf("%d of 20 results are kept, want a few", kept)
		}
	})
}

// TestGroupEnds: computations are cancelled with the context of their Group.
func TestGroupEnds(t *testing.T) {
	life, end := context.WithCancel(t.Context())
	g := background.New[string, int](life)
	_, err := g.Do(t.Context(), "all", func(ctx context.Context) (int, error) {
		end()
		<-ctx.Done()
		return 0, ctx.Err()
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("Do = %v, want %v", err, context.Canceled)
	}
}
