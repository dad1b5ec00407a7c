package cql2

import (
	"fmt"
	"strings"
)

// Parse parses CQL2 text (OGC 21-065r2, 8.2 and annex B). Errors are of type *Error.
func Parse(text string) (*Expression, error) {
	p := &parser{lexer: lexer{text: text}}
	if err := p.advance(); err != nil {
		return nil, err
	}
	e, err := p.expression()
	if err == nil && p.token.class != atEnd {
		err = p.unexpected("AND, OR or the end")
	}
	return e, err
}

// parser is a recursive descent parser; token is the next token.
type parser struct {
	lexer
	token token
	depth int
}

func (p *parser) advance() (err error) {
	p.token, err = p.next()
	return err
}

// accept consumes a keyword or sign if it is next.
func (p *parser) accept(text string) (bool, error) {
	if !p.token.is(text) {
		return false, nil
	}
	return true, p.advance()
}

func (p *parser) expect(text string) error {
	found, err := p.accept(text)
	if err == nil && !found {
		err = p.unexpected(fmt.Sprintf("%q", text))
	}
	return err
}

func (p *parser) unexpected(wanted string) error {
	return p.token.fail("expected %s, found %s", wanted, p.token)
}

// deeper parses something nested.
func (p *parser) deeper(read func() (*Expression, error)) (*Expression, error) {
	if p.depth++; p.depth > maxDepth {
		return nil, p.token.fail("the filter is nested more than %d deep", maxDepth)
	}
	defer func() { p.depth-- }()
	return read()
}

// expression = term {"OR" term}
func (p *parser) expression() (*Expression, error) { return p.joined("OR", p.term) }

// term = factor {"AND" factor}
func (p *parser) term() (*Expression, error) { return p.joined("AND", p.factor) }

func (p *parser) joined(operator string, part func() (*Expression, error)) (*Expression, error) {
	first, err := part()
	if err != nil || !p.token.is(operator) {
		return first, err
	}
	all := p.token.makes(strings.ToLower(operator), first)
	for err == nil && p.token.is(operator) {
		if err = p.advance(); err == nil {
			var next *Expression
			next, err = part()
			all.Args = append(all.Args, next)
		}
	}
	return all, err
}

// factor = "NOT" factor | predicate
func (p *parser) factor() (*Expression, error) {
	not := p.token
	if found, err := p.accept("NOT"); !found || err != nil {
		if err != nil {
			return nil, err
		}
		return p.predicate()
	}
	inner, err := p.deeper(p.factor)
	return not.makes("not", inner), err
}

// predicate = sum [operator sum | "IS" ["NOT"] "NULL" | ["NOT"] listed]
func (p *parser) predicate() (*Expression, error) {
	left, err := p.sum()
	if err != nil {
		return nil, err
	}
	operator := p.token
	if operator.isComparison() {
		right, err := p.behind(p.sum)
		return operator.makes(operator.text, left, right), err
	}
	if operator.is("IS") {
		return p.isNull(left)
	}
	negated, err := p.accept("NOT")
	if err != nil {
		return nil, err
	}
	e, found, err := p.listed(left)
	switch {
	case err != nil || !negated && !found:
		return left, err
	case !found:
		return nil, p.unexpected("LIKE, BETWEEN or IN")
	case negated:
		return operator.makes("not", e), nil
	}
	return e, nil
}

// behind parses what follows an operator.
func (p *parser) behind(read func() (*Expression, error)) (*Expression, error) {
	if err := p.advance(); err != nil {
		return nil, err
	}
	return read()
}

// isNull = "IS" ["NOT"] "NULL"
func (p *parser) isNull(operand *Expression) (*Expression, error) {
	e := p.token.makes("isnull", operand)
	if err := p.advance(); err != nil {
		return nil, err
	}
	if negated, err := p.accept("NOT"); err != nil {
		return nil, err
	} else if negated {
		e = &Expression{Op: "not", at: e.at, Args: []*Expression{e}}
	}
	return e, p.expect("NULL")
}

// listed = "LIKE" sum | "BETWEEN" sum "AND" sum | "IN" "(" sum {"," sum} ")"
func (p *parser) listed(left *Expression) (e *Expression, found bool, err error) {
	keyword := p.token
	e = keyword.makes(strings.ToLower(keyword.text), left)
	add := func(read func() (*Expression, error)) {
		if err == nil {
			var next *Expression
			next, err = read()
			e.Args = append(e.Args, next)
		}
	}
	switch {
	case keyword.is("LIKE"):
		add(func() (*Expression, error) { return p.behind(p.sum) })
	case keyword.is("BETWEEN"):
		add(func() (*Expression, error) { return p.behind(p.sum) })
		if err == nil {
			err = p.expect("AND")
		}
		add(p.sum)
	case keyword.is("IN"):
		if err = p.advance(); err == nil {
			var items []*Expression
			items, err = p.arguments(p.sum)
			e.Args = append(e.Args, items...)
		}
	default:
		return left, false, nil
	}
	return e, true, err
}

// arguments = "(" item {"," item} ")"
func (p *parser) arguments(item func() (*Expression, error)) ([]*Expression, error) {
	if err := p.expect("("); err != nil {
		return nil, err
	}
	var all []*Expression
	for {
		next, err := p.deeper(item)
		if err != nil {
			return nil, err
		}
		all = append(all, next)
		if more, err := p.accept(","); err != nil {
			return nil, err
		} else if !more {
			return all, p.expect(")")
		}
	}
}

// sum = product {("+" | "-") product}
func (p *parser) sum() (*Expression, error) { return p.binary(p.product, "+", "-") }

// product = power {("*" | "/" | "%" | "DIV") power}
func (p *parser) product() (*Expression, error) { return p.binary(p.power, "*", "/", "%", "DIV") }

func (p *parser) binary(part func() (*Expression, error), operators ...string) (*Expression, error) {
	left, err := part()
	for n := 0; err == nil && p.token.isAny(operators); n++ {
		if n == maxDepth { // the tree grows to the left
			return nil, p.token.fail("more than %d operators in a row; use parentheses", maxDepth)
		}
		operator := p.token
		var right *Expression
		right, err = p.behind(part)
		left = operator.makes(strings.ToLower(operator.text), left, right)
	}
	return left, err
}

// power = signed ["^" signed]
func (p *parser) power() (*Expression, error) {
	left, err := p.signed()
	if err != nil || !p.token.is("^") {
		return left, err
	}
	operator := p.token
	right, err := p.behind(p.signed)
	return operator.makes("^", left, right), err
}

// signed = ["-" | "+"] primary; a minus binds closer than "^" does.
func (p *parser) signed() (*Expression, error) {
	sign := p.token
	if !sign.isAny([]string{"-", "+"}) {
		return p.primary()
	}
	factor := 1.0
	if sign.is("-") {
		factor = -1
	}
	inner, err := p.behind(p.primary)
	if err != nil {
		return nil, err
	}
	if v, ok := inner.Value.(float64); ok {
		return sign.holds(OpLiteral, factor*v), nil
	}
	return sign.makes("*", sign.holds(OpLiteral, factor), inner), nil
}
