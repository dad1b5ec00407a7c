package server

import (
	"slices"

	"dateline/query"
	"dateline/schema"
	"dateline/tiles"

	"github.com/getkin/kin-openapi/openapi3"
)

// collection is what can be asked for under one name. Items, tiles, /collections and
// the OpenAPI document are all made from its table.
type collection struct {
	*schema.Collection
	fields []query.Field // that filters and orders may name: the queryables
	tiles  *tiles.Layer
}

func newCollections(table []schema.Collection) []collection {
	all := make([]collection, len(table))
	for i := range table {
		all[i] = collection{&table[i], query.Fields(&table[i]), tiles.NewLayer(&table[i])}
	}
	return all
}

// only returns the table with some of the properties, nil standing for all.
func (c *collection) only(names []string) *schema.Collection {
	if names == nil {
		return c.Collection
	}
	table := *c.Collection
	table.Properties = slices.DeleteFunc(slices.Clone(table.Properties), func(p schema.Property) bool { return !slices.Contains(names, p.Name) })
	return &table
}

// valueSchema describes the values of a type.
func valueSchema(t schema.Type) *openapi3.Schema {
	name, format := t.JSON()
	return &openapi3.Schema{Type: &openapi3.Types{name}, Format: format}
}
