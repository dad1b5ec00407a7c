package archive

import (
	"context"
	"fmt"
	"iter"

	"github.com/ncruces/go-sqlite3"
)

// Tx is what one moment of an archive holds, or what one transaction changes in it:
// for packages that keep something of their own beside the documents, in tables of
// their own, and for those of them that must change together with documents.
type Tx struct {
	conn   *sqlite3.Conn
	writer *writer // nil where nothing may be written
}

// Look calls do to read; nothing else is written in between by anybody.
func (a *Archive) Look(ctx context.Context, do func(*Tx) error) error {
	return a.use(func(s *session) (err error) {
		f := s.fetcher
		f.mu.Lock()
		defer f.mu.Unlock()
		if f.conn == nil {
			return ErrClosed
		}
		defer interruptible(ctx, f.conn, &err)()
		transaction := f.conn.Begin()
		defer transaction.End(&err)
		return do(&Tx{conn: f.conn})
	})
}

// Change calls do to write. What it writes is stored when it returns nil, all of it, and
// else nothing. Others that write wait meanwhile: do must not wait for anything.
func (a *Archive) Change(ctx context.Context, do func(*Tx) error) error {
	return a.write(func(s *session) error {
		return s.writer.transact(ctx, func() error { return do(&Tx{s.writer.conn, s.writer}) })
	})
}

// Store stores documents as Archive.Store does, with what else the transaction changes.
func (t *Tx) Store(docs []*Packed) (PutResult, error) {
	if len(docs) == 0 {
		return PutResult{}, nil
	}
	stored, err := t.writer.inBatch(func(b *batch) error { return b.putDocuments(docs) })
	return stored.PutResult, err
}

// Exec runs a statement.
func (t *Tx) Exec(sql string, values ...any) error {
	for _, err := range t.Rows(sql, values...) {
		if err != nil {
			return err
		}
	}
	return nil
}

// ExecScript runs statements that take no values.
func (t *Tx) ExecScript(sql string) error { return t.conn.Exec(sql) }

// Has reports whether there is a table.
func (t *Tx) Has(table string) (has bool, err error) {
	for _, err := range t.Rows(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`, table) {
		if err != nil {
			return false, err
		}
		has = true
	}
	return has, nil
}

// Delete deletes the rows of a table, which may not be there, that have a value in a
// column, and reports whether there were any.
func (a *Archive) Delete(ctx context.Context, table, column, value string) (found bool, err error) {
	err = a.Change(ctx, func(tx *Tx) error {
		if has, err := tx.Has(table); err != nil || !has {
			return err
		}
		for _, err := range tx.Rows("DELETE FROM "+sqlite3.QuoteIdentifier(table)+" WHERE "+sqlite3.QuoteIdentifier(column)+" = ? RETURNING 1", value) {
			if err != nil {
				return err
			}
			found = true
		}
		return nil
	})
	return found, err
}

// Row is a row of an answer, until the next is asked for.
type Row struct{ statement *sqlite3.Stmt }

// Int returns a column, the first being 0; 0 where it is null.
func (r Row) Int(column int) int64 { return r.statement.ColumnInt64(column) }

// Text returns a column; "" where it is null.
func (r Row) Text(column int) string { return r.statement.ColumnText(column) }

// Rows yields what a query answers. Values are of type string, int64, int, bool or
// []byte, or nil.
func (t *Tx) Rows(sql string, values ...any) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		s, _, err := t.conn.Prepare(sql)
		if err != nil {
			yield(Row{}, err)
			return
		}
		defer s.Close()
		for i, v := range values {
			if err := bind(s, i+1, v); err != nil {
				yield(Row{}, err)
				return
			}
		}
		for s.Step() {
			if !yield(Row{s}, nil) {
				return
			}
		}
		if err := s.Err(); err != nil {
			yield(Row{}, err)
		}
	}
}

func bind(s *sqlite3.Stmt, column int, value any) error {
	switch v := value.(type) {
	case nil:
		return s.BindNull(column)
	case string:
		return s.BindText(column, v)
	case int:
		return s.BindInt(column, v)
	case int64:
		return s.BindInt64(column, v)
	case bool:
		return s.BindBool(column, v)
	case []byte:
		return s.BindBlob(column, v)
	}
	return fmt.Errorf("archive: no column holds a %T", value)
}

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
