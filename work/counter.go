package work

import "context"

// Counter counts the steps of a computation, in loops that may be long, and ends it with its
// context. It is not safe for concurrent use.
type Counter struct {
	ctx     context.Context
	every   int  // steps between two checks of the context
	metered bool // whether the steps are reported to the context's Meter
	total   int
	told    int // of total: as of the last check
	look    int // the total of the next check
	err     error
}

const (
	// lookEvery is some microseconds of steps.
	lookEvery = 1 << 11

	// spendEvery is how many steps are spent at once: less than a millisecond.
	spendEvery = 1 << 16
)

// New returns a Counter that ends with ctx. It reports to no Meter.
func New(ctx context.Context) *Counter { return &Counter{ctx: ctx, every: lookEvery} }

// Metered returns a Counter that spends its steps (Spend), some thousands at a time.
func Metered(ctx context.Context) *Counter {
	return &Counter{ctx: ctx, every: spendEvery, metered: true, look: spendEvery}
}

// Add counts n steps. Once the work has to stop it returns the reason, on every call.
func (c *Counter) Add(n int) error {
	if !c.Due(n) {
		return nil
	}
	return c.Flush()
}

// Due counts n steps, and reports whether it is time to Flush: always, once the work has to
// stop.
func (c *Counter) Due(n int) bool {
	c.total += n
	return c.total >= c.look
}

// Count counts n steps, and leaves the check of the context to the next Add.
func (c *Counter) Count(n int) { c.total += n }

// Flush checks the context, and spends what was counted since its last call.
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

// Spend spends steps (Spend) without counting them: for work announced before it is done.
func (c *Counter) Spend(n int) error { return Spend(c.ctx, n) }

// Total returns the number of steps so far.
func (c *Counter) Total() int { return c.total }
