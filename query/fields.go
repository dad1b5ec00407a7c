package query

import "dateline/schema"

// Fields returns the queryables of a collection: its geometry, and then its properties in order.
func Fields(c *schema.Collection) []Field {
	fields := make([]Field, 1, 1+len(c.Properties))
	fields[0] = Field{Name: Geometry, Type: Shape}
	for _, p := range c.Properties {
		fields = append(fields, Field{Name: p.Name, Type: typeFor(p.Type)})
	}
	return fields
}

func typeFor(t schema.Type) Type {
	switch t {
	case schema.Integer, schema.Number:
		return Number
	case schema.Date:
		return Date
	case schema.Boolean:
		return Boolean
	}
	return Text
}
