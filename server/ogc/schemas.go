package ogc

import (
	"dateline/document"
	"dateline/schema"
	"dateline/server"
	"dateline/tiles"
	"dateline/view"

	"github.com/getkin/kin-openapi/openapi3"
)

// types are the types of documents that describe the API, and of articles.
func types() server.Types {
	return server.Types{
		"landing": landingDoc{}, "conformance": conformanceDoc{}, "collections": collectionsDoc{}, "collection": collectionDoc{},
		"tileset": tiles.TileJSON{}, "tilesets": tilesetsDoc{}, "gridTileset": tilesetDoc{}, "grids": gridsDoc{}, "grid": gridDoc{},
		"claim": view.Cited{}, "article": articleDoc{}, "document": document.Document{}, "read": document.Read{}, "focus": document.Focus{},
		"mention": document.Mention{}, "candidate": document.Candidate{}, "front": document.Front{}, "anchor": document.Anchor{},
		"event": document.Event{}, "eventPlace": document.EventPlace{}, "held": document.Held{}, "leftOut": document.LeftOut{},
		"corrected": document.Corrected{}, "original": document.Original{},
	}
}

// narrow restricts properties of documents as document.Check does.
func narrow() server.NarrowSchemas {
	types, statuses := oneOf(schema.EventTypes()), oneOf(schema.EventStatuses())
	all := server.NarrowSchemas{
		"front.geometry": server.OrNull(server.Ref("geometry")), "event.type": types, "event.status": statuses, "claim.type": types, "claim.status": statuses,
	}
	for _, of := range []string{"mention", "front", "event"} {
		all[of+".date_precision"], all[of+".date_from"] = oneOf(schema.DatePrecisions()), oneOf(schema.DateSources())
	}
	return all
}

func oneOf(values []string) *openapi3.SchemaRef { return server.EnumSchema(values...).NewRef() }

// schemas are those not derived from Go types: features, from the table of collections.
func schemas(collections []schema.Collection) server.Schemas {
	all := geometries()
	all["api"], all["queryables"], all["someProperties"] = openapi3.NewObjectSchema(), openapi3.NewObjectSchema(), featureCollection(someProperties())
	for i := range collections {
		c := &collections[i]
		all[c.ID+"Properties"] = properties(c)
		all[c.ID+"Feature"] = featureSchema(geometryOf(c), server.Ref(c.ID+"Properties"))
		all[c.ID+"Page"] = featureCollection(server.Ref(c.ID + "Feature"))
		all[c.ID+"Items"] = &server.Schema{
			AnyOf:       openapi3.SchemaRefs{server.Ref(c.ID + "Page"), server.Ref("someProperties")},
			Description: "The second where the parameter properties leaves any out.",
		}
	}
	return all
}

// properties returns the schema of a collection's properties.
func properties(c *schema.Collection) *server.Schema {
	all := openapi3.NewObjectSchema()
	for i := range c.Properties {
		p := &c.Properties[i]
		s := server.ValueSchema(p.Type)
		if p.Values != nil {
			s = server.EnumSchema(p.Values...)
		}
		value := s.NewRef()
		if !p.Never {
			value = server.OrNull(value)
		}
		value.Value.Description = p.About
		all.WithPropertyRef(p.Name, value)
		all.Required = append(all.Required, p.Name)
	}
	return all
}

// featureSchema returns the schema of a GeoJSON feature.
func featureSchema(geometry, properties *openapi3.SchemaRef) *server.Schema {
	f := openapi3.NewObjectSchema().
		WithProperty("type", server.EnumSchema("Feature")).
		WithProperty("id", openapi3.NewStringSchema()).
		WithPropertyRef("geometry", geometry).
		WithPropertyRef("properties", properties).
		WithPropertyRef("links", server.ListOf(server.Ref("link")))
	f.Required = []string{"type", "id", "geometry", "properties"}
	return f
}

// someProperties returns the schema of a feature that may lack properties.
func someProperties() *openapi3.SchemaRef {
	return featureSchema(server.OrNull(server.Ref("geometry")), openapi3.NewObjectSchema().WithAnyAdditionalProperties().NewRef()).NewRef()
}

// featureCollection returns the schema of a page of features (OGC 17-069r4, 7.15.5).
func featureCollection(feature *openapi3.SchemaRef) *server.Schema {
	s := openapi3.NewObjectSchema().
		WithProperty("type", server.EnumSchema("FeatureCollection")).
		WithProperty("numberMatched", openapi3.NewIntegerSchema().WithMin(0)).
		WithProperty("numberReturned", openapi3.NewIntegerSchema().WithMin(0)).
		WithProperty("timeStamp", openapi3.NewDateTimeSchema()).
		WithPropertyRef("links", server.ListOf(server.Ref("link"))).
		WithPropertyRef("features", server.ListOf(feature))
	s.Required = []string{"type", "numberMatched", "numberReturned", "timeStamp", "links", "features"}
	return s
}
