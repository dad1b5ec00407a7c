package ogc

import (
	"math"
	"net/http"
	"strconv"

	"dateline/query"
	"dateline/server"
	"dateline/tiles"
)

// grid is a tile matrix set as registered by OGC 17-083r4, annex D.
type grid struct {
	id, title, wellKnown string
	crs                  query.CRS
	axes                 [2]string
	tiles                tiles.Grid
	origin               [2]float64 // north-west corner, in units of crs
	side                 float64    // of a tile of zoom 0, likewise
	metres               float64    // metres per unit
}

const (
	relTilesets = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector"
	relGrid     = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme"
	relGrids    = "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes"

	gridEdge      = 20037508.342789244 // metres from the centre of Web Mercator to each side
	metresDegree  = 6378137 * math.Pi / 180
	wellKnownSets = "http://www.opengis.net/def/wkss/OGC/1.0/"
)

// allGrids lists the grids, the default first.
func allGrids() []grid {
	return []grid{
		{
			id: "WebMercatorQuad", title: "Google Maps Compatible for the World", wellKnown: wellKnownSets + "GoogleMapsCompatible",
			crs: query.EPSG3857, axes: [2]string{"X", "Y"}, tiles: tiles.WebMercatorQuad, origin: [2]float64{-gridEdge, gridEdge}, side: 2 * gridEdge, metres: 1,
		},
		{
			id: "WorldCRS84Quad", title: "CRS84 for the World", wellKnown: wellKnownSets + "GoogleCRS84Quad",
			crs: query.CRS84, axes: [2]string{"Lon", "Lat"}, tiles: tiles.WorldCRS84Quad, origin: [2]float64{-180, 90}, side: 180, metres: metresDegree,
		},
	}
}

func (g *grid) uri() string { return "http://www.opengis.net/def/tilematrixset/OGC/1.0/" + g.id }

// gridVariable stands for the id of a grid in paths.
const gridVariable = "tileMatrixSetId"

// gridOf returns the tile matrix set in a path.
func gridOf(req *server.Request) (*grid, error) {
	for _, g := range allGrids() {
		if g.id == req.Var(gridVariable) {
			return &g, nil
		}
	}
	return nil, server.NewProblem(http.StatusNotFound, "unknown tile matrix set %q; /tileMatrixSets lists them", req.Var(gridVariable))
}

// gridDoc is a tile matrix set (OGC 17-083r4, 7.3).
type gridDoc struct {
	ID       string        `json:"id"`
	Title    string        `json:"title"`
	URI      string        `json:"uri"`
	CRS      query.CRS     `json:"crs"`
	Axes     [2]string     `json:"orderedAxes"`
	WellKnow string        `json:"wellKnownScaleSet"`
	Matrices []matrixDoc   `json:"tileMatrices"`
	Links    []server.Link `json:"links"`
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
	Grids []gridRef     `json:"tileMatrixSets"`
	Links []server.Link `json:"links"`
}

type gridRef struct {
	ID    string        `json:"id"`
	Title string        `json:"title"`
	URI   string        `json:"uri"`
	CRS   query.CRS     `json:"crs"`
	Links []server.Link `json:"links"`
}

// grids lists the tile matrix sets.
func grids(req *server.Request) (*server.Answer, error) {
	doc := gridsDoc{Links: req.Links()}
	for _, g := range allGrids() {
		self := req.LinkTo("/tileMatrixSets/"+g.id, "self", server.TypeJSON, g.title)
		scheme := req.LinkTo("/tileMatrixSets/"+g.id, relGrid, server.TypeJSON, g.title)
		doc.Grids = append(doc.Grids, gridRef{g.id, g.title, g.uri(), g.crs, []server.Link{self, scheme}})
	}
	return server.OKJSON(req, doc)
}

// matrixSet answers with a tile matrix set itself.
func matrixSet(req *server.Request) (*server.Answer, error) {
	g, err := gridOf(req)
	if err != nil {
		return nil, err
	}
	doc := gridDoc{ID: g.id, Title: g.title, URI: g.uri(), CRS: g.crs, Axes: g.axes, WellKnow: g.wellKnown, Links: req.Links()}
	const tile, pixel = 256, 0.00028 // pixels; metres per pixel, which define scales
	for z := range g.tiles.MaxZoom() + 1 {
		wide, high := g.tiles.Size(z)
		cell := g.side / tile / math.Exp2(float64(z))
		doc.Matrices = append(doc.Matrices, matrixDoc{
			ID: strconv.Itoa(z), Scale: cell * g.metres / pixel, Cell: cell, Corner: "topLeft", Origin: g.origin,
			Width: wide, Height: high, TileWide: tile, TileHigh: tile,
		})
	}
	return server.OKJSON(req, doc)
}
