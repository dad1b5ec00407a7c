package query

import (
	"fmt"
	"slices"
	"strings"
)

// FilterError says what is wrong with a filter, and where.
type FilterError struct {
	At     string // the place: "column 8" of text, from 1 and in code points; "args[1].op" of JSON, empty for the whole
	Reason string
}

// Error says both in one line, as `column 8: there is no property "nam"`.
func (e *FilterError) Error() string {
	if e.At == "" {
		return e.Reason
	}
	return e.At + ": " + e.Reason
}

// expression is a node of the tree that CQL2 text and CQL2 JSON are both read
// into, in the names of CQL2 JSON (OGC 21-065r2, 8.3), all lower case. What it
// means is settled afterwards, by the compiler.
//
// The arguments of "in" are the value and then the items of its list. What is
// no operator has one of the names below and no arguments.
type expression struct {
	op    string
	at    string // where it stands, as in FilterError
	args  []*expression
	value any // of those without arguments
}

// Names of expressions that are no operators or functions.
const (
	opLiteral   = "literal"   // a string, float64 or bool
	opProperty  = "property"  // its name
	opDate      = "date"      // a string
	opTimestamp = "timestamp" // a string
	opBBox      = "bbox"      // numbers as ParseBBox reads them
	opGeometry  = "geometry"  // a geom.Geometry
	opInterval  = "interval"  // two arguments
)

// fail makes the error for an expression.
func (e *expression) fail(format string, args ...any) error {
	return &FilterError{At: e.at, Reason: fmt.Sprintf(format, args...)}
}

// takes checks how many arguments an operator or function has.
func (e *expression) takes(n int) error {
	if len(e.args) != n {
		return e.fail("%s takes %s, not %d", strings.ToUpper(e.op), [...]string{"none", "one argument", "two arguments", "three arguments"}[n], len(e.args))
	}
	return nil
}

// maxDepth is how deep expressions may stand within each other.
const maxDepth = 100

// operators are those of CQL2 JSON, functions among them.
func operators() []string {
	return slices.Concat([]string{
		"and", "or", "not", "=", "<>", "<", ">", "<=", ">=", "like", "between", "in", "isnull", "+", "-", "*", "/", "%", "div", "^",
	}, functions()[:len(functions())-1])
}

// spelled returns the name of an operator as the schema of CQL2 JSON spells it.
func spelled(op string) string {
	if op == "isnull" {
		return "isNull"
	}
	if name, by := strings.CutSuffix(op, "by"); by {
		return name + "By"
	}
	return op
}

// functions are those of CQL2 text that are written as such, with the form that
// is none in CQL2 JSON last.
func functions() []string {
	return slices.Concat([]string{"casei", "accenti"}, spatialNames(), temporalNames(), []string{opInterval})
}
