// Package cql2 parses CQL2 (OGC 21-065r2), as text and as JSON, into one tree:
//
//	e, err := cql2.Parse("name LIKE 'K%' AND confidence > 0.8")
//
// The tree has the names of CQL2 JSON. Package query resolves properties and checks types.
// Parsing takes linear time; expressions may be nested 100 levels deep.
package cql2

import (
	"fmt"
	"slices"
	"strings"
)

// Error says what is wrong with a filter, and where.
type Error struct {
	At     string // the place: "column 8" of text, from 1 and in code points; "args[1].op" of JSON, empty for the whole
	Reason string
}

// Error returns both in one line, such as `column 8: unknown property "nam"`.
func (e *Error) Error() string {
	if e.At == "" {
		return e.Reason
	}
	return e.At + ": " + e.Reason
}

// Expression is a node of the tree, in the names of CQL2 JSON (OGC 21-065r2, 8.3), all lower
// case. The compiler determines its meaning.
//
// The arguments of "in" are the value and then the items of its list. Leaves have one of the
// names below and no arguments.
type Expression struct {
	Op    string
	at    string // its place, as in Error
	Args  []*Expression
	Value any // of leaves
}

// Names of leaves, and of intervals.
const (
	OpLiteral   = "literal"   // a string, float64 or bool
	OpProperty  = "property"  // its name
	OpDate      = "date"      // a string
	OpTimestamp = "timestamp" // a string
	OpBBox      = "bbox"      // numbers as ParseBBox reads them
	OpGeometry  = "geometry"  // a geom.Geometry
	OpInterval  = "interval"  // two arguments
)

// Fail returns an error for an expression.
func (e *Expression) Fail(format string, args ...any) error {
	return &Error{At: e.at, Reason: fmt.Sprintf(format, args...)}
}

// Takes checks the number of arguments of an operator or function.
func (e *Expression) Takes(n int) error {
	if len(e.Args) != n {
		return e.Fail("%s takes %s, not %d", strings.ToUpper(e.Op), [...]string{"none", "one argument", "two arguments", "three arguments"}[n], len(e.Args))
	}
	return nil
}

// maxDepth is the maximum nesting depth.
const maxDepth = 100

// operators are those of CQL2 JSON, functions among them.
func operators() []string {
	return slices.Concat([]string{
		"and", "or", "not", "=", "<>", "<", ">", "<=", ">=", "like", "between", "in", "isnull", "+", "-", "*", "/", "%", "div", "^",
	}, Functions()[:len(Functions())-1])
}

// spelled returns the name of an operator in the schema of CQL2 JSON.
func spelled(op string) string {
	if op == "isnull" {
		return "isNull"
	}
	if name, by := strings.CutSuffix(op, "by"); by {
		return name + "By"
	}
	return op
}

// Functions are those written as such in CQL2 text; the last does not exist in CQL2 JSON.
func Functions() []string {
	return slices.Concat([]string{"casei", "accenti"}, spatialNames(), temporalNames(), []string{OpInterval})
}

// spatialNames lists the spatial functions alphabetically (OGC 21-065r2, 7.4).
func spatialNames() []string {
	return []string{"s_contains", "s_crosses", "s_disjoint", "s_equals", "s_intersects", "s_overlaps", "s_touches", "s_within"}
}

// temporalNames lists the temporal functions alphabetically (OGC 21-065r2, 7.5).
func temporalNames() []string {
	return []string{
		"t_after", "t_before", "t_contains", "t_disjoint", "t_during", "t_equals", "t_finishedby", "t_finishes", "t_intersects", "t_meets", "t_metby",
		"t_overlappedby", "t_overlaps", "t_startedby", "t_starts",
	}
}

// NoGeometry returns an error for an expression that should be a geometry.
func (e *Expression) NoGeometry(err error) error {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return e.Fail("this is not a geometry: %s", line)
}
