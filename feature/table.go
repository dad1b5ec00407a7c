package feature

import (
	"iter"
	"math"

	"github.com/paulmach/orb"
)

// Table stores features in columns: points in whole millionths of a degree, days as numbers, and
// a four-byte code for each property, so that equal values are stored once and compared as
// numbers. It is immutable and safe for concurrent use. The zero Table is empty.
type Table struct {
	columns []column
	groups  []group
	slots   int    // codes in a row
	codes   []code // a row for each feature: its id, then the code of each property or group
	points  []point
	days    []DayRange
	shapes  []shape // of features that are not points
	own     arena   // what single features have: ids, unique values
	common  arena   // what several may have: values and combinations
}

// point is lon, lat in millionths of a degree, 0.1 m, as GeoJSON is written; or a marker that
// there is no point.
type point struct{ lon, lat int32 }

const (
	noLon    = math.MinInt32     // lon of a feature without geometry
	shapeLon = math.MinInt32 + 1 // lon of a feature in Table.shapes, at index lat
)

func (p point) isPoint() bool { return p.lon > shapeLon }

func (p point) degrees() orb.Point { return orb.Point{float64(p.lon) / 1e6, float64(p.lat) / 1e6} }

// pointOf returns a point on the earth.
func pointOf(p orb.Point) (point, bool) {
	if !(p[0] >= -180 && p[0] <= 180 && p[1] >= -90 && p[1] <= 90) {
		return point{}, false
	}
	return point{int32(math.Round(p[0] * 1e6)), int32(math.Round(p[1] * 1e6))}, true
}

// shape is a geometry other than a point on the earth.
type shape struct {
	geometry orb.Geometry // lon, lat
	bound    orb.Bound
	json     code
}

// Len returns the number of features.
func (t *Table) Len() int { return len(t.points) }

// At returns the feature at a position, from 0 to below Len.
func (t *Table) At(position int) Feature { return Feature{t, position} }

// Column returns the number of the column with a name, -1 for none.
func (t *Table) Column(name string) int {
	for i := range t.columns {
		if t.columns[i].Name == name {
			return i
		}
	}
	return -1
}

// Kind returns the kind of the values of a column.
func (t *Table) Kind(column int) Kind { return t.columns[column].Kind }

// IsUnique reports whether the values of a column are unique.
func (t *Table) IsUnique(column int) bool { return t.columns[column].Unique }

// Columns returns the columns. They must not be changed.
func (t *Table) Columns() iter.Seq2[int, *Column] {
	return func(yield func(int, *Column) bool) {
		for i := range t.columns {
			if !yield(i, &t.columns[i].Column) {
				return
			}
		}
	}
}

// DayRanges returns the days of all features, by position. They must not be changed.
func (t *Table) DayRanges() []DayRange { return t.days }

// isFull reports whether something found no room.
func (t *Table) isFull() bool { return t.own.full || t.common.full }

// row returns a row of codes.
func (t *Table) row(position int) []code {
	return t.codes[position*t.slots : (position+1)*t.slots]
}

// code returns the code of a property.
func (t *Table) code(position, column int) code {
	c := &t.columns[column]
	v := t.codes[position*t.slots+c.slot]
	if c.group == alone {
		return v
	}
	return t.groups[c.group].code(t.common.from(v), column)
}

// SamePoint reports whether the features at two positions have the same coordinate.
func (t *Table) SamePoint(i, j int) bool { return t.points[i] == t.points[j] }

// IsPoint reports whether the feature at a position is a point on the earth.
func (t *Table) IsPoint(position int) bool { return t.points[position].isPoint() }

// HasShapes reports whether any feature has a geometry other than a point.
func (t *Table) HasShapes() bool { return len(t.shapes) > 0 }

// Shapes yields the positions of the features whose geometry is not a point.
func (t *Table) Shapes() iter.Seq[int] {
	return func(yield func(int) bool) {
		if !t.HasShapes() {
			return
		}
		for i, p := range t.points {
			if p.lon == shapeLon && !yield(i) {
				return
			}
		}
	}
}
