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
)

// downloads are the media types in which items come whole and as they are
// written, without links and pages.
func downloads() []string {
	return []string{typeGeoJSONSeq, typeCSV, typeKML, typeGeoPackage, typeFlatGeobuf, typeParquet}
}

// isDownload: one of downloads. GeoJSON is always a page, as clients of OGC API
// Features expect it; GeoJSON text sequence is its file.
func (req *request) isDownload() bool { return slices.Contains(downloads(), req.media) }

// download answers with all features that are asked for, or as many as limit
// says, as a file.
func (s *service) download(req *request, layer *atlas.Layer) (*answer, error) {
	p, format := &req.params, formatOf(req.media)
	if inside := p.crs == "" || p.crs == query.CRS84; !inside && req.media != typeGeoJSONSeq {
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
	a.whole = isMadeWhole(req.media)
	a.stream = func(ctx context.Context, w io.Writer) error {
		return export.Write(ctx, w, format, table, chosen(layer, page.numbers, p), p.bom)
	}
	return a, nil
}

// isMadeWhole reports whether a file is made to its end before its beginning can be
// sent.
func isMadeWhole(media string) bool { return media == typeGeoPackage || media == typeFlatGeobuf }

// wholeArchive answers with all collections in one GeoPackage.
func (s *service) wholeArchive(req *request) *answer {
	a := ok(typeGeoPackage, nil)
	a.whole, a.header = true, http.Header{"Content-Disposition": {`attachment; filename="dateline.gpkg"`}}
	a.stream = func(ctx context.Context, w io.Writer) error {
		var layers []export.Layer
		for _, c := range s.tables {
			if layer, ok := req.view.Layer(c.ID); ok {
				layers = append(layers, export.Layer{Collection: c.Collection, Features: allOf(layer)})
			}
		}
		return export.GeoPackage(ctx, w, layers...)
	}
	return a
}

func allOf(layer *atlas.Layer) iter.Seq[feature.Feature] {
	return func(yield func(feature.Feature) bool) {
		for n := range layer.Len() {
			if !yield(layer.At(n)) {
				return
			}
		}
	}
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

// flushWriter sends each write at once.
type flushWriter struct{ deadlineWriter }

func (p flushWriter) Write(b []byte) (int, error) {
	n, err := p.deadlineWriter.Write(b)
	if err == nil {
		err = p.controller.Flush()
	}
	return n, err
}

// deadlineWriter moves the deadline of a connection on with each write, so that a long
// answer may take its time and a client that reads nothing is cut off.
type deadlineWriter struct {
	http.ResponseWriter
	controller *http.ResponseController
}

func (p deadlineWriter) Write(b []byte) (int, error) {
	// what has no deadline, as in tests, needs none
	_ = p.controller.SetWriteDeadline(deadline())
	return p.ResponseWriter.Write(b)
}
