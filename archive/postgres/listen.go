package postgres

import (
	"sync/atomic"
	"time"
)

// channel is the channel of notifications.
const channel = "dateline"

// Notify notifies listeners of what a transaction writes, once it is committed.
func (t *Tx) Notify() error { return t.Run(`SELECT pg_notify(?1, '')`, channel) }

// Listener reports when to read new writes. Notifications missed while its connection is lost make
// no difference: a new connection counts as one.
type Listener struct {
	session
	pending atomic.Bool
	lastDue time.Time // when Due last returned true
}

// Listen starts a Listener, which is due at once.
func (d *Database) Listen() *Listener {
	l := &Listener{session: session{database: d, begin: "LISTEN " + channel}}
	l.notified = l.Rearm
	l.Rearm() // for earlier writes
	l.start()
	return l
}

// maxInterval is the longest time between two reads.
const maxInterval = 5 * time.Second

// Due reports whether to read: since the last call something may have been written, or five seconds
// have passed. It is not safe for concurrent use.
func (l *Listener) Due() bool {
	if !l.takeNotification() && time.Since(l.lastDue) < maxInterval {
		return false
	}
	l.lastDue = time.Now()
	return true
}

// takeNotification reports whether there was a notification since the last call.
func (l *Listener) takeNotification() bool { return l.pending.Swap(false) }

// Rearm makes Due return true again, after a failed read.
func (l *Listener) Rearm() { l.pending.Store(true) }
