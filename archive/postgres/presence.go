package postgres

import "strconv"

// Presence shows other processes that this one is running: its session holds an advisory lock,
// which the server releases when the process or its connection ends.
type Presence struct{ session }

// presenceClass is the class of the advisory locks.
const presenceClass = 0x64617465 // "date"

// Announce announces that the process with an id is running. It reopens a lost connection.
func (d *Database) Announce(id string) *Presence {
	p := &Presence{session{database: d, begin: `SELECT pg_advisory_lock($1, hashtext($2))`, values: []any{presenceClass, id}, notified: func() {}}}
	p.start()
	return p
}

// IsAbsent is an SQL condition on the id of a process: that it has no Presence.
func IsAbsent(id string) string {
	return `hashtext(` + id + `) NOT IN (SELECT objid::bigint::bit(32)::int FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2
		AND classid = ` + strconv.Itoa(presenceClass) + ` AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))`
}
