package sqlitefile

import (
	"encoding/binary"
	"io"
)

// Table is a table of a File: a rowid table without indexes.
type Table struct {
	Name string
	SQL  string // CREATE TABLE
}

// File is a database. Its first page holds the schema, the next ones the roots of its tables,
// which refer to the pages with their rows.
type File struct {
	tables []Table
	leaves [][]*page // of each table
	pages  [][]byte  // of the finished database
}

// mostLeaves is the number of pages of rows that a table may have, 64 MB; its root can refer to
// four times as many.
const mostLeaves = 1024

// New makes an empty database. Its schema must fit into a page.
func New(tables ...Table) *File { return &File{tables: tables, leaves: make([][]*page, len(tables))} }

// IsFull reports whether a table can't have more pages.
func (f *File) IsFull(table int) bool { return len(f.leaves[table]) == mostLeaves }

// Add adds a row to a table, by its number, with a positive rowid above all others there. It
// reports whether there was room: a full table may have none, and none has any for a row of 64 KB.
func (f *File) Add(table int, rowid int64, r *Record) bool {
	leaves := f.leaves[table]
	if n := len(leaves); n > 0 && leaves[n-1].add(rowid, r) {
		return true
	}
	if f.IsFull(table) || r.size(rowid) > mostCell {
		return false
	}
	p := newPage(0, leaf)
	f.leaves[table] = append(leaves, p)
	return p.add(rowid, r)
}

// databaseHeader is the size of the header of a database.
const databaseHeader = 100

// Finish completes the database, which can then be read. It reports whether the schema fits.
func (f *File) Finish() bool {
	schema := newPage(databaseHeader, leaf)
	fits := true
	var r Record
	for i, t := range f.tables {
		r.Reset()
		r.Text("table")
		r.Text(t.Name)
		r.Text(t.Name)
		r.Int(int64(i + 2)) // the number of its root
		r.Text(t.SQL)
		fits = schema.add(int64(i+1), &r) && fits
	}
	f.pages = append(f.pages, schema.bytes)
	var below [][]byte
	for _, leaves := range f.leaves {
		f.pages = append(f.pages, f.root(leaves, len(f.tables)+2+len(below)))
		if len(leaves) > 1 {
			for _, p := range leaves {
				below = append(below, p.bytes)
			}
		}
	}
	f.pages = append(f.pages, below...)
	writeHeader(f.pages[0], len(f.pages))
	return fits
}

// root returns the root of a table whose leaves begin at a number: the only leaf, if there is
// one.
func (f *File) root(leaves []*page, first int) []byte {
	switch len(leaves) {
	case 0:
		return newPage(0, leaf).bytes
	case 1:
		return leaves[0].bytes
	}
	last := len(leaves) - 1
	root := newPage(0, interior)
	for i, p := range leaves[:last] {
		root.refer(first+i, p.last)
	}
	binary.BigEndian.PutUint32(root.bytes[8:], uint32(first+last))
	return root.bytes
}

// writeHeader writes the header of a database (file format, 1.3): pages of 64 KB, no WAL, schema
// format 4, UTF-8.
func writeHeader(b []byte, pages int) {
	copy(b, "SQLite format 3\x00\x00\x01\x01\x01\x00\x40\x20\x20")
	for _, field := range []struct{ at, value int }{{24, 1}, {28, pages}, {40, 1}, {44, 4}, {56, 1}, {92, 1}, {96, 3_040_000}} {
		binary.BigEndian.PutUint32(b[field.at:], uint32(field.value))
	}
}

// Size returns the size of the finished database in bytes.
func (f *File) Size() (int64, error) { return int64(len(f.pages)) * pageSize, nil }

// ReadAt reads from the finished database (io.ReaderAt).
func (f *File) ReadAt(b []byte, at int64) (n int, err error) {
	for n < len(b) {
		number, from := int(at)/pageSize, int(at)%pageSize
		if number >= len(f.pages) {
			return n, io.EOF
		}
		read := copy(b[n:], f.pages[number][from:])
		n, at = n+read, at+int64(read)
	}
	return n, nil
}
