package server

import (
	"bytes"

	"github.com/getkin/kin-openapi/openapi3"
)

// landingDoc is the landing page (OGC 17-069r4, 7.2).
type landingDoc struct {
	Title       string `json:"title"`
	Description string `json:"description"`
	Links       []link `json:"links"`
}

const (
	apiTitle       = "Dateline"
	apiDescription = "Places that news articles mention, where and when."
)

func (s *service) landing(req *request) (*answer, error) {
	if _, page := s.assets[indexPath]; page && req.media == typeHTML {
		return s.pageAnswer(req)
	}
	return okJSON(req, landingDoc{Title: apiTitle, Description: apiDescription, Links: append(req.own(), license(),
		req.to("/api", "service-desc", typeOpenAPI, "The API in OpenAPI 3.0"),
		req.to("/api?f=html", "service-doc", typeHTML, "The API to be read"),
		req.to("/conformance", "conformance", typeJSON, "What standards the API conforms to"),
		req.to("/collections", "data", typeJSON, "The collections"),
		req.to("/collections?f=gpkg", "enclosure", typeGeoPackage, "All collections in one file"),
		req.to("/tiles", relTilesets, typeJSON, "Vector tiles of all collections"),
		req.to("/events", relEvents, typeEvents, "An event whenever the archive has grown"),
		req.to("/tileMatrixSets", relGrids, typeJSON, "The tile matrix sets"),
	)})
}

// conformanceDoc is the conformance declaration (OGC 17-069r4, 7.4).
type conformanceDoc struct {
	ConformsTo []string `json:"conformsTo"`
}

// conformance lists classes that hold in full, but for what docs/conformance.md
// names as departing, and no others.
func (s *service) conformance(req *request) (*answer, error) {
	return okJSON(req, conformanceDoc{[]string{
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

// apiDocument answers with the OpenAPI document, whose one server is the address
// that it was asked at.
func (s *service) apiDocument(req *request) (*answer, error) {
	here, there := toJSON(openapi3.Server{URL: req.base}), toJSON(openapi3.Server{URL: anyServer})
	return ok(req.media, bytes.Replace(s.api, bytes.TrimSpace(there), bytes.TrimSpace(here), 1)), nil
}

type healthDoc struct {
	Status  string `json:"status"`
	Version string `json:"version,omitempty"`
}

func (s *service) health(req *request) (*answer, error) {
	return okJSON(req, healthDoc{Status: "ok", Version: s.Version})
}
