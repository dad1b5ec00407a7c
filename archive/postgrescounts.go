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

// countsOf returns the columns in which mentions are counted.
func countsOf(t *tables) *counts.Columns { return t.countsAt(t.version) }

// countsAt is countsOf for an older version of the archive.
func (t *tables) countsAt(version int) *counts.Columns {
	mentions, properties := t.parts[rows.Mentions], []schema.Property(nil)
	for _, i := range mentions.written {
		if p := mentions.Properties[i]; p.Since <= version {
			properties = append(properties, p)
		}
	}
	return counts.Of(properties, databaseType)
}

// hasNew reports whether rows have properties added after a version.
func (t *table) hasNew(version int) bool {
	return slices.ContainsFunc(t.written, func(i int) bool { return t.Properties[i].Since == version })
}

// CountedColumns returns the columns by which a database of a Model counts mentions.
func CountedColumns(t *rows.Tables) *counts.Columns { return countsOf(newTables(t.Model)) }

// Recount discards the counts of a database and counts its mentions again.
func Recount(ctx context.Context, address string) error {
	t := newTables(rows.DefaultModel())
	err := postgres.Run(ctx, address, counts.Forget())
	if err == nil {
		err = countAll(ctx, t, address)
	}
	return explain(postgres.Redacted(address), err)
}

// countAll counts all mentions of a database that are not yet counted.
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

// counting counts new rows in the background. What it does not finish is done by the next writer.
type counting struct {
	busy    sync.Mutex // held while counting
	end     context.CancelFunc
	written int // rows since it was last checked whether there is anything to count
}

// How many rows are written before checking. A transaction counts as a few rows, as it may delete
// some.
const (
	dueAfter       = 5000
	forTransaction = 25
)

// isDue reports whether to check, after a transaction that wrote some rows.
func (x *counting) isDue(rows int) bool {
	x.written += rows + forTransaction
	if x.written < dueAfter {
		return false
	}
	x.written = 0
	return true
}

// lastStep is how long closing an archive waits for a step of counting.
const lastStep = 500 * time.Millisecond

// begin starts counting, unless it is running.
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
			done, err = c.Step(ctx, db, false) // after an error the rows remain uncounted, for the next writer
		}
	}()
}

// stop stops counting.
func (x *counting) stop() {
	if x.end == nil {
		return
	}
	late := time.AfterFunc(lastStep, x.end)
	x.busy.Lock()
	late.Stop()
}
