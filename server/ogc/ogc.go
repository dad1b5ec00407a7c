// Package ogc is the surface of OGC API - Features, Tiles and Common, with file downloads,
// TileJSON, and articles as they are stored.
//
//	GET /collections/mentions/items?bbox=36,35,37,36&limit=100
//	GET /collections/mentions/tiles/WebMercatorQuad/8/101/153
//
// Answers come from a View in memory: a page costs the coordinates in its box and the features
// written.
package ogc

import (
	"net/http"
	"slices"

	"dateline/schema"
	"dateline/server"
	"dateline/tiles"

	"github.com/getkin/kin-openapi/openapi3"
)

type handler = func(*server.Request) (*server.Answer, error)

// api is shared by the handlers.
type api struct {
	layers map[string]*tiles.Layer // by collection
	index  handler                 // the landing page as HTML; nil: a page like those of other documents
}

// Limits of the answers.
const (
	defaultLimit = 1000
	maxLimit     = 10000
)

// tilePath is the path of a tile in OGC API - Tiles: row before column.
const tilePath = "/{tileMatrix}/{tileRow}/{tileCol}"

// The ends of operation ids that OGC 20-057 requires for tiles (requirements class oas30).
const (
	allTiles = "all.dataset.vector."
	tilesOf  = ".collection.vector."
)

// New returns the surface for the usual collections or those given. index answers the landing
// page as HTML; nil: there is none.
func New(collections []schema.Collection, index func(*server.Request) (*server.Answer, error)) server.Surface {
	s := &api{layers: map[string]*tiles.Layer{}, index: index}
	for i := range collections {
		s.layers[collections[i].ID] = tiles.NewLayer(&collections[i])
	}
	whole := openapi3.NewIntegerSchema().WithMin(0)
	grids := openapi3.NewStringSchema()
	for _, g := range allGrids() {
		grids.Enum = append(grids.Enum, g.id)
	}
	routes := slices.Concat(s.descriptions(), features(), s.tiles(collections))
	for i := range routes {
		if slices.Contains(routes[i].Offers, server.TypeHTML) && !routes[i].Page {
			routes[i].Handle = readable(routes[i].Handle)
		}
	}
	return server.Surface{
		Name: "features", About: "OGC API - Features and Tiles: mentions, places, fronts, events, incidents, who is said to hold what, and articles, as pages, files and vector tiles.",
		Routes: routes, Types: types(), Narrow: narrow(), Schemas: schemas(collections),
		Vars: map[string]*server.Schema{
			gridVariable: grids, "z": whole, "x": whole, "y": whole, "tileMatrix": whole, "tileRow": whole, "tileCol": whole,
		},
	}
}

func documents() []string { return []string{server.TypeJSON, server.TypeHTML} }

// descriptions are the routes of metadata.
func (s *api) descriptions() []server.Route {
	return []server.Route{
		{
			Path: "/", ID: "landing", Summary: "Landing page",
			About:  "The links from which everything else is found (OGC 17-069r4, 7.2).",
			Result: "landing",
			Offers: documents(), Page: s.index != nil, Handle: s.landing,
		},
		{
			Path: "/conformance", ID: "conformance", Summary: "What standards the API conforms to",
			About:  "The conformance classes that hold in full, but for what docs/conformance.md names.",
			Result: "conformance",
			Offers: documents(), Handle: conformance,
		},
		{
			Path: "/api", ID: "api", Summary: "This document",
			About:  "The API in OpenAPI 3.0.",
			Result: "api",
			Offers: []string{server.TypeOpenAPI, server.TypeJSON, server.TypeHTML}, Handle: apiDocument,
		},
		{
			Path: "/collections", ID: "collections", Summary: "The collections",
			About:  "What there is, where and when; f=gpkg answers with all collections in one GeoPackage.",
			Result: "collections",
			Offers: append(documents(), server.TypeGeoPackage), Heavy: downloads(), Live: true, Handle: collections,
		},
		{
			Path: "/collections/{collection}", ID: "collection", Summary: "About the collection",
			About:  "Its title, extent and links.",
			Result: "collection",
			Offers: documents(), Live: true, Handle: aboutCollection,
		},
		{
			Path: "/collections/{collection}/queryables", ID: "queryables", Summary: "What filters may name",
			About:  "A JSON Schema of the properties that filter, sortby and parameters may name (OGC 19-079r2).",
			Result: "queryables",
			Offers: []string{server.TypeSchema, server.TypeJSON, server.TypeHTML}, Handle: queryables,
		},
	}
}

// features are the routes of features and their articles.
func features() []server.Route {
	one := []string{server.TypeGeoJSON, server.TypeJSON, server.TypeHTML}
	many := slices.Concat(one, downloads(), []string{server.TypeAtom})
	page := []server.Param{server.ParamLimit(defaultLimit, maxLimit), paramSortBy(), paramPosition(), paramCRS(), paramProperties(), paramBOM()}
	return []server.Route{
		{
			Path: "/collections/{collection}/items", ID: "items", Summary: "Features",
			About:  "A page of features as GeoJSON, or all of them as a file: f says which. next links lead on.",
			Result: "{collection}Items",
			Offers: many, Heavy: append(downloads(), server.TypeAtom), Live: true, Params: page, Own: newParams, Filtered: true, Handle: items,
		},
		{
			Method: http.MethodPost, Path: "/collections/{collection}/items", ID: "searchItems", Summary: "Features, by a form in place of a long query",
			About:  "As with GET, with parameters in the body, where a filter may have a megabyte.",
			Result: "{collection}Items",
			Offers: many, Heavy: append(downloads(), server.TypeAtom), Accepts: []string{server.TypeForm}, MaxBody: server.MaxFormBytes, Form: true, Live: true,
			Params: page, Own: newParams, Filtered: true, Handle: items,
		},
		{
			Path: "/collections/{collection}/items/{fid}", ID: "item", Summary: "One feature",
			About:  "A feature by its id.",
			Result: "{collection}Feature",
			Offers: one, Live: true, Params: []server.Param{paramCRS()}, Own: newParams, Handle: item,
		},
		{
			Path: "/articles/{id}", ID: "article", Summary: "An article with all that was found in it",
			About:  "The document as it is stored: text, mentions with their candidates, fronts. Where other articles have the same text, story and also_in say which outlets.",
			Result: "article",
			Offers: []string{server.TypeJSON}, Live: true, Handle: article,
		},
	}
}

// tiles are the routes of vector tiles.
func (s *api) tiles(all []schema.Collection) []server.Route {
	layers := []server.Param{paramCollections(all), server.ParamBBoxCRS(), server.ParamBBox(), server.ParamDatetime(), server.ParamQ()}
	tile := []string{server.TypeTile}
	return []server.Route{
		{
			Path: "/tiles/{collection}.json", ID: "tileset", Summary: "TileJSON",
			About:  "Where the tiles are and what they carry (TileJSON 3.0.0). Its filters become those of the tiles.",
			Result: "tileset",
			Offers: []string{server.TypeJSON}, Live: true, Filtered: true, Handle: s.tileset,
		},
		{
			Path: "/tiles/{collection}/{z}/{x}/{y}.mvt", ID: "tile", Summary: "Vector tile",
			About:  "A Mapbox Vector Tile 2.1 of Web Mercator; 204 where there is nothing.",
			Result: "tile",
			Offers: tile, Empty: true, Live: true, Filtered: true, Handle: s.tile,
		},
		{
			Path: "/tileMatrixSets", ID: "getTileMatrixSetsList", Summary: "The tile matrix sets",
			About:  "The grids that tiles come in.",
			Result: "grids",
			Offers: documents(), Handle: grids,
		},
		{
			Path: "/tileMatrixSets/{" + gridVariable + "}", ID: "getTileMatrixSet", Summary: "A tile matrix set",
			About:  "A grid (OGC 17-083r4).",
			Result: "grid",
			Offers: documents(), Handle: matrixSet,
		},
		{
			Path: "/tiles", ID: allTiles + "getTileSetsList", Summary: "The tilesets of all collections",
			About:  "Tiles with a layer for each collection (OGC 20-057).",
			Result: "tilesets",
			Offers: documents(), Live: true, Handle: tilesets,
		},
		{
			Path: "/tiles/{" + gridVariable + "}", ID: allTiles + "getTileSet", Summary: "A tileset of all collections",
			About:  "Where its tiles are, and which of them hold anything.",
			Result: "gridTileset",
			Offers: documents(), Params: layers, Own: newParams, Live: true, Handle: tilesetMeta,
		},
		{
			Path: "/tiles/{" + gridVariable + "}" + tilePath, ID: allTiles + "getTile", Summary: "Vector tile with a layer for each collection",
			About:  "A tile by row and column; collections says which layers, and their order.",
			Result: "tile",
			Offers: tile, Empty: true, Live: true, Params: layers, Own: newParams, Handle: s.gridTile,
		},
		{
			Path: "/collections/{collection}/tiles", ID: tilesOf + "getTileSetsList", Summary: "The tilesets",
			About:  "The tilesets of the collection, one for each grid.",
			Result: "tilesets",
			Offers: documents(), Live: true, Handle: tilesets,
		},
		{
			Path: "/collections/{collection}/tiles/{" + gridVariable + "}", ID: tilesOf + "getTileSet", Summary: "A tileset",
			About:  "Where its tiles are, and which of them hold anything.",
			Result: "gridTileset",
			Offers: documents(), Filtered: true, Live: true, Handle: tilesetMeta,
		},
		{
			Path: "/collections/{collection}/tiles/{" + gridVariable + "}" + tilePath, ID: tilesOf + "getTile", Summary: "Vector tile by row and column",
			About:  "A tile of the collection (OGC 20-057).",
			Result: "tile",
			Offers: tile, Empty: true, Live: true, Filtered: true, Handle: s.gridTile,
		},
	}
}
