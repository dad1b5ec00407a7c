// Package step counts the steps of work that may take long, and stops it when
// its context ends.
package step

import "context"

// every is how many steps pass between two looks at the context: some tens of
// microseconds.
const every = 1 << 14

// Counter counts the steps of one piece of work. It is not safe for concurrent
// use.
type Counter struct {
	ctx   context.Context
	steps int
	look  int // the number of steps at which it looks at the context again
	err   error
}

// New returns a Counter for work that ends with ctx.
func New(ctx context.Context) *Counter { return &Counter{ctx: ctx} }

// Add counts n steps. Soon after the context has ended it returns the context's
// error, and ever after.
func (c *Counter) Add(n int) error {
	if c.steps += n; c.steps >= c.look && c.err == nil {
		c.look = c.steps + every
		c.err = c.ctx.Err()
	}
	return c.err
}

// Count counts n steps without a look at the context, which the next Add takes.
func (c *Counter) Count(n int) { c.steps += n }

// Total returns the number of steps so far.
func (c *Counter) Total() int { return c.steps }
