package server

import (
	"context"
	"fmt"
	"io"
	"iter"
	"net/http"
	"slices"

	"dateline/atlas"
	"dateline/export"
	"dateline/feature"
	"dateline/query"

	"github.com/klauspost/compress/gzip"
)

// downloads are the media types in which items come whole and as they are
// written, without links and pages.
func downloads() []string { return []string{typeGeoJSONSeq, typeCSV, typeKML, typeGeoPackage} }

// isDownload: one of downloads. GeoJSON is always a page, as clients of OGC API
// Features expect it; GeoJSON text sequence is its file.
func (req *request) isDownload() bool { return slices.Contains(downloads(), req.media) }

// download answers with all features that are asked for, or as many as limit
// says, as a file.
func (s *service) download(req *request, layer *atlas.Layer) (*answer, error) {
	p, format := &req.params, formatOf(req.media)
	if inside := p.crs == "" || p.crs == query.CRS84; !inside && (format == "csv" || format == "kml" || format == "gpkg") {
		return nil, badParameter("crs", "%s is written in %s only; ask for GeoJSON, or leave it out", format, query.CRS84)
	}
	if !req.given.Has("limit") {
		p.limit = layer.Len()
	}
	page, err := pageOf(req, layer, p)
	if err != nil {
		return nil, err
	}
	table := req.collection.only(p.properties)
	a := p.inCRS(ok(req.media, nil))
	a.header.Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", req.collection.ID+"."+extensionOf(req.media)))
	a.stream = func(ctx context.Context, w io.Writer) error {
		return export.Write(ctx, w, format, table, chosen(layer, page.numbers, p), p.bom)
	}
	return a, nil
}

func chosen(layer *atlas.Layer, numbers []int, p *params) iter.Seq[feature.Feature] {
	return func(yield func(feature.Feature) bool) {
		for _, n := range numbers {
			if !yield(p.chosen(layer.At(n))) {
				return
			}
		}
	}
}

// zipped returns an answer that is compressed while it is written.
func zipped(a *answer) *answer {
	if !compresses(a.media) {
		return a
	}
	out := *a
	out.encoding = "gzip"
	out.stream = func(ctx context.Context, w io.Writer) error {
		z, err := gzip.NewWriterLevel(w, gzip.BestSpeed)
		if err != nil {
			return err
		}
		if err := a.stream(ctx, z); err != nil {
			return err
		}
		return z.Close()
	}
	return &out
}

// prompt sends each write at once.
type prompt struct{ patient }

func (p prompt) Write(b []byte) (int, error) {
	n, err := p.patient.Write(b)
	if err == nil {
		err = p.controller.Flush()
	}
	return n, err
}

// patient moves the deadline of a connection on with each write, so that a long
// answer may take its time and a client that reads nothing is cut off.
type patient struct {
	http.ResponseWriter
	controller *http.ResponseController
}

func (p patient) Write(b []byte) (int, error) {
	// what has no deadline, as in tests, needs none
	_ = p.controller.SetWriteDeadline(deadline())
	return p.ResponseWriter.Write(b)
}
