package server

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"dateline/document"
	"dateline/tiles"

	"github.com/getkin/kin-openapi/openapi3"
)

// record is a text to be parsed, as document.Reader reads it.
type record struct {
	ID        string `json:"id,omitempty"`
	Text      string `json:"text"`
	Title     string `json:"title,omitempty"`
	Published string `json:"published,omitempty"`
	Spans     []span `json:"spans,omitempty"`
}

// givenArticle is a text for the archive, as article.ReadFrom reads it.
type givenArticle struct {
	ID        string `json:"id,omitempty"`
	Text      string `json:"text"`
	Title     string `json:"title,omitempty"`
	Published string `json:"published,omitempty"`
}

type span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// schemas are the components of the OpenAPI document that routes name as their
// result.
func schemas(collections []collection) openapi3.Schemas {
	all := openapi3.Schemas{}
	for name, v := range map[string]any{
		"landing": landingDoc{}, "conformance": conformanceDoc{}, "collections": collectionsDoc{}, "collection": collectionDoc{},
		"tileset": tiles.TileJSON{}, "document": document.Document{}, "health": healthDoc{}, "status": statusDoc{},
		"counts": countsDoc{}, "problem": problem{}, "record": record{}, "givenArticle": givenArticle{}, "grids": gridsDoc{}, "grid": gridDoc{}, "tilesets": tilesetsDoc{}, "gridTileset": tilesetDoc{},
		"link": link{}, "sums": sumsDoc{}, "facets": facetsDoc{}, "mentioning": mentioningDoc{},
	} {
		all[name] = schemaOf(reflect.TypeOf(v)).NewRef()
	}
	places := schemaOf(reflect.TypeFor[placesDoc]())
	all["search"] = &openapi3.SchemaRef{Value: &openapi3.Schema{OneOf: openapi3.SchemaRefs{
		schemaOf(reflect.TypeFor[searchDoc]()).NewRef(), schemaOf(reflect.TypeFor[[]foundDoc]()).NewRef(), places.NewRef(),
	}}}
	all["reverse"] = &openapi3.SchemaRef{Value: &openapi3.Schema{OneOf: openapi3.SchemaRefs{
		schemaOf(reflect.TypeFor[foundDoc]()).NewRef(), schemaOf(reflect.TypeFor[nothingDoc]()).NewRef(), places.NewRef(),
	}}}
	for _, body := range []string{"record", "givenArticle"} {
		for name, s := range all[body].Value.Properties { // null is as good as absent
			s.Value.Nullable = name != "text"
		}
		all[body].Value.Properties["id"] = openapi3.NewSchema().NewRef() // a number, too
	}
	all["events"] = openapi3.NewStringSchema().NewRef()
	all["api"] = openapi3.NewObjectSchema().NewRef()
	all["queryables"] = openapi3.NewObjectSchema().NewRef()
	for _, c := range collections {
		feature := c.featureSchema()
		all[c.ID+"Feature"] = feature.NewRef()
		all[c.ID+"Items"] = itemsSchema(feature).NewRef()
	}
	return all
}

// schemaOf describes what encoding/json makes of a type. Fields without
// omitempty are required, and null where they are pointers.
func schemaOf(t reflect.Type) *openapi3.Schema {
	if t == reflect.TypeFor[json.RawMessage]() {
		return openapi3.NewObjectSchema().WithNullable()
	}
	switch t.Kind() {
	case reflect.Pointer:
		return schemaOf(t.Elem())
	case reflect.Slice:
		return openapi3.NewArraySchema().WithItems(schemaOf(t.Elem()))
	case reflect.Array:
		n := int64(t.Len())
		return openapi3.NewArraySchema().WithItems(schemaOf(t.Elem())).WithMinItems(n).WithMaxItems(n)
	case reflect.Map:
		return openapi3.NewObjectSchema().WithAdditionalProperties(schemaOf(t.Elem()))
	case reflect.Struct:
		return structSchema(t)
	case reflect.String:
		return openapi3.NewStringSchema()
	case reflect.Interface:
		return openapi3.NewSchema()
	case reflect.Uint64:
		return openapi3.NewIntegerSchema().WithMin(0)
	case reflect.Int:
		return openapi3.NewIntegerSchema()
	case reflect.Float64:
		return openapi3.NewFloat64Schema()
	case reflect.Bool:
		return openapi3.NewBoolSchema()
	}
	panic(fmt.Sprintf("server: no schema for %v", t))
}

func structSchema(t reflect.Type) *openapi3.Schema {
	s := openapi3.NewObjectSchema()
	for f := range t.Fields() {
		name, options, tagged := strings.Cut(f.Tag.Get("json"), ",")
		if name == "" {
			continue
		}
		field := schemaOf(f.Type)
		if !tagged || !strings.Contains(options, "omitempty") {
			s.Required = append(s.Required, name)
			field.Nullable = field.Nullable || f.Type.Kind() == reflect.Pointer
		}
		s.WithProperty(name, field)
	}
	return s
}

// featureSchema describes a feature by the collection's table.
func (c *collection) featureSchema() *openapi3.Schema {
	properties := openapi3.NewObjectSchema()
	for _, p := range c.Properties {
		s := valueSchema(p.Type).WithNullable()
		s.Description = p.About
		properties.WithProperty(p.Name, s)
	}
	geometry := openapi3.NewObjectSchema().WithNullable().WithProperty("type", openapi3.NewStringSchema())
	geometry.Description = "A GeoJSON geometry; null when the place is not known"
	f := openapi3.NewObjectSchema().
		WithProperty("type", openapi3.NewStringSchema().WithEnum("Feature")).
		WithProperty("id", openapi3.NewStringSchema()).
		WithProperty("geometry", geometry).
		WithProperty("properties", properties).
		WithProperty("links", openapi3.NewArraySchema().WithItems(schemaOf(reflect.TypeFor[link]())))
	f.Required = []string{"type", "id", "geometry", "properties"}
	return f
}

// itemsSchema describes a page of features (OGC 17-069r4, 7.15.5).
func itemsSchema(feature *openapi3.Schema) *openapi3.Schema {
	s := openapi3.NewObjectSchema().
		WithProperty("type", openapi3.NewStringSchema().WithEnum("FeatureCollection")).
		WithProperty("numberMatched", openapi3.NewIntegerSchema().WithMin(0)).
		WithProperty("numberReturned", openapi3.NewIntegerSchema().WithMin(0)).
		WithProperty("timeStamp", openapi3.NewDateTimeSchema()).
		WithProperty("links", openapi3.NewArraySchema().WithItems(schemaOf(reflect.TypeFor[link]()))).
		WithProperty("features", openapi3.NewArraySchema().WithItems(feature))
	s.Required = []string{"type", "features"} // a download has no more
	return s
}
