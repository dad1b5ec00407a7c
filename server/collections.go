package server

import (
	"dateline/query"
	"dateline/schema"

	"github.com/getkin/kin-openapi/openapi3"
)

// Collection is a collection with what queries can name.
type Collection struct {
	*schema.Collection
	Fields []query.Field // the queryables: what filters and orders can name
}

func newCollections(table []schema.Collection) []Collection {
	all := make([]Collection, len(table))
	for i := range table {
		all[i] = Collection{&table[i], query.Fields(&table[i])}
	}
	return all
}

// ValueSchema returns the schema of a type's values.
func ValueSchema(t schema.Type) *openapi3.Schema {
	name, format := t.JSON()
	s := &openapi3.Schema{Type: &openapi3.Types{name}, Format: format}
	if t == schema.Records {
		s.Items = Ref("claim")
	}
	return s
}
