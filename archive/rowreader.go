package archive

import (
	"errors"
	"fmt"
	"slices"

	"dateline/document"
	"dateline/document/rows"
	"dateline/geopackage"
	"dateline/schema"
	"dateline/story"

	"github.com/ncruces/go-sqlite3"
	"github.com/paulmach/orb"
)

// rowReader reads the columns of rows in order.
type rowReader struct {
	statement *sqlite3.Stmt
	column    int            // next to read
	last      []string       // what each column held in the previous row
	times     []schema.Value // likewise, of dates
	byHand    bool           // rows may have been edited: an unreadable geometry is null
	err       error          // the first
}

func newRowReader(statement *sqlite3.Stmt) *rowReader {
	columns := statement.ColumnCount()
	return &rowReader{statement: statement, last: make([]string, columns), times: make([]schema.Value, columns)}
}

// step moves to the next row; false after the last and on an error.
func (r *rowReader) step() bool {
	r.column = 0
	return r.err == nil && r.statement.Step()
}

// guard, deferred, turns a panic over the content of a row into an error.
func (r *rowReader) guard(ok *bool) {
	if v := recover(); v != nil {
		*ok = false
		r.err = fmt.Errorf("row that can't be read: %v", v)
	}
}

// end returns the first error and resets the reader for another run.
func (r *rowReader) end() error {
	err := r.statement.Err()
	if r.err != nil {
		err = r.err
	}
	_ = r.statement.Reset() // repeats the error of Step
	clear(r.last)
	clear(r.times)
	r.err = nil
	return err
}

func (r *rowReader) next() int {
	r.column++
	return r.column - 1
}

// row reads the columns that table.selected lists, except the first.
func (r *rowReader) row(t *table, into *rows.Row) {
	r.columns(t, t.Stored, into)
	for _, i := range t.Derived {
		into.Values[i] = schema.Value{}
	}
}

// columns reads those that table.columns lists for the properties with the numbers.
func (r *rowReader) columns(t *table, properties []int, into *rows.Row) {
	if into.Values == nil {
		into.Values = make([]schema.Value, len(t.Properties))
	}
	into.Geometry, into.ID = r.geometry(), r.text()
	r.values(t, properties, into)
}

// values reads the columns of the properties with the numbers.
func (r *rowReader) values(t *table, properties []int, into *rows.Row) {
	for _, i := range properties {
		into.Values[i] = r.value(&t.Properties[i])
	}
}

// article reads the columns that table.documents lists, without the further ones.
func (r *rowReader) article(t *table, into *rows.Article) {
	into.Number = r.integer()
	r.row(t, &into.Row)
	into.Hash, into.Sum, into.Digest = r.bytes(), r.integer(), story.Digest(r.bytes())
	if !into.Digest.IsValid() && r.err == nil {
		r.err = errors.New("the digest of its text is invalid")
	}
}

func (r *rowReader) value(p *schema.Property) schema.Value {
	switch {
	case p.Unique:
		return schema.OfText(r.text())
	case p.Type.IsText():
		return schema.OfText(r.shared())
	case p.Type == schema.Date:
		return r.date(p)
	}
	column := r.next()
	switch {
	case p.Type == schema.Boolean: // NULL is false
		return schema.OfBool(r.statement.ColumnInt(column) != 0)
	case !p.Never && r.statement.ColumnType(column) == sqlite3.NULL:
		return schema.Value{}
	case p.Type == schema.Number:
		return schema.OfNumber(r.statement.ColumnFloat(column))
	}
	return schema.OfInt(r.statement.ColumnInt(column))
}

func (r *rowReader) text() string { return string(r.statement.ColumnRawText(r.next())) }

// shared reads a string that consecutive rows often share.
func (r *rowReader) shared() string {
	column := r.next()
	if b := r.statement.ColumnRawText(column); r.last[column] != string(b) {
		r.last[column] = string(b)
	}
	return r.last[column]
}

func (r *rowReader) integer() int { return r.statement.ColumnInt(r.next()) }

func (r *rowReader) bytes() []byte { return slices.Clone(r.statement.ColumnRawBlob(r.next())) }

func (r *rowReader) geometry() orb.Geometry {
	g, err := geopackage.ReadBlob(r.statement.ColumnRawBlob(r.next()))
	if r.err == nil && !r.byHand {
		r.err = err
	}
	return g
}

// date reads a DATE or DATETIME.
func (r *rowReader) date(p *schema.Property) schema.Value {
	column := r.next()
	if b := r.statement.ColumnRawText(column); r.last[column] != string(b) {
		r.last[column] = string(b)
		t := document.ParseTime(r.last[column])
		r.times[column] = rows.OfDay(t)
		if p.Instant {
			r.times[column] = schema.OfInstant(t)
		}
	}
	return r.times[column]
}
