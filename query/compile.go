package query

import (
	"slices"
	"strings"
)

// compiler makes a Filter of what was read: it settles names and types.
type compiler struct {
	fields []Field
	crs    CRS // of the geometries in the expression
}

// filter compiles what is true, false or unknown.
func (c *compiler) filter(e *expression) (*Filter, error) {
	if relation, ok := spatialRelations()[e.op]; ok {
		return c.spatial(e, relation)
	}
	if relation, ok := temporalRelations()[e.op]; ok {
		return c.temporal(e, relation)
	}
	switch e.op {
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
	if s.kind != Truth {
		return nil, e.fail("%s is neither true nor false; compare it with something, as name = 'Idlib'", s.kind)
	}
	return compare(s, "=", constant(Truth, truthValue(true))), nil
}

func (c *compiler) joined(e *expression, join func([]*Filter) *Filter) (*Filter, error) {
	if len(e.args) < 2 {
		return nil, e.fail("%s takes two arguments or more, not %d", strings.ToUpper(e.op), len(e.args))
	}
	parts := make([]*Filter, len(e.args))
	for i, arg := range e.args {
		var err error
		if parts[i], err = c.filter(arg); err != nil {
			return nil, err
		}
	}
	return join(parts), nil
}

func (c *compiler) negated(e *expression) (*Filter, error) {
	if err := e.takes(1); err != nil {
		return nil, err
	}
	f, err := c.filter(e.args[0])
	if err != nil {
		return nil, err
	}
	return f.not(), nil
}

// isNull asks it of a scalar, of a geometry or of a time.
func (c *compiler) isNull(e *expression) (*Filter, error) {
	if err := e.takes(1); err != nil {
		return nil, err
	}
	arg := e.args[0]
	if c.isPlace(arg) {
		p, err := c.place(arg)
		return nullWhere(p.looksAt(), func(e *Evaluation) func(int) bool {
			return func(i int) bool { return !p.own || e.table.At(i).HasGeometry() }
		}), err
	}
	if arg.op == opInterval {
		p, err := c.period(arg)
		return nullWhere(p.looksAt, func(e *Evaluation) func(int) bool {
			days := p.bind(e)
			return func(i int) bool { return days(i).Known }
		}), err
	}
	s, err := c.scalar(arg)
	return nullWhere(s.looksAt, func(e *Evaluation) func(int) bool {
		read := e.shared(s)
		return func(i int) bool { return read(i).known }
	}), err
}

// nullWhere is true of the features of which something is not known.
func nullWhere(looksAt string, bind func(*Evaluation) (known func(int) bool)) *Filter {
	return &Filter{looksAt: looksAt, bind: func(e *Evaluation) predicate {
		known := bind(e)
		e.cost++
		return func(i int) ternary {
			e.steps++
			return of(!known(i))
		}
	}}
}

// field returns the property that an expression names.
func (c *compiler) field(e *expression) (Field, error) {
	i := slices.IndexFunc(c.fields, func(f Field) bool { return f.Name == e.value })
	if i < 0 {
		return Field{}, e.fail("there is no property %q here; there is %s", e.value, c.names())
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
