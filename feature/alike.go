package feature

import (
	"bytes"
	"math/bits"
)

// Alike is the set of properties in which several features agree. Features of one Table are
// compared by codes. It covers the first 64 columns of a Table. It is not safe for concurrent
// use.
type Alike struct {
	First   Feature // compared with the others
	columns uint64  // a bit for each column in which all agree
}

// AlikeTo returns those properties of a feature that lie in columns, a bit for each.
func AlikeTo(f Feature, columns uint64) Alike {
	return Alike{f, columns & (1<<len(f.table.columns) - 1)}
}

// Keep removes the properties whose value differs in f, or is missing. Of features of one Table
// the earliest becomes First.
func (a *Alike) Keep(f Feature) {
	if f.table != a.First.table {
		a.keepNamed(f)
		return
	}
	one, other := f.table.row(a.First.position)[1:], f.table.row(f.position)[1:]
	for left := a.columns; left != 0; left &= left - 1 {
		if i := bits.TrailingZeros64(left); one[i] != other[i] && !f.table.same(i, one[i], other[i]) {
			a.columns &^= 1 << i
		}
	}
	a.First.position = min(a.First.position, f.position)
}

// keepNamed is Keep for a feature of another Table.
func (a *Alike) keepNamed(f Feature) {
	for left := a.columns; left != 0; left &= left - 1 {
		i := bits.TrailingZeros64(left)
		if !f.hasNamed(a.First.table.columns[i].Name, a.First.json(i)) {
			a.columns &^= 1 << i
		}
	}
}

// Join removes what differs in the features of another Alike.
func (a *Alike) Join(other Alike) {
	if a.First.table == other.First.table {
		a.columns &= other.columns
	}
	a.Keep(other.First)
}

// Columns returns the columns of the first feature's Table in which all features agree, a bit
// for each.
func (a *Alike) Columns() uint64 { return a.columns }

// same reports whether two different codes of a column stand for the same value.
func (t *Table) same(i int, x, y code) bool {
	c := &t.columns[i]
	if x == none || y == none || c.hasPrefix() || c.isInline() && (x < none || y < none || c.Kind == Date) {
		return false
	}
	return bytes.Equal(t.lying(c, x), t.lying(c, y))
}

// hasNamed reports whether a property has the value.
func (f Feature) hasNamed(name string, value []byte) bool {
	i := f.table.Column(name)
	return i >= 0 && bytes.Equal(f.json(i), value)
}

// json returns the value of a column as JSON.
func (f Feature) json(i int) []byte {
	return f.table.appendJSON(nil, &f.table.columns[i], f.table.row(f.position)[i+1])
}
