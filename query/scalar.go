package query

import (
	"fmt"
	"strings"
	"unicode"

	"dateline/geo"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// scalar is what can be compared: a property, a literal, or a function of one.
type scalar struct {
	kind     Type
	value    func(*geo.Feature) any // string, float64, bool, geo.Day or nil, as valueOf says
	constant any                    // of a literal its value, else nil
}

func property(field Field) scalar {
	return scalar{kind: field.Type, value: func(f *geo.Feature) any { return valueOf(f, field.Name) }}
}

func constant(kind Type, v any) scalar {
	return scalar{kind: kind, value: func(*geo.Feature) any { return v }, constant: v}
}

// operand reads a scalar of the type of another. Text beside a date is taken for
// one, whichever comes first.
func (p *parser) operand(other *scalar) (scalar, error) {
	at := p.token.at
	s, err := p.scalar()
	if err != nil {
		return s, err
	}
	if s, err = dated(s, other.kind); err != nil {
		return s, p.fail(at, "%v", err)
	}
	if *other, err = dated(*other, s.kind); err != nil {
		return s, p.fail(at, "%v", err)
	}
	if s.kind != other.kind {
		return s, p.fail(at, "%s cannot be compared with %s", s.kind, other.kind)
	}
	return s, nil
}

// dated makes a date of a literal text where a date is wanted.
func dated(s scalar, wanted Type) (scalar, error) {
	text, isText := s.constant.(string)
	if wanted != Date || !isText {
		return s, nil
	}
	day, err := parseDay(text)
	return constant(Date, day), err
}

// scalar reads a property, a literal or a function of one.
func (p *parser) scalar() (scalar, error) {
	t := p.token
	if err := p.advance(); err != nil {
		return scalar{}, err
	}
	switch t.class {
	case literal:
		return constant(Text, t.text), nil
	case digits:
		v, err := ParseNumber(t.text)
		if err != nil {
			return scalar{}, p.fail(t.at, "%v", err)
		}
		return constant(Number, v), nil
	case word:
		if s, found, err := p.function(t); found || err != nil {
			return s, err
		}
		return p.named(t)
	case quoted:
		return p.named(t)
	}
	return scalar{}, p.fail(t.at, "%s stands where a property or a value is expected", t)
}

// named returns the property that a token names.
func (p *parser) named(t token) (scalar, error) {
	field, ok := p.field(t.text)
	switch {
	case !ok:
		return scalar{}, p.fail(t.at, "there is no property %q here; there is %s", t.text, p.names())
	case field.Type == Shape:
		return scalar{}, p.fail(t.at, "%q is a geometry; compare it with S_INTERSECTS and the like", t.text)
	}
	return property(field), nil
}

// function reads TRUE, FALSE, DATE(…), TIMESTAMP(…), CASEI(…) and ACCENTI(…).
func (p *parser) function(t token) (s scalar, found bool, err error) {
	switch strings.ToUpper(t.text) {
	case "TRUE", "FALSE":
		return constant(Truth, t.is("TRUE")), true, nil
	case "DATE", "TIMESTAMP":
		if !p.token.is("(") {
			return s, false, nil // a property of that name
		}
		s, err = p.instant()
		return s, true, err
	case "CASEI":
		s, err = p.mapped(fold)
		return s, true, err
	case "ACCENTI":
		s, err = p.mapped(unaccented)
		return s, true, err
	}
	return s, false, nil
}

// instant = "(" text ")"
func (p *parser) instant() (s scalar, err error) {
	if err := p.expect("("); err != nil {
		return s, err
	}
	if p.token.class != literal {
		return s, p.unexpected("a date in single quotes")
	}
	day, err := parseDay(p.token.text)
	if err != nil {
		return s, p.fail(p.token.at, "%v", err)
	}
	if err := p.advance(); err != nil {
		return s, err
	}
	return constant(Date, day), p.expect(")")
}

// mapped = "(" scalar ")", each text of it changed
func (p *parser) mapped(change func(string) string) (scalar, error) {
	if err := p.expect("("); err != nil {
		return scalar{}, err
	}
	at := p.token.at
	if p.depth++; p.depth > maxDepth {
		return scalar{}, p.fail(at, "more than %d parentheses within each other", maxDepth)
	}
	defer func() { p.depth-- }()
	inner, err := p.scalar()
	if err != nil {
		return inner, err
	}
	if inner.kind != Text {
		return inner, p.fail(at, "this works on text, not on %s", inner.kind)
	}
	if text, ok := inner.constant.(string); ok {
		return constant(Text, change(text)), p.expect(")")
	}
	outer := scalar{kind: Text, value: func(f *geo.Feature) any {
		if text, ok := inner.value(f).(string); ok {
			return change(text)
		}
		return nil
	}}
	return outer, p.expect(")")
}

// fold makes letters of both cases equal (Unicode, full case folding).
func fold(s string) string { return cases.Fold().String(s) }

// unaccented takes the marks off letters.
func unaccented(s string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s)))
}

func parseDay(s string) (geo.Day, error) {
	t, err := parseTime(s)
	if err != nil {
		return 0, fmt.Errorf("%q is neither a date (2019-08-22) nor an instant (2019-08-22T12:00:00Z)", s)
	}
	return geo.DayOf(t), nil
}

// constantOf reads a value of a type as it stands in a query string.
func constantOf(t Type, written string) (any, error) {
	switch t {
	case Number:
		return ParseNumber(written)
	case Date:
		return parseDay(written)
	case Truth:
		if written != "true" && written != "false" {
			return nil, fmt.Errorf("%q is neither true nor false", written)
		}
		return written == "true", nil
	case Shape:
		return nil, fmt.Errorf("a geometry is not to be compared so; use bbox or filter")
	}
	return written, nil
}
