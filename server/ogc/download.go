package ogc

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"net/http"
	"slices"

	"dateline/export"
	"dateline/feature"
	"dateline/query"
	"dateline/server"
	"dateline/view"
)

// downloads are the media types in which items come as one file, without links and pages: all
// formats of package export except GeoJSON, which is always a page, as clients of OGC API
// Features expect.
func downloads() []string {
	var media []string
	for _, format := range export.Formats() {
		if m := server.MediaOf(format); m != server.TypeGeoJSON {
			media = append(media, m)
		}
	}
	return media
}

// isDownload reports whether a media type is one of downloads. A GeoJSON text sequence is the
// file of GeoJSON.
func isDownload(req *server.Request) bool { return slices.Contains(downloads(), req.Media) }

// download answers with all selected features, or as many as limit says, as a file.
func download(req *server.Request, layer view.Reader) (*server.Answer, error) {
	p, format := req.Own.(*params), server.FormatOf(req.Media)
	if inside := p.crs == "" || p.crs == query.CRS84; !inside && req.Media != server.TypeGeoJSONSeq {
		return nil, server.BadParameter("crs", "%s is written in %s only; ask for GeoJSON, or leave it out", format, query.CRS84)
	}
	if !req.Query.Has("limit") {
		req.Limit = math.MaxInt
	}
	page, err := pageOf(req, layer)
	if err != nil {
		return nil, err
	}
	table := req.Collection.Only(p.properties)
	a := p.inCRS(server.OK(req.Media, nil))
	a.Header.Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", req.Collection.ID+"."+server.ExtensionOf(req.Media)))
	a.Whole = isMadeWhole(req.Media)
	a.Stream = func(ctx context.Context, w io.Writer) error {
		var failed error
		asked := askedBy(req)
		err := export.Write(ctx, w, format, table, chosen(allOf(ctx, &asked, layer, &page, &failed), p), p.bom)
		return errors.Join(failed, err)
	}
	return a, nil
}

// isMadeWhole reports whether a file must be complete before its beginning can be sent.
func isMadeWhole(media string) bool {
	return media == server.TypeGeoPackage || media == server.TypeFlatGeobuf
}

// wholeArchive answers with all collections in one GeoPackage.
func wholeArchive(req *server.Request) *server.Answer {
	a := server.OK(server.TypeGeoPackage, nil)
	a.Whole, a.Header = true, http.Header{"Content-Disposition": {`attachment; filename="dateline.gpkg"`}}
	a.Stream = func(ctx context.Context, w io.Writer) error {
		var failed error
		var layers []export.Layer
		for _, c := range req.Collections {
			layer, _, err := req.View.Reader(ctx, c.ID, nil)
			if err != nil {
				return err
			}
			layers = append(layers, export.Layer{Collection: c.Collection, Features: allOf(ctx, &asking{Query: &query.Query{}, limit: math.MaxInt}, layer, nil, &failed)})
		}
		err := export.GeoPackage(ctx, w, layers...)
		return errors.Join(failed, err)
	}
	return a
}

// allOf yields the features from a page on, nil for the first, as many as requested. If it can't
// continue it ends and sets failed.
func allOf(ctx context.Context, asked *asking, layer view.Reader, first *page, failed *error) iter.Seq[feature.Feature] {
	return func(yield func(feature.Feature) bool) {
		left := *asked
		if first == nil {
			p, err := left.page(ctx, layer)
			if *failed = err; err != nil {
				return
			}
			first = &p
		}
		for p := *first; ; {
			for _, n := range p.numbers {
				if !yield(p.features.At(n)) {
					return
				}
			}
			if left.limit -= len(p.numbers); p.last == nil || left.limit <= 0 {
				return
			}
			left.after = p.last
			var err error
			if p, err = left.page(ctx, layer); err != nil {
				*failed = err
				return
			}
		}
	}
}

func chosen(features iter.Seq[feature.Feature], p *params) iter.Seq[feature.Feature] {
	return func(yield func(feature.Feature) bool) {
		for f := range features {
			if !yield(p.chosen(f)) {
				return
			}
		}
	}
}
