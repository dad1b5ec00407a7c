package feature

import (
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/paulmach/orb"
)

// Builder fills Tables. Start begins a feature, each column then gets a value in order, and Add
// or Replace finishes it:
//
//	b.Start(id, geometry, days)
//	b.Text("Idlib")
//	b.Integer(3)
//	b.Add()
//
// It is not safe for concurrent use; its Tables are.
type Builder struct {
	table   Table
	shared  bool // whether a Table that shares the rows was handed out
	texts   []map[string]code
	numbers []map[float64]code
	last    []lastText
	unread  [][]code // by column, values of a snapshot that are not in the maps yet
	id      string
	place   orb.Geometry
	when    Days
	values  []code // by column
	row     []code // by slot
	known   []combinations
	space   []byte
	err     error
}

// The capacity of a Table: as many columns as Common has bits, and as many features as positions
// can number.
const (
	maxColumns  = 64
	maxFeatures = math.MaxInt32 - 1
)

// Errors of Builder.Err.
var (
	ErrColumns = fmt.Errorf("feature: more than %d columns", maxColumns)
	ErrFull    = fmt.Errorf("feature: more than %d features, or 16 GB of what they say", maxFeatures)
)

// Err returns ErrColumns or ErrFull if the Builder was given more than a Table can hold. It has
// added nothing since, and its Tables stay valid.
func (b *Builder) Err() error { return b.err }

// NewBuilder returns a Builder of Tables with these columns, 64 at most.
func NewBuilder(columns []Column) *Builder {
	var err error
	if len(columns) > maxColumns {
		err = ErrColumns
	}
	t := Table{columns: newColumns(columns)}
	t.groups, t.slots = grouped(t.columns)
	known := make([]combinations, len(t.groups))
	for i := range known {
		known[i].codes = map[uint64]code{}
	}
	return &Builder{
		err: err, table: t, known: known,
		texts: make([]map[string]code, len(columns)), numbers: make([]map[float64]code, len(columns)),
		last: make([]lastText, len(columns)),
	}
}

// Len returns the number of features added.
func (b *Builder) Len() int { return b.table.Len() }

// At returns the present feature at a position, valid until the next is added.
func (b *Builder) At(position int) Feature { return Feature{&b.table, position} }

// Reserve makes room for n further features.
func (b *Builder) Reserve(n int) {
	t := &b.table
	t.codes = slices.Grow(t.codes, n*t.slots)
	t.points, t.days = slices.Grow(t.points, n), slices.Grow(t.days, n)
}

// Start begins a feature. The geometry is lon, lat, nil for none; points on the
// earth are rounded to millionths of a degree.
func (b *Builder) Start(id string, geometry orb.Geometry, days Days) {
	b.recall()
	b.id, b.place, b.when, b.values = id, geometry, days, b.values[:0]
}

// Text sets a text; an empty one is null.
func (b *Builder) Text(s string) {
	if s == "" {
		b.Null()
		return
	}
	b.text(s)
}

// Null sets null.
func (b *Builder) Null() { b.values = append(b.values, none) }

// Integer sets a whole number.
func (b *Builder) Integer(n int) {
	if n >= 0 && n < int(none) {
		b.values = append(b.values, code(n))
		return
	}
	b.space = appendValue(b.space[:0], n)
	b.values = append(b.values, b.table.own.add(b.space)|none)
}

// Number sets a number; null if JSON can't represent it.
func (b *Builder) Number(v float64) {
	i := len(b.values)
	if c, ok := b.numbers[i][v]; ok {
		b.values = append(b.values, c)
		return
	}
	c := &b.table.columns[i]
	b.space = appendReal(append(b.space[:0], c.start()...), v)
	switch {
	case b.space[len(c.start())] == 'n':
		b.Null()
		return
	case c.Unique:
		b.values = append(b.values, b.table.own.add(b.space))
		return
	case b.numbers[i] == nil:
		b.numbers[i] = map[float64]code{}
	}
	at := b.table.common.add(b.space)
	b.numbers[i][v] = at
	b.values = append(b.values, at)
}

// Boolean sets true or false.
func (b *Builder) Boolean(v bool) {
	if v {
		b.values = append(b.values, 1)
		return
	}
	b.values = append(b.values, 0)
}

// Date sets a day in UTC; the zero time is null.
func (b *Builder) Date(t time.Time) {
	if t.IsZero() {
		b.Null()
		return
	}
	b.values = append(b.values, code(DayOf(t)))
}

// start returns what precedes a value in the arena.
func (c *column) start() string {
	if c.common {
		return c.prefix
	}
	return ""
}

// Add finishes the feature and returns its position, or -1 if there is no room, for which Err
// gives the reason.
func (b *Builder) Add() int {
	t := &b.table
	row, at := b.finished(), b.put()
	b.space = appendString(b.space[:0], b.id)
	row[0] = t.own.add(b.space)
	if b.err == nil && (t.isFull() || t.Len() >= maxFeatures) {
		b.err = ErrFull
	}
	if b.err != nil {
		return -1
	}
	t.codes = append(t.codes, row...)
	t.points, t.days = append(t.points, at), append(t.days, DayRangeOf(b.when))
	return len(t.points) - 1
}

// Replace finishes the feature as the new state of the one at a position, which keeps its id and
// geometry. Existing Tables keep the old one.
func (b *Builder) Replace(position int) {
	t := &b.table
	row := b.finished()
	if b.err == nil && t.isFull() {
		b.err = ErrFull
	}
	if b.err != nil {
		return
	}
	if b.shared {
		t.codes, t.days, b.shared = roomyCopy(t.codes), roomyCopy(t.days), false
	}
	copy(t.row(position)[1:], row[1:])
	t.days[position] = DayRangeOf(b.when)
}

// finished returns a row without its id, if there is a value for each column.
func (b *Builder) finished() []code {
	if len(b.values) != len(b.table.columns) {
		panic("feature: not a value for each column")
	}
	b.row = append(b.row[:0], none)
	for i := 0; i < len(b.values); i++ {
		v, number := b.values[i], b.table.columns[i].group
		if number != alone {
			to := b.table.groups[number].to
			v = b.combine(number, b.values[i:to])
			i = to - 1
		}
		b.row = append(b.row, v)
	}
	return b.row
}

// put returns the point that represents the geometry, which may be in shapes.
func (b *Builder) put() point {
	if b.place == nil {
		return point{lon: noLon}
	}
	if p, ok := b.place.(orb.Point); ok {
		if at, onEarth := pointOf(p); onEarth {
			return at
		}
	}
	t := &b.table
	b.space = AppendGeometry(b.space[:0], b.place)
	t.shapes = append(t.shapes, shape{b.place, b.place.Bound(), t.own.add(b.space)})
	return point{shapeLon, int32(len(t.shapes) - 1)}
}

// Table returns all features added so far. It shares their memory.
func (b *Builder) Table() *Table {
	t := b.table
	b.shared = true
	return &t
}

// roomyCopy copies a slice with spare capacity.
func roomyCopy[T any](s []T) []T {
	return append(make([]T, 0, len(s)+len(s)/8+16), s...)
}
