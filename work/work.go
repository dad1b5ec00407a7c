// Package work counts the steps of what may take long, ends it with its context, and
// bounds what one request may compute.
//
//	steps := work.New(ctx)
//	for _, line := range lines {
//		if err := steps.Add(1); err != nil {
//			return err // ctx has ended
//		}
//		…
//	}
//
// Steps are counted, not timed, so that the same work takes the same number of them
// on any machine: tests assert that cost grows no faster than the input. What is
// metered (Metered, Spend) counts toward the Meter of its context; a step of that is
// about what it costs to compare one property of one feature, some 10 nanoseconds.
// Adding to a Counter costs a nanosecond or two.
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
