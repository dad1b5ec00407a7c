package atlas

import (
	"fmt"
	"time"

	"dateline/geopackage"

	"github.com/ncruces/go-sqlite3"
	"github.com/paulmach/orb"
)

// insertion writes rows: its methods give the values one after another, exec
// stores them. An empty string and a zero time are NULL. SQLite keeps what it was
// given: a text or time that is that of the row before is not given again.
type insertion struct {
	statement *sqlite3.Stmt
	column    int // given last
	texts     []string
	times     []time.Time
	blob      []byte
	err       error // the first
}

func newInsertion(statement *sqlite3.Stmt) *insertion {
	columns := statement.BindCount() + 1
	return &insertion{statement: statement, texts: make([]string, columns), times: make([]time.Time, columns)}
}

func (r *insertion) next() int {
	r.column++
	return r.column
}

func (r *insertion) keep(err error) *insertion {
	if r.err == nil {
		r.err = err
	}
	return r
}

// text gives what a column holds that is given texts only.
func (r *insertion) text(s string) *insertion {
	column := r.next()
	if s == r.texts[column] {
		return r // NULL at first
	}
	r.texts[column] = s
	if s == "" {
		return r.keep(r.statement.BindNull(column))
	}
	return r.keep(r.statement.BindText(column, s))
}

func (r *insertion) null() *insertion { return r.keep(r.statement.BindNull(r.next())) }

func (r *insertion) integer(n int) *insertion { return r.keep(r.statement.BindInt(r.next(), n)) }

func (r *insertion) real(v float64) *insertion { return r.keep(r.statement.BindFloat(r.next(), v)) }

// truth writes a BOOLEAN of OGC 12-128r17, table 1.
func (r *insertion) truth(v bool) *insertion {
	if v {
		return r.integer(1)
	}
	return r.integer(0)
}

func (r *insertion) bytes(b []byte) *insertion { return r.keep(r.statement.BindBlob(r.next(), b)) }

func (r *insertion) geometry(g orb.Geometry) *insertion {
	if g == nil {
		return r.null()
	}
	var err error
	r.blob, err = geopackage.AppendBlob(r.blob[:0], g)
	return r.keep(err).bytes(r.blob)
}

// day writes a DATE of OGC 12-128r17, table 1.
func (r *insertion) day(t time.Time) *insertion { return r.time(t, time.DateOnly) }

// instant writes a DATETIME of OGC 12-128r17, table 1.
func (r *insertion) instant(t time.Time) *insertion { return r.time(t, instantLayout) }

const instantLayout = "2006-01-02T15:04:05.000Z"

// time gives what a column holds that is given times of one layout only.
func (r *insertion) time(t time.Time, layout string) *insertion {
	column := r.column + 1
	switch {
	case r.times[column].Equal(t):
		r.column = column
		return r // NULL at first
	case t.IsZero():
		r.times[column] = t
		return r.text("")
	}
	r.times[column] = t
	return r.text(t.UTC().Format(layout))
}

// exec stores the row and makes ready for the next.
func (r *insertion) exec() error {
	if r.err == nil {
		r.err = r.statement.Exec()
	}
	err := r.err
	if err != nil { // what the columns hold is not known any more
		_ = r.statement.Reset() // the first error is the one that says more
		_ = r.statement.ClearBindings()
		clear(r.texts)
		clear(r.times)
	}
	r.column, r.err = 0, nil
	return err
}

// reading reads the columns of rows one after another. NULL is the empty string,
// the zero time and no geometry.
type reading struct {
	statement *sqlite3.Stmt
	column    int         // to be read next
	last      []string    // what each column held in the row before
	times     []time.Time // likewise
	err       error       // the first
}

func newReading(statement *sqlite3.Stmt) *reading {
	columns := statement.ColumnCount()
	return &reading{statement: statement, last: make([]string, columns), times: make([]time.Time, columns)}
}

// step goes to the next row, false after the last and when there is an error.
func (r *reading) step() bool {
	r.column = 0
	return r.err == nil && r.statement.Step()
}

// guard makes an error of a panic over what a row holds, when it is deferred.
func (r *reading) guard(ok *bool) {
	if v := recover(); v != nil {
		*ok = false
		r.err = fmt.Errorf("row that can't be read: %v", v)
	}
}

// end returns the first error and makes ready for another run.
func (r *reading) end() error {
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

func (r *reading) next() int {
	r.column++
	return r.column - 1
}

func (r *reading) text() string { return string(r.statement.ColumnRawText(r.next())) }

// name reads a string that rows after each other often share.
func (r *reading) name() string {
	column := r.next()
	if b := r.statement.ColumnRawText(column); r.last[column] != string(b) {
		r.last[column] = string(b)
	}
	return r.last[column]
}

func (r *reading) integer() int { return r.statement.ColumnInt(r.next()) }

func (r *reading) real() float64 { return r.statement.ColumnFloat(r.next()) }

// truth reads a BOOLEAN; NULL is false.
func (r *reading) truth() bool { return r.integer() != 0 }

func (r *reading) bytes() []byte { return r.statement.ColumnBlob(r.next(), nil) }

func (r *reading) geometry() orb.Geometry {
	g, err := geopackage.ReadBlob(r.statement.ColumnRawBlob(r.next()))
	if r.err == nil {
		r.err = err
	}
	return g
}

// date reads the columns of a dating.
func (r *reading) date() dating { return dating{r.time(), r.name(), r.name()} }

// time reads a DATE or DATETIME.
func (r *reading) time() time.Time {
	column := r.next()
	if b := r.statement.ColumnRawText(column); r.last[column] != string(b) {
		r.last[column] = string(b)
		r.times[column] = parseTime(r.last[column])
	}
	return r.times[column]
}
