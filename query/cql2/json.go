package cql2

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/geo/geojson"

	"github.com/paulmach/orb/encoding/wkb"
	"github.com/peterstace/simplefeatures/geom"
)

// ParseJSON parses CQL2 JSON (OGC 21-065r2, 8.3 and annex C). Operators may be written in any
// case. Errors are of type *Error; for malformed JSON they give the column.
func ParseJSON(text string) (*Expression, error) {
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		return nil, brokenJSON(text, err)
	}
	return readJSON(v, "", 0)
}

// brokenJSON reports the offset of a JSON syntax error.
func brokenJSON(text string, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	end := 0
	switch {
	case errors.As(err, &syntax):
		end = int(syntax.Offset)
	case errors.As(err, &kind):
		end = int(kind.Offset)
	}
	column := max(1, utf8.RuneCountInString(text[:min(end, len(text))]))
	return &Error{At: fmt.Sprintf("column %d", column), Reason: "this is not JSON: " + strings.TrimPrefix(err.Error(), "json: ")}
}

// jsonForms lists, for errors, the forms of an expression.
const jsonForms = `a string, a number, true or false, {"op":…,"args":[…]}, {"property":…}, {"date":…}, {"timestamp":…}, ` +
	`{"interval":[…]}, {"bbox":[…]} or a GeoJSON geometry`

// readJSON reads an expression; at is the path to it.
func readJSON(v any, at string, depth int) (*Expression, error) {
	e := &Expression{Op: OpLiteral, at: at, Value: v}
	switch v := v.(type) {
	case string, float64, bool:
		return e, nil
	case map[string]any:
		if depth > maxDepth {
			return nil, e.Fail("the filter is nested more than %d deep", maxDepth)
		}
		return readObject(v, at, depth)
	case []any:
		return nil, e.Fail("expected an expression, found a list; an expression is %s", jsonForms)
	}
	return nil, e.Fail(`expected an expression, found null; {"op":"isNull","args":[…]} tests for null`)
}

// readObject reads an expression by its distinguishing key.
func readObject(o map[string]any, at string, depth int) (*Expression, error) {
	keys := slices.Sorted(maps.Keys(o))
	switch {
	case o["type"] != nil:
		return readGeometry(o, at)
	case slices.Equal(keys, []string{"args", "op"}):
		return readOperation(o["op"], o["args"], at, depth)
	case slices.Equal(keys, []string{"interval"}):
		e := &Expression{Op: OpInterval, at: member(at, "interval")}
		return e, e.readArgs(o["interval"], e.at, depth)
	case slices.Equal(keys, []string{"bbox"}):
		return readBox(o["bbox"], member(at, "bbox"))
	case slices.Equal(keys, []string{OpProperty}), slices.Equal(keys, []string{OpDate}), slices.Equal(keys, []string{OpTimestamp}):
		e := &Expression{Op: keys[0], at: member(at, keys[0]), Value: o[keys[0]]}
		if _, ok := e.Value.(string); !ok {
			return nil, e.Fail("this must be a string")
		}
		return e, nil
	}
	e := &Expression{at: at}
	return nil, e.Fail("an object with %s is not an expression; an expression is %s", quotedKeys(keys), jsonForms)
}

// quotedKeys lists the keys of an object.
func quotedKeys(keys []string) string {
	if len(keys) == 0 {
		return "no keys"
	}
	for i, k := range keys {
		keys[i] = fmt.Sprintf("%q", k)
	}
	return strings.Join(keys, ", ")
}

// member returns the path to a member of an object.
func member(at, key string) string {
	if at == "" {
		return key
	}
	return at + "." + key
}

func readOperation(op, args any, at string, depth int) (*Expression, error) {
	e := &Expression{at: member(at, "op")}
	name, _ := op.(string)
	if e.Op = strings.ToLower(name); !slices.Contains(operators(), e.Op) {
		return nil, e.Fail("unknown operator or function %s; known are %s", toJSON(op), spelledAll())
	}
	if e.Op == "in" {
		return e, e.readIn(args, member(at, "args"), depth)
	}
	return e, e.readArgs(args, member(at, "args"), depth)
}

func spelledAll() string {
	names := operators()
	for i, name := range names {
		names[i] = spelled(name)
	}
	return strings.Join(names, ", ")
}

// readArgs appends a list of arguments.
func (e *Expression) readArgs(args any, at string, depth int) error {
	list, ok := args.([]any)
	if !ok {
		return &Error{At: at, Reason: "this must be a list"}
	}
	for i, arg := range list {
		next, err := readJSON(arg, fmt.Sprintf("%s[%d]", at, i), depth+1)
		if err != nil {
			return err
		}
		e.Args = append(e.Args, next)
	}
	return nil
}

// readIn reads a value and a list of alternatives.
func (e *Expression) readIn(args any, at string, depth int) error {
	list, _ := args.([]any)
	if len(list) != 2 {
		return &Error{At: at, Reason: `this must be a value and a list, as [{"property":…},[1,2]]`}
	}
	if err := e.readArgs(list[:1], at, depth); err != nil {
		return err
	}
	return e.readArgs(list[1], at+"[1]", depth)
}

func readBox(v any, at string) (*Expression, error) {
	e := &Expression{Op: OpBBox, at: at}
	list, ok := v.([]any)
	numbers := make([]float64, len(list))
	for i, x := range list {
		if numbers[i], ok = x.(float64); !ok {
			break
		}
	}
	if !ok {
		return nil, e.Fail("this must be a list of numbers: west, south, east, north")
	}
	e.Value = numbers
	return e, nil
}

// readGeometry reads GeoJSON (RFC 7946, 3.1).
func readGeometry(o map[string]any, at string) (*Expression, error) {
	e := &Expression{Op: OpGeometry, at: at}
	shape, err := shapeOf(o)
	if err != nil {
		return nil, e.NoGeometry(err)
	}
	e.Value = shape
	return e, nil
}

// shapeOf reads a geometry in the coordinate system of the query.
func shapeOf(o map[string]any) (geom.Geometry, error) {
	g, err := geojson.ReadIn([]byte(toJSON(o)))
	if err != nil {
		return geom.Geometry{}, err
	}
	b, err := wkb.Marshal(g)
	if err != nil {
		return geom.Geometry{}, err
	}
	return geom.UnmarshalWKB(b)
}

// toJSON writes decoded JSON again.
func toJSON(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // decoded JSON can always be written
	}
	return string(b)
}
