package query

import (
	"dateline/geo"
)

// period is a stretch of days as a filter names it.
type period func(*geo.Feature) geo.Days

// temporalRelations are those of OGC 21-065r2, 7.5 (Allen 1983), between the
// first and last days of two stretches.
func temporalRelations() map[string]func(a, b geo.Days) bool {
	return map[string]func(a, b geo.Days) bool{
		"T_AFTER":        func(a, b geo.Days) bool { return a.First > b.Last },
		"T_BEFORE":       func(a, b geo.Days) bool { return a.Last < b.First },
		"T_CONTAINS":     func(a, b geo.Days) bool { return a.First < b.First && a.Last > b.Last },
		"T_DISJOINT":     func(a, b geo.Days) bool { return a.First > b.Last || a.Last < b.First },
		"T_DURING":       func(a, b geo.Days) bool { return a.First > b.First && a.Last < b.Last },
		"T_EQUALS":       func(a, b geo.Days) bool { return a.First == b.First && a.Last == b.Last },
		"T_FINISHEDBY":   func(a, b geo.Days) bool { return a.First < b.First && a.Last == b.Last },
		"T_FINISHES":     func(a, b geo.Days) bool { return a.First > b.First && a.Last == b.Last },
		"T_INTERSECTS":   func(a, b geo.Days) bool { return a.First <= b.Last && a.Last >= b.First },
		"T_MEETS":        func(a, b geo.Days) bool { return a.Last == b.First },
		"T_METBY":        func(a, b geo.Days) bool { return a.First == b.Last },
		"T_OVERLAPPEDBY": func(a, b geo.Days) bool { return a.First > b.First && a.First < b.Last && a.Last > b.Last },
		"T_OVERLAPS":     func(a, b geo.Days) bool { return a.First < b.First && a.Last > b.First && a.Last < b.Last },
		"T_STARTEDBY":    func(a, b geo.Days) bool { return a.First == b.First && a.Last > b.Last },
		"T_STARTS":       func(a, b geo.Days) bool { return a.First == b.First && a.Last < b.Last },
	}
}

// temporal = function "(" period "," period ")"
func (p *parser) temporal(relation func(a, b geo.Days) bool) (*Filter, error) {
	if err := p.advance(); err != nil {
		return nil, err
	}
	if err := p.expect("("); err != nil {
		return nil, err
	}
	a, err := p.period()
	if err != nil {
		return nil, err
	}
	if err := p.expect(","); err != nil {
		return nil, err
	}
	b, err := p.period()
	if err != nil {
		return nil, err
	}
	return &Filter{test: func(f *geo.Feature) verdict {
		x, y := a(f), b(f)
		if !x.Known || !y.Known {
			return unknown
		}
		return of(relation(x, y))
	}}, p.expect(")")
}

// period = "INTERVAL" "(" end "," end ")" | date
func (p *parser) period() (period, error) {
	if !p.token.is("INTERVAL") {
		return p.moment()
	}
	if err := p.advance(); err != nil {
		return nil, err
	}
	if err := p.expect("("); err != nil {
		return nil, err
	}
	first, err := p.end(geo.Beginning)
	if err != nil {
		return nil, err
	}
	if err := p.expect(","); err != nil {
		return nil, err
	}
	last, err := p.end(geo.End)
	if err != nil {
		return nil, err
	}
	return func(f *geo.Feature) geo.Days {
		from, to := first(f), last(f)
		return geo.Days{First: from.First, Last: to.Last, Known: from.Known && to.Known}
	}, p.expect(")")
}

// end is a moment, or '..' for no end.
func (p *parser) end(open geo.Day) (period, error) {
	if p.token.class == literal && isOpen(p.token.text) {
		return func(*geo.Feature) geo.Days { return geo.Days{First: open, Last: open, Known: true} }, p.advance()
	}
	return p.moment()
}

// moment reads a date: a literal or a property.
func (p *parser) moment() (period, error) {
	at := p.token.at
	s, err := p.scalar()
	if err != nil {
		return nil, err
	}
	if s, err = dated(s, Date); err != nil {
		return nil, p.fail(at, "%v", err)
	}
	if s.kind != Date {
		return nil, p.fail(at, "%s stands where a date is expected: DATE('2019-08-22'), an INTERVAL or a property that is one", s.kind)
	}
	return func(f *geo.Feature) geo.Days {
		day, known := s.value(f).(geo.Day)
		return geo.Days{First: day, Last: day, Known: known}
	}, nil
}
