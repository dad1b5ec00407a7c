package postgres

import (
	"sync/atomic"
	"time"
)

// channel is what writers notify, and readers listen to.
const channel = "dateline"

// Notify tells all who listen of what a transaction writes, once it is stored.
func (t *Tx) Notify() error { return t.Run(`SELECT pg_notify(?1, '')`, channel) }

// Listener knows when to look for what was written. What is notified while its connection
// is lost makes no difference: it takes a new one for news.
type Listener struct {
	session
	told   atomic.Bool
	looked time.Time // when Due last said so
}

// Listen begins to listen.
func (d *Database) Listen() *Listener {
	l := &Listener{session: session{database: d, begin: "LISTEN " + channel}}
	l.news = l.Again // also of what came before it listened
	l.Again()
	l.start()
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
func (l *Listener) heard() bool { return l.told.Swap(false) }

// Again makes Due true once more, where whoever looked could not read.
func (l *Listener) Again() { l.told.Store(true) }
