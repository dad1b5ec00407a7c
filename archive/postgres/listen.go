package postgres

import (
	"sync/atomic"
	"time"
)

// channel is the channel of notifications.
const channel = "dateline"

// Notify notifies listeners of what a transaction writes, once it is committed.
func (t *Tx) Notify() error { return t.Run(`SELECT pg_notify(?1, '')`, channel) }

// Listener tells when to read what was written. Notifications missed while its connection is lost
// make no difference: a new connection counts as one.
type Listener struct {
	session
	told   atomic.Bool
	looked time.Time // when Due last returned true
}

// Listen starts to listen.
func (d *Database) Listen() *Listener {
	l := &Listener{session: session{database: d, begin: "LISTEN " + channel}}
	l.news = l.Again // a first time for what was written earlier
	l.Again()
	l.start()
	return l
}

// lookAnyway is the longest time between two reads.
const lookAnyway = 5 * time.Second

// Due reports whether to read: something may have been written since it was last called, or nobody
// has read for five seconds. It is not safe for concurrent use.
func (l *Listener) Due() bool {
	if !l.heard() && time.Since(l.looked) < lookAnyway {
		return false
	}
	l.looked = time.Now()
	return true
}

// heard reports whether something may have been written since it was last called.
func (l *Listener) heard() bool { return l.told.Swap(false) }

// Again makes Due return true once more, after a failed read.
func (l *Listener) Again() { l.told.Store(true) }
