package sqlitefile_test

import (
	"crypto/rand"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"dateline/archive/sqlitefile"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/vfs/readervfs"
)

// values are of every type, whole numbers on both sides of the bounds of each size, and texts
// whose lengths need one to three bytes.
func values() (all []any) {
	all = []any{nil, 0.5, -0.25, math.MaxFloat64, "", "x", "مورك", "a\x00b", []byte{}, []byte{0, 1, 255}}
	for bits := range 64 {
		for _, v := range []int64{-1 << bits, -1<<bits - 1, 1<<bits - 1, 1 << bits} {
			all = append(all, v)
		}
	}
	for _, n := range []int{57, 58, 59, 8185, 8186, 8187, 40_000} {
		all = append(all, strings.Repeat("y", n), make([]byte, n))
	}
	return all
}

// rowsOf makes rows of values that come in turn.
func rowsOf(rows, columns int, of ...any) [][]any {
	all := make([][]any, rows)
	for i := range all {
		for k := range columns {
			all[i] = append(all[i], of[(i*columns+k)%len(of)])
		}
	}
	return all
}

const largest = 1<<16 - 35 // of a cell

// SQLite finds in a file what it makes itself of the same rows, copies it, and finds nothing
// wrong with the file or the copy.
func TestFile(t *testing.T) {
	tests := []struct {
		name   string
		first  int64 // rowid
		tables [][][]any
	}{
		{"no rows", 1, [][][]any{rowsOf(0, 1)}},
		{"values of each type", 1, [][][]any{rowsOf(len(values()), 1, values()...)}},
		{"one page, and one more row", 1, [][][]any{rowsOf(int(largest/115), 1, strings.Repeat("z", 100)), rowsOf(int(largest/115)*2, 1, strings.Repeat("z", 100))}},
		{"many pages, rowids of four and five bytes", 1<<28 - 10_000, [][][]any{rowsOf(40_000, 3, "Tell Made", int64(7), nil, 0.25)}},
		{"headers whose size needs one byte and two", 1, [][][]any{rowsOf(3, 125, nil), rowsOf(3, 126, nil), rowsOf(3, 127, nil), rowsOf(3, 128, nil)}},
		{"tables side by side", 1, [][][]any{rowsOf(2000, 2, "first"), rowsOf(0, 1), rowsOf(5000, 4, "third", 1.5), rowsOf(1, 1, "last")}},
		{"the largest rows", 1, [][][]any{rowsOf(3, 1, strings.Repeat("z", largest-9))}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := newFile(tt.tables)
			c := attached(t, f, func() {
				for i, rows := range tt.tables {
					for k, row := range rows {
						if !f.Add(i, tt.first+int64(k), record(row)) {
							t.Fatalf("no room for row %d", k)
						}
					}
				}
			})
			for i, rows := range tt.tables {
				insert(t, c, i, tt.first, rows)
				exec(t, c, create(fmt.Sprintf("copy%d", i), rows))
				exec(t, c, fmt.Sprintf("INSERT INTO copy%d SELECT * FROM made.t%d", i, i))
				sameRows(t, c, fmt.Sprintf("main.t%d", i), fmt.Sprintf("made.t%d", i))
				sameRows(t, c, fmt.Sprintf("main.t%d", i), fmt.Sprintf("copy%d", i))
			}
			for _, schema := range []string{"made", "main"} {
				if says := first(t, c, "PRAGMA "+schema+".integrity_check"); says != "ok" {
					t.Errorf("%s: %s", schema, says)
				}
			}
		})
	}
}

// What does not fit is refused, and what was added before is still there.
func TestFull(t *testing.T) {
	f := newFile([][][]any{rowsOf(1, 1, "")})
	added := int64(0)
	c := attached(t, f, func() {
		large := record([]any{strings.Repeat("z", largest)})
		if f.Add(0, 1, large) {
			t.Error("there was room for a row of more than a page")
		}
		half := record([]any{make([]byte, 40_000)})
		for f.Add(0, added+1, half) {
			added++
		}
		if f.Add(0, added+1, large) || !f.IsFull(0) {
			t.Error("it is not full")
		}
	})
	if got := first(t, c, "SELECT count(*) || ' ' || max(fid) FROM made.t0"); got != fmt.Sprint(added, added) {
		t.Errorf("%s, want %d", got, added)
	}
	if says := first(t, c, "PRAGMA made.integrity_check"); says != "ok" {
		t.Error(says)
	}
}

func TestSchemaThatDoesNotFit(t *testing.T) {
	if sqlitefile.New(sqlitefile.Table{Name: "t", SQL: strings.Repeat(" ", 1<<16)}).Finish() {
		t.Error("it fits")
	}
}

func create(name string, rows [][]any) string {
	sql := "CREATE TABLE " + name + " (fid INTEGER PRIMARY KEY"
	if len(rows) == 0 {
		return sql + ", c0)"
	}
	for k := range rows[0] {
		sql += fmt.Sprintf(", c%d", k)
	}
	return sql + ")"
}

func newFile(tables [][][]any) *sqlitefile.File {
	var all []sqlitefile.Table
	for i, rows := range tables {
		name := fmt.Sprintf("t%d", i)
		all = append(all, sqlitefile.Table{Name: name, SQL: create(name, rows)})
	}
	return sqlitefile.New(all...)
}

func record(row []any) *sqlitefile.Record { return encode(&sqlitefile.Record{}, row) }

func encode(r *sqlitefile.Record, row []any) *sqlitefile.Record {
	r.Reset()
	r.Null()
	for _, v := range row {
		switch v := v.(type) {
		case nil:
			r.Null()
		case int64:
			r.Int(v)
		case float64:
			r.Float(v)
		case string:
			r.Text(v)
		case []byte:
			r.Bytes(v)
		}
	}
	return r
}

// attached fills and finishes a file, and opens an empty database to which it is attached.
func attached(t *testing.T, f *sqlitefile.File, fill func()) *sqlite3.Conn {
	t.Helper()
	fill()
	if !f.Finish() {
		t.Fatal("the schema does not fit")
	}
	name := rand.Text()
	readervfs.Create(name, f)
	t.Cleanup(func() { readervfs.Delete(name) })
	c, err := sqlite3.Open(":memory:")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	exec(t, c, "ATTACH 'file:"+name+"?vfs=reader' AS made")
	return c
}

func exec(t *testing.T, c *sqlite3.Conn, sql string) {
	t.Helper()
	if err := c.Exec(sql); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}

// insert has SQLite make a table.
func insert(t *testing.T, c *sqlite3.Conn, table int, rowid int64, rows [][]any) {
	t.Helper()
	exec(t, c, create(fmt.Sprintf("t%d", table), rows))
	if err := insertInto(c, table, rowid, rows); err != nil {
		t.Fatal(err)
	}
}

func insertInto(c *sqlite3.Conn, table int, rowid int64, rows [][]any) error {
	if len(rows) == 0 {
		return nil
	}
	s, _, err := c.Prepare(fmt.Sprintf("INSERT INTO t%d VALUES (?%s)", table, strings.Repeat(", ?", len(rows[0]))))
	if err != nil {
		return err
	}
	defer s.Close()
	for i, row := range rows {
		err := s.BindInt64(1, rowid+int64(i))
		for k, v := range row {
			err = errors.Join(err, bind(s, k+2, v))
		}
		if err := errors.Join(err, s.Exec()); err != nil {
			return err
		}
	}
	return nil
}

func bind(s *sqlite3.Stmt, column int, v any) error {
	switch v := v.(type) {
	case int64:
		return s.BindInt64(column, v)
	case float64:
		return s.BindFloat(column, v)
	case string:
		return s.BindText(column, v)
	case []byte:
		return s.BindBlob(column, v)
	}
	return s.BindNull(column)
}

// sameRows compares tables, with the types of all values.
func sameRows(t *testing.T, c *sqlite3.Conn, one, other string) {
	t.Helper()
	for _, of := range [][2]string{{one, other}, {other, one}} {
		if n := first(t, c, "SELECT count(*) FROM (SELECT * FROM "+of[0]+" EXCEPT SELECT * FROM "+of[1]+")"); n != "0" {
			t.Errorf("%s rows of %s are not in %s", n, of[0], of[1])
		}
		if one, other := first(t, c, "SELECT group_concat(typeof(c0), '') FROM "+of[0]), first(t, c, "SELECT group_concat(typeof(c0), '') FROM "+of[1]); one != other {
			t.Errorf("the types in %s are not those in %s", of[0], of[1])
		}
	}
}

func first(t *testing.T, c *sqlite3.Conn, sql string) string {
	t.Helper()
	s, _, err := c.Prepare(sql)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if !s.Step() {
		t.Fatalf("%s: no row: %v", sql, s.Err())
	}
	return s.ColumnText(0)
}
