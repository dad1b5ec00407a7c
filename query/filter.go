package query

import (
	"time"

	"dateline/geo"

	"github.com/paulmach/orb"
)

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

// verdict is a truth value of Kleene's logic, which SQL has too: what is asked
// of a property that is null is neither true nor false.
type verdict int8

const (
	no      verdict = -1
	unknown verdict = 0
	yes     verdict = 1
)

func of(b bool) verdict {
	if b {
		return yes
	}
	return no
}

// Filter is an expression of CQL2 (OGC 21-065r2) made ready. It is immutable
// and safe for concurrent use. The nil Filter selects all.
type Filter struct {
	test  func(geo.Feature) verdict
	bound *orb.Bound // what is selected touches it; nil when that is not known
}

// Matches reports whether the feature is selected: whether the expression is
// true of it, rather than false or unknown.
func (f *Filter) Matches(feature geo.Feature) bool { return f == nil || f.test(feature) == yes }

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
	both := &Filter{test: func(x geo.Feature) verdict { return min(f.test(x), g.test(x)) }, bound: f.bound}
	if both.bound == nil {
		both.bound = g.bound
	}
	return both
}

// or returns a Filter that selects what one of the two does.
func (f *Filter) or(g *Filter) *Filter {
	return &Filter{test: func(x geo.Feature) verdict { return max(f.test(x), g.test(x)) }}
}

// not returns a Filter that selects what f refuses.
func (f *Filter) not() *Filter {
	return &Filter{test: func(x geo.Feature) verdict { return -f.test(x) }}
}

// Equals returns a Filter that selects the features whose property is as
// written.
func Equals(field Field, written string) (*Filter, error) {
	constant, err := constantOf(field.Type, written)
	if err != nil {
		return nil, err
	}
	return compare(property(field), "=", scalar{kind: field.Type, value: func(geo.Feature) any { return constant }}), nil
}

// valueOf returns a property in the form in which filters compare it: a string,
// float64, bool, geo.Day or nil.
func valueOf(f geo.Feature, name string) any {
	switch v := f.Property(name).(type) {
	case int:
		return float64(v)
	case time.Time:
		return geo.DayOf(v)
	case string, float64, bool:
		return v
	}
	return nil
}
