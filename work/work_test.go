package work

import (
	"context"
	"errors"
	"math"
	"testing"
)

func TestSpend(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	if err := Spend(ctx, 5); err != nil || Limit(ctx) != math.MaxInt {
		t.Errorf("without a meter: %v, %d", err, Limit(ctx))
	}
	full := errors.New("full")
	m := NewMeter(100, func(_ context.Context, steps, total int) error {
		if steps != 4 || total > 8 {
			return full
		}
		return nil
	})
	metered := WithMeter(ctx, m)
	for i, want := range []error{nil, nil, full} {
		if err := Spend(metered, 4); err != want {
			t.Errorf("call %d: %v, want %v", i, err, want)
		}
	}
	if m.Spent() != 12 || Limit(metered) != 100 {
		t.Errorf("%d steps spent, limit %d", m.Spent(), Limit(metered))
	}
	if err := Reserve(WithMeter(ctx, NewMeter(0, func(_ context.Context, steps, total int) error {
		if steps != 0 || total != 7 {
			return full
		}
		return nil
	})), 7); err != nil {
		t.Errorf("seven steps to come: %v", err)
	}
	cancel()
	if err := Spend(metered, 4); !errors.Is(err, context.Canceled) || m.Spent() != 12 {
		t.Errorf("after the end: %v, %d steps", err, m.Spent())
	}
}

// TestCounter: the error that ends the work is returned from then on; a Meter counts the steps of a
// metered Counter only, and all of them.
func TestCounter(t *testing.T) {
	for name, c := range map[string]struct {
		counter func(context.Context) *Counter
		spent   int
	}{
		"metered": {Metered, 3*spendEvery + 7},
		"other":   {New, 0},
	} {
		ctx, cancel := context.WithCancel(t.Context())
		m := NewMeter(0, nil)
		steps := c.counter(WithMeter(ctx, m))
		for range 3 {
			if err := steps.Add(spendEvery); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		steps.Count(7)
		if err := steps.Flush(); err != nil || m.Spent() != c.spent || steps.Total() != 3*spendEvery+7 {
			t.Errorf("%s: %d of %d steps spent, %v", name, m.Spent(), steps.Total(), err)
		}
		cancel()
		if err := steps.Add(spendEvery); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: after the end: %v", name, err)
		}
		if err := steps.Add(1); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: long after the end: %v", name, err)
		}
	}
}
