package work

import "context"

// Counter counts the steps of one piece of work, in the loops that may be long, and
// ends it with its context. It is not safe for concurrent use.
type Counter struct {
	ctx     context.Context
	every   int  // steps between two looks at the context
	metered bool // whether the Meter of the context is told of them
	total   int
	told    int // of total: as of the last look
	look    int // the total at which it looks again
	err     error
}

const (
	// lookEvery is some microseconds of steps.
	lookEvery = 1 << 11

	// spendEvery is how many steps are spent at a time: less than a millisecond.
	spendEvery = 1 << 16
)

// New returns a Counter of work that ends with ctx. A Meter is not told of it.
func New(ctx context.Context) *Counter { return &Counter{ctx: ctx, every: lookEvery} }

// Metered returns a Counter that spends its steps (Spend), some thousands at a time.
func Metered(ctx context.Context) *Counter {
	return &Counter{ctx: ctx, every: spendEvery, metered: true, look: spendEvery}
}

// Add counts n steps. Once the work has to stop it returns why, and ever after.
func (c *Counter) Add(n int) error {
	if !c.Due(n) {
		return nil
	}
	return c.Flush()
}

// Due counts n steps, and reports whether it is time to Flush: ever after once the work
// has to stop.
func (c *Counter) Due(n int) bool {
	c.total += n
	return c.total >= c.look
}

// Count counts n steps, and leaves it to the next Add to look at the context.
func (c *Counter) Count(n int) { c.total += n }

// Flush looks at the context, and spends what was counted since it last did.
func (c *Counter) Flush() error {
	if c.err != nil {
		return c.err
	}
	steps := c.total - c.told
	c.told, c.look = c.total, c.total+c.every
	if c.metered {
		c.err = Spend(c.ctx, steps)
	} else {
		c.err = c.ctx.Err()
	}
	if c.err != nil {
		c.look = c.total
	}
	return c.err
}

// Spend spends steps (Spend) that it does not count: of work that is told of before
// it is done.
func (c *Counter) Spend(n int) error { return Spend(c.ctx, n) }

// Total returns the number of steps so far.
func (c *Counter) Total() int { return c.total }
