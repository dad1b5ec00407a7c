package server

import (
	"time"

	"dateline/atlas"
	"dateline/feature"
	"dateline/query"
	"dateline/schema"
)

// collectionsDoc lists the collections (OGC 17-069r4, 7.13).
type collectionsDoc struct {
	Links       []link          `json:"links"`
	Collections []collectionDoc `json:"collections"`
}

// collectionDoc describes one (OGC 17-069r4, 7.14).
type collectionDoc struct {
	ID          string      `json:"id"`
	Title       string      `json:"title"`
	Description string      `json:"description"`
	Extent      *extent     `json:"extent,omitempty"`
	ItemType    string      `json:"itemType"`
	CRS         []query.CRS `json:"crs"`
	StorageCRS  query.CRS   `json:"storageCrs"`
	Links       []link      `json:"links"`
}

// extent is where and when the features of a collection are. A part without a
// feature is left out.
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

func (s *service) collections(req *request) (*answer, error) {
	if req.media == typeGeoPackage {
		return s.wholeArchive(req), nil
	}
	doc := collectionsDoc{Links: req.own()}
	for _, c := range s.tables {
		if layer, ok := req.view.Layer(c.ID); ok {
			self := req.to("/collections/"+c.ID, "self", typeJSON, "About "+c.Title)
			doc.Collections = append(doc.Collections, describe(req, &c, layer, self))
		}
	}
	return okJSON(req, doc)
}

func (s *service) aboutCollection(req *request) (*answer, error) {
	layer, err := req.layer()
	if err != nil {
		return nil, err
	}
	return okJSON(req, describe(req, req.collection, layer, req.own()...))
}

func describe(req *request, c *collection, layer *atlas.Layer, own ...link) collectionDoc {
	items := "/collections/" + c.ID + "/items"
	if c.ID == schema.Mentions {
		own = append(own, req.to("/collections/"+c.ID+"/sums?by="+byWeek, relSums, typeJSON, "How often each place is mentioned, by week"),
			req.to("/collections/"+c.ID+"/facets", relFacets, typeJSON, "How many mentions have each value"),
			req.to("/collections/"+c.ID+"/articles", relMentioning, typeJSON, "The articles that mentions stand in"))
	}
	return collectionDoc{
		ID: c.ID, Title: c.Title, Description: c.Description, ItemType: "feature", CRS: query.Systems(), StorageCRS: query.CRS84, Extent: extentOf(layer),
		Links: append(own, license(),
			req.to(items, "items", typeGeoJSON, c.Title+" as GeoJSON"),
			req.to(items+"?f=json", "items", typeJSON, c.Title+" as JSON"),
			req.to(items+"?f=html", "items", typeHTML, c.Title+" as HTML"),
			req.to("/collections/"+c.ID+"/queryables", relQueryables, typeSchema, "What filters may name"),
			req.to("/collections/"+c.ID+"/tiles", relTilesets, typeJSON, c.Title+" as vector tiles"),
			req.to("/tiles/"+c.ID+".json", "related", typeJSON, c.Title+" as vector tiles (TileJSON)"),
		),
	}
}

func extentOf(layer *atlas.Layer) *extent {
	e := &extent{}
	if b, ok := layer.Bound(); ok {
		e.Spatial = &spatialExtent{BBox: [][4]float64{{b.Min[0], b.Min[1], b.Max[0], b.Max[1]}}, CRS: query.CRS84}
	}
	if days := daysOf(layer); days.Known {
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

// daysOf returns the days that hold all dates of a layer.
func daysOf(layer *atlas.Layer) feature.Days {
	days := feature.Days{}
	for i := range layer.Len() {
		switch d := layer.At(i).Days(); {
		case !d.Known:
		case !days.Known:
			days = d
		default:
			days.First, days.Last = min(days.First, d.First), max(days.Last, d.Last)
		}
	}
	return days
}
