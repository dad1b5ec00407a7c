package server

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"dateline/query"
	"dateline/tiles"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/paulmach/orb/maptile"
)

// The one tile matrix set, as OGC 17-083r4, annex D.1 registers it.
const (
	gridID   = "WebMercatorQuad"
	gridURI  = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad"
	gridEdge = 20037508.342789244 // metres from the middle to each side

	relTilesets = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector"
	relGrid     = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme"
	relGrids    = "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes"
)

// gridDoc is a tile matrix set (OGC 17-083r4, 7.3).
type gridDoc struct {
	ID       string      `json:"id"`
	Title    string      `json:"title"`
	URI      string      `json:"uri"`
	CRS      query.CRS   `json:"crs"`
	Axes     []string    `json:"orderedAxes"`
	WellKnow string      `json:"wellKnownScaleSet"`
	Matrices []matrixDoc `json:"tileMatrices"`
	Links    []link      `json:"links"`
}

// matrixDoc is one zoom of it.
type matrixDoc struct {
	ID       string     `json:"id"`
	Scale    float64    `json:"scaleDenominator"`
	Cell     float64    `json:"cellSize"`
	Corner   string     `json:"cornerOfOrigin"`
	Origin   [2]float64 `json:"pointOfOrigin"`
	Width    int        `json:"matrixWidth"`
	Height   int        `json:"matrixHeight"`
	TileWide int        `json:"tileWidth"`
	TileHigh int        `json:"tileHeight"`
}

// gridsDoc lists the tile matrix sets (OGC 20-057, 6.2).
type gridsDoc struct {
	Grids []gridRef `json:"tileMatrixSets"`
	Links []link    `json:"links"`
}

type gridRef struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	URI   string `json:"uri"`
	Links []link `json:"links"`
}

// tilesetsDoc lists the tilesets of a collection or of all (OGC 20-057, 8.2).
type tilesetsDoc struct {
	Links    []link       `json:"links"`
	Tilesets []tilesetDoc `json:"tilesets"`
}

// tilesetDoc describes a tileset (OGC 17-083r4, 7.4; OGC 20-057, 8.3).
type tilesetDoc struct {
	Title  string      `json:"title"`
	Type   string      `json:"dataType"`
	CRS    query.CRS   `json:"crs"`
	Grid   string      `json:"tileMatrixSetURI"`
	Limits []limitDoc  `json:"tileMatrixSetLimits,omitempty"`
	Layers []layerInfo `json:"layers,omitempty"`
	Links  []link      `json:"links"`
}

type limitDoc struct {
	Matrix string `json:"tileMatrix"`
	MinRow int    `json:"minTileRow"`
	MaxRow int    `json:"maxTileRow"`
	MinCol int    `json:"minTileCol"`
	MaxCol int    `json:"maxTileCol"`
}

type layerInfo struct {
	ID          string `json:"id"`
	Title       string `json:"title"`
	Description string `json:"description"`
	Type        string `json:"dataType"`
}

// grids answers with the list of the one grid there is.
func (s *service) grids(req *request) (*answer, error) {
	self := req.to("/tileMatrixSets/"+gridID, relGrid, typeJSON, gridID)
	return okJSON(req, gridsDoc{Links: req.own(), Grids: []gridRef{{ID: gridID, Title: gridID, URI: gridURI, Links: []link{self}}}})
}

// grid answers with the tile matrix set itself.
func (s *service) grid(req *request) (*answer, error) {
	doc := gridDoc{
		ID: gridID, Title: "Google Maps Compatible for the World", URI: gridURI, CRS: query.EPSG3857, Axes: []string{"X", "Y"},
		WellKnow: "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible", Links: req.own(),
	}
	const tile, pixel = 256, 0.00028 // pixels; metres of a pixel, by which scales are reckoned
	for z := range tiles.MaxZoom + 1 {
		n := 1 << z
		cell := 2 * gridEdge / tile / float64(n)
		doc.Matrices = append(doc.Matrices, matrixDoc{
			ID: strconv.Itoa(z), Scale: cell / pixel, Cell: cell, Corner: "topLeft", Origin: [2]float64{-gridEdge, gridEdge},
			Width: n, Height: n, TileWide: tile, TileHigh: tile,
		})
	}
	return okJSON(req, doc)
}

// tilesets lists the one tileset of a collection, or of all collections.
func (s *service) tilesets(req *request) (*answer, error) {
	set := describeTiles(req, req.path)
	set.Links = []link{req.to(req.path+"/"+gridID, "self", typeJSON, set.Title)}
	return okJSON(req, tilesetsDoc{Links: req.own(), Tilesets: []tilesetDoc{set}})
}

// tilesetMeta describes a tileset: where its tiles are and what they hold.
func (s *service) tilesetMeta(req *request) (*answer, error) {
	at := strings.TrimSuffix(req.path, "/"+gridID)
	set := describeTiles(req, at)
	address := link{Href: req.base + req.path + "/{tileMatrix}/{tileRow}/{tileCol}", Rel: "item", Type: typeTile, Title: "The tiles", Templated: true}
	if filters := without(req.given, "f").Encode(); filters != "" {
		address.Href += "?" + filters
	}
	set.Links = append(req.own(), address, req.to("/tileMatrixSets/"+gridID, relGrid, typeJSON, gridID))
	if req.collection != nil {
		set.Links = append(set.Links, req.to("/tiles/"+req.collection.id+".json", "describedby", typeJSON, "TileJSON"))
	}
	for z := range tiles.MaxZoom + 1 {
		last := 1<<z - 1
		set.Limits = append(set.Limits, limitDoc{Matrix: strconv.Itoa(z), MaxRow: last, MaxCol: last})
	}
	for _, c := range req.tiled() {
		set.Layers = append(set.Layers, layerInfo{c.id, c.title, c.description, "vector"})
	}
	return okJSON(req, set)
}

func describeTiles(req *request, at string) tilesetDoc {
	set := tilesetDoc{Title: apiTitle, Type: "vector", CRS: query.EPSG3857, Grid: gridURI}
	if req.collection != nil {
		set.Title = req.collection.title
	}
	set.Links = []link{req.to(at+"/"+gridID, "self", typeJSON, set.Title)}
	return set
}

// tiled returns the collections that a request for tiles is about.
func (req *request) tiled() []collection {
	if req.collection != nil {
		return []collection{*req.collection}
	}
	return slices.DeleteFunc(collections(), func(c collection) bool {
		return req.params.collections != nil && !slices.Contains(req.params.collections, c.id)
	})
}

// gridTile answers with a tile by row and column, of one collection or of
// several: tiles put one behind the other are a tile with the layers of all, as
// the messages of Protocol Buffers are.
func (s *service) gridTile(req *request) (*answer, error) {
	z, row, col := req.vars("tileMatrix"), req.vars("tileRow"), req.vars("tileCol")
	t, valid := tileOf(z, col, row)
	if !valid {
		return nil, newProblem(http.StatusNotFound, "there is no tile of matrix %s, row %s, column %s; the matrix is 0 to %d, row and column are 0 to 2^matrix-1",
			z, row, col, tiles.MaxZoom)
	}
	return req.encode(t)
}

// encode answers with the tile of the collections that are asked for.
func (req *request) encode(t maptile.Tile) (*answer, error) {
	var body []byte
	for _, c := range req.tiled() {
		layer, found := req.view.Layer(c.id)
		if !found {
			return nil, notFound(req.path)
		}
		counted, features := layer.OnTile(req, t, tiles.Bound(t), &req.params.Query)
		data, err := c.tiles().Encode(req, t, counted, features)
		if err != nil {
			return nil, err
		}
		body = append(body, data...)
	}
	if len(body) == 0 {
		return &answer{status: http.StatusNoContent}, nil
	}
	return ok(req.media, body), nil
}

func paramCollections() param {
	var enum []any
	for _, c := range collections() {
		enum = append(enum, c.id)
	}
	return param{
		name: "collections", list: true, about: "The collections that the tiles hold; all where it is not given.",
		schema: openapi3.NewArraySchema().WithMinItems(1).WithItems(openapi3.NewStringSchema().WithEnum(enum...)),
		read: func(v string, into *params) error {
			into.collections = strings.Split(v, ",")
			for _, id := range into.collections {
				if !slices.Contains(enum, any(id)) {
					return fmt.Errorf("there is no collection %q", id)
				}
			}
			return nil
		},
	}
}
