package ogc

import (
	"encoding/json"

	"dateline/query"
	"dateline/schema"
	"dateline/server"
)

const relQueryables = "http://www.opengis.net/def/rel/ogc/1.0/queryables"

// queryablesDoc is a JSON Schema (draft 2020-12) of the queryables (OGC 19-079r2, 6.2).
type queryablesDoc struct {
	Schema     string          `json:"$schema"`
	ID         string          `json:"$id"`
	Type       string          `json:"type"`
	Title      string          `json:"title"`
	Properties json.RawMessage `json:"properties"`
	Additional bool            `json:"additionalProperties"`
}

// queryableDoc is one queryable.
type queryableDoc struct {
	Title       string `json:"title"`
	Description string `json:"description,omitempty"`
	Type        string `json:"type,omitempty"`
	Format      string `json:"format,omitempty"`
}

func queryables(req *server.Request) (*server.Answer, error) {
	c := req.Collection
	return server.OKJSON(req, queryablesDoc{
		Schema: "https://json-schema.org/draft/2020-12/schema", ID: req.Base + req.Path, Type: "object", Title: c.Title, Properties: queryablesOf(c),
	})
}

// queryablesOf returns the properties in the order of the table.
func queryablesOf(c *server.Collection) json.RawMessage {
	b := []byte("{")
	for i, f := range c.Fields {
		if i > 0 && c.Properties[i-1].Type == schema.Records {
			continue
		}
		if i > 0 {
			b = append(b, ',')
		}
		q := queryableDoc{Title: f.Name, Format: "geometry-any"}
		if f.Type != query.Shape {
			p := c.Properties[i-1]
			s := server.ValueSchema(p.Type)
			q = queryableDoc{Title: f.Name, Description: p.About, Type: (*s.Type)[0], Format: s.Format}
		}
		b = append(b, server.JSON(f.Name)...)
		b = append(append(b, ':'), server.JSON(q)...)
	}
	return append(b, '}')
}
