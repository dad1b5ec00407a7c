package archive

import (
	"context"
	"iter"
	"strings"

	"dateline/archive/postgres"

	"github.com/ncruces/go-sqlite3"
)

// Tx is a snapshot of an archive, or a transaction: for packages that store something of their
// own beside the documents, in tables of their own, where it must change together with
// documents.
type Tx struct {
	connection
	archive *Archive
	writing transaction // nil if read-only
}

// Look calls do to read a consistent snapshot.
func (a *Archive) Look(ctx context.Context, do func(*Tx) error) error {
	return a.look(ctx, func(c connection) error { return do(&Tx{connection: c}) })
}

func (a *Archive) look(ctx context.Context, do func(connection) error) error {
	return a.use(func(e engine) error { return e.look(ctx, do) })
}

// Change calls do to write. If it returns nil all it wrote is stored, otherwise nothing. Other
// writers wait meanwhile: do must not wait for anything.
func (a *Archive) Change(ctx context.Context, do func(*Tx) error) error {
	return a.write(func(e engine) error {
		return e.transact(ctx, func(t transaction) error { return do(&Tx{t, a, t}) })
	})
}

// Postgres returns the transaction of PostgreSQL; nil if the archive is a file.
func (t *Tx) Postgres() *postgres.Tx {
	switch c := t.connection.(type) {
	case databaseConnection:
		return c.tx
	case *databaseWriter:
		return c.tx
	}
	return nil
}

// Postgres returns the database of the archive; nil if it is a file.
func (a *Archive) Postgres() *postgres.Database {
	var db *postgres.Database
	_ = a.use(func(e engine) error { // fails if it is closed: then there is none
		if d, is := e.(*database); is {
			db = d.Database
		}
		return nil
	})
	return db
}

// Store stores documents as Archive.Store does, within the transaction.
func (t *Tx) Store(docs []*Packed) (PutResult, error) {
	if len(docs) == 0 {
		return PutResult{}, nil
	}
	stored, err := t.archive.inBatch(t.writing, func(b *batch) error { return b.putDocuments(docs) })
	return stored.PutResult, err
}

// Exec runs a statement.
func (t *Tx) Exec(sql string, values ...any) error { return run(t.connection, sql, values...) }

// MakeTables creates missing tables, from statements of SQLite.
func (t *Tx) MakeTables(script string) error { return t.writing.make(script) }

// Later returns the SQL for a time, as RFC 3339 with milliseconds, a number of seconds after
// another.
func (t *Tx) Later(than, seconds string) string {
	return strings.NewReplacer("{time}", than, "{seconds}", seconds).Replace(t.dialect().later)
}

// Has reports whether there is a table.
func (t *Tx) Has(table string) (has bool, err error) { return t.has(table) }

// Delete deletes the rows with a value in a column of a table, which may not exist, and reports
// whether there were any.
func (a *Archive) Delete(ctx context.Context, table, column, value string) (found bool, err error) {
	err = a.Change(ctx, func(tx *Tx) error {
		if has, err := tx.Has(table); err != nil || !has {
			return err
		}
		sql := "DELETE FROM " + sqlite3.QuoteIdentifier(table) + " WHERE " + sqlite3.QuoteIdentifier(column) + " = ?1 RETURNING 1"
		_, found, err = first(tx, sql, value)
		return err
	})
	return found, err
}

// Rows yields the rows of a query. Its parameters ?1, ?2 … are of type string, int64, int, bool
// or []byte, or nil.
func (t *Tx) Rows(sql string, values ...any) iter.Seq2[Row, error] { return t.rows(sql, values...) }

// interruptible makes a connection stop when ctx ends, until the returned function is called,
// which then returns the error of ctx.
func interruptible(ctx context.Context, c *sqlite3.Conn, err *error) func() {
	c.SetInterrupt(ctx)
	return func() {
		c.SetInterrupt(context.Background())
		if *err != nil && ctx.Err() != nil {
			*err = ctx.Err()
		}
	}
}
