package cli

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"
)

// Signals are SIGINT and SIGTERM. The first of them ends the process, or, where
// the command has something to finish, the context that it asked for; the second
// then ends the process. So it is also where whoever started it had them ignored,
// as shells do with SIGINT for what runs in the background.
type Signals struct {
	ctx   context.Context
	end   context.CancelCauseFunc
	asked atomic.Bool // for the context
}

// NewSignals takes the signals of the process from now on.
func NewSignals() *Signals {
	var s Signals
	s.ctx, s.end = context.WithCancelCause(context.Background())
	come := make(chan os.Signal, 2)
	signal.Notify(come, os.Interrupt, syscall.SIGTERM)
	go s.take(come)
	return &s
}

func (s *Signals) take(come <-chan os.Signal) {
	first := interruptOf(<-come)
	if !s.asked.Load() {
		os.Exit(first.status())
	}
	s.end(first)
	os.Exit(interruptOf(<-come).status())
}

// Context returns what the first signal ends, which is its cause then. It is for
// commands that end by themselves when the context does.
func (s *Signals) Context() (context.Context, error) {
	s.asked.Store(true)
	return s.ctx, nil
}

// patience is how long a command may take to clean up after a signal.
const patience = 500 * time.Millisecond

// Promptly returns what do returns, or, where that is no more than that ctx has
// ended, the signal that ended it. It waits for do then no longer than patience, as
// that may be at a file that does not come, a pipe that nobody reads or names by
// the million to be sorted: the process is to end, and do with it.
func Promptly(ctx context.Context, do func() error) error {
	done := make(chan error, 1)
	go func() { done <- do() }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	select {
	case err := <-done:
		if !errors.Is(err, ctx.Err()) {
			return err
		}
	case <-time.After(patience):
	}
	return context.Cause(ctx)
}

// interrupt is the signal that ended a command, as an error.
type interrupt syscall.Signal

func interruptOf(s os.Signal) interrupt {
	number, _ := s.(syscall.Signal)
	return interrupt(number)
}

// Error names the signal.
func (i interrupt) Error() string { return "stopped by the signal " + syscall.Signal(i).String() }

// status is what shells give for a command that a signal ended.
func (i interrupt) status() int { return 128 + int(i) }
