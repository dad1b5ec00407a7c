package server

import (
	"context"
	"sync"
)

// flight lets one computation answer all who ask for the same at the same time.
// It goes on while any of them waits, and its context ends when the last has
// gone. The zero flight is ready; it is safe for concurrent use.
type flight struct {
	mu    sync.Mutex
	calls map[string]*call
}

// call is one computation. waiting is guarded by flight.mu; answer and err are
// there when done is closed.
type call struct {
	waiting int
	cancel  context.CancelFunc
	done    chan struct{}
	answer  *Answer
	err     error
}

// do returns what compute does for the key, or the error of ctx as soon as that
// ends. compute gets the values of the first caller's ctx, not its end. A panic
// in it is an error for all who wait.
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

// join waits with others, or begins the computation.
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

// leave ends the computation when nobody else waits for it.
func (f *flight) leave(key string, c *call) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if c.waiting--; c.waiting > 0 {
		return
	}
	c.cancel()
	if f.calls[key] == c {
		delete(f.calls, key) // who comes now begins anew
	}
}

// forget makes those who come from now on begin anew.
func (f *flight) forget(key string, c *call) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.calls[key] == c {
		delete(f.calls, key)
	}
}
