package query

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feature"
	"dateline/query/cql2"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// scalar is a comparable expression: a property, a literal, or a function of one.
type scalar struct {
	kind     Type
	bind     func(*Evaluation) reader
	constant value    // of a literal; null otherwise
	name     string   // identifies the computation, to share it; empty if that gains nothing
	looksAt  string   // as in a Filter
	field    string   // name of a property; empty otherwise
	sql      fragment // as in a Filter; not set for a constant
}

func propertyScalar(field Field) scalar {
	return scalar{
		kind: field.Type, name: field.Name, looksAt: field.Name, field: field.Name, sql: propertySQL(field),
		bind: func(e *Evaluation) reader { return e.property(field) },
	}
}

func constant(kind Type, v value) scalar {
	return scalar{kind: kind, constant: v, bind: func(*Evaluation) reader { return func(int) value { return v } }}
}

// alike compiles scalars of one type, each compared with the first. Text next to a date is read
// as a date, whichever comes first.
func (c *compiler) alike(args []*cql2.Expression) ([]scalar, error) {
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
			return nil, e.Fail("%v", err)
		}
		if all[i].kind != all[0].kind {
			return nil, e.Fail("%s cannot be compared with %s", all[i].kind, all[0].kind)
		}
	}
	return all, nil
}

// dated converts a literal text to a date if one is expected.
func dated(s scalar, wanted Type) (scalar, error) {
	if wanted != Date || s.kind != Text || !s.constant.known {
		return s, nil
	}
	day, err := parseDay(s.constant.text)
	return constant(Date, dayValue(day)), err
}

// scalar compiles a literal, a property, a function or an operation.
func (c *compiler) scalar(e *cql2.Expression) (scalar, error) {
	switch e.Op {
	case cql2.OpLiteral:
		return literalScalar(e), nil
	case cql2.OpProperty:
		return c.property(e)
	case cql2.OpDate, cql2.OpTimestamp:
		day, err := parseDay(e.Value.(string))
		if err != nil {
			return scalar{}, e.Fail("%v", err)
		}
		return constant(Date, dayValue(day)), nil
	case "casei":
		return c.mapped(e, newFold)
	case "accenti":
		return c.mapped(e, newUnaccent)
	case "+", "-", "*", "/", "%", "div", "^":
		return c.arithmetic(e)
	case cql2.OpBBox, cql2.OpGeometry, cql2.OpInterval:
		return scalar{}, e.Fail("expected a property or a value, found %s", strings.ToUpper(e.Op))
	}
	f, err := c.filter(e)
	if err != nil {
		return scalar{}, err
	}
	return f.scalar(), nil
}

func literalScalar(e *cql2.Expression) scalar {
	switch v := e.Value.(type) {
	case float64:
		return constant(Number, numberValue(v))
	case bool:
		return constant(Boolean, boolValue(v))
	}
	return constant(Text, textValue(e.Value.(string)))
}

// property compiles the name of a comparable property.
func (c *compiler) property(e *cql2.Expression) (scalar, error) {
	field, err := c.field(e)
	switch {
	case err != nil:
		return scalar{}, err
	case field.Type == Shape:
		return scalar{}, e.Fail("%q is a geometry; compare it with S_INTERSECTS and the like, or ask whether it IS NULL", field.Name)
	}
	return propertyScalar(field), nil
}

// scalar converts a filter's ternary to true, false or null.
func (f *Filter) scalar() scalar {
	return scalar{kind: Boolean, looksAt: f.looksAt, sql: f.sql, bind: func(e *Evaluation) reader {
		test := f.bind(e)
		return func(i int) value {
			if v := test(i); v != unknown {
				return boolValue(v == yes)
			}
			return value{}
		}
	}}
}

// mapped compiles a text function, which is created for each Evaluation.
func (c *compiler) mapped(e *cql2.Expression, newChange func() func(string) string) (scalar, error) {
	if err := e.Takes(1); err != nil {
		return scalar{}, err
	}
	inner, err := c.scalar(e.Args[0])
	if err != nil {
		return inner, err
	}
	if inner.kind != Text {
		return inner, e.Args[0].Fail("%s works on text, not on %s", strings.ToUpper(e.Op), inner.kind)
	}
	if inner.constant.known {
		return constant(Text, textValue(newChange()(inner.constant.text))), nil
	}
	return scalar{kind: Text, name: e.Op + "(" + inner.name + ")", looksAt: inner.looksAt, bind: func(e *Evaluation) reader {
		read, change := e.shared(inner), newChange()
		e.cost += changeCost
		return func(i int) value {
			v := read(i)
			if v.known {
				e.steps += 1 + len(v.text)/bytesPerChange
				v.text = change(v.text)
			}
			return v
		}
	}}, nil
}

// Changing the letters of a text costs a step for so many bytes; a text of usual length costs so
// many steps.
const (
	bytesPerChange = 2
	changeCost     = 60
)

// newFold returns a function that ignores case (Unicode, full case folding).
func newFold() func(string) string {
	folder := cases.Fold()
	return func(s string) string {
		if isASCII(s) {
			return strings.ToLower(s)
		}
		return folder.String(s)
	}
}

// newUnaccent returns a function that removes diacritics.
func newUnaccent() func(string) string {
	return func(s string) string {
		if isASCII(s) {
			return s
		}
		return norm.NFC.String(strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Mn, r) {
				return -1
			}
			return r
		}, norm.NFD.String(s)))
	}
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func parseDay(s string) (feature.Day, error) {
	t, err := parseTime(s)
	if err != nil {
		return 0, fmt.Errorf("%q is neither a date (2019-08-22) nor an instant (2019-08-22T12:00:00Z)", s)
	}
	return feature.DayOf(t), nil
}
