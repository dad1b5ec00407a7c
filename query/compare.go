package query

import (
	"cmp"
	"regexp"
	"strings"

	"dateline/geo"
)

// comparison reads the operator behind a scalar and what follows it.
func (p *parser) comparison(left scalar) (*Filter, error) {
	for _, operator := range []string{"=", "<>", "<=", ">=", "<", ">"} {
		if found, err := p.accept(operator); err != nil {
			return nil, err
		} else if found {
			right, err := p.operand(&left)
			if err != nil {
				return nil, err
			}
			return compare(left, operator, right), nil
		}
	}
	if p.token.is("IS") {
		return p.isNull(&Filter{test: func(f *geo.Feature) verdict { return of(left.value(f) == nil) }})
	}
	negated, err := p.accept("NOT")
	if err != nil {
		return nil, err
	}
	f, err := p.listed(left, negated)
	if err == nil && negated {
		f = f.not()
	}
	return f, err
}

// listed reads LIKE, BETWEEN and IN. A scalar with none of them is a predicate
// when it is true or false.
func (p *parser) listed(left scalar, negated bool) (*Filter, error) {
	keyword := p.token
	switch {
	case keyword.is("LIKE"), keyword.is("BETWEEN"), keyword.is("IN"):
	case left.kind == Truth && !negated:
		return compare(left, "=", scalar{kind: Truth, value: func(*geo.Feature) any { return true }}), nil
	default:
		return nil, p.unexpected("=, <>, <, <=, >, >=, LIKE, BETWEEN, IN or IS NULL")
	}
	if err := p.advance(); err != nil {
		return nil, err
	}
	switch {
	case keyword.is("LIKE"):
		return p.like(left)
	case keyword.is("BETWEEN"):
		return p.between(left)
	}
	return p.in(left)
}

// like = "LIKE" pattern, in which % is any text, _ any character, and a
// backslash takes either as it is.
func (p *parser) like(left scalar) (*Filter, error) {
	at := p.token.at
	right, err := p.scalar()
	if err != nil {
		return nil, err
	}
	pattern, isText := right.constant.(string)
	if left.kind != Text || !isText {
		return nil, p.fail(at, "LIKE compares text with a pattern in quotes")
	}
	expression := regexp.MustCompile(likeExpression(pattern))
	return &Filter{test: func(f *geo.Feature) verdict {
		s, ok := left.value(f).(string)
		if !ok {
			return unknown
		}
		return of(expression.MatchString(s))
	}}, nil
}

func likeExpression(pattern string) string {
	var b strings.Builder
	b.WriteString(`(?s)\A`)
	escaped := false
	for _, r := range strings.ToValidUTF8(pattern, "\ufffd") {
		switch {
		case r == '\\' && !escaped:
			escaped = true
			continue
		case r == '%' && !escaped:
			b.WriteString(`.*`)
		case r == '_' && !escaped:
			b.WriteString(`.`)
		default:
			b.WriteString(regexp.QuoteMeta(string(r)))
		}
		escaped = false
	}
	return b.String() + `\z`
}

// between = "BETWEEN" scalar "AND" scalar, both included
func (p *parser) between(left scalar) (*Filter, error) {
	if left.kind != Number && left.kind != Date {
		return nil, p.fail(p.token.at, "BETWEEN compares numbers and dates, not %s", left.kind)
	}
	low, err := p.operand(&left)
	if err != nil {
		return nil, err
	}
	if err := p.expect("AND"); err != nil {
		return nil, err
	}
	high, err := p.operand(&left)
	if err != nil {
		return nil, err
	}
	return compare(left, ">=", low).And(compare(left, "<=", high)), nil
}

// in = "IN" "(" scalar {"," scalar} ")"
func (p *parser) in(left scalar) (*Filter, error) {
	if err := p.expect("("); err != nil {
		return nil, err
	}
	var all *Filter
	for {
		right, err := p.operand(&left)
		if err != nil {
			return nil, err
		}
		if one := compare(left, "=", right); all == nil {
			all = one
		} else {
			all = all.or(one)
		}
		if more, err := p.accept(","); err != nil {
			return nil, err
		} else if !more {
			return all, p.expect(")")
		}
	}
}

// compare compares scalars of one kind.
func compare(left scalar, operator string, right scalar) *Filter {
	return &Filter{test: func(f *geo.Feature) verdict {
		a, b := left.value(f), right.value(f)
		if a == nil || b == nil {
			return unknown
		}
		c := order(a, b)
		switch operator {
		case "=":
			return of(c == 0)
		case "<>":
			return of(c != 0)
		case "<":
			return of(c < 0)
		case "<=":
			return of(c <= 0)
		case ">":
			return of(c > 0)
		}
		return of(c >= 0)
	}}
}

// order compares two values of one type, as valueOf returns them: texts by their
// code points, false before true, and null before all.
func order(a, b any) int {
	switch a := a.(type) {
	case string:
		if b, ok := b.(string); ok {
			return cmp.Compare(a, b)
		}
	case float64:
		if b, ok := b.(float64); ok {
			return cmp.Compare(a, b)
		}
	case geo.Day:
		if b, ok := b.(geo.Day); ok {
			return cmp.Compare(a, b)
		}
	case bool:
		if b, ok := b.(bool); ok && a != b {
			return int(of(a))
		}
		return 0
	}
	return cmp.Compare(rank(a), rank(b))
}

// rank parts null from what is there.
func rank(v any) int {
	if v == nil {
		return 0
	}
	return 1
}
