package corpus

import (
	"context"
	"errors"
	"sync"
	"time"

	"dateline/archive"
)

// Bounds of Ready: how long it waits for a database, and how long what it found holds, so that many
// who ask cost no more than one.
const (
	readyWithin = 2 * time.Second
	readyHolds  = time.Second
)

// readiness is what Ready found.
type readiness struct {
	mu    sync.Mutex
	asked time.Time
	err   error
}

// Ready returns why the database of the archive does not answer at the moment, in words for anybody;
// nil if it does, and for an archive in a folder.
func (c *Corpus) Ready(ctx context.Context) error {
	c.ready.mu.Lock()
	defer c.ready.mu.Unlock()
	if time.Since(c.ready.asked) < readyHolds {
		return c.ready.err
	}
	within, cancel := context.WithTimeout(context.WithoutCancel(ctx), readyWithin)
	defer cancel()
	c.ready.err = whyUnready(c.archive.Ready(within))
	c.ready.asked = time.Now()
	return c.ready.err
}

func whyUnready(err error) error {
	if err == nil {
		return nil
	}
	if known, is := errors.AsType[*archive.Error](err); is {
		return errors.New("the database " + known.Reason)
	}
	return errors.New("the database does not answer within " + readyWithin.String())
}
