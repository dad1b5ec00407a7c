// Package work counts the steps of long computations, ends them with their context, and bounds
// what one request may compute.
//
//	steps := work.New(ctx)
//	for _, line := range lines {
//		if err := steps.Add(1); err != nil {
//			return err // ctx has ended
//		}
//		…
//	}
//
// Steps are counted, not timed, so that the same work takes the same number on any machine:
// tests assert that cost grows no faster than the input. Metered work (Metered, Spend) counts
// toward the Meter of its context; a step is about the cost of comparing one property of one
// feature, some 10 nanoseconds. Adding to a Counter costs a nanosecond or two.
package work

import (
	"context"
	"math"
	"sync/atomic"
)

// Meter counts the steps of a request and decides whether it may go on. It is
// safe for concurrent use.
type Meter struct {
	limit int
	spent atomic.Int64
	admit func(ctx context.Context, steps, total int) error
}

// NewMeter returns a Meter for a request with a limit of steps for a query; 0 means no limit.
// Each Spend calls admit with the steps of that call and with all steps so far, Reserve with 0
// and with the expected total. admit may wait, and its error ends the work; nil admits
// everything.
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

// Spend counts steps and returns an error if the work has to stop: that of ctx, or of its Meter.
// Without a Meter it checks only ctx.
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

// Reserve announces steps, and returns an error if they should not be started. It counts nothing.
func Reserve(ctx context.Context, steps int) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m, _ := ctx.Value(meterKey{}).(*Meter)
	if m == nil || m.admit == nil {
		return nil
	}
	return m.admit(ctx, 0, m.Spent()+steps)
}

// Limit returns the limit of steps for a query.
func Limit(ctx context.Context) int {
	if m, _ := ctx.Value(meterKey{}).(*Meter); m != nil && m.limit > 0 {
		return m.limit
	}
	return math.MaxInt
}
