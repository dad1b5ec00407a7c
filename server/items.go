package server

import (
	"bytes"
	"strconv"
	"time"

	"dateline/atlas"
	"dateline/geo"
)

// items answers with a page of a collection (OGC 17-069r4, 7.15).
func (s *service) items(req *request) (*answer, error) {
	layer, err := req.layer()
	if err != nil {
		return nil, err
	}
	page := layer.Page(&req.params.Query, req.params.position, req.params.limit)
	links := append(req.own(), req.to("/collections/"+req.collection.id, "collection", typeJSON, "About "+req.collection.title))
	if page.Next >= 0 {
		next := with(req.given, "position", strconv.Itoa(page.Next))
		links = append(links, link{Href: req.address(next), Rel: "next", Type: req.media, Title: "The features that follow"})
	}
	b := startCollection(req, page, links)
	for i, n := range page.Numbers {
		if i > 0 {
			b.WriteString(",\n")
		}
		b.Write(layer.Features[n].JSON)
	}
	b.WriteString("\n]}\n")
	return ok(req.media, b.Bytes()), nil
}

// startCollection writes a FeatureCollection up to its features, which were
// made before.
func startCollection(req *request, page atlas.Page, links []link) *bytes.Buffer {
	var b bytes.Buffer
	b.Grow(512 * (len(page.Numbers) + 2))
	b.WriteString(`{"type":"FeatureCollection","numberMatched":` + strconv.Itoa(page.Matched))
	b.WriteString(`,"numberReturned":` + strconv.Itoa(len(page.Numbers)))
	b.WriteString(`,"timeStamp":"` + req.now.UTC().Format(time.RFC3339) + `","links":`)
	b.Write(bytes.TrimSpace(toJSON(links)))
	b.WriteString(`,"features":[` + "\n")
	return &b
}

// item answers with one feature (OGC 17-069r4, 7.16).
func (s *service) item(req *request) (*answer, error) {
	layer, err := req.layer()
	if err != nil {
		return nil, err
	}
	f, found := layer.Feature(req.vars("fid"))
	if !found {
		return nil, newProblemNotHere(req.collection.id, req.vars("fid"))
	}
	links := append(req.own(), req.to("/collections/"+req.collection.id, "collection", typeJSON, "About "+req.collection.title))
	return ok(req.media, withLinks(f, links)), nil
}

// withLinks puts links behind the members of a feature.
func withLinks(f *geo.Feature, links []link) []byte {
	b := append([]byte(nil), bytes.TrimSuffix(f.JSON, []byte("}"))...)
	b = append(b, `,"links":`...)
	b = append(b, bytes.TrimSpace(toJSON(links))...)
	return append(b, "}\n"...)
}
