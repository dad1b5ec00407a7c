package feature

import (
	"math"

	"github.com/paulmach/orb"
)

// Window is a box in the millionths of a degree that Tables store: whether a point lies in it,
// or on its edge, is an integer comparison.
type Window struct {
	table                    *Table
	west, south, east, north int32
}

// Window returns a box in degrees as a Window of the Table. Its west must not be east of its
// east.
func (t *Table) Window(b orb.Bound) Window {
	return Window{t, least(b.Min[0]), least(b.Min[1]), -least(-b.Max[0]), -least(-b.Max[1])}
}

// least returns the smallest whole number of millionths not below a number of degrees.
func least(degrees float64) int32 {
	v := int32(max(shapeLon+2, min(math.MaxInt32-1, math.Ceil(degrees*1e6))))
	for float64(v-1)/1e6 >= degrees {
		v--
	}
	for float64(v)/1e6 < degrees && v < math.MaxInt32 {
		v++
	}
	return v
}

// Millionths returns west, south, east and north in millionths of a degree.
func (w *Window) Millionths() (west, south, east, north int32) {
	return w.west, w.south, w.east, w.north
}

// Bound returns the window in degrees.
func (w *Window) Bound() orb.Bound {
	return orb.Bound{Min: point{w.west, w.south}.degrees(), Max: point{w.east, w.north}.degrees()}
}

// Has reports whether the feature at a position is a point in the window.
func (w *Window) Has(position int) bool {
	p := w.table.points[position]
	return p.lon >= w.west && p.lon <= w.east && p.lat >= w.south && p.lat <= w.north
}
