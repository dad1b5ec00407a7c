package postgis

import (
	"context"
	"sync"
	"time"
)

// longestWork is how long what follows from many events may be in the making.
const longestWork = 15 * time.Minute

// mostFinished is how many results are kept for those who gave up waiting.
const mostFinished = 4

// flights makes what takes longer than who asks may wait: each thing once at a time, one
// after another, and on when nobody waits any more, so that who asks again finds it. It is
// safe for concurrent use.
type flights[K comparable, V any] struct {
	life context.Context // ends all of it
	turn chan struct{}   // holds one while something is made

	mu      sync.Mutex
	running map[K]*flight[V]
}

type flight[V any] struct {
	done chan struct{} // closed when there is a result
	made V
	err  error
}

func newFlights[K comparable, V any](life context.Context) *flights[K, V] {
	return &flights[K, V]{life: life, turn: make(chan struct{}, 1), running: map[K]*flight[V]{}}
}

// do returns what run makes, or the error of ctx when that ends before.
func (f *flights[K, V]) do(ctx context.Context, key K, run func(context.Context) (V, error)) (made V, err error) {
	x := f.start(key, run)
	select {
	case <-ctx.Done():
		return made, ctx.Err()
	case <-x.done:
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.running[key] == x {
		delete(f.running, key)
	}
	return x.made, x.err
}

func (f *flights[K, V]) start(key K, run func(context.Context) (V, error)) *flight[V] {
	f.mu.Lock()
	defer f.mu.Unlock()
	if x := f.running[key]; x != nil {
		return x
	}
	f.forget()
	x := &flight[V]{done: make(chan struct{})}
	f.running[key] = x
	go func() {
		defer close(x.done)
		ctx, cancel := context.WithTimeout(f.life, longestWork)
		defer cancel()
		select {
		case <-ctx.Done():
			x.err = ctx.Err()
		case f.turn <- struct{}{}:
			defer func() { <-f.turn }()
			x.made, x.err = run(ctx)
		}
	}()
	return x
}

// forget drops results that nobody waited for, where they are many.
func (f *flights[K, V]) forget() {
	finished := 0
	for key, x := range f.running {
		select {
		case <-x.done:
			if finished++; finished > mostFinished {
				delete(f.running, key)
			}
		default:
		}
	}
}
