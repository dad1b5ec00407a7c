// Package background computes what takes longer than a caller may wait: one result at a time,
// each for all who ask for it, and to its end even when they have all given up.
//
//	g := background.New[string, int](ctx)
//	n, err := g.Do(request, "all", count)
//
// A caller leaves when its context ends, and finds the result when it asks again. In
// golang.org/x/sync/singleflight a result is gone with those who waited for it. The answers to
// requests, which package server shares while somebody waits for them (flight.go), end with the
// last of these, and many are computed at once.
package background

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"
	"time"
)

// longest is how long one computation may take.
const longest = 15 * time.Minute

// mostFinished is how many results are kept that nobody waited for.
const mostFinished = 4

// Group computes one result after another. It is safe for concurrent use.
type Group[K comparable, V any] struct {
	life context.Context // ends all computations
	turn chan struct{}   // holds one while something is computed

	mu    sync.Mutex
	calls map[K]*call[V]
}

type call[V any] struct {
	done   chan struct{} // closed when there is a result
	result V
	err    error
}

// New returns a Group whose computations end with life.
func New[K comparable, V any](life context.Context) *Group[K, V] {
	return &Group[K, V]{life: life, turn: make(chan struct{}, 1), calls: map[K]*call[V]{}}
}

// Do returns what compute returns, which runs in a goroutine of its own unless the result of
// key is being computed or has not been fetched yet. When ctx ends before, Do returns its
// error and the computation goes on. A panic in compute is an error for all who ask.
func (g *Group[K, V]) Do(ctx context.Context, key K, compute func(context.Context) (V, error)) (result V, err error) {
	c := g.start(key, compute)
	select {
	case <-ctx.Done():
		return result, ctx.Err()
	case <-c.done:
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.calls[key] == c {
		delete(g.calls, key)
	}
	return c.result, c.err
}

func (g *Group[K, V]) start(key K, compute func(context.Context) (V, error)) *call[V] {
	g.mu.Lock()
	defer g.mu.Unlock()
	if c := g.calls[key]; c != nil {
		return c
	}
	g.forget()
	c := &call[V]{done: make(chan struct{})}
	g.calls[key] = c
	go func() {
		defer close(c.done)
		ctx, cancel := context.WithTimeout(g.life, longest)
		defer cancel()
		select {
		case <-ctx.Done():
			c.err = ctx.Err()
		case g.turn <- struct{}{}:
			defer func() { <-g.turn }()
			defer func() {
				if v := recover(); v != nil {
					c.err = fmt.Errorf("a bug in Dateline, please report it: %v\n%s", v, debug.Stack())
				}
			}()
			c.result, c.err = compute(ctx)
		}
	}()
	return c
}

// forget drops results that nobody fetched, where there are many.
func (g *Group[K, V]) forget() {
	finished := 0
	for key, c := range g.calls {
		select {
		case <-c.done:
			if finished++; finished > mostFinished {
				delete(g.calls, key)
			}
		default:
		}
	}
}
