package query

import (
	"dateline/query/cql2"
)

// comparison = scalar operator scalar
func (c *compiler) comparison(e *cql2.Expression) (*Filter, error) {
	if err := e.Takes(2); err != nil {
		return nil, err
	}
	both, err := c.alike(e.Args)
	if err != nil {
		return nil, err
	}
	return compare(both[0], e.Op, both[1]), nil
}

// compare compares scalars of one type.
func compare(left scalar, operator string, right scalar) *Filter {
	holds := comparisons()[operator]
	return &Filter{looksAt: both(left.looksAt, right.looksAt), sql: comparedSQL(left, operator, right), bind: func(e *Evaluation) predicate {
		a, b := e.shared(left), e.shared(right)
		e.cost++
		return func(i int) ternary {
			e.steps++
			x, y := a(i), b(i)
			if !x.known || !y.known {
				return unknown
			}
			return of(holds(x.compare(y)))
		}
	}}
}

// comparisons maps each operator to the results of cmp.Compare for which it is true.
func comparisons() map[string]func(int) bool {
	return map[string]func(int) bool{
		"=":  func(c int) bool { return c == 0 },
		"<>": func(c int) bool { return c != 0 },
		"<":  func(c int) bool { return c < 0 },
		"<=": func(c int) bool { return c <= 0 },
		">":  func(c int) bool { return c > 0 },
		">=": func(c int) bool { return c >= 0 },
	}
}

// between compares with two bounds, both inclusive.
func (c *compiler) between(e *cql2.Expression) (*Filter, error) {
	if err := e.Takes(3); err != nil {
		return nil, err
	}
	three, err := c.alike(e.Args)
	if err != nil {
		return nil, err
	}
	if kind := three[0].kind; kind != Number && kind != Date {
		return nil, e.Args[0].Fail("BETWEEN compares numbers and dates, not %s", kind)
	}
	return and([]*Filter{compare(three[0], ">=", three[1]), compare(three[0], "<=", three[2])}), nil
}

// in looks a scalar up among constants, and compares it with other scalars.
func (c *compiler) in(e *cql2.Expression) (*Filter, error) {
	if len(e.Args) < 2 {
		return nil, e.Fail("the list of IN is empty; give at least one value")
	}
	list, err := c.alike(e.Args)
	if err != nil {
		return nil, err
	}
	values := map[value]bool{}
	var parts []*Filter
	for _, s := range list[1:] {
		if s.constant.known {
			values[s.constant] = true
		} else {
			parts = append(parts, compare(list[0], "=", s))
		}
	}
	if len(values) > 0 {
		parts = append(parts, among(list[0], values))
	}
	return or(parts), nil
}

// among is true of a scalar that is one of the values.
func among(s scalar, values map[value]bool) *Filter {
	return &Filter{looksAt: s.looksAt, sql: amongSQL(s, values), bind: func(e *Evaluation) predicate {
		read := e.shared(s)
		e.cost += 2
		return func(i int) ternary {
			e.steps++
			v := read(i)
			if !v.known {
				return unknown
			}
			return of(values[v])
		}
	}}
}
