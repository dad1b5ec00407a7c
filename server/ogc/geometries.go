package ogc

import (
	"dateline/schema"
	"dateline/server"

	"github.com/getkin/kin-openapi/openapi3"
)

// geometries are the schemas of GeoJSON geometries (RFC 7946, 3.1) as served: two coordinates a
// position, no nested collections.
func geometries() server.Schemas {
	position := openapi3.NewArraySchema().WithItems(openapi3.NewFloat64Schema()).WithMinItems(2).WithMaxItems(2)
	position.Description = "Longitude and latitude in degrees, unless the parameter crs asks for another system"
	at := server.Ref("position")
	line, lines := server.ListOf(at), server.ListOf(server.ListOf(at))
	all, simple := server.Schemas{"position": position}, openapi3.SchemaRefs{}
	for _, g := range []struct {
		name, kind  string
		coordinates *openapi3.SchemaRef
	}{
		{"point", "Point", at}, {"multiPoint", "MultiPoint", line}, {"lineString", "LineString", line}, {"multiLineString", "MultiLineString", lines},
		{"polygon", "Polygon", lines}, {"multiPolygon", "MultiPolygon", server.ListOf(lines)},
	} {
		all[g.name] = geometry(g.kind, "coordinates", g.coordinates)
		simple = append(simple, server.Ref(g.name))
	}
	all["geometryCollection"] = geometry("GeometryCollection", "geometries", server.ListOf((&server.Schema{OneOf: simple}).NewRef()))
	all["geometry"] = &server.Schema{OneOf: append(simple[:len(simple):len(simple)], server.Ref("geometryCollection"))}
	return all
}

// geometry describes a type of geometry whose parts are in a member.
func geometry(kind, member string, parts *openapi3.SchemaRef) *server.Schema {
	s := openapi3.NewObjectSchema().WithProperty("type", server.EnumSchema(kind)).WithPropertyRef(member, parts)
	s.Required = []string{"type", member}
	return s
}

// geometryOf describes the geometries of a collection's features.
func geometryOf(c *schema.Collection) *openapi3.SchemaRef {
	g := server.Ref("geometry")
	switch {
	case c.Points:
		g = server.Ref("point")
	case c.Lines:
		g = server.Ref("lineString")
	}
	if c.Located {
		return g
	}
	return server.OrNull(g)
}
