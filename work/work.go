// Package work bounds what one request may compute. Loops over many features
// tell it their steps by Spend, or a few at a time by a Tally, and end with the
// error that it returns.
//
// A step is about what it costs to compare one property of one feature, some 10
// nanoseconds. Steps are counted, not timed, so that the same request over the
// same data takes the same number of them on any machine.
package work

import (
	"context"
	"math"
	"sync/atomic"
)

// pause is how many steps a loop may go between two calls of Spend: less
// than a millisecond.
const pause = 1 << 16

// Tally collects the steps of a loop, so that they are spent some thousands at a
// time. The zero Tally is empty. It is not safe for concurrent use.
type Tally struct{ steps, total int }

// Add adds steps, and spends what has come together when that is much.
func (t *Tally) Add(ctx context.Context, steps int) error {
	t.steps += steps
	if t.steps < pause {
		return nil
	}
	return t.Flush(ctx)
}

// Flush spends what has come together since it was last spent.
func (t *Tally) Flush(ctx context.Context) error {
	steps := t.steps
	t.total += steps
	t.steps = 0
	return Spend(ctx, steps)
}

// Total returns all steps that were added.
func (t *Tally) Total() int { return t.total + t.steps }

// Meter counts the steps of a request and decides whether it may go on. It is
// safe for concurrent use.
type Meter struct {
	limit int
	spent atomic.Int64
	admit func(ctx context.Context, steps, total int) error
}

// NewMeter returns a Meter for a request of which one query may take limit
// steps; 0 stands for no limit. Each Spend calls admit with the steps of that
// call and with all steps so far, Expect with none and with all that there will
// be. admit may wait, and an error of it ends the work; nil admits everything.
func NewMeter(limit int, admit func(ctx context.Context, steps, total int) error) *Meter {
	return &Meter{limit: limit, admit: admit}
}

// Spent returns the steps so far.
func (m *Meter) Spent() int { return int(m.spent.Load()) }

type meterKey struct{}

// WithMeter returns a context whose work m counts.
func WithMeter(ctx context.Context, m *Meter) context.Context {
	return context.WithValue(ctx, meterKey{}, m)
}

// Spend counts steps and returns why the work has to stop: the error of ctx, or
// that of its Meter. Without a Meter only ctx is looked at.
func Spend(ctx context.Context, steps int) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m, _ := ctx.Value(meterKey{}).(*Meter)
	if m == nil {
		return nil
	}
	total := m.spent.Add(int64(steps))
	if m.admit == nil {
		return nil
	}
	return m.admit(ctx, steps, int(total))
}

// Expect says that so many steps are about to be gone, and returns why they
// should not be begun. It counts nothing.
func Expect(ctx context.Context, steps int) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m, _ := ctx.Value(meterKey{}).(*Meter)
	if m == nil || m.admit == nil {
		return nil
	}
	return m.admit(ctx, 0, m.Spent()+steps)
}

// Limit returns how many steps one query may take.
func Limit(ctx context.Context) int {
	if m, _ := ctx.Value(meterKey{}).(*Meter); m != nil && m.limit > 0 {
		return m.limit
	}
	return math.MaxInt
}
