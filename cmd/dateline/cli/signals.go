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

// Signals handles SIGINT and SIGTERM. The first ends the process or, if the command has
// something to finish, cancels the context that it requested; the second then ends the process.
// This holds even if the parent had them ignored, as shells do with SIGINT for background jobs.
type Signals struct {
	ctx   context.Context
	end   context.CancelCauseFunc
	asked atomic.Bool // for the context
}

// NewSignals handles the signals of the process from now on.
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

// Context returns a context that the first signal cancels, with the signal as its cause. It is
// for commands that end with their context.
func (s *Signals) Context() (context.Context, error) {
	s.asked.Store(true)
	return s.ctx, nil
}

// patience is how long a command may clean up after a signal.
const patience = 500 * time.Millisecond

// Promptly returns the error of do or, if that only says that ctx has ended, the signal. After a
// signal it waits for do at most for patience, as do may be blocked on a file, a pipe or a long
// sort: the process then exits.
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

// interrupt is a signal that ended a command, as an error.
type interrupt syscall.Signal

func interruptOf(s os.Signal) interrupt {
	number, _ := s.(syscall.Signal)
	return interrupt(number)
}

// Error names the signal.
func (i interrupt) Error() string { return "stopped by the signal " + syscall.Signal(i).String() }

// status is the usual exit status of shells for a command ended by a signal.
func (i interrupt) status() int { return 128 + int(i) }
