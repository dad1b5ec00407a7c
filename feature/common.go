package feature

import (
	"bytes"
	"math/bits"
)

// Common is the set of properties that several features have in common. Features of one Table are
// compared by codes. It covers the first 64 columns of a Table. It is not safe for concurrent use.
type Common struct {
	First   Feature // compared with the others
	columns uint64  // a bit for each column in which all agree
}

// CommonOf returns the properties of one feature, those in columns: a bit for each.
func CommonOf(f Feature, columns uint64) Common {
	return Common{f, columns & (1<<len(f.table.columns) - 1)}
}

// Add adds a feature, and so removes the properties whose value differs in it, or is missing. Of
// features of one Table the earliest becomes First.
func (a *Common) Add(f Feature) {
	if f.table != a.First.table {
		a.addByName(f)
		return
	}
	t := f.table
	one, other := t.row(a.First.position), t.row(f.position)
	for left := a.columns; left != 0; left &= left - 1 {
		i := bits.TrailingZeros64(left)
		if slot := t.columns[i].slot; one[slot] != other[slot] && !t.sameValue(i, a.First.Code(i), f.Code(i)) {
			a.columns &^= 1 << i
		}
	}
	a.First.position = min(a.First.position, f.position)
}

// addByName is Add for a feature of another Table.
func (a *Common) addByName(f Feature) {
	for left := a.columns; left != 0; left &= left - 1 {
		i := bits.TrailingZeros64(left)
		if !f.hasNamed(a.First.table.columns[i].Name, a.First.json(i)) {
			a.columns &^= 1 << i
		}
	}
}

// Merge adds the features of another Common.
func (a *Common) Merge(other Common) {
	if a.First.table == other.First.table {
		a.columns &= other.columns
	}
	a.Add(other.First)
}

// Columns returns the columns of the first feature's Table that all have in common, a bit for each.
func (a *Common) Columns() uint64 { return a.columns }

// sameValue reports whether two codes of a column stand for the same value.
func (t *Table) sameValue(i int, x, y code) bool {
	c := &t.columns[i]
	if x == y {
		return true
	}
	if x == none || y == none || c.common || c.isInline() && (x < none || y < none || c.Kind == Date) {
		return false
	}
	return bytes.Equal(t.stored(c, x), t.stored(c, y))
}

// hasNamed reports whether a property has the value.
func (f Feature) hasNamed(name string, value []byte) bool {
	i := f.table.Column(name)
	return i >= 0 && bytes.Equal(f.json(i), value)
}

// json returns the value of a column as JSON.
func (f Feature) json(i int) []byte {
	return f.table.appendJSON(nil, &f.table.columns[i], f.Code(i))
}
