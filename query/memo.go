package query

import (
	"math"

	"github.com/paulmach/orb"
)

// several marks a part of a filter that depends on more than one property; otherwise the name is
// that of the one property, or Geometry, and empty for none.
const several = "*"

// both combines what two parts depend on.
func both(a, b string) string {
	switch {
	case a == "" || a == b:
		return b
	case b == "":
		return a
	}
	return several
}

// memoCost is the cost from which a cache lookup is cheaper than evaluation.
const memoCost = 3

// once caches a filter that depends on one property, so that it is evaluated once for each
// distinct value.
func (e *Evaluation) once(f *Filter) predicate {
	before := e.cost
	test := f.bind(e)
	key := e.key(f.looksAt)
	if key == nil || e.cost-before < memoCost {
		return test
	}
	e.cost = before + 2 + (e.cost-before)/16 // most values are repeated
	memo := map[uint64]ternary{}
	return func(i int) ternary {
		k, ok := key(i)
		if !ok {
			return test(i)
		}
		e.steps++
		v, known := memo[k]
		if known {
			return v
		}
		v = test(i)
		if e.room > 0 {
			e.room--
			memo[k] = v
		}
		return v
	}
}

// key returns a function that distinguishes the values of a property, nil if they are unique.
func (e *Evaluation) key(property string) func(position int) (key uint64, ok bool) {
	if property == Geometry {
		return func(i int) (uint64, bool) {
			at, isPoint := e.table.At(i).Point()
			return pointKey(at), isPoint
		}
	}
	column := e.table.Column(property)
	if column < 0 || e.table.IsUnique(column) {
		return nil
	}
	return func(i int) (uint64, bool) { return uint64(e.table.At(i).Code(column)), true }
}

// pointKey distinguishes points as Tables do, by millionths of a degree.
func pointKey(p orb.Point) uint64 {
	lon, lat := int32(math.Round(p[0]*1e6)), int32(math.Round(p[1]*1e6))
	return uint64(uint32(lon))<<32 | uint64(uint32(lat))
}

// shared caches a scalar for the current feature, for all parts of the filter that read it.
func (e *Evaluation) shared(s scalar) reader {
	if s.name == "" {
		return s.bind(e)
	}
	if r, ok := e.readers[s.name]; ok {
		return r
	}
	read, last, v := s.bind(e), -1, value{}
	r := func(i int) value {
		if i != last {
			last, v = i, read(i)
		}
		return v
	}
	e.readers[s.name] = r
	return r
}
