package archive

import (
	"context"
	"slices"
	"sync"
	"time"

	"dateline/archive/counts"
	"dateline/archive/postgres"
	"dateline/document/rows"
	"dateline/schema"
)

// countsOf returns the columns of the counts of mentions.
func countsOf(t *tables) *counts.Columns { return t.countsAt(t.version) }

// countsAt is countsOf for an older version of an archive.
func (t *tables) countsAt(version int) *counts.Columns {
	mentions, properties := t.parts[rows.Mentions], []schema.Property(nil)
	for _, i := range mentions.written {
		if p := mentions.Properties[i]; p.Since <= version {
			properties = append(properties, p)
		}
	}
	return counts.Of(properties, databaseType)
}

// hasNew reports whether rows have properties since a version.
func (t *table) hasNew(version int) bool {
	return slices.ContainsFunc(t.written, func(i int) bool { return t.Properties[i].Since == version })
}

// Counted returns the columns of the counts of mentions that a database with the tables of a
// Model keeps.
func Counted(t *rows.Tables) *counts.Columns { return countsOf(newTables(t.Model)) }

// Recount discards the counts of the mentions of a database and counts anew.
func Recount(ctx context.Context, address string) error {
	t := newTables(rows.DefaultModel())
	err := postgres.Run(ctx, address, counts.Forget())
	if err == nil {
		err = countAll(ctx, t, address)
	}
	return explain(postgres.Shown(address), err)
}

// countAll counts all mentions of a database that are not counted yet.
func countAll(ctx context.Context, t *tables, address string) error {
	db, err := postgres.Open(ctx, address)
	if err != nil {
		return err
	}
	defer db.Close()
	for done := true; done && err == nil; {
		done, err = countsOf(t).Step(ctx, db, true)
	}
	return err
}

// counting counts, beside all else, what was written. What it does not get done is done by
// the next who writes.
type counting struct {
	busy    sync.Mutex // held while it does
	end     context.CancelFunc
	written int // rows since the last look whether there is anything to count
}

// What is written until there may be something to count: rows, of which a transaction counts
// as a few, as it may delete some.
const (
	dueAfter       = 5000
	forTransaction = 25
)

// isDue reports whether it is time to look, after a transaction that wrote some rows.
func (x *counting) isDue(rows int) bool {
	x.written += rows + forTransaction
	if x.written < dueAfter {
		return false
	}
	x.written = 0
	return true
}

// lastStep is how long who closes an archive waits for what is being counted.
const lastStep = 500 * time.Millisecond

// begin counts what is there to count, unless that is being done.
func (x *counting) begin(c *counts.Columns, db *postgres.Database) {
	if !x.busy.TryLock() {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	x.end = cancel
	go func() {
		defer x.busy.Unlock()
		defer cancel()
		for done, err := true, error(nil); done && err == nil; {
			done, err = c.Step(ctx, db, false) // what fails is still uncounted, and tried again by the next
		}
	}()
}

// stop ends it.
func (x *counting) stop() {
	if x.end == nil {
		return
	}
	late := time.AfterFunc(lastStep, x.end)
	x.busy.Lock()
	late.Stop()
}
