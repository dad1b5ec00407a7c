// Package background runs computations that take longer than a caller may wait: one at a time,
// each shared by all callers, and to the end even if they have all given up.
//
//	g := background.New[string, int](ctx)
//	n, err := g.Do(request, "all", count)
//
// A caller returns when its context ends, and gets the result when it calls again. In contrast,
// golang.org/x/sync/singleflight does not keep results, and the computations that package server
// shares among requests (flight.go) are cancelled with the last of these and run concurrently.
package background

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"
	"time"
)

// longest is the time limit of one computation.
const longest = 15 * time.Minute

// mostFinished is how many unclaimed results are kept.
const mostFinished = 4

// Group runs computations one after another. It is safe for concurrent use.
type Group[K comparable, V any] struct {
	life context.Context // cancels all computations
	turn chan struct{}   // full while a computation runs

	mu    sync.Mutex
	calls map[K]*call[V]
}

type call[V any] struct {
	done   chan struct{} // closed when result and err are set
	result V
	err    error
}

// New returns a Group whose computations are cancelled with life.
func New[K comparable, V any](life context.Context) *Group[K, V] {
	return &Group[K, V]{life: life, turn: make(chan struct{}, 1), calls: map[K]*call[V]{}}
}

// Do returns the result of compute, which it starts in a goroutine unless the result for key is
// being computed or is still unclaimed. If ctx ends first, Do returns its error and the computation
// goes on. A panic in compute becomes an error for all callers.
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

// forget drops unclaimed results if there are many.
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
