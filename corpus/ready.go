package corpus

import (
	"context"
	"errors"
	"sync"
	"time"

	"dateline/archive"
)

// Bounds of Ready: how long it waits for a database, and how long its result is cached, so that many
// requests cost the database one connection.
const (
	readyTimeout = 2 * time.Second
	readyCached  = time.Second
)

// readiness is the cached result of Ready.
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
	if time.Since(c.ready.asked) < readyCached {
		return c.ready.err
	}
	within, cancel := context.WithTimeout(context.WithoutCancel(ctx), readyTimeout)
	defer cancel()
	c.ready.err = notReady(c.archive.Ready(within))
	c.ready.asked = time.Now()
	return c.ready.err
}

// notReady returns an error for clients, without the address of the database.
func notReady(err error) error {
	if err == nil {
		return nil
	}
	if known, is := errors.AsType[*archive.Error](err); is {
		return errors.New("the database " + known.Reason)
	}
	return errors.New("the database does not answer within " + readyTimeout.String())
}
