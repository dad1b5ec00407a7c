package query

import "github.com/paulmach/orb"

// Type is the type of a queryable.
type Type int

// The types in filters. Integers are Numbers, days Dates.
const (
	Text Type = iota
	Number
	Date
	Boolean
	Shape // a geometry
)

func (t Type) String() string {
	return [...]string{"text", "a number", "a date", "true or false", "a geometry"}[t]
}

// Field is a property that filters and orders may name: a queryable (OGC 19-079r2, 6).
type Field struct {
	Name string
	Type Type
}

// Geometry is the name of the geometry in filters.
const Geometry = "geometry"

// Filter is a compiled CQL2 expression (OGC 21-065r2). It is immutable and safe for concurrent
// use. The nil Filter selects everything.
type Filter struct {
	bind    func(*Evaluation) predicate
	looksAt string     // the property it depends on, several or none
	bound   *orb.Bound // touched by everything selected; nil if unknown
	sql     fragment   // the same in SQL; nil if not expressible
	parts   []*Filter  // of a conjunction
}

// Bound returns a box, lon, lat, that everything selected touches; nil if the expression has
// none. A west greater than the east crosses the antimeridian.
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

// Equals returns a Filter that selects the features whose property has the written value.
func Equals(field Field, written string) (*Filter, error) {
	v, err := constantOf(field.Type, written)
	if err != nil {
		return nil, err
	}
	return compare(propertyScalar(field), "=", constant(field.Type, v)), nil
}
