package fetch

import (
	"context"
	"time"
)

// Clock tells the time and sleeps. Tests have one that does not wait.
type Clock struct {
	Now   func() time.Time
	Sleep func(context.Context, time.Duration) error // returns the error of the context if that ends first
}

// orSystem returns the system's clock for the zero one.
func (c Clock) orSystem() Clock {
	if c.Now == nil {
		return System()
	}
	return c
}

// System returns the clock of the system.
func System() Clock { return Clock{Now: time.Now, Sleep: sleep} }

func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
