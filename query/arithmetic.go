package query

import (
	"math"

	"dateline/query/cql2"
)

// arithmetic compiles an operation on two numbers (OGC 21-065r2, 7.9). The result is null if an
// operand is, or if it is not finite, as after a division by zero.
func (c *compiler) arithmetic(e *cql2.Expression) (scalar, error) {
	if err := e.Takes(2); err != nil {
		return scalar{}, err
	}
	var operands [2]scalar
	for i, arg := range e.Args {
		s, err := c.scalar(arg)
		if err != nil {
			return s, err
		}
		if s.kind != Number {
			return s, arg.Fail("%q expects a number, found %s", e.Op, s.kind)
		}
		operands[i] = s
	}
	a, b, calculate := operands[0], operands[1], operations()[e.Op]
	return scalar{kind: Number, looksAt: both(a.looksAt, b.looksAt), bind: func(e *Evaluation) reader {
		left, right := e.shared(a), e.shared(b)
		e.cost++
		return func(i int) value {
			e.steps++
			x, y := left(i), right(i)
			if !x.known || !y.known {
				return value{}
			}
			v := calculate(x.number, y.number)
			if math.IsNaN(v) || math.IsInf(v, 0) {
				return value{}
			}
			return numberValue(v)
		}
	}}, nil
}

// operations are the arithmetic operators. DIV truncates, and % has the sign of its first
// operand.
func operations() map[string]func(a, b float64) float64 {
	return map[string]func(a, b float64) float64{
		"+":   func(a, b float64) float64 { return a + b },
		"-":   func(a, b float64) float64 { return a - b },
		"*":   func(a, b float64) float64 { return a * b },
		"/":   func(a, b float64) float64 { return a / b },
		"div": func(a, b float64) float64 { return math.Trunc(a / b) },
		"%":   math.Mod,
		"^":   math.Pow,
	}
}
