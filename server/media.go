package server

import (
	"path"
	"strings"
)

// Media types, defined only here.
const (
	TypeJSON       = "application/json"
	TypeGeoJSON    = "application/geo+json" // RFC 7946
	TypeHTML       = "text/html"
	TypeNDJSON     = "application/x-ndjson"                         // one JSON value a line
	TypeText       = "text/plain"                                   //
	TypeURIList    = "text/uri-list"                                // RFC 2483
	TypeOpenAPI    = "application/vnd.oai.openapi+json;version=3.0" // OGC 17-069r4, 9.1
	TypeTile       = "application/vnd.mapbox-vector-tile"           // Vector Tile 2.1, 2
	TypeProtobuf   = "application/x-protobuf"                       // requested by some clients for the same
	TypeSchema     = "application/schema+json"                      // JSON Schema
	TypeGeoJSONSeq = "application/geo+json-seq"                     // RFC 8142
	TypeCSV        = "text/csv"                                     // RFC 4180
	TypeKML        = "application/vnd.google-earth.kml+xml"         // OGC 12-007r2
	TypeGeoPackage = "application/geopackage+sqlite3"               // OGC 12-128r17
	TypeFlatGeobuf = "application/flatgeobuf"                       // flatgeobuf.org
	TypeParquet    = "application/vnd.apache.parquet"               // GeoParquet 1.1
	TypeForm       = "application/x-www-form-urlencoded"            // WHATWG URL, 5
	TypeAtom       = "application/atom+xml"                         // RFC 4287
	TypeXML        = "application/xml"                              // RFC 7303
	TypeScript     = "text/javascript"                              // RFC 9239
	TypeProblem    = "application/problem+json"                     // RFC 9457
	TypeEvents     = "text/event-stream"                            // WHATWG HTML, 9.2
)

// formats maps the values of the parameter f to media types.
func formats() []struct{ name, media string } {
	return []struct{ name, media string }{
		{"json", TypeJSON}, {"geojson", TypeGeoJSON}, {"html", TypeHTML}, {"geojsonseq", TypeGeoJSONSeq}, {"csv", TypeCSV}, {"kml", TypeKML},
		{"gpkg", TypeGeoPackage}, {"fgb", TypeFlatGeobuf}, {"parquet", TypeParquet}, {"atom", TypeAtom}, {"mvt", TypeTile},
	}
}

// formatNames are the values of the parameter f.
func formatNames() []string {
	var names []string
	for _, f := range formats() {
		names = append(names, f.name)
	}
	return names
}

// FormatOf returns the value of f for a media type; empty if there is none.
func FormatOf(media string) string {
	for _, f := range formats() {
		if f.media == media {
			return f.name
		}
	}
	return ""
}

// MediaOf returns the media type for a value of f; empty if there is none.
func MediaOf(format string) string {
	for _, f := range formats() {
		if f.name == format {
			return f.media
		}
	}
	return ""
}

// ExtensionOf returns the file name extension of a media type.
func ExtensionOf(media string) string {
	if media == TypeGeoJSONSeq {
		return "geojsons"
	}
	return FormatOf(media)
}

// TypeOfFile returns the media type of a file of the page by its extension. It knows what a
// build makes and does not ask the system, whose table may differ.
func TypeOfFile(name string) string {
	switch path.Ext(name) {
	case ".html":
		return TypeHTML
	case ".js", ".mjs":
		return TypeScript
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
		return TypeJSON
	case ".geojson":
		return TypeGeoJSON
	case ".webmanifest":
		return "application/manifest+json"
	case ".txt":
		return TypeText
	}
	return "application/octet-stream"
}

// contentType returns a media type as a Content-Type header.
func contentType(media string) string {
	if strings.HasPrefix(media, "text/") {
		return media + "; charset=utf-8"
	}
	return media
}

// compresses reports whether content of a media type is worth compressing.
func compresses(media string) bool {
	for _, part := range []string{"text/", "json", "svg", "kml", "x-icon", "mapbox-vector-tile", "xml"} {
		if strings.Contains(media, part) {
			return true
		}
	}
	return false
}
