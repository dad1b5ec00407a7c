package cql2

import (
	"regexp"
	"slices"
	"strings"

	"github.com/peterstace/simplefeatures/geom"
)

// primary = "(" expression ")" | literal | property | function
func (p *parser) primary() (*Expression, error) {
	t := p.token
	switch t.class {
	case literal, digits:
		return p.value(t)
	case quoted:
		return t.holds(OpProperty, t.text), p.advance()
	case word:
		return p.named(t)
	case sign:
		if t.is("(") {
			inner, err := p.deeper(func() (*Expression, error) { return p.behind(p.expression) })
			if err != nil {
				return nil, err
			}
			return inner, p.expect(")")
		}
	}
	return nil, p.unexpected("a property or a value")
}

func (p *parser) value(t token) (*Expression, error) {
	if t.class == literal {
		return t.holds(OpLiteral, t.text), p.advance()
	}
	v, err := ParseNumber(t.text)
	if err != nil {
		return nil, t.fail("%v", err)
	}
	return t.holds(OpLiteral, v), p.advance()
}

// named parses what starts with a word.
func (p *parser) named(t token) (*Expression, error) {
	if err := p.advance(); err != nil {
		return nil, err
	}
	switch opened := p.token.is("("); {
	case t.is("TRUE"), t.is("FALSE"):
		return t.holds(OpLiteral, t.is("TRUE")), nil
	case isShapeName(t.text) && (opened || p.token.isAny([]string{"Z", "M", "ZM", "EMPTY"})):
		return p.wellKnown(t)
	case !opened:
		return t.holds(OpProperty, t.text), nil
	case t.is("DATE"), t.is("TIMESTAMP"):
		return p.instant(t)
	case t.is("BBOX"):
		return p.box(t)
	}
	name := strings.ToLower(t.text)
	if !slices.Contains(Functions(), name) {
		return nil, t.fail("unknown function %q; the functions are %s", t.text, strings.ToUpper(strings.Join(Functions(), ", ")))
	}
	args, err := p.arguments(p.expression)
	return t.makes(name, args...), err
}

// instant = "(" text ")"
func (p *parser) instant(t token) (*Expression, error) {
	if err := p.advance(); err != nil {
		return nil, err
	}
	if p.token.class != literal {
		return nil, p.unexpected("a date in single quotes")
	}
	e := p.token.holds(strings.ToLower(t.text), p.token.text)
	if err := p.advance(); err != nil {
		return nil, err
	}
	return e, p.expect(")")
}

// box = "(" number {"," number} ")", four or six
func (p *parser) box(t token) (*Expression, error) {
	args, err := p.arguments(p.signed)
	if err != nil {
		return nil, err
	}
	numbers := make([]float64, len(args))
	for i, e := range args {
		var ok bool
		if numbers[i], ok = e.Value.(float64); !ok {
			return nil, e.Fail("BBOX holds numbers, as BBOX(west,south,east,north)")
		}
	}
	return t.holds(OpBBox, numbers), nil
}

func isShapeName(s string) bool {
	switch strings.ToUpper(s) {
	case "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION":
		return true
	}
	return false
}

// wellKnown parses well-known text, which ends with its parentheses.
func (p *parser) wellKnown(t token) (*Expression, error) {
	depth, end := 0, -1
	for i := t.at; i < len(p.text) && end < 0; i++ {
		switch p.text[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				end = i + 1
			}
		}
	}
	if end < 0 || depth < 0 {
		return nil, t.fail("the parentheses of this geometry are not closed")
	}
	shape, err := geom.UnmarshalWKT(p.text[t.at:end])
	if err != nil { // the Z of heights may be omitted
		if high, highErr := geom.UnmarshalWKT(untagged.ReplaceAllString(p.text[t.at:end], "$1 Z $2")); highErr == nil {
			shape, err = high, nil
		}
	}
	if err != nil {
		return nil, t.holds(OpGeometry, nil).NoGeometry(err)
	}
	p.at = end
	return t.holds(OpGeometry, shape), p.advance()
}

// untagged finds the kinds of geometries in well-known text.
var untagged = regexp.MustCompile(`([A-Za-z])\s*(\()`)
