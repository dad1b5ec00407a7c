package export

import (
	"context"
	"fmt"
	"io"
	"iter"
	"strings"

	"dateline/feature"
	"dateline/schema"
)

// Formats are the formats that Write knows. PMTiles is not among them, as it needs the fields of
// tiles.
func Formats() []string {
	return []string{"geojson", "geojsonseq", "csv", "kml", "gpkg", "fgb", "parquet"}
}

// Write writes features in a format by name. bom concerns CSV only. It returns the error of ctx;
// its output is then incomplete.
func Write(ctx context.Context, w io.Writer, format string, t *schema.Collection, features iter.Seq[feature.Feature], bom bool) error {
	switch format {
	case "geojson":
		return GeoJSON(ctx, w, features)
	case "geojsonseq":
		return GeoJSONSeq(ctx, w, features)
	case "csv":
		return CSV(ctx, w, t, features, bom)
	case "kml":
		return KML(ctx, w, t, features)
	case "gpkg":
		return GeoPackage(ctx, w, Layer{t, features})
	case "fgb":
		return FlatGeobuf(ctx, w, t, features)
	case "parquet":
		return GeoParquet(ctx, w, t, features)
	}
	return fmt.Errorf("%q is not a format; use %s", format, strings.Join(Formats(), ", "))
}

// stepsPerRow is about the cost of writing a feature as text.
const stepsPerRow = 80
