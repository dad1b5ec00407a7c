package query

import "github.com/paulmach/orb"

// Type is the type of a property that a filter may name.
type Type int

// The types that filters tell apart. Whole numbers are Numbers, days Dates.
const (
	Text Type = iota
	Number
	Date
	Truth
	Shape // a geometry
)

func (t Type) String() string {
	return [...]string{"text", "a number", "a date", "true or false", "a geometry"}[t]
}

// Field is a property that filters and orders may name: a queryable
// (OGC 19-079r2, 6).
type Field struct {
	Name string
	Type Type
}

// Geometry is the name of a feature's geometry in filters.
const Geometry = "geometry"

// Filter is an expression of CQL2 (OGC 21-065r2) that was read and found right.
// It is immutable and safe for concurrent use. The nil Filter selects all.
type Filter struct {
	bind    func(*Evaluation) predicate
	looksAt string     // a property, several or none
	bound   *orb.Bound // what is selected touches it; nil when that is not known
	sql     phrase     // the same for a database; nil where it can't say so
	parts   []*Filter  // of a conjunction
}

// Bound returns a box, lon, lat, that all touches what is selected; nil where
// the expression names none. A west greater than the east crosses the
// antimeridian.
func (f *Filter) Bound() *orb.Bound {
	if f == nil {
		return nil
	}
	return f.bound
}

// And returns a Filter that selects what both do.
func (f *Filter) And(g *Filter) *Filter {
	switch {
	case f == nil:
		return g
	case g == nil:
		return f
	}
	return and([]*Filter{f, g})
}

// Equals returns a Filter that selects the features whose property is as
// written.
func Equals(field Field, written string) (*Filter, error) {
	v, err := constantOf(field.Type, written)
	if err != nil {
		return nil, err
	}
	return compare(propertyScalar(field), "=", constant(field.Type, v)), nil
}
