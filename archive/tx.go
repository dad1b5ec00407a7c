package archive

import (
	"context"
	"iter"
	"strings"

	"dateline/archive/postgres"

	"github.com/ncruces/go-sqlite3"
)

// Tx is what one moment of an archive holds, or what one transaction changes in it:
// for packages that keep something of their own beside the documents, in tables of
// their own, and for those of them that must change together with documents.
type Tx struct {
	connection
	archive *Archive
	writing transaction // nil where nothing may be written
}

// Look calls do to read; nothing else is written in between by anybody.
func (a *Archive) Look(ctx context.Context, do func(*Tx) error) error {
	return a.look(ctx, func(c connection) error { return do(&Tx{connection: c}) })
}

func (a *Archive) look(ctx context.Context, do func(connection) error) error {
	return a.use(func(e engine) error { return e.look(ctx, do) })
}

// Change calls do to write. What it writes is stored when it returns nil, all of it, and
// else nothing. Others that write wait meanwhile: do must not wait for anything.
func (a *Archive) Change(ctx context.Context, do func(*Tx) error) error {
	return a.write(func(e engine) error {
		return e.transact(ctx, func(t transaction) error { return do(&Tx{t, a, t}) })
	})
}

// Postgres returns the transaction as PostgreSQL has it; nil where the archive is a file.
func (t *Tx) Postgres() *postgres.Tx {
	switch c := t.connection.(type) {
	case databaseConnection:
		return c.tx
	case *databaseWriter:
		return c.tx
	}
	return nil
}

// Postgres returns the database that the archive is in; nil where it is a file.
func (a *Archive) Postgres() *postgres.Database {
	var db *postgres.Database
	_ = a.use(func(e engine) error { // fails where it is closed: then there is none
		if d, is := e.(*database); is {
			db = d.Database
		}
		return nil
	})
	return db
}

// Store stores documents as Archive.Store does, with what else the transaction changes.
func (t *Tx) Store(docs []*Packed) (PutResult, error) {
	if len(docs) == 0 {
		return PutResult{}, nil
	}
	stored, err := t.archive.inBatch(t.writing, func(b *batch) error { return b.putDocuments(docs) })
	return stored.PutResult, err
}

// Exec runs a statement.
func (t *Tx) Exec(sql string, values ...any) error { return run(t.connection, sql, values...) }

// MakeTables makes tables where they are not there yet, which SQLite is told how to.
func (t *Tx) MakeTables(script string) error { return t.writing.make(script) }

// Later returns what in SQL is a time, as RFC 3339 has it with milliseconds, that lies a
// number of seconds behind another.
func (t *Tx) Later(than, seconds string) string {
	return strings.NewReplacer("{time}", than, "{seconds}", seconds).Replace(t.dialect().later)
}

// Has reports whether there is a table.
func (t *Tx) Has(table string) (has bool, err error) { return t.has(table) }

// Delete deletes the rows of a table, which may not be there, that have a value in a
// column, and reports whether there were any.
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

// Rows yields what a query answers. Values, which stand as ?1, ?2 … in it, are of type
// string, int64, int, bool or []byte, or nil.
func (t *Tx) Rows(sql string, values ...any) iter.Seq2[Row, error] { return t.rows(sql, values...) }

// interruptible has a connection end what it does when ctx ends, until the function that
// is returned is called; the error is that of ctx then.
func interruptible(ctx context.Context, c *sqlite3.Conn, err *error) func() {
	c.SetInterrupt(ctx)
	return func() {
		c.SetInterrupt(context.Background())
		if *err != nil && ctx.Err() != nil {
			*err = ctx.Err()
		}
	}
}
