package query

import (
	"slices"
	"strings"

	"dateline/query/cql2"
)

// compiler makes a Filter of an expression: it resolves names and types.
type compiler struct {
	fields []Field
	crs    CRS // of the geometries in the expression
}

// filter compiles a boolean expression.
func (c *compiler) filter(e *cql2.Expression) (*Filter, error) {
	if relation, ok := spatialRelations()[e.Op]; ok {
		return c.spatial(e, relation)
	}
	if relation, ok := temporalRelations()[e.Op]; ok {
		return c.temporal(e, relation)
	}
	switch e.Op {
	case "and":
		return c.joined(e, and)
	case "or":
		return c.joined(e, or)
	case "not":
		return c.negated(e)
	case "=", "<>", "<", "<=", ">", ">=":
		return c.comparison(e)
	case "like":
		return c.like(e)
	case "between":
		return c.between(e)
	case "in":
		return c.in(e)
	case "isnull":
		return c.isNull(e)
	}
	s, err := c.scalar(e)
	if err != nil {
		return nil, err
	}
	if s.kind != Boolean {
		return nil, e.Fail("%s is neither true nor false; compare it with something, as name = 'Idlib'", s.kind)
	}
	return compare(s, "=", constant(Boolean, boolValue(true))), nil
}

func (c *compiler) joined(e *cql2.Expression, join func([]*Filter) *Filter) (*Filter, error) {
	if len(e.Args) < 2 {
		return nil, e.Fail("%s takes two arguments or more, not %d", strings.ToUpper(e.Op), len(e.Args))
	}
	parts := make([]*Filter, len(e.Args))
	for i, arg := range e.Args {
		var err error
		if parts[i], err = c.filter(arg); err != nil {
			return nil, err
		}
	}
	return join(parts), nil
}

func (c *compiler) negated(e *cql2.Expression) (*Filter, error) {
	if err := e.Takes(1); err != nil {
		return nil, err
	}
	f, err := c.filter(e.Args[0])
	if err != nil {
		return nil, err
	}
	return f.not(), nil
}

// isNull compiles IS NULL of a scalar, a geometry or a time.
func (c *compiler) isNull(e *cql2.Expression) (*Filter, error) {
	if err := e.Takes(1); err != nil {
		return nil, err
	}
	arg := e.Args[0]
	if c.isOperand(arg) {
		p, err := c.operand(arg)
		return nullWhere(p.looksAt(), p.nullSQL(), func(e *Evaluation) func(int) bool {
			return func(i int) bool { return !p.own || e.table.At(i).HasGeometry() }
		}), err
	}
	if arg.Op == cql2.OpInterval {
		p, err := c.period(arg)
		return nullWhere(p.looksAt, nullDays(p.sql), func(e *Evaluation) func(int) bool {
			days := p.bind(e)
			return func(i int) bool { return days(i).Known }
		}), err
	}
	s, err := c.scalar(arg)
	return nullWhere(s.looksAt, nullSQL(s), func(e *Evaluation) func(int) bool {
		read := e.shared(s)
		return func(i int) bool { return read(i).known }
	}), err
}

// nullWhere is true of the features for which something is null.
func nullWhere(looksAt string, sql fragment, bind func(*Evaluation) (known func(int) bool)) *Filter {
	return &Filter{looksAt: looksAt, sql: sql, bind: func(e *Evaluation) predicate {
		known := bind(e)
		e.cost++
		return func(i int) ternary {
			e.steps++
			return of(!known(i))
		}
	}}
}

// field returns the property that an expression names.
func (c *compiler) field(e *cql2.Expression) (Field, error) {
	i := slices.IndexFunc(c.fields, func(f Field) bool { return f.Name == e.Value })
	if i < 0 {
		return Field{}, e.Fail("unknown property %q; the properties are %s", e.Value, c.names())
	}
	return c.fields[i], nil
}

// names lists the fields for errors.
func (c *compiler) names() string {
	list := make([]string, len(c.fields))
	for i, f := range c.fields {
		list[i] = f.Name
	}
	return strings.Join(list, ", ")
}
