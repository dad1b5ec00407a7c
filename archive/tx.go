package archive

import (
	"context"
	"iter"
	"strings"

	"dateline/archive/postgres"

	"github.com/ncruces/go-sqlite3"
)

// Tx is a transaction on an archive, for packages that store data of their own beside the
// documents, in tables of their own, and change both together.
type Tx struct {
	connection
	archive *Archive
	writing transaction // nil if read-only
}

// ReadTx calls do in a read-only transaction on one snapshot of the archive.
func (a *Archive) ReadTx(ctx context.Context, do func(*Tx) error) error {
	return a.readTx(ctx, func(c connection) error { return do(&Tx{connection: c}) })
}

func (a *Archive) readTx(ctx context.Context, do func(connection) error) error {
	return a.use(func(e engine) error { return e.readTx(ctx, do) })
}

// WriteTx calls do in a transaction, commits it if do returns nil, and rolls it back otherwise.
// Other writers wait meanwhile: do must not block.
func (a *Archive) WriteTx(ctx context.Context, do func(*Tx) error) error {
	return a.write(func(e engine) error {
		return e.writeTx(ctx, func(t transaction) error { return do(&Tx{t, a, t}) })
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

// MakeTables creates missing tables. The script is in the SQL of SQLite.
func (t *Tx) MakeTables(script string) error { return t.writing.make(script) }

// Later returns SQL for the time a number of seconds after another, in RFC 3339 with milliseconds.
func (t *Tx) Later(than, seconds string) string {
	return strings.NewReplacer("{time}", than, "{seconds}", seconds).Replace(t.dialect().later)
}

// Has reports whether a table exists.
func (t *Tx) Has(table string) (has bool, err error) { return t.has(table) }

// Delete deletes the rows with a value in a column of a table, and reports whether there were any.
// The table need not exist.
func (a *Archive) Delete(ctx context.Context, table, column, value string) (found bool, err error) {
	err = a.WriteTx(ctx, func(tx *Tx) error {
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

// interruptible interrupts statements on a connection when ctx ends. The returned function undoes
// that, and sets err to the error of ctx if it ended.
func interruptible(ctx context.Context, c *sqlite3.Conn, err *error) func() {
	c.SetInterrupt(ctx)
	return func() {
		c.SetInterrupt(context.Background())
		if *err != nil && ctx.Err() != nil {
			*err = ctx.Err()
		}
	}
}
