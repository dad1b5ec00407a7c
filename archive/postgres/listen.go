package postgres

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
)

// channel is what writers notify, and readers listen to.
const channel = "dateline"

// Notify tells all who listen of what a transaction writes, once it is stored.
func (t *Tx) Notify() error { return t.Run(`SELECT pg_notify(?1, '')`, channel) }

// Listener knows when to look for what was written. What is notified while its connection
// is lost makes no difference: it takes a new one for news.
type Listener struct {
	database *Database
	news     atomic.Bool
	looked   time.Time // when Due last said so
	stop     context.CancelFunc
	running  sync.WaitGroup
}

// Listen begins to listen.
func (d *Database) Listen() *Listener {
	ctx, stop := context.WithCancel(context.Background())
	l := &Listener{database: d, stop: stop}
	l.news.Store(true)
	l.running.Go(func() { l.run(ctx) })
	return l
}

// lookAnyway is after what time to look though nothing was heard.
const lookAnyway = 5 * time.Second

// Due reports whether to look: anything may have been written since it was last called, or
// nobody has looked for five seconds. It is not safe for concurrent use.
func (l *Listener) Due() bool {
	if !l.heard() && time.Since(l.looked) < lookAnyway {
		return false
	}
	l.looked = time.Now()
	return true
}

// heard reports whether anything may have been written since it was last called.
func (l *Listener) heard() bool { return l.news.Swap(false) }

// Again makes Due true once more, where whoever looked could not read.
func (l *Listener) Again() { l.news.Store(true) }

// Stop ends the listening.
func (l *Listener) Stop() {
	l.stop()
	l.running.Wait()
}

// longestPause is how long Listen waits at most before it connects again.
const longestPause = 5 * time.Second

func (l *Listener) run(ctx context.Context) {
	for pause := 100 * time.Millisecond; ctx.Err() == nil; pause = min(2*pause, longestPause) {
		if l.once(ctx) {
			pause = 100 * time.Millisecond
		}
		select {
		case <-ctx.Done():
		case <-time.After(pause):
		}
	}
}

// once listens through one connection until it is lost, and reports whether there was one.
func (l *Listener) once(ctx context.Context) (connected bool) {
	c, err := pgx.ConnectConfig(ctx, l.database.pool.Config().ConnConfig)
	if err != nil {
		return false
	}
	defer func() {
		closing, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		_ = c.Close(closing) // it is lost, or not needed any more
	}()
	if _, err := c.Exec(ctx, "LISTEN "+channel); err != nil {
		return false
	}
	for {
		l.news.Store(true) // also of what came before it listened
		if _, err := c.WaitForNotification(ctx); err != nil {
			return true
		}
	}
}
