// Package cql2 reads CQL2 (OGC 21-065r2), as text and as JSON, into one tree:
//
//	e, err := cql2.Parse("name LIKE 'K%' AND confidence > 0.8")
//
// The tree has the names of CQL2 JSON. What it means, and whether the properties and types
// in it are right, is settled by package query. Reading costs time linear in the length of
// what is read; nothing stands deeper within something else than 100 levels.
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

// Error says both in one line, as `column 8: there is no property "nam"`.
func (e *Error) Error() string {
	if e.At == "" {
		return e.Reason
	}
	return e.At + ": " + e.Reason
}

// Expression is a node of the tree that CQL2 text and CQL2 JSON are both read
// into, in the names of CQL2 JSON (OGC 21-065r2, 8.3), all lower case. What it
// means is settled afterwards, by the compiler.
//
// The arguments of "in" are the value and then the items of its list. What is
// no operator has one of the names below and no arguments.
type Expression struct {
	Op    string
	at    string // where it stands, as in Error
	Args  []*Expression
	Value any // of those without arguments
}

// Names of expressions that are no operators or functions.
const (
	OpLiteral   = "literal"   // a string, float64 or bool
	OpProperty  = "property"  // its name
	OpDate      = "date"      // a string
	OpTimestamp = "timestamp" // a string
	OpBBox      = "bbox"      // numbers as ParseBBox reads them
	OpGeometry  = "geometry"  // a geom.Geometry
	OpInterval  = "interval"  // two arguments
)

// Fail makes the error for an expression.
func (e *Expression) Fail(format string, args ...any) error {
	return &Error{At: e.at, Reason: fmt.Sprintf(format, args...)}
}

// Takes checks how many arguments an operator or function has.
func (e *Expression) Takes(n int) error {
	if len(e.Args) != n {
		return e.Fail("%s takes %s, not %d", strings.ToUpper(e.Op), [...]string{"none", "one argument", "two arguments", "three arguments"}[n], len(e.Args))
	}
	return nil
}

// maxDepth is how deep expressions may stand within each other.
const maxDepth = 100

// operators are those of CQL2 JSON, functions among them.
func operators() []string {
	return slices.Concat([]string{
		"and", "or", "not", "=", "<>", "<", ">", "<=", ">=", "like", "between", "in", "isnull", "+", "-", "*", "/", "%", "div", "^",
	}, Functions()[:len(Functions())-1])
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

// Functions are those of CQL2 text that are written as such, with the form that
// is none in CQL2 JSON last.
func Functions() []string {
	return slices.Concat([]string{"casei", "accenti"}, spatialNames(), temporalNames(), []string{OpInterval})
}

// spatialNames lists the functions of space in the order of the alphabet (OGC 21-065r2, 7.4).
func spatialNames() []string {
	return []string{"s_contains", "s_crosses", "s_disjoint", "s_equals", "s_intersects", "s_overlaps", "s_touches", "s_within"}
}

// temporalNames lists the functions of time in the order of the alphabet (OGC 21-065r2, 7.5).
func temporalNames() []string {
	return []string{
		"t_after", "t_before", "t_contains", "t_disjoint", "t_during", "t_equals", "t_finishedby", "t_finishes", "t_intersects", "t_meets", "t_metby",
		"t_overlappedby", "t_overlaps", "t_startedby", "t_starts",
	}
}

// NoGeometry makes the error for an expression that is to be a geometry.
func (e *Expression) NoGeometry(err error) error {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return e.Fail("this is no geometry: %s", line)
}
