package server

import (
	"encoding/json"

	"dateline/query"
)

const relQueryables = "http://www.opengis.net/def/rel/ogc/1.0/queryables"

// queryablesDoc is a JSON Schema (draft 2020-12) of what filters may name
// (OGC 19-079r2, 6.2).
type queryablesDoc struct {
	Schema     string          `json:"$schema"`
	ID         string          `json:"$id"`
	Type       string          `json:"type"`
	Title      string          `json:"title"`
	Properties json.RawMessage `json:"properties"`
	Additional bool            `json:"additionalProperties"`
}

// queryableDoc is one of them.
type queryableDoc struct {
	Title       string `json:"title"`
	Description string `json:"description,omitempty"`
	Type        string `json:"type,omitempty"`
	Format      string `json:"format,omitempty"`
}

func (s *service) queryables(req *request) (*answer, error) {
	c := req.collection
	return okJSON(req, queryablesDoc{
		Schema: "https://json-schema.org/draft/2020-12/schema", ID: req.base + req.path, Type: "object", Title: c.Title, Properties: c.queryables(),
	})
}

// queryables writes the properties in the order of the table.
func (c *collection) queryables() json.RawMessage {
	b := []byte("{")
	for i, f := range c.fields {
		if i > 0 {
			b = append(b, ',')
		}
		q := queryableDoc{Title: f.Name, Format: "geometry-any"}
		if f.Type != query.Shape {
			p := c.Properties[i-1]
			schema := valueSchema(p.Type)
			q = queryableDoc{Title: f.Name, Description: p.About, Type: (*schema.Type)[0], Format: schema.Format}
		}
		b = append(b, toJSON(f.Name)...)
		b = append(append(b, ':'), toJSON(q)...)
	}
	return append(b, '}')
}
