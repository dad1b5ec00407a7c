package ogc

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"strconv"
	"time"

	"dateline/feature"
	"dateline/query"
	"dateline/server"
	"dateline/view"
	"dateline/work"
)

// items answers with a page of a collection (OGC 17-069r4, 7.15), or with all of it as a file.
func items(req *server.Request) (*server.Answer, error) {
	layer, err := req.Layer()
	if err != nil {
		return nil, err
	}
	if isDownload(req) {
		return download(req, layer)
	}
	if req.Media == server.TypeAtom {
		return atom(req, layer)
	}
	page, err := pageOf(req, layer)
	if err != nil {
		return nil, err
	}
	links := append(req.Links(), req.LinkTo("/collections/"+req.Collection.ID, "collection", server.TypeJSON, "About "+req.Collection.Title))
	p := req.Own.(*params)
	if page.last != nil {
		next := server.With(req.Query, "position", p.order.WriteCursor(*page.last))
		links = append(links, req.LinkWith(next, "next", "The features that follow"))
	}
	head := startCollection(req, &page, links)
	if len(page.numbers) > mostKept && req.Media != server.TypeHTML {
		a := server.OK(req.Media, nil)
		a.Stream = func(ctx context.Context, w io.Writer) error {
			return p.writeFeatures(ctx, w, head, &page)
		}
		return p.inCRS(a), nil
	}
	var b bytes.Buffer
	b.Grow(len(head) + 512*(len(page.numbers)+1))
	if err := p.writeFeatures(req, &b, head, &page); err != nil {
		return nil, err
	}
	return p.inCRS(server.OK(req.Media, b.Bytes())), nil
}

// mostKept is the number of features up to which a page is made at once and cached; a larger one
// is streamed.
const mostKept = 2000

// writeFeatures writes the rest of a FeatureCollection.
func (p *params) writeFeatures(ctx context.Context, w io.Writer, head []byte, of *page) error {
	b := make([]byte, 0, server.StreamBuffer+server.StreamBuffer/8)
	b = append(b, head...)
	separator := ""
	for f := range feature.Prefetched(of.features, of.numbers, true) {
		b = append(b, separator...)
		separator = ",\n"
		if b = p.chosen(f).AppendJSON(b); len(b) < server.StreamBuffer {
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

// bytesPerStep is the number of response bytes produced in the time of a step.
const bytesPerStep = 4

// page is a page of the selected features.
type page struct {
	features  *feature.Table
	numbers   []int // positions in it
	matched   int
	estimated bool          // whether matched is an estimate
	last      *query.Cursor // where it ends; nil on the last page
}

// asking is a query with its order.
type asking struct {
	*query.Query
	order query.Order
	after *query.Cursor
	limit int
}

func askedBy(req *server.Request) asking {
	p := req.Own.(*params)
	return asking{&req.Select, p.order, p.after, req.Limit}
}

func pageOf(req *server.Request, layer view.Reader) (page, error) {
	asked := askedBy(req)
	return asked.page(req, layer)
}

func (a *asking) page(ctx context.Context, layer view.Reader) (page, error) {
	found, err := layer.Page(ctx, a.Query, a.order, a.after, a.limit)
	return page{found.Features, found.Numbers, found.Matched, found.Estimated, found.Last}, err
}

// startCollection writes a FeatureCollection up to its features.
func startCollection(req *server.Request, page *page, links []server.Link) []byte {
	var b bytes.Buffer
	b.WriteString(`{"type":"FeatureCollection","numberMatched":` + strconv.Itoa(page.matched))
	if page.estimated {
		b.WriteString(`,"numberMatchedEstimated":true`)
	}
	b.WriteString(`,"numberReturned":` + strconv.Itoa(len(page.numbers)))
	b.WriteString(`,"timeStamp":"` + req.Now.UTC().Format(time.RFC3339) + `","links":`)
	b.Write(bytes.TrimSpace(server.JSON(links)))
	b.WriteString(`,"features":[` + "\n")
	return b.Bytes()
}

// chosen returns a feature with the requested coordinates and properties.
func (p *params) chosen(f feature.Feature) feature.Feature {
	if p.properties == nil && (p.crs == "" || p.crs == query.CRS84) {
		return f
	}
	geometry := f.Geometry()
	if geometry != nil {
		geometry = p.crs.FromLonLat(geometry)
	}
	return feature.NewFeature(f.ID(), geometry, f.Days(), f.Selected(p.properties))
}

// inCRS sets the coordinate system of an answer (OGC 18-058r1, 6.4).
func (p *params) inCRS(a *server.Answer) *server.Answer {
	crs := p.crs
	if crs == "" {
		crs = query.CRS84
	}
	a.Header = http.Header{"Content-Crs": {"<" + string(crs) + ">"}}
	return a
}

// item answers with one feature (OGC 17-069r4, 7.16).
func item(req *server.Request) (*server.Answer, error) {
	layer, err := req.Layer()
	if err != nil {
		return nil, err
	}
	found, err := layer.Find(req, req.Var("fid"))
	if err != nil {
		return nil, err
	}
	f := found[0]
	if f == (feature.Feature{}) {
		return nil, notHere(req.Collection.ID, req.Var("fid"))
	}
	links := append(req.Links(), req.LinkTo("/collections/"+req.Collection.ID, "collection", server.TypeJSON, "About "+req.Collection.Title))
	p := req.Own.(*params)
	return p.inCRS(server.OK(req.Media, withLinks(p.chosen(f).JSON(), links))), nil
}

// withLinks appends links to the members of a feature.
func withLinks(feature []byte, links []server.Link) []byte {
	b := append([]byte(nil), bytes.TrimSuffix(feature, []byte("}"))...)
	b = append(b, `,"links":`...)
	b = append(b, bytes.TrimSpace(server.JSON(links))...)
	return append(b, "}\n"...)
}
