package ogc

import "dateline/server"

// landingDoc is the landing page (OGC 17-069r4, 7.2).
type landingDoc struct {
	Title       string        `json:"title"`
	Description string        `json:"description"`
	Links       []server.Link `json:"links"`
}

func (s *api) landing(req *server.Request) (*server.Answer, error) {
	if s.index != nil && req.Media == server.TypeHTML {
		return s.index(req)
	}
	return server.OKJSON(req, landingDoc{Title: server.Title, Description: server.Description, Links: append(req.Links(), server.License(),
		req.LinkTo("/api", "service-desc", server.TypeOpenAPI, "The API in OpenAPI 3.0"),
		req.LinkTo("/api?f=html", "service-doc", server.TypeHTML, "The API to be read"),
		req.LinkTo("/conformance", "conformance", server.TypeJSON, "What standards the API conforms to"),
		req.LinkTo("/collections", "data", server.TypeJSON, "The collections"),
		req.LinkTo("/collections?f=gpkg", "enclosure", server.TypeGeoPackage, "All collections in one file"),
		req.LinkTo("/tiles", relTilesets, server.TypeJSON, "Vector tiles of all collections"),
		req.LinkTo("/events", "events", server.TypeEvents, "An event whenever the archive has grown"),
		req.LinkTo("/tileMatrixSets", relGrids, server.TypeJSON, "The tile matrix sets"),
	)})
}

// conformanceDoc is the conformance declaration (OGC 17-069r4, 7.4).
type conformanceDoc struct {
	ConformsTo []string `json:"conformsTo"`
}

// conformance lists the classes that hold in full, except for the deviations named in
// docs/conformance.md.
func conformance(req *server.Request) (*server.Answer, error) {
	return server.OKJSON(req, conformanceDoc{[]string{
		"http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
		"http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/landing-page",
		"http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/json",
		"http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/oas30",
		"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
		"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
		"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
		"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
		"http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
		"http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
		"http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables-query-parameters",
		"http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter",
		"http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
		"http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
		"http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset",
		"http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list",
		"http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/dataset-tilesets",
		"http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/geodata-tilesets",
		"http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/collections-selection",
		"http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt",
		"http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/oas30",
		"http://www.opengis.net/spec/tms/2.0/conf/json-tilematrixset",
		"http://www.opengis.net/spec/tms/2.0/conf/json-tilesetmetadata",
		"http://www.opengis.net/spec/cql2/1.0/conf/cql2-text",
		"http://www.opengis.net/spec/cql2/1.0/conf/cql2-json",
		"http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
		"http://www.opengis.net/spec/cql2/1.0/conf/advanced-comparison-operators",
		"http://www.opengis.net/spec/cql2/1.0/conf/case-insensitive-comparison",
		"http://www.opengis.net/spec/cql2/1.0/conf/accent-insensitive-comparison",
		"http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions",
		"http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions-plus",
		"http://www.opengis.net/spec/cql2/1.0/conf/spatial-functions",
		"http://www.opengis.net/spec/cql2/1.0/conf/temporal-functions",
		"http://www.opengis.net/spec/cql2/1.0/conf/property-property",
		"http://www.opengis.net/spec/cql2/1.0/conf/arithmetic",
	}})
}

// apiDocument answers with the OpenAPI document.
func apiDocument(req *server.Request) (*server.Answer, error) {
	return server.OK(req.Media, req.OpenAPI()), nil
}
