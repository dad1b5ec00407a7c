package query

import (
	"math"

	"github.com/paulmach/orb"
)

// several says that a part of a filter looks at more than one property; the
// name of a property, or Geometry, that it looks at that only; and nothing, that
// it looks at none.
const several = "*"

// both returns what two parts look at.
func both(a, b string) string {
	switch {
	case a == "" || a == b:
		return b
	case b == "":
		return a
	}
	return several
}

// memoCost is the cost from which it is cheaper to look a ternary up than to
// come to it again.
const memoCost = 3

// once binds a filter so that it is evaluated once for each distinct value of
// the one property that it looks at, where it looks at one only.
func (e *Evaluation) once(f *Filter) predicate {
	before := e.cost
	test := f.bind(e)
	key := e.key(f.looksAt)
	if key == nil || e.cost-before < memoCost {
		return test
	}
	e.cost = before + 2 + (e.cost-before)/16 // most values have come before
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

// key returns what tells distinct values of a property apart, nil when each
// feature has a value of its own.
func (e *Evaluation) key(property string) func(position int) (key uint64, ok bool) {
	if property == Geometry {
		return func(i int) (uint64, bool) {
			at, isPoint := e.table.At(i).Point()
			return pointKey(at), isPoint
		}
	}
	column := e.table.Column(property)
	if column < 0 || e.table.IsOwn(column) {
		return nil
	}
	return func(i int) (uint64, bool) { return uint64(e.table.At(i).Codes()[column]), true }
}

// pointKey tells points apart as Tables do, by millionths of a degree.
func pointKey(p orb.Point) uint64 {
	lon, lat := int32(math.Round(p[0]*1e6)), int32(math.Round(p[1]*1e6))
	return uint64(uint32(lon))<<32 | uint64(uint32(lat))
}

// shared binds a scalar so that a feature's is read once, however many parts of
// the filter read it.
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
