package postgres

import (
	"context"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
)

// session is a long-lived connection, reopened when lost.
type session struct {
	database *Database
	begin    string // its first statement
	values   []any  // of that
	notified func() // called after that, and on every notification
	stop     context.CancelFunc
	running  sync.WaitGroup
}

// start opens the session in the background.
func (s *session) start() {
	ctx, stop := context.WithCancel(context.Background())
	s.stop = stop
	s.running.Go(func() { s.run(ctx) })
}

// Stop closes the session.
func (s *session) Stop() {
	s.stop()
	s.running.Wait()
}

// longestPause is the longest pause before it is reopened.
const longestPause = 5 * time.Second

func (s *session) run(ctx context.Context) {
	for pause := 100 * time.Millisecond; ctx.Err() == nil; pause = min(2*pause, longestPause) {
		if s.connectOnce(ctx) {
			pause = 100 * time.Millisecond
		}
		select {
		case <-ctx.Done():
		case <-time.After(pause):
		}
	}
}

// connectOnce connects and returns when the connection is lost. It reports whether there was one.
func (s *session) connectOnce(ctx context.Context) (connected bool) {
	c, err := pgx.ConnectConfig(ctx, s.database.pool.Config().ConnConfig)
	if err != nil {
		return false
	}
	defer func() {
		closing, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		_ = c.Close(closing) // it is lost, or no longer needed
	}()
	if _, err := c.Exec(ctx, s.begin, s.values...); err != nil {
		return false
	}
	for {
		s.notified()
		if _, err := c.WaitForNotification(ctx); err != nil {
			return true
		}
	}
}
