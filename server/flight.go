package server

import (
	"context"
	"sync"
)

// flight shares one computation among concurrent requests for the same. It continues while any
// of them waits; its context ends when the last has gone. What has to go on without them, one
// computation after another, is in package postgis/background. The zero flight is ready; it is
// safe for concurrent use.
type flight struct {
	mu    sync.Mutex
	calls map[string]*call
}

// call is one computation. flight.mu guards waiting; answer and err are set when done is closed.
type call struct {
	waiting int
	cancel  context.CancelFunc
	done    chan struct{}
	answer  *Answer
	err     error
}

// do returns the result of compute for the key, or the error of ctx as soon as it ends. compute
// gets the values of the first caller's ctx, but not its cancellation. A panic in it is an error
// for all who wait.
func (f *flight) do(ctx context.Context, key string, compute func(context.Context) (*Answer, error)) (*Answer, error) {
	c := f.join(ctx, key, compute)
	defer f.leave(key, c)
	select {
	case <-c.done:
		return c.answer, c.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// join waits with others, or starts the computation.
func (f *flight) join(ctx context.Context, key string, compute func(context.Context) (*Answer, error)) *call {
	f.mu.Lock()
	defer f.mu.Unlock()
	if c := f.calls[key]; c != nil {
		c.waiting++
		return c
	}
	shared, cancel := context.WithCancel(context.WithoutCancel(ctx))
	c := &call{waiting: 1, cancel: cancel, done: make(chan struct{})}
	if f.calls == nil {
		f.calls = map[string]*call{}
	}
	f.calls[key] = c
	go func() {
		defer close(c.done)
		defer f.forget(key, c)
		defer func() {
			if v := recover(); v != nil {
				c.err = panicError(v)
			}
		}()
		c.answer, c.err = compute(shared)
	}()
	return c
}

// leave cancels the computation when its last caller has left.
func (f *flight) leave(key string, c *call) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if c.waiting--; c.waiting > 0 {
		return
	}
	c.cancel()
	if f.calls[key] == c {
		delete(f.calls, key) // later callers start again
	}
}

// forget makes later callers start again.
func (f *flight) forget(key string, c *call) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.calls[key] == c {
		delete(f.calls, key)
	}
}
