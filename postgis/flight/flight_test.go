package flight_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"dateline/postgis/flight"
)

// TestDoSharesOneComputation: all who ask while it runs get the one result.
func TestDoSharesOneComputation(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := flight.New[string, int32](t.Context())
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

// TestDoAfterGivingUp: who asks again finds the result of what went on without anybody.
func TestDoAfterGivingUp(t *testing.T) {
	g := flight.New[string, string](t.Context())
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

// TestDoOneAfterAnother: two results are never computed at the same time.
func TestDoOneAfterAnother(t *testing.T) {
	g := flight.New[int, int](t.Context())
	var running atomic.Int32
	var all sync.WaitGroup
	for key := range 20 {
		all.Go(func() {
			got, err := g.Do(t.Context(), key, func(context.Context) (int, error) {
				if n := running.Add(1); n != 1 {
					return 0, fmt.Errorf("%d computed at once", n)
				}
				defer running.Add(-1)
				return key, nil
			})
			if got != key || err != nil {
				t.Errorf("Do(%d) = %d, %v", key, got, err)
			}
		})
	}
	all.Wait()
}

// TestGroupEnds: what is computed ends with the life of its Group.
func TestGroupEnds(t *testing.T) {
	life, end := context.WithCancel(t.Context())
	g := flight.New[string, int](life)
	_, err := g.Do(t.Context(), "all", func(ctx context.Context) (int, error) {
		end()
		<-ctx.Done()
		return 0, ctx.Err()
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("Do = %v, want %v", err, context.Canceled)
	}
}
