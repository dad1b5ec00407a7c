package server

import (
	"path"
	"strings"
)

// Media types. Each is written here and nowhere else.
const (
	typeJSON       = "application/json"
	typeGeoJSON    = "application/geo+json" // RFC 7946
	typeHTML       = "text/html"
	typeNDJSON     = "application/x-ndjson"                         // one JSON value a line
	typeText       = "text/plain"                                   //
	typeOpenAPI    = "application/vnd.oai.openapi+json;version=3.0" // OGC 17-069r4, 9.1
	typeTile       = "application/vnd.mapbox-vector-tile"           // Vector Tile 2.1, 2
	typeProtobuf   = "application/x-protobuf"                       // how some clients ask for the same
	typeSchema     = "application/schema+json"                      // JSON Schema
	typeGeoJSONSeq = "application/geo+json-seq"                     // RFC 8142
	typeCSV        = "text/csv"                                     // RFC 4180
	typeKML        = "application/vnd.google-earth.kml+xml"         // OGC 12-007r2
	typeGeoPackage = "application/geopackage+sqlite3"               // OGC 12-128r17
	typeFlatGeobuf = "application/flatgeobuf"                       // flatgeobuf.org
	typeParquet    = "application/vnd.apache.parquet"               // GeoParquet 1.1
	typeForm       = "application/x-www-form-urlencoded"            // WHATWG URL, 5
	typeXML        = "application/xml"                              // RFC 7303
	typeScript     = "text/javascript"                              // RFC 9239
	typeProblem    = "application/problem+json"                     // RFC 9457
	typeEvents     = "text/event-stream"                            // WHATWG HTML, 9.2
)

// formatNames are the values of the parameter f.
func formatNames() []string {
	return []string{"json", "geojson", "html", "geojsonseq", "csv", "kml", "gpkg", "fgb", "parquet", "mvt"}
}

// formatOf returns the value of f that asks for a media type; empty when none
// does.
func formatOf(media string) string {
	switch media {
	case typeJSON:
		return "json"
	case typeGeoJSON:
		return "geojson"
	case typeHTML:
		return "html"
	case typeGeoJSONSeq:
		return "geojsonseq"
	case typeCSV:
		return "csv"
	case typeKML:
		return "kml"
	case typeGeoPackage:
		return "gpkg"
	case typeTile:
		return "mvt"
	case typeFlatGeobuf:
		return "fgb"
	case typeParquet:
		return "parquet"
	}
	return ""
}

// extensionOf returns the ending of files of a media type.
func extensionOf(media string) string {
	if media == typeGeoJSONSeq {
		return "geojsons"
	}
	return formatOf(media)
}

// typeOfFile returns the media type of a file of the page by its ending. It
// knows what a build makes and does not ask the system, which may know else.
func typeOfFile(name string) string {
	switch path.Ext(name) {
	case ".html":
		return typeHTML
	case ".js", ".mjs":
		return typeScript
	case ".css":
		return "text/css"
	case ".svg":
		return "image/svg+xml"
	case ".png":
		return "image/png"
	case ".ico":
		return "image/x-icon"
	case ".woff2":
		return "font/woff2"
	case ".json", ".map":
		return typeJSON
	case ".geojson":
		return typeGeoJSON
	case ".webmanifest":
		return "application/manifest+json"
	case ".txt":
		return typeText
	}
	return "application/octet-stream"
}

// contentType returns a media type as the header of a body says it.
func contentType(media string) string {
	if strings.HasPrefix(media, "text/") {
		return media + "; charset=utf-8"
	}
	return media
}

// compresses reports whether bytes of a media type get smaller.
func compresses(media string) bool {
	for _, part := range []string{"text/", "json", "svg", "kml", "x-icon", "mapbox-vector-tile", "/xml"} {
		if strings.Contains(media, part) {
			return true
		}
	}
	return false
}
