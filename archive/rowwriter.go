package archive

import (
	"dateline/document/rows"
	"dateline/geopackage"
	"dateline/schema"

	"github.com/ncruces/go-sqlite3"
	"github.com/paulmach/orb"
)

// rowWriter writes rows: its methods bind the values in order, exec stores the row. SQLite keeps
// bound values: one equal to the previous row's is not bound again.
type rowWriter struct {
	statement *sqlite3.Stmt
	column    int            // last bound
	last      []schema.Value // what each column was last bound to
	blob      []byte
	texts     texter
	err       error // the first
}

func newRowWriter(statement *sqlite3.Stmt) *rowWriter {
	return &rowWriter{statement: statement, last: make([]schema.Value, statement.BindCount()+1)}
}

func (w *rowWriter) next() int {
	w.column++
	return w.column
}

func (w *rowWriter) keep(err error) *rowWriter {
	if w.err == nil {
		w.err = err
	}
	return w
}

// row binds the columns that table.insert lists, except the first.
func (w *rowWriter) row(t *table, r *rows.Row) *rowWriter {
	w.geometry(r.Geometry).text(r.ID)
	for _, i := range t.written {
		w.value(&t.Properties[i], r.Values[i])
	}
	return w
}

// value binds a column.
func (w *rowWriter) value(p *schema.Property, v schema.Value) *rowWriter {
	column := w.next()
	if w.last[column] == v {
		return w // initially NULL
	}
	w.last[column] = v
	switch {
	case v.IsNull():
		return w.keep(w.statement.BindNull(column))
	case isStoredAsText(p):
		return w.keep(w.statement.BindText(column, w.texts.of(p, v)))
	case p.Type == schema.Number:
		return w.keep(w.statement.BindFloat(column, v.Number()))
	}
	return w.keep(w.statement.BindInt(column, v.Int()))
}

func (w *rowWriter) text(s string) *rowWriter { return w.keep(w.statement.BindText(w.next(), s)) }

func (w *rowWriter) null() *rowWriter { return w.keep(w.statement.BindNull(w.next())) }

func (w *rowWriter) integer(n int) *rowWriter { return w.keep(w.statement.BindInt(w.next(), n)) }

func (w *rowWriter) real(v float64) *rowWriter { return w.keep(w.statement.BindFloat(w.next(), v)) }

func (w *rowWriter) bytes(b []byte) *rowWriter { return w.keep(w.statement.BindBlob(w.next(), b)) }

func (w *rowWriter) geometry(g orb.Geometry) *rowWriter {
	if g == nil {
		return w.null()
	}
	var err error
	w.blob, err = geopackage.AppendBlob(w.blob[:0], g)
	return w.keep(err).bytes(w.blob)
}

// exec stores the row and resets the writer.
func (w *rowWriter) exec() error {
	if w.err == nil {
		w.err = w.statement.Exec()
	}
	err := w.err
	if err != nil { // what the columns are bound to is unknown now
		_ = w.statement.Reset() // repeats the error
		_ = w.statement.ClearBindings()
		clear(w.last)
	}
	w.column, w.err = 0, nil
	return err
}
