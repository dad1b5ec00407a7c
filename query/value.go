package query

import (
	"cmp"
	"fmt"

	"dateline/feature"
)

// value is a scalar's value for one feature: a text, or a number that is a number, a
// feature.Day, or 0 or 1 for false and true. The zero value is null.
type value struct {
	text   string
	number float64
	known  bool
}

func textValue(s string) value     { return value{text: s, known: true} }
func numberValue(v float64) value  { return value{number: v, known: true} }
func dayValue(d feature.Day) value { return numberValue(float64(d)) }
func (v value) day() feature.Day   { return feature.Day(v.number) }
func (v value) compare(w value) int {
	return cmp.Or(cmp.Compare(v.number, w.number), cmp.Compare(v.text, w.text))
}

func boolValue(b bool) value {
	if b {
		return numberValue(1)
	}
	return numberValue(0)
}

// reader returns the value of a scalar for the feature at a position.
type reader func(position int) value

// farCost is the cost of reading a text elsewhere in memory, in steps.
const farCost = 2

// property binds a property to a Table; null if the Table lacks it.
func (e *Evaluation) property(field Field) reader {
	t, column := e.table, e.table.Column(field.Name)
	if column < 0 {
		return func(int) value { return value{} }
	}
	e.cost++
	isNull := func(i int) bool { return t.At(i).Code(column) == feature.Null }
	read := func(i int) value { return textValue(t.At(i).Text(column)) }
	switch t.Kind(column) {
	case feature.Text:
		if t.IsUnique(column) {
			e.cost += farCost
			read = func(i int) value {
				e.steps += farCost
				return textValue(t.At(i).Text(column))
			}
		}
	case feature.Integer:
		read = func(i int) value { return numberValue(float64(t.At(i).Integer(column))) }
	case feature.Number:
		e.cost++ // its digits are read
		read = func(i int) value { return numberValue(t.At(i).Number(column)) }
	case feature.Boolean:
		read = func(i int) value { return numberValue(float64(t.At(i).Code(column))) }
	case feature.Date:
		read = func(i int) value {
			day, _ := t.At(i).Day(column)
			return dayValue(day)
		}
	default:
		return func(int) value { return value{} }
	}
	return func(i int) value {
		if isNull(i) {
			return value{}
		}
		return read(i)
	}
}

// constantOf parses a value of a type in a query string.
func constantOf(t Type, written string) (value, error) {
	switch t {
	case Number:
		v, err := ParseNumber(written)
		return numberValue(v), err
	case Date:
		day, err := parseDay(written)
		return dayValue(day), err
	case Boolean:
		if written != "true" && written != "false" {
			return value{}, fmt.Errorf("%q is neither true nor false", written)
		}
		return boolValue(written == "true"), nil
	case Shape:
		return value{}, fmt.Errorf("a geometry has no value to compare with; use bbox or filter")
	}
	return textValue(written), nil
}
