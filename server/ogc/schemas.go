package ogc

import (
	"dateline/schema"
	"dateline/server"
	"dateline/tiles"

	"github.com/getkin/kin-openapi/openapi3"
)

// schemas describe what the routes answer with.
func schemas(collections []schema.Collection) server.Schemas {
	all := server.Schemas{
		"landing": server.SchemaOf[landingDoc](), "conformance": server.SchemaOf[conformanceDoc](), "api": openapi3.NewObjectSchema(),
		"collections": server.SchemaOf[collectionsDoc](), "collection": server.SchemaOf[collectionDoc](), "queryables": openapi3.NewObjectSchema(),
		"tileset": server.SchemaOf[tiles.TileJSON](), "tilesets": server.SchemaOf[tilesetsDoc](), "gridTileset": server.SchemaOf[tilesetDoc](),
		"grids": server.SchemaOf[gridsDoc](), "grid": server.SchemaOf[gridDoc](),
		"article": server.SchemaOf[articleDoc](),
	}
	for i := range collections {
		feature := featureSchema(&collections[i])
		all[collections[i].ID+"Feature"] = feature
		all[collections[i].ID+"Items"] = itemsSchema(feature)
	}
	return all
}

// featureSchema describes a feature by the collection's table.
func featureSchema(c *schema.Collection) *openapi3.Schema {
	properties := openapi3.NewObjectSchema()
	for _, p := range c.Properties {
		s := server.ValueSchema(p.Type).WithNullable()
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
		WithProperty("links", openapi3.NewArraySchema().WithItems(server.SchemaOf[server.Link]()))
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
		WithProperty("links", openapi3.NewArraySchema().WithItems(server.SchemaOf[server.Link]())).
		WithProperty("features", openapi3.NewArraySchema().WithItems(feature))
	s.Required = []string{"type", "features"} // a download has no more
	return s
}
