package archive

import (
	"fmt"
	"iter"

	"github.com/ncruces/go-sqlite3"
)

// sqlite is a connection to the file of an archive.
type sqlite struct {
	conn *sqlite3.Conn            // nil after close
	idle map[string]*sqlite3.Stmt // prepared statements, for reuse
}

// rows yields the rows of a query. Its statement is kept for reuse.
func (q *sqlite) rows(sql string, values ...any) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		s, err := q.take(sql)
		if err != nil {
			yield(Row{}, err)
			return
		}
		defer q.giveBack(sql, s)
		for i, v := range values {
			if err := bind(s, i+1, v); err != nil {
				yield(Row{}, err)
				return
			}
		}
		for s.Step() {
			if !yield(Row{sqliteCells{s}}, nil) {
				return
			}
		}
		if err := s.Err(); err != nil {
			yield(Row{}, err)
		}
	}
}

func (q *sqlite) take(sql string) (*sqlite3.Stmt, error) {
	if s := q.idle[sql]; s != nil {
		delete(q.idle, sql)
		return s, nil
	}
	return prepare(q.conn, sql)
}

func (q *sqlite) giveBack(sql string, s *sqlite3.Stmt) {
	failed := s.Reset() != nil // Reset repeats the last error
	if q.idle == nil {
		q.idle = map[string]*sqlite3.Stmt{}
	}
	if failed || q.idle[sql] != nil || s.ClearBindings() != nil {
		_ = s.Close() // likewise
		return
	}
	q.idle[sql] = s
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

func (q *sqlite) has(table string) (bool, error) {
	n, err := count(q, `SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?1`, table)
	return n > 0, err
}

func (q *sqlite) make(script string) error { return q.conn.Exec(script) }

func (q *sqlite) dialect() *dialect {
	return &dialect{named: selectNamed, overwrite: overwrite, later: `strftime('%Y-%m-%dT%H:%M:%fZ', {time}, ({seconds}) || ' seconds')`}
}

// sqliteCells are the columns of a statement's current row.
type sqliteCells struct{ *sqlite3.Stmt }

func (c sqliteCells) Int(column int) int64 { return c.ColumnInt64(column) }

func (c sqliteCells) Text(column int) string { return c.ColumnText(column) }

func (c sqliteCells) Bytes(column int) []byte { return c.ColumnBlob(column, nil) }

func (c sqliteCells) Value(column int) any {
	switch c.ColumnType(column) {
	case sqlite3.NULL:
		return nil
	case sqlite3.INTEGER:
		return c.ColumnInt64(column)
	}
	return c.ColumnText(column)
}
