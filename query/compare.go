package query

import (
	"cmp"
	"regexp"
	"strings"

	"dateline/geo"
)

// comparison = scalar operator scalar
func (c *compiler) comparison(e *expression) (*Filter, error) {
	if err := e.takes(2); err != nil {
		return nil, err
	}
	all, err := c.alike(e.args)
	if err != nil {
		return nil, err
	}
	return compare(all[0], e.op, all[1]), nil
}

// like compares text with a pattern, in which % is any text, _ any character,
// and a backslash takes either as it is.
func (c *compiler) like(e *expression) (*Filter, error) {
	if err := e.takes(2); err != nil {
		return nil, err
	}
	left, err := c.scalar(e.args[0])
	if err != nil {
		return nil, err
	}
	right, err := c.scalar(e.args[1])
	if err != nil {
		return nil, err
	}
	pattern, isText := right.constant.(string)
	if left.kind != Text || !isText {
		return nil, e.args[1].fail("LIKE compares text with a pattern in quotes")
	}
	expression := regexp.MustCompile(likeExpression(pattern))
	return &Filter{test: func(f geo.Feature) verdict {
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

// between compares with two bounds, both included.
func (c *compiler) between(e *expression) (*Filter, error) {
	if err := e.takes(3); err != nil {
		return nil, err
	}
	all, err := c.alike(e.args)
	if err != nil {
		return nil, err
	}
	if kind := all[0].kind; kind != Number && kind != Date {
		return nil, e.args[0].fail("BETWEEN compares numbers and dates, not %s", kind)
	}
	return compare(all[0], ">=", all[1]).And(compare(all[0], "<=", all[2])), nil
}

// in compares the first with all others.
func (c *compiler) in(e *expression) (*Filter, error) {
	if len(e.args) < 2 {
		return nil, e.fail("the list of IN is empty; give at least one value")
	}
	all, err := c.alike(e.args)
	if err != nil {
		return nil, err
	}
	one := compare(all[0], "=", all[1])
	for _, other := range all[2:] {
		one = one.or(compare(all[0], "=", other))
	}
	return one, nil
}

// compare compares scalars of one kind.
func compare(left scalar, operator string, right scalar) *Filter {
	return &Filter{test: func(f geo.Feature) verdict {
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
