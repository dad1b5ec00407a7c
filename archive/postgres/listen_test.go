package postgres_test

import (
	"testing"
	"time"

	"dateline/archive/postgres"
	"dateline/archive/postgres/postgrestest"
)

// hears waits until a listener has received a notification.
func hears(t *testing.T, l *postgres.Listener) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); !l.Heard(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("nothing was heard")
		}
	}
}

// TestListen: a Listener is due after a write, and whenever its connection was lost.
func TestListen(t *testing.T) {
	db, address := open(t)
	l := db.Listen()
	defer l.Stop()
	await := func() { // until it listens
		for end := time.Now().Add(20 * time.Second); len(texts(t, db, `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN %'`)) == 0; {
			if time.Now().After(end) {
				t.Fatal("nobody listens")
			}
		}
	}
	await()
	hears(t, l)
	change(t, db, func(tx *postgres.Tx) error { return tx.Notify() })
	hears(t, l)
	postgrestest.Cut(t, address)
	hears(t, l)
	l.Rearm()
	if !l.Heard() || l.Heard() {
		t.Error("Again is heard once")
	}
}

// TestDue: Due is true once for each notification, and again after Rearm.
func TestDue(t *testing.T) {
	db, _ := open(t)
	l := db.Listen()
	l.Stop() // no further notification
	if !l.Due() || l.Due() {
		t.Error("the first look is due once")
	}
	l.Rearm()
	if !l.Due() || l.Due() {
		t.Error("the next look is due once")
	}
}
