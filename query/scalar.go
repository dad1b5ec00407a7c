package query

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"dateline/geo"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// scalar is what can be compared: a property, a literal, or a function of one.
type scalar struct {
	kind     Type
	value    func(geo.Feature) any // string, float64, bool, geo.Day or nil, as valueOf says
	constant any                   // of a literal its value, else nil
}

func property(field Field) scalar {
	return scalar{kind: field.Type, value: func(f geo.Feature) any { return valueOf(f, field.Name) }}
}

func constant(kind Type, v any) scalar {
	return scalar{kind: kind, value: func(geo.Feature) any { return v }, constant: v}
}

// alike compiles scalars of one type, of which each is compared with the first.
// Text beside a date is taken for one, whichever comes first.
func (c *compiler) alike(args []*expression) ([]scalar, error) {
	all := make([]scalar, len(args))
	for i, e := range args {
		var err error
		if all[i], err = c.scalar(e); err != nil {
			return nil, err
		}
	}
	kind := all[0].kind
	if slices.ContainsFunc(all, func(s scalar) bool { return s.kind == Date }) {
		kind = Date
	}
	for i, e := range args {
		var err error
		if all[i], err = dated(all[i], kind); err != nil {
			return nil, e.fail("%v", err)
		}
		if all[i].kind != all[0].kind {
			return nil, e.fail("%s cannot be compared with %s", all[i].kind, all[0].kind)
		}
	}
	return all, nil
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

// scalar compiles a literal, a property, a function or an operation.
func (c *compiler) scalar(e *expression) (scalar, error) {
	switch e.op {
	case opLiteral:
		return literalScalar(e), nil
	case opProperty:
		return c.property(e)
	case opDate, opTimestamp:
		day, err := parseDay(e.value.(string))
		if err != nil {
			return scalar{}, e.fail("%v", err)
		}
		return constant(Date, day), nil
	case "casei":
		return c.mapped(e, fold)
	case "accenti":
		return c.mapped(e, unaccented)
	case "+", "-", "*", "/", "%", "div", "^":
		return c.arithmetic(e)
	case opBBox, opGeometry, opInterval:
		return scalar{}, e.fail("%s stands where a property or a value is expected", strings.ToUpper(e.op))
	}
	f, err := c.filter(e)
	if err != nil {
		return scalar{}, err
	}
	return f.scalar(), nil
}

func literalScalar(e *expression) scalar {
	switch e.value.(type) {
	case float64:
		return constant(Number, e.value)
	case bool:
		return constant(Truth, e.value)
	}
	return constant(Text, e.value)
}

// property compiles the name of what can be compared.
func (c *compiler) property(e *expression) (scalar, error) {
	field, err := c.field(e)
	switch {
	case err != nil:
		return scalar{}, err
	case field.Type == Shape:
		return scalar{}, e.fail("%q is a geometry; compare it with S_INTERSECTS and the like, or ask whether it IS NULL", field.Name)
	}
	return property(field), nil
}

// scalar makes true, false or null of a filter's verdict.
func (f *Filter) scalar() scalar {
	return scalar{kind: Truth, value: func(x geo.Feature) any {
		if v := f.test(x); v != unknown {
			return v == yes
		}
		return nil
	}}
}

// mapped compiles a function that changes text.
func (c *compiler) mapped(e *expression, change func(string) string) (scalar, error) {
	if err := e.takes(1); err != nil {
		return scalar{}, err
	}
	inner, err := c.scalar(e.args[0])
	if err != nil {
		return inner, err
	}
	if inner.kind != Text {
		return inner, e.args[0].fail("%s works on text, not on %s", strings.ToUpper(e.op), inner.kind)
	}
	if text, ok := inner.constant.(string); ok {
		return constant(Text, change(text)), nil
	}
	return scalar{kind: Text, value: func(f geo.Feature) any {
		if text, ok := inner.value(f).(string); ok {
			return change(text)
		}
		return nil
	}}, nil
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
