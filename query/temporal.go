package query

import (
	"dateline/feature"
	"dateline/query/cql2"
)

// period is a range of days in a filter.
type period struct {
	looksAt string // as in a Filter
	sql     daysSQL
	bind    func(*Evaluation) func(position int) feature.Days
}

// temporalRelations are those of OGC 21-065r2, 7.5 (Allen 1983), between the first and last days
// of two ranges.
func temporalRelations() map[string]func(a, b feature.Days) bool {
	return map[string]func(a, b feature.Days) bool{
		"t_after":        func(a, b feature.Days) bool { return a.First > b.Last },
		"t_before":       func(a, b feature.Days) bool { return a.Last < b.First },
		"t_contains":     func(a, b feature.Days) bool { return a.First < b.First && a.Last > b.Last },
		"t_disjoint":     func(a, b feature.Days) bool { return a.First > b.Last || a.Last < b.First },
		"t_during":       func(a, b feature.Days) bool { return a.First > b.First && a.Last < b.Last },
		"t_equals":       func(a, b feature.Days) bool { return a.First == b.First && a.Last == b.Last },
		"t_finishedby":   func(a, b feature.Days) bool { return a.First < b.First && a.Last == b.Last },
		"t_finishes":     func(a, b feature.Days) bool { return a.First > b.First && a.Last == b.Last },
		"t_intersects":   func(a, b feature.Days) bool { return a.First <= b.Last && a.Last >= b.First },
		"t_meets":        func(a, b feature.Days) bool { return a.Last == b.First },
		"t_metby":        func(a, b feature.Days) bool { return a.First == b.Last },
		"t_overlappedby": func(a, b feature.Days) bool { return a.First > b.First && a.First < b.Last && a.Last > b.Last },
		"t_overlaps":     func(a, b feature.Days) bool { return a.First < b.First && a.Last > b.First && a.Last < b.Last },
		"t_startedby":    func(a, b feature.Days) bool { return a.First == b.First && a.Last > b.Last },
		"t_starts":       func(a, b feature.Days) bool { return a.First == b.First && a.Last < b.Last },
	}
}

// temporal compiles a function of two ranges.
func (c *compiler) temporal(e *cql2.Expression, relation func(a, b feature.Days) bool) (*Filter, error) {
	if err := e.Takes(2); err != nil {
		return nil, err
	}
	a, err := c.period(e.Args[0])
	if err != nil {
		return nil, err
	}
	b, err := c.period(e.Args[1])
	if err != nil {
		return nil, err
	}
	return &Filter{looksAt: both(a.looksAt, b.looksAt), sql: relatedDays(a.sql, b.sql, relationsSQL()[e.Op]), bind: func(e *Evaluation) predicate {
		left, right := a.bind(e), b.bind(e)
		e.cost += 2
		return func(i int) ternary {
			e.steps += 2
			x, y := left(i), right(i)
			if !x.Known || !y.Known {
				return unknown
			}
			return of(relation(x, y))
		}
	}}, nil
}

// period compiles an interval or a moment.
func (c *compiler) period(e *cql2.Expression) (period, error) {
	if e.Op != cql2.OpInterval {
		return c.moment(e)
	}
	if err := e.Takes(2); err != nil {
		return period{}, err
	}
	first, err := c.end(e.Args[0], feature.Beginning)
	if err != nil {
		return period{}, err
	}
	last, err := c.end(e.Args[1], feature.End)
	if err != nil {
		return period{}, err
	}
	return period{looksAt: both(first.looksAt, last.looksAt), sql: between(first.sql, last.sql), bind: func(e *Evaluation) func(int) feature.Days {
		begin, end := first.bind(e), last.bind(e)
		return func(i int) feature.Days {
			from, to := begin(i), end(i)
			return feature.Days{First: from.First, Last: to.Last, Known: from.Known && to.Known}
		}
	}}, nil
}

// end is a moment, or ".." for no end.
func (c *compiler) end(e *cql2.Expression, open feature.Day) (period, error) {
	if text, ok := e.Value.(string); ok && e.Op == cql2.OpLiteral && isOpen(text) {
		return moment(constant(Date, dayValue(open))), nil
	}
	return c.moment(e)
}

// moment compiles a date: a literal or a property.
func (c *compiler) moment(e *cql2.Expression) (period, error) {
	s, err := c.scalar(e)
	if err != nil {
		return period{}, err
	}
	if s, err = dated(s, Date); err != nil {
		return period{}, e.Fail("%v", err)
	}
	if s.kind != Date {
		return period{}, e.Fail("expected a date, found %s; write DATE('2019-08-22'), an INTERVAL or a property that is a date", s.kind)
	}
	return moment(s), nil
}

// moment is the day of a scalar.
func moment(s scalar) period {
	return period{looksAt: s.looksAt, sql: dayOf(s), bind: func(e *Evaluation) func(int) feature.Days {
		read := e.shared(s)
		return func(i int) feature.Days {
			v := read(i)
			return feature.Days{First: v.day(), Last: v.day(), Known: v.known}
		}
	}}
}
