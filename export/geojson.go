// Package export writes Features in file formats. Writers stream features, so that an archive of
// any size can be written; the same features give the same bytes.
//
//	err := export.Write(ctx, w, "csv", layer.Schema, feature.Prefetched(layer.Features, positions, true), false)
//
// Steps are counted as features are written (package work). GeoPackage and PMTiles cost the
// most: the first needs a temporary file, the second all features at once.
package export

import (
	"bufio"
	"context"
	"io"
	"iter"

	"dateline/feature"
	"dateline/work"
)

// GeoJSON writes a FeatureCollection (RFC 7946, 3.3), one feature a line.
func GeoJSON(ctx context.Context, w io.Writer, features iter.Seq[feature.Feature]) error {
	b := bufio.NewWriter(w) // keeps the first error until Flush
	b.WriteString(`{"type":"FeatureCollection","features":[`)
	separator := "\n"
	steps := work.Metered(ctx)
	for f := range features {
		if err := steps.Add(stepsPerRow); err != nil {
			return err
		}
		b.WriteString(separator)
		if _, err := b.Write(f.JSON()); err != nil {
			return err
		}
		separator = ",\n"
	}
	b.WriteString("\n]}\n")
	return b.Flush()
}

// GeoJSONSeq writes a GeoJSON text sequence (RFC 8142): each feature between a
// record separator (U+001E) and a line feed.
func GeoJSONSeq(ctx context.Context, w io.Writer, features iter.Seq[feature.Feature]) error {
	b := bufio.NewWriter(w)
	steps := work.Metered(ctx)
	for f := range features {
		if err := steps.Add(stepsPerRow); err != nil {
			return err
		}
		b.WriteByte('\x1e')
		b.Write(f.JSON())
		if err := b.WriteByte('\n'); err != nil {
			return err
		}
	}
	return b.Flush()
}
