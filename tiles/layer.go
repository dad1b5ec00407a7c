package tiles

import "dateline/schema"

// NewLayer returns the layer of a collection's tiles, with the properties that are not too long.
func NewLayer(c *schema.Collection) *Layer {
	l := &Layer{Name: c.ID, Description: c.Description}
	for _, p := range c.Properties {
		if !p.Long {
			l.Fields = append(l.Fields, Field{Name: p.Name, Type: fieldType(p.Type)})
		}
	}
	return l
}

// fieldType is the type of a field for TileJSON.
func fieldType(t schema.Type) string {
	switch t {
	case schema.Integer, schema.Number:
		return "Number"
	case schema.Boolean:
		return "Boolean"
	}
	return "String"
}
