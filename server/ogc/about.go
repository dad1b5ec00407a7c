package ogc

import (
	"context"
	"errors"
	"time"

	"dateline/query"
	"dateline/schema"
	"dateline/server"
	"dateline/view"
)

// collectionsDoc lists the collections (OGC 17-069r4, 7.13).
type collectionsDoc struct {
	Links       []server.Link   `json:"links"`
	Collections []collectionDoc `json:"collections"`
}

// collectionDoc describes one (OGC 17-069r4, 7.14).
type collectionDoc struct {
	ID          string        `json:"id"`
	Title       string        `json:"title"`
	Description string        `json:"description"`
	Extent      *extent       `json:"extent,omitempty"`
	ItemType    string        `json:"itemType"`
	CRS         []query.CRS   `json:"crs"`
	StorageCRS  query.CRS     `json:"storageCrs"`
	Links       []server.Link `json:"links"`
}

// extent is the extent of a collection in space and time. Empty parts are omitted.
type extent struct {
	Spatial  *spatialExtent  `json:"spatial,omitempty"`
	Temporal *temporalExtent `json:"temporal,omitempty"`
}

type spatialExtent struct {
	BBox [][4]float64 `json:"bbox"`
	CRS  query.CRS    `json:"crs"`
}

type temporalExtent struct {
	Interval [][2]string `json:"interval"`
	TRS      string      `json:"trs"`
}

func collections(req *server.Request) (*server.Answer, error) {
	if req.Media == server.TypeGeoPackage {
		return wholeArchive(req), nil
	}
	doc := collectionsDoc{Links: req.Links()}
	ready, cancel := context.WithTimeout(req, patience)
	defer cancel()
	unknown := false
	for _, c := range req.Collections {
		held, known, err := extentSoon(ready, req, &c)
		if err != nil {
			return nil, err
		}
		unknown = unknown || !known
		doc.Collections = append(doc.Collections, describe(req, &c, &held, req.LinkTo("/collections/"+c.ID, "self", server.TypeJSON, "About "+c.Title)))
	}
	a, err := server.OKJSON(req, doc)
	a.Private = unknown // the next answer may have it
	return a, err
}

// patience is how long the list of collections waits for those that are being computed.
const patience = time.Second

// extentSoon returns the extent of a collection; false for one that follows from all events and
// is not computed until ready ends.
func extentSoon(ready context.Context, req *server.Request, c *server.Collection) (held view.Extent, known bool, err error) {
	ctx := context.Context(req)
	if c.Derived {
		ctx = ready
	}
	layer, found, err := req.View.Reader(ctx, c.ID, nil)
	if err == nil && !found {
		err = server.NotFound(req.Path)
	}
	if err == nil {
		held, err = layer.Extent(ctx)
	}
	var unready *view.NotReadyError
	if c.Derived && req.Err() == nil && (errors.As(err, &unready) || errors.Is(err, context.DeadlineExceeded)) {
		return held, false, nil
	}
	return held, true, err
}

func aboutCollection(req *server.Request) (*server.Answer, error) {
	layer, err := req.Layer()
	if err != nil {
		return nil, err
	}
	held, err := layer.Extent(req)
	if err != nil {
		return nil, err
	}
	return server.OKJSON(req, describe(req, req.Collection, &held, req.Links()...))
}

func describe(req *server.Request, c *server.Collection, held *view.Extent, own ...server.Link) collectionDoc {
	items := "/collections/" + c.ID + "/items"
	if c.ID == schema.Mentions {
		own = append(own, req.LinkTo("/collections/"+c.ID+"/sums?by=place,week", "sums", server.TypeJSON, "How often each place is mentioned, by week"),
			req.LinkTo("/collections/"+c.ID+"/facets", "facets", server.TypeJSON, "How many mentions have each value"),
			req.LinkTo("/collections/"+c.ID+"/articles", "articles", server.TypeJSON, "The articles that mentions stand in"))
	}
	return collectionDoc{
		ID: c.ID, Title: c.Title, Description: c.Description, ItemType: "feature", CRS: query.Systems(), StorageCRS: query.CRS84, Extent: extentOf(held),
		Links: append(own, server.License(),
			req.LinkTo(items, "items", server.TypeGeoJSON, c.Title+" as GeoJSON"),
			req.LinkTo(items+"?f=json", "items", server.TypeJSON, c.Title+" as JSON"),
			req.LinkTo(items+"?f=html", "items", server.TypeHTML, c.Title+" as HTML"),
			req.LinkTo("/collections/"+c.ID+"/queryables", relQueryables, server.TypeSchema, "What filters may name"),
			req.LinkTo("/collections/"+c.ID+"/tiles", relTilesets, server.TypeJSON, c.Title+" as vector tiles"),
			req.LinkTo("/tiles/"+c.ID+".json", "related", server.TypeJSON, c.Title+" as vector tiles (TileJSON)"),
		),
	}
}

func extentOf(held *view.Extent) *extent {
	e := &extent{}
	if b := held.Bound; held.Placed {
		e.Spatial = &spatialExtent{BBox: [][4]float64{{b.Min[0], b.Min[1], b.Max[0], b.Max[1]}}, CRS: query.CRS84}
	}
	if days := held.Days; days.Known {
		last := days.Last.Time().Add(24*time.Hour - time.Second)
		e.Temporal = &temporalExtent{
			Interval: [][2]string{{days.First.Time().Format(time.RFC3339), last.Format(time.RFC3339)}},
			TRS:      "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian",
		}
	}
	if *e == (extent{}) {
		return nil
	}
	return e
}
