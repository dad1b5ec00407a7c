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
	one, other, own := t.row(a.First.position), t.row(f.position), uint64(1)<<t.own-1
	a.compare(a.columns&own, one[1:], other[1:], 0)
	if dependent := a.columns &^ own; dependent != 0 && one[t.own+1] != other[t.own+1] {
		a.compare(dependent, t.dependents.of(one), t.dependents.of(other), t.own)
	}
	a.First.position = min(a.First.position, f.position)
}

// compare removes those of some columns whose codes stand for different values; the first code is
// that of column number from.
func (a *Common) compare(columns uint64, one, other []code, from int) {
	for left := columns; left != 0; left &= left - 1 {
		i := bits.TrailingZeros64(left)
		if x, y := one[i-from], other[i-from]; x != y && !a.First.table.sameValue(i, x, y) {
			a.columns &^= 1 << i
		}
	}
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

// sameValue reports whether two different codes of a column stand for the same value.
func (t *Table) sameValue(i int, x, y code) bool {
	c := &t.columns[i]
	if x == none || y == none || c.hasPrefix() || c.isInline() && (x < none || y < none || c.Kind == Date) {
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
