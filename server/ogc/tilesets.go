package ogc

import (
	"iter"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"dateline/feature"
	"dateline/query"
	"dateline/server"
	"dateline/tiles"
	"dateline/view"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// tilesetsDoc lists the tilesets of a collection or of all (OGC 20-057, 8.2).
type tilesetsDoc struct {
	Links    []server.Link `json:"links"`
	Tilesets []tilesetDoc  `json:"tilesets"`
}

// tilesetDoc describes a tileset (OGC 17-083r4, 7.4; OGC 20-057, 8.3). GridID is not required;
// clients of other servers look for it.
type tilesetDoc struct {
	Title  string        `json:"title"`
	Type   string        `json:"dataType"`
	CRS    query.CRS     `json:"crs"`
	Grid   string        `json:"tileMatrixSetURI"`
	GridID string        `json:"tileMatrixSetId"`
	Box    *boxDoc       `json:"boundingBox,omitempty"`
	Centre *centreDoc    `json:"centerPoint,omitempty"`
	Limits []limitDoc    `json:"tileMatrixSetLimits,omitempty"`
	Layers []layerInfo   `json:"layers,omitempty"`
	Links  []server.Link `json:"links"`
}

// boxDoc is the bound of the features, lon, lat.
type boxDoc struct {
	LowerLeft  [2]float64 `json:"lowerLeft"`
	UpperRight [2]float64 `json:"upperRight"`
	CRS        query.CRS  `json:"crs"`
	Axes       [2]string  `json:"orderedAxes"`
}

type centreDoc struct {
	Coordinates [2]float64 `json:"coordinates"`
	CRS         query.CRS  `json:"crs"`
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

// tilesets lists the tilesets of a collection, or of all collections together.
func tilesets(req *server.Request) (*server.Answer, error) {
	doc := tilesetsDoc{Links: req.Links()}
	for _, g := range allGrids() {
		set, err := tilesetOf(req, &g, req.Path)
		if err != nil {
			return nil, err
		}
		set.Links = append([]server.Link{req.LinkTo(req.Path+"/"+g.id, "self", server.TypeJSON, set.Title)}, set.Links...)
		doc.Tilesets = append(doc.Tilesets, set)
	}
	return server.OKJSON(req, doc)
}

// tilesetMeta describes a tileset: its tiles and their content.
func tilesetMeta(req *server.Request) (*server.Answer, error) {
	g, err := gridOf(req)
	if err != nil {
		return nil, err
	}
	set, err := tilesetOf(req, g, strings.TrimSuffix(req.Path, "/"+g.id))
	if err != nil {
		return nil, err
	}
	set.Links = append(req.Links(), set.Links...)
	return server.OKJSON(req, set)
}

// tilesetOf describes the tiles at a path, without its links to itself.
func tilesetOf(req *server.Request, g *grid, at string) (tilesetDoc, error) {
	set := tilesetDoc{Title: server.Title, Type: "vector", CRS: g.crs, Grid: g.uri(), GridID: g.id}
	address := server.Link{Href: req.Base + at + "/" + g.id + tilePath, Rel: "item", Type: server.TypeTile, Title: "The tiles", Templated: true}
	if filters := server.Without(req.Query, "f").Encode(); filters != "" {
		address.Href += "?" + filters
	}
	set.Links = []server.Link{address, req.LinkTo("/tileMatrixSets/"+g.id, relGrid, server.TypeJSON, g.id)}
	if req.Collection != nil {
		set.Title = req.Collection.Title
		set.Links = append(set.Links, req.LinkTo("/tiles/"+req.Collection.ID+".json", "describedby", server.TypeJSON, "TileJSON"))
	}
	for _, c := range tiled(req) {
		set.Layers = append(set.Layers, layerInfo{c.ID, c.Title, c.Description, "vector"})
	}
	bound, known, err := tiledBound(req)
	if known {
		set.reach(g, bound)
	}
	return set, err
}

// reach sets the bound of the features, and the tiles of each zoom that contain them.
func (set *tilesetDoc) reach(g *grid, b orb.Bound) {
	set.Box = &boxDoc{b.Min, b.Max, query.CRS84, [2]string{"Lon", "Lat"}}
	set.Centre = &centreDoc{b.Center(), query.CRS84}
	for z := range g.tiles.MaxZoom() + 1 {
		first, last := g.tiles.At(orb.Point{b.Min[0], b.Max[1]}, z), g.tiles.At(orb.Point{b.Max[0], b.Min[1]}, z)
		set.Limits = append(set.Limits, limitDoc{strconv.Itoa(z), int(first.Y), int(last.Y), int(first.X), int(last.X)})
	}
}

// tiled returns the collections of a request for tiles, in the order it names them (OGC 20-057,
// requirement collections-response B).
func tiled(req *server.Request) []server.Collection {
	if req.Collection != nil {
		return []server.Collection{*req.Collection}
	}
	all := req.Collections
	p, named := req.Own.(*params)
	if !named || p.collections == nil {
		return all
	}
	var some []server.Collection
	for _, id := range p.collections {
		if i := slices.IndexFunc(all, func(c server.Collection) bool { return c.ID == id }); i >= 0 {
			some = append(some, all[i])
		}
	}
	return some
}

// tiledBound returns the bound of these collections; false if none has a geometry.
func tiledBound(req *server.Request) (bound orb.Bound, known bool, err error) {
	for _, c := range tiled(req) {
		layer, _, err := req.LayerOf(&c)
		if err != nil {
			return bound, false, err
		}
		e, err := layer.Extent(req)
		switch {
		case err != nil:
			return bound, false, err
		case e.Placed && known:
			bound = bound.Union(e.Bound)
		case e.Placed:
			bound, known = e.Bound, true
		}
	}
	return bound, known, nil
}

// gridTile answers with a tile by row and column, of one or several collections: concatenated
// tiles are a tile with the layers of all, as Protocol Buffers messages merge.
func (s *api) gridTile(req *server.Request) (*server.Answer, error) {
	g, err := gridOf(req)
	if err != nil {
		return nil, err
	}
	z, row, col := req.Var("tileMatrix"), req.Var("tileRow"), req.Var("tileCol")
	t, valid := g.tiles.Parse(z, col, row)
	if !valid {
		return nil, server.NewProblem(http.StatusNotFound, "there is no tile of matrix %s, row %s, column %s in %s; the matrix is 0 to %d, and /tileMatrixSets/%s says how many rows and columns each has",
			z, row, col, g.id, g.tiles.MaxZoom(), g.id)
	}
	return s.encode(req, g.tiles, t)
}

// encode answers with the tile of the requested collections.
func (s *api) encode(req *server.Request, g tiles.Grid, t maptile.Tile) (*server.Answer, error) {
	var body []byte
	for _, c := range tiled(req) {
		layer, q, err := req.LayerOf(&c)
		if err != nil {
			return nil, err
		}
		counted, features := onTile(req, layer, q, g, t)
		data, err := s.layers[c.ID].Encode(req, g, t, counted, features)
		if err != nil {
			return nil, err
		}
		body = append(body, data...)
	}
	if len(body) == 0 {
		return &server.Answer{Status: http.StatusNoContent}, nil
	}
	return server.OK(req.Media, body), nil
}

// onTile returns the content of a tile: counted points, and other features.
func onTile(req *server.Request, layer view.Reader, q *query.Query, g tiles.Grid, t maptile.Tile) (iter.Seq[feature.Cell], iter.Seq2[feature.Feature, error]) {
	if g == tiles.WebMercatorQuad {
		return layer.OnTile(req, t, g.Bound(t), q)
	}
	return func(func(feature.Cell) bool) {}, layer.InBound(req, g.Bound(t), q)
}
