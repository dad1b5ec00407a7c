package query

import (
	"maps"
	"slices"

	"dateline/geo"
)

// period is a stretch of days as a filter names it.
type period func(geo.Feature) geo.Days

// temporalRelations are those of OGC 21-065r2, 7.5 (Allen 1983), between the
// first and last days of two stretches.
func temporalRelations() map[string]func(a, b geo.Days) bool {
	return map[string]func(a, b geo.Days) bool{
		"t_after":        func(a, b geo.Days) bool { return a.First > b.Last },
		"t_before":       func(a, b geo.Days) bool { return a.Last < b.First },
		"t_contains":     func(a, b geo.Days) bool { return a.First < b.First && a.Last > b.Last },
		"t_disjoint":     func(a, b geo.Days) bool { return a.First > b.Last || a.Last < b.First },
		"t_during":       func(a, b geo.Days) bool { return a.First > b.First && a.Last < b.Last },
		"t_equals":       func(a, b geo.Days) bool { return a.First == b.First && a.Last == b.Last },
		"t_finishedby":   func(a, b geo.Days) bool { return a.First < b.First && a.Last == b.Last },
		"t_finishes":     func(a, b geo.Days) bool { return a.First > b.First && a.Last == b.Last },
		"t_intersects":   func(a, b geo.Days) bool { return a.First <= b.Last && a.Last >= b.First },
		"t_meets":        func(a, b geo.Days) bool { return a.Last == b.First },
		"t_metby":        func(a, b geo.Days) bool { return a.First == b.Last },
		"t_overlappedby": func(a, b geo.Days) bool { return a.First > b.First && a.First < b.Last && a.Last > b.Last },
		"t_overlaps":     func(a, b geo.Days) bool { return a.First < b.First && a.Last > b.First && a.Last < b.Last },
		"t_startedby":    func(a, b geo.Days) bool { return a.First == b.First && a.Last > b.Last },
		"t_starts":       func(a, b geo.Days) bool { return a.First == b.First && a.Last < b.Last },
	}
}

// temporalNames lists the functions in the order of the alphabet.
func temporalNames() []string { return slices.Sorted(maps.Keys(temporalRelations())) }

// temporal compiles a function of two stretches of time.
func (c *compiler) temporal(e *expression, relation func(a, b geo.Days) bool) (*Filter, error) {
	if err := e.takes(2); err != nil {
		return nil, err
	}
	a, err := c.period(e.args[0])
	if err != nil {
		return nil, err
	}
	b, err := c.period(e.args[1])
	if err != nil {
		return nil, err
	}
	return &Filter{test: func(f geo.Feature) verdict {
		x, y := a(f), b(f)
		if !x.Known || !y.Known {
			return unknown
		}
		return of(relation(x, y))
	}}, nil
}

// period compiles an interval or a moment.
func (c *compiler) period(e *expression) (period, error) {
	if e.op != opInterval {
		return c.moment(e)
	}
	if err := e.takes(2); err != nil {
		return nil, err
	}
	first, err := c.end(e.args[0], geo.Beginning)
	if err != nil {
		return nil, err
	}
	last, err := c.end(e.args[1], geo.End)
	if err != nil {
		return nil, err
	}
	return func(f geo.Feature) geo.Days {
		from, to := first(f), last(f)
		return geo.Days{First: from.First, Last: to.Last, Known: from.Known && to.Known}
	}, nil
}

// end is a moment, or ".." for no end.
func (c *compiler) end(e *expression, open geo.Day) (period, error) {
	if text, ok := e.value.(string); ok && e.op == opLiteral && isOpen(text) {
		return func(geo.Feature) geo.Days { return geo.Days{First: open, Last: open, Known: true} }, nil
	}
	return c.moment(e)
}

// moment compiles a date: a literal or a property.
func (c *compiler) moment(e *expression) (period, error) {
	s, err := c.scalar(e)
	if err != nil {
		return nil, err
	}
	if s, err = dated(s, Date); err != nil {
		return nil, e.fail("%v", err)
	}
	if s.kind != Date {
		return nil, e.fail("%s stands where a date is expected: DATE('2019-08-22'), an INTERVAL or a property that is one", s.kind)
	}
	return func(f geo.Feature) geo.Days {
		day, known := s.value(f).(geo.Day)
		return geo.Days{First: day, Last: day, Known: known}
	}, nil
}
