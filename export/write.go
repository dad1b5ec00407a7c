package export

import (
	"fmt"
	"io"
	"iter"
	"strings"

	"dateline/geo"
)

// Formats are the formats that Write knows by name. PMTiles is not among them,
// as it needs to know what tiles carry.
func Formats() []string { return []string{"geojson", "geojsonseq", "csv", "kml", "gpkg"} }

// Write writes features in a format by its name. bom concerns CSV only.
func Write(w io.Writer, format string, t *Table, features iter.Seq[geo.Feature], bom bool) error {
	switch format {
	case "geojson":
		return GeoJSON(w, features)
	case "geojsonseq":
		return GeoJSONSeq(w, features)
	case "csv":
		return CSV(w, t, features, bom)
	case "kml":
		return KML(w, t, features)
	case "gpkg":
		return GeoPackage(w, t, features)
	}
	return fmt.Errorf("%q is no format; there is %s", format, strings.Join(Formats(), ", "))
}
