package feature

import (
	"bytes"
	"encoding/json"
	"math/bits"
	"slices"
	"strconv"
	"time"
	"unsafe"
)

// Property is a named value: string, int, float64, bool, time.Time (written as a date), json.RawMessage or nil.
type Property struct {
	Name  string
	Value any
}

// Selected returns the properties with one of the names, in the order of the table; nil names all.
func (f Feature) Selected(names []string) []Property {
	var chosen []Property
	for _, p := range f.Properties {
		if names == nil || slices.Contains(names, p.Name) {
			chosen = append(chosen, p)
		}
	}
	return chosen
}

// Properties yields the number and value of each property, in the order in which they are
// written:
//
//	for _, p := range f.Properties {
//
// A value has the type in which it was set; a zero time.Time and a float64 that JSON can't
// represent are nil. Strings share the memory of the Table.
func (f Feature) Properties(yield func(int, Property) bool) {
	if f.table == nil {
		return
	}
	for i := range f.table.columns {
		c := &f.table.columns[i]
		if !yield(i, Property{c.Name, f.Value(i)}) {
			return
		}
	}
}

// Property returns the value of a property by name; nil for none.
func (f Feature) Property(name string) any {
	if f.table == nil {
		return nil
	}
	if i := f.table.Column(name); i >= 0 {
		return f.Value(i)
	}
	return nil
}

// Value returns the value of a column; nil for none.
func (f Feature) Value(column int) any {
	return f.table.value(&f.table.columns[column], f.table.code(f.position, column))
}

// Text returns the value of a text column, or the JSON of a Raw one, empty for null.
func (f Feature) Text(column int) string {
	c, v := &f.table.columns[column], f.table.code(f.position, column)
	switch {
	case v == none:
		return ""
	case c.Kind == Raw:
		return shared(f.table.stored(c, v))
	}
	return readString(f.table.stored(c, v))
}

// Day returns the value of a date column; false for null.
func (f Feature) Day(column int) (Day, bool) {
	v := f.table.code(f.position, column)
	return Day(v), v != none
}

// Integer returns the value of an integer column, 0 for null.
func (f Feature) Integer(column int) int {
	v := f.table.code(f.position, column)
	if v == none {
		return 0
	}
	return f.table.integer(&f.table.columns[column], v)
}

// Number returns the value of a number column, 0 for null.
func (f Feature) Number(column int) float64 {
	v := f.table.code(f.position, column)
	if v == none {
		return 0
	}
	return f.table.number(&f.table.columns[column], v)
}

// Null is the code of null.
const Null = none

// Code returns a number for the value of a column, the same for equal values of one Table unless
// the column's values are unique.
func (f Feature) Code(column int) uint32 { return f.table.code(f.position, column) }

// Codes sets the codes of some columns, a bit for each, at their numbers, faster than Code.
func (f Feature) Codes(columns uint64, codes []uint32) {
	t := f.table
	row := t.row(f.position)
	for left := columns; left != 0; {
		i := bits.TrailingZeros64(left)
		c := &t.columns[i]
		if c.group == alone {
			codes[i] = row[c.slot]
			left &= left - 1
			continue
		}
		g := &t.groups[c.group]
		combination := t.common.from(row[c.slot])
		for ; i < g.to; i++ {
			codes[i] = g.code(combination, i)
		}
		left &^= 1<<g.to - 1
	}
}

// AppendText appends the value of a column as text: its JSON without quotes; nothing for null.
func (f Feature) AppendText(b []byte, column int) []byte {
	c, v := &f.table.columns[column], f.table.code(f.position, column)
	switch {
	case v == none:
		return b
	case c.Kind == Text:
		return append(b, readString(f.table.stored(c, v))...)
	case c.Kind == Date:
		return appendDay(b, Day(v))
	}
	return f.table.appendJSON(b, c, v)
}

// value returns the value of a code.
func (t *Table) value(c *column, v code) any {
	if v == none {
		return nil
	}
	switch c.Kind {
	case Text:
		return readString(t.stored(c, v))
	case Boolean:
		return v == 1
	case Date:
		return Day(v).Time()
	case Number:
		return t.number(c, v)
	case Integer:
		return t.integer(c, v)
	}
	return json.RawMessage(t.stored(c, v))
}

// integer returns the value of a code in an integer column.
func (t *Table) integer(c *column, v code) int {
	if v < none {
		return int(v)
	}
	n, _ := strconv.Atoi(shared(t.stored(c, v)))
	return n
}

// number returns the value of a code in a number column.
func (t *Table) number(c *column, v code) float64 {
	n, _ := strconv.ParseFloat(shared(t.stored(c, v)), 64)
	return n
}

// value sets a value of a Property.
func (b *Builder) value(v any) {
	switch v := v.(type) {
	case nil:
		b.Null()
	case string:
		b.text(v)
	case int:
		b.Integer(v)
	case float64:
		b.Number(v)
	case bool:
		b.Boolean(v)
	case time.Time:
		b.Date(v)
	case json.RawMessage:
		b.raw(v)
	}
}

// readString reads what appendString wrote.
func readString(b []byte) string {
	inner := b[1 : len(b)-1]
	at := bytes.IndexByte(inner, '\\')
	if at < 0 {
		return shared(inner)
	}
	out := make([]byte, 0, len(inner))
	for ; at >= 0; at = bytes.IndexByte(inner, '\\') {
		out = append(out, inner[:at]...)
		c, n := readEscape(inner[at:])
		out, inner = append(out, c), inner[at+n:]
	}
	return shared(append(out, inner...))
}

// readEscape reads what appendEscape wrote for an ASCII character, and returns its length.
func readEscape(b []byte) (byte, int) {
	switch b[1] {
	case 'n':
		return '\n', 2
	case 'r':
		return '\r', 2
	case 't':
		return '\t', 2
	case 'u':
		v, _ := strconv.ParseUint(shared(b[2:6]), 16, 8)
		return byte(v), 6
	}
	return b[1], 2
}

// shared returns b as a string in the same memory. b must not change any more, which holds for
// the JSON of Features.
func shared(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
