package query

import (
	"cmp"
	"slices"
)

// ternary is a truth value of Kleene's logic, as in SQL: a condition on null is neither true nor
// false.
type ternary int8

const (
	no      ternary = -1
	unknown ternary = 0
	yes     ternary = 1
)

func of(b bool) ternary {
	if b {
		return yes
	}
	return no
}

// and returns the conjunction of filters.
func and(parts []*Filter) *Filter {
	f := joined(parts, all)
	f.parts, f.sql = parts, joinedSQL(parts, "AND")
	for _, p := range parts {
		if f.bound == nil {
			f.bound = p.bound
		}
	}
	return f
}

// or returns the disjunction of filters.
func or(parts []*Filter) *Filter {
	f := joined(parts, anyOf)
	f.sql = joinedSQL(parts, "OR")
	return f
}

// not returns the negation of f.
func (f *Filter) not() *Filter {
	return &Filter{looksAt: f.looksAt, sql: negatedSQL(f), bind: func(e *Evaluation) predicate {
		test := f.bind(e)
		return func(i int) ternary { return -test(i) }
	}}
}

// joined returns a Filter of parts, which evaluates the cheapest first.
func joined(parts []*Filter, join func([]predicate) predicate) *Filter {
	f := &Filter{}
	for _, p := range parts {
		f.looksAt = both(f.looksAt, p.looksAt)
	}
	f.bind = func(e *Evaluation) predicate {
		type priced struct {
			test predicate
			cost int
		}
		list := make([]priced, len(parts))
		for i, p := range parts {
			before := e.cost
			if f.looksAt == several {
				list[i].test = e.once(p)
			} else {
				list[i].test = p.bind(e)
			}
			list[i].cost = e.cost - before
		}
		slices.SortStableFunc(list, func(a, b priced) int { return cmp.Compare(a.cost, b.cost) })
		tests := make([]predicate, len(list))
		for i, p := range list {
			tests[i] = p.test
		}
		return join(tests)
	}
	return f
}

// all is the conjunction: no if any is no, yes if all are.
func all(tests []predicate) predicate {
	return func(i int) ternary {
		v := yes
		for _, test := range tests {
			if v = min(v, test(i)); v == no {
				break
			}
		}
		return v
	}
}

// anyOf is the disjunction: yes if any is yes, no if all are no.
func anyOf(tests []predicate) predicate {
	return func(i int) ternary {
		v := no
		for _, test := range tests {
			if v = max(v, test(i)); v == yes {
				break
			}
		}
		return v
	}
}
