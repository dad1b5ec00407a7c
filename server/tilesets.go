package server

import (
	"fmt"
	"iter"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"dateline/atlas"
	"dateline/feature"
	"dateline/query"
	"dateline/tiles"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// tilesetsDoc lists the tilesets of a collection or of all (OGC 20-057, 8.2).
type tilesetsDoc struct {
	Links    []link       `json:"links"`
	Tilesets []tilesetDoc `json:"tilesets"`
}

// tilesetDoc describes a tileset (OGC 17-083r4, 7.4; OGC 20-057, 8.3). GridID is
// not asked for; what reads the lists of other servers looks for it.
type tilesetDoc struct {
	Title  string      `json:"title"`
	Type   string      `json:"dataType"`
	CRS    query.CRS   `json:"crs"`
	Grid   string      `json:"tileMatrixSetURI"`
	GridID string      `json:"tileMatrixSetId"`
	Box    *boxDoc     `json:"boundingBox,omitempty"`
	Centre *centreDoc  `json:"centerPoint,omitempty"`
	Limits []limitDoc  `json:"tileMatrixSetLimits,omitempty"`
	Layers []layerInfo `json:"layers,omitempty"`
	Links  []link      `json:"links"`
}

// boxDoc is where the features are, lon, lat.
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
func (s *service) tilesets(req *request) (*answer, error) {
	doc := tilesetsDoc{Links: req.own()}
	for _, g := range allGrids() {
		set := req.tileset(&g, req.path)
		set.Links = append([]link{req.to(req.path+"/"+g.id, "self", typeJSON, set.Title)}, set.Links...)
		doc.Tilesets = append(doc.Tilesets, set)
	}
	return okJSON(req, doc)
}

// tilesetMeta describes a tileset: where its tiles are and what they hold.
func (s *service) tilesetMeta(req *request) (*answer, error) {
	g, err := req.grid()
	if err != nil {
		return nil, err
	}
	set := req.tileset(g, strings.TrimSuffix(req.path, "/"+g.id))
	set.Links = append(req.own(), set.Links...)
	return okJSON(req, set)
}

// tileset describes the tiles that lie at a path, but for its links to itself.
func (req *request) tileset(g *grid, at string) tilesetDoc {
	set := tilesetDoc{Title: apiTitle, Type: "vector", CRS: g.crs, Grid: g.uri(), GridID: g.id}
	address := link{Href: req.base + at + "/" + g.id + tilePath, Rel: "item", Type: typeTile, Title: "The tiles", Templated: true}
	if filters := without(req.given, "f").Encode(); filters != "" {
		address.Href += "?" + filters
	}
	set.Links = []link{address, req.to("/tileMatrixSets/"+g.id, relGrid, typeJSON, g.id)}
	if req.collection != nil {
		set.Title = req.collection.Title
		set.Links = append(set.Links, req.to("/tiles/"+req.collection.ID+".json", "describedby", typeJSON, "TileJSON"))
	}
	for _, c := range req.tiled() {
		set.Layers = append(set.Layers, layerInfo{c.ID, c.Title, c.Description, "vector"})
	}
	if bound, known := req.tiledBound(); known {
		set.reach(g, bound)
	}
	return set
}

// reach says where the features are, and which tiles of each zoom they are on.
func (set *tilesetDoc) reach(g *grid, b orb.Bound) {
	set.Box = &boxDoc{b.Min, b.Max, query.CRS84, [2]string{"Lon", "Lat"}}
	set.Centre = &centreDoc{b.Center(), query.CRS84}
	for z := range g.tiles.MaxZoom() + 1 {
		first, last := g.tiles.At(orb.Point{b.Min[0], b.Max[1]}, z), g.tiles.At(orb.Point{b.Max[0], b.Min[1]}, z)
		set.Limits = append(set.Limits, limitDoc{strconv.Itoa(z), int(first.Y), int(last.Y), int(first.X), int(last.X)})
	}
}

// tiled returns the collections that a request for tiles is about, in the order
// that it names them in (OGC 20-057, requirement collections-response B).
func (req *request) tiled() []collection {
	if req.collection != nil {
		return []collection{*req.collection}
	}
	all := req.tables
	if req.params.collections == nil {
		return all
	}
	var some []collection
	for _, id := range req.params.collections {
		if i := slices.IndexFunc(all, func(c collection) bool { return c.ID == id }); i >= 0 {
			some = append(some, all[i])
		}
	}
	return some
}

// tiledBound returns the bound of these collections; false when nothing in them
// has a place.
func (req *request) tiledBound() (bound orb.Bound, known bool) {
	for _, c := range req.tiled() {
		layer, found := req.view.Layer(c.ID)
		if !found {
			continue
		}
		b, placed := layer.Bound()
		switch {
		case placed && known:
			bound = bound.Union(b)
		case placed:
			bound, known = b, true
		}
	}
	return bound, known
}

// gridTile answers with a tile by row and column, of one collection or of
// several: tiles put one behind the other are a tile with the layers of all, as
// the messages of Protocol Buffers are.
func (s *service) gridTile(req *request) (*answer, error) {
	g, err := req.grid()
	if err != nil {
		return nil, err
	}
	z, row, col := req.vars("tileMatrix"), req.vars("tileRow"), req.vars("tileCol")
	t, valid := tileOf(g.tiles, z, col, row)
	if !valid {
		return nil, newProblem(http.StatusNotFound, "there is no tile of matrix %s, row %s, column %s in %s; the matrix is 0 to %d, and /tileMatrixSets/%s says how many rows and columns each has",
			z, row, col, g.id, g.tiles.MaxZoom(), g.id)
	}
	return req.encode(g.tiles, t)
}

// encode answers with the tile of the collections that are asked for.
func (req *request) encode(g tiles.Grid, t maptile.Tile) (*answer, error) {
	var body []byte
	for _, c := range req.tiled() {
		layer, found := req.view.Layer(c.ID)
		if !found {
			return nil, notFound(req.path)
		}
		counted, features := onTile(req, layer, g, t)
		data, err := c.tiles.Encode(req, g, t, counted, features)
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

// onTile returns what is on a tile: points that are counted, and other features.
func onTile(req *request, layer *atlas.Layer, g tiles.Grid, t maptile.Tile) (iter.Seq[feature.Cell], iter.Seq2[feature.Feature, error]) {
	if g == tiles.WebMercatorQuad {
		return layer.OnTile(req, t, g.Bound(t), &req.params.Query)
	}
	return func(func(feature.Cell) bool) {}, layer.InBound(req, g.Bound(t), &req.params.Query)
}

func paramCollections(all []collection) param {
	var enum []any
	for _, c := range all {
		enum = append(enum, c.ID)
	}
	return param{
		name: "collections", list: true, about: "The collections that the tiles hold, in this order; all where it is not given.",
		schema: openapi3.NewArraySchema().WithMinItems(1).WithItems(openapi3.NewStringSchema().WithEnum(enum...)),
		read: func(v string, into *params) error {
			for id := range strings.SplitSeq(v, ",") {
				switch {
				case !slices.Contains(enum, any(id)):
					return fmt.Errorf("there is no collection %q", id)
				case slices.Contains(into.collections, id):
					return fmt.Errorf("%q is in it twice", id)
				}
				into.collections = append(into.collections, id)
			}
			return nil
		},
	}
}
