package feature

import (
	"encoding/json"
	"time"
)

// Kind is the type of a column's values.
type Kind uint8

// The kinds of columns, with the Go types of Property.Value.
const (
	Text    Kind = iota // string
	Integer             // int
	Number              // float64
	Truth               // bool
	Date                // time.Time, of which the day counts
	Raw                 // json.RawMessage: any JSON
)

// Column is a property that all features of a Table have, though it may be null.
type Column struct {
	Name  string
	Kind  Kind
	Own   bool // each feature has a value of its own; otherwise equal ones are kept once
	Words bool // a Text that a search for words looks into
}

// column is a Column of a Table.
type column struct {
	Column
	prefix string // what stands before the value in GeoJSON: a comma, but for the first, and the name
}

func newColumns(given []Column) []column {
	out := make([]column, len(given))
	for i, c := range given {
		b := []byte{','}
		if i == 0 {
			b = b[:0]
		}
		out[i] = column{c, string(append(appendString(b, c.Name), ':'))}
	}
	return out
}

// isInline: codes are the values themselves, but for integers beyond 31 bits.
func (c *column) isInline() bool { return c.Kind == Integer || c.Kind == Truth || c.Kind == Date }

// hasPrefix: what lies in the arena begins with the prefix.
func (c *column) hasPrefix() bool { return !c.Own && !c.isInline() }

// kindOf returns the kind of a property's value, Raw for nil.
func kindOf(v any) Kind {
	switch v.(type) {
	case string:
		return Text
	case int:
		return Integer
	case float64:
		return Number
	case bool:
		return Truth
	case time.Time:
		return Date
	case nil, json.RawMessage:
		return Raw
	}
	panic("feature: a property of a type that Property does not list")
}
