package feature

import (
	"encoding/json"

	"dateline/schema"
)

// Columns returns the columns for the features of a collection.
func Columns(c *schema.Collection) []Column {
	columns := make([]Column, len(c.Properties))
	for i, p := range c.Properties {
		columns[i] = Column{Name: p.Name, Kind: kindFor(p.Type), Unique: p.Unique, Words: p.Type == schema.Text, Group: p.Group}
	}
	return columns
}

func kindFor(t schema.Type) Kind {
	switch t {
	case schema.Integer:
		return Integer
	case schema.Number:
		return Number
	case schema.Boolean:
		return Boolean
	case schema.Date:
		return Date
	case schema.Records:
		return Raw
	}
	return Text
}

// Value sets a value of a column that Columns made.
func (b *Builder) Value(v schema.Value) {
	switch kind := b.table.columns[len(b.values)].Kind; {
	case v.IsNull():
		b.Null()
	case kind == Text:
		b.text(v.Text())
	case kind == Raw:
		b.raw(json.RawMessage(v.Text()))
	case kind == Number:
		b.Number(v.Number())
	case kind == Boolean:
		b.Boolean(v.Bool())
	case kind == Date:
		b.values = append(b.values, code(Day(v.Int())))
	default:
		b.Integer(v.Int())
	}
}
