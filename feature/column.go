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
	Boolean             // bool
	Date                // time.Time, of which only the day is kept
	Raw                 // json.RawMessage: any JSON
)

// Column is a property of all features of a Table, which may be null.
type Column struct {
	Name   string
	Kind   Kind
	Unique bool // values are unique; otherwise equal ones are stored once
	Words  bool // a Text that word searches cover

	// Group names columns next to each other whose values go together: a place and its name. Each
	// combination is stored once.
	Group string
}

// column is a Column of a Table.
type column struct {
	Column
	prefix string // what precedes the value in GeoJSON: the name, and a comma unless it is the first
	slot   int    // in a row, of its value or of the combination of its group
	group  int    // its number, or alone
	common bool   // whether values are in the common arena, with the prefix
}

// alone is the group of a column without one.
const alone = -1

func newColumns(given []Column) []column {
	out := make([]column, len(given))
	for i, c := range given {
		b := []byte{','}
		if i == 0 {
			b = b[:0]
		}
		out[i] = column{Column: c, prefix: string(append(appendString(b, c.Name), ':')), common: !c.Unique && !c.isInline()}
	}
	return out
}

// isInline reports whether codes are the values themselves, except integers beyond 31 bits.
func (c *Column) isInline() bool { return c.Kind == Integer || c.Kind == Boolean || c.Kind == Date }

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
		return Boolean
	case time.Time:
		return Date
	case nil, json.RawMessage:
		return Raw
	}
	panic("feature: a property of a type that Property does not list")
}
