package server

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"slices"
	"strconv"
	"time"

	"dateline/atlas"
	"dateline/feature"
	"dateline/query"
	"dateline/work"
)

// items answers with a page of a collection (OGC 17-069r4, 7.15), or with all of
// it as a file.
func (s *service) items(req *request) (*answer, error) {
	layer, err := req.layer()
	if err != nil {
		return nil, err
	}
	if req.isDownload() {
		return s.download(req, layer)
	}
	page, err := pageOf(req, layer, &req.params)
	if err != nil {
		return nil, err
	}
	links := append(req.own(), req.to("/collections/"+req.collection.ID, "collection", typeJSON, "About "+req.collection.Title))
	if page.next != "" {
		next := with(req.given, "position", page.next)
		links = append(links, link{Href: req.address(next), Rel: "next", Type: req.media, Title: "The features that follow"})
	}
	head, p := startCollection(req, &page, links), &req.params
	if len(page.numbers) > mostKept && req.media != typeHTML {
		a := ok(req.media, nil)
		a.stream = func(ctx context.Context, w io.Writer) error {
			return p.writeFeatures(ctx, w, head, layer, page.numbers)
		}
		return p.inCRS(a), nil
	}
	var b bytes.Buffer
	b.Grow(len(head) + 512*(len(page.numbers)+1))
	if err := p.writeFeatures(req, &b, head, layer, page.numbers); err != nil {
		return nil, err
	}
	return p.inCRS(ok(req.media, b.Bytes())), nil
}

// mostKept is how many features a page has at most that is made whole and kept;
// a larger one is written while it is made.
const mostKept = 2000

// writeFeatures writes the rest of a FeatureCollection.
func (p *params) writeFeatures(ctx context.Context, w io.Writer, head []byte, layer *atlas.Layer, numbers []int) error {
	b := make([]byte, 0, streamBuffer+streamBuffer/8)
	b = append(b, head...)
	separator := ""
	for f := range feature.Ahead(layer.Features, numbers, true) {
		b = append(b, separator...)
		separator = ",\n"
		if b = p.chosen(f).AppendJSON(b); len(b) < streamBuffer {
			continue
		}
		if err := work.Spend(ctx, len(b)/bytesPerStep); err != nil {
			return err
		}
		if _, err := w.Write(b); err != nil {
			return err
		}
		b = b[:0]
	}
	_, err := w.Write(append(b, "\n]}\n"...))
	return err
}

// bytesPerStep is how many bytes of an answer are made in the time of a step.
const bytesPerStep = 4

// page is a part of what is asked for.
type page struct {
	numbers []int // positions in the collection
	matched int
	next    string // the position where the next one begins; empty when this is the last
}

func pageOf(ctx context.Context, layer *atlas.Layer, p *params) (page, error) {
	if p.order == nil {
		found, err := layer.Page(ctx, &p.Query, p.from, p.limit)
		out := page{numbers: found.Numbers, matched: found.Matched}
		if err == nil && found.Next >= 0 {
			out.next = strconv.Itoa(found.Next)
		}
		return out, err
	}
	found, err := layer.Sorted(ctx, &p.Query, p.order, p.after, p.limit)
	out := page{numbers: found.Numbers, matched: found.Matched}
	if found.Last != nil {
		out.next = p.order.WriteCursor(*found.Last)
	}
	return out, err
}

// startCollection writes a FeatureCollection up to its features.
func startCollection(req *request, page *page, links []link) []byte {
	var b bytes.Buffer
	b.WriteString(`{"type":"FeatureCollection","numberMatched":` + strconv.Itoa(page.matched))
	b.WriteString(`,"numberReturned":` + strconv.Itoa(len(page.numbers)))
	b.WriteString(`,"timeStamp":"` + req.now.UTC().Format(time.RFC3339) + `","links":`)
	b.Write(bytes.TrimSpace(toJSON(links)))
	b.WriteString(`,"features":[` + "\n")
	return b.Bytes()
}

// chosen returns a feature with the coordinates and properties asked for.
func (p *params) chosen(f feature.Feature) feature.Feature {
	if p.properties == nil && (p.crs == "" || p.crs == query.CRS84) {
		return f
	}
	var properties []feature.Property
	for _, x := range f.Properties {
		if p.properties == nil || slices.Contains(p.properties, x.Name) {
			properties = append(properties, x)
		}
	}
	geometry := f.Geometry()
	if geometry != nil {
		geometry = p.crs.FromLonLat(geometry)
	}
	return feature.NewFeature(f.ID(), geometry, f.Days(), properties)
}

// inCRS says in which system an answer's coordinates are (OGC 18-058r1, 6.4).
func (p *params) inCRS(a *answer) *answer {
	crs := p.crs
	if crs == "" {
		crs = query.CRS84
	}
	a.header = http.Header{"Content-Crs": {"<" + string(crs) + ">"}}
	return a
}

// item answers with one feature (OGC 17-069r4, 7.16).
func (s *service) item(req *request) (*answer, error) {
	layer, err := req.layer()
	if err != nil {
		return nil, err
	}
	f, found := layer.Feature(req.vars("fid"))
	if !found {
		return nil, newProblemNotHere(req.collection.ID, req.vars("fid"))
	}
	links := append(req.own(), req.to("/collections/"+req.collection.ID, "collection", typeJSON, "About "+req.collection.Title))
	return req.params.inCRS(ok(req.media, withLinks(req.params.chosen(f).JSON(), links))), nil
}

// withLinks puts links behind the members of a feature.
func withLinks(feature []byte, links []link) []byte {
	b := append([]byte(nil), bytes.TrimSuffix(feature, []byte("}"))...)
	b = append(b, `,"links":`...)
	b = append(b, bytes.TrimSpace(toJSON(links))...)
	return append(b, "}\n"...)
}
