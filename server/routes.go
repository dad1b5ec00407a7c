package server

import (
	"net/http"
	"slices"
	"strings"

	"dateline/schema"
)

// route is one entry in the table of what the server answers.
type route struct {
	method     string
	path       string // as OpenAPI writes it; {collection} stands for one path for each
	id         string // operationId
	summary    string
	result     string // the answer's schema
	params     []param
	offers     []string    // media types of the answer, the usual one first; none: the handler says
	accepts    []string    // media types of the request's body
	live       bool        // the answer depends on the view
	page       bool        // as HTML it is the page, which may be called with any query
	secured    bool        // needs the token
	maxBody    int64       // bytes
	filtered   bool        // takes the filters of a collection
	only       string      // the one collection that has it; empty: each has
	costly     bool        // whatever is asked for
	form       bool        // a GET whose query is, or goes on in, a form in the body
	endless    bool        // sent as it comes, until the client goes
	collection *collection // set by expand
	answer     func(*service, *request) (*answer, error)
}

// Limits of the answers.
const (
	defaultLimit  = 1000
	maxLimit      = 10000
	defaultFound  = 10
	maxFound      = 50
	maxParseBytes = 4 << 20
	maxPostBytes  = 64 << 20
)

// tilePath is how OGC API - Tiles names a tile: the row before the column.
const tilePath = "/{tileMatrix}/{tileRow}/{tileCol}"

// How OGC 20-057 wants the operations of tiles to be called (requirements class
// oas30): by the end of their ids.
const (
	allTiles = "all.dataset.vector."
	tilesOf  = ".collection.vector."
)

func routes(all []collection) []route {
	json, doc, data := []string{typeJSON}, []string{typeJSON, typeHTML}, slices.Clip([]string{typeGeoJSON, typeJSON, typeHTML})
	layers := []param{paramCollections(all), paramBBoxCRS(), paramBBox(), paramDatetime(), paramQ()}
	bodies := []string{typeText, typeJSON, typeNDJSON}
	items := []param{paramLimit(defaultLimit, maxLimit), paramSortBy(), paramPosition(), paramCRS(), paramProperties(), paramBOM()}
	found := []string{typeJSON, typeGeoJSON}
	return []route{
		{
			path: "/", id: "landing", summary: "Landing page", result: "landing",
			offers: []string{typeJSON, typeHTML}, page: true, answer: (*service).landing,
		},
		{
			path: "/conformance", id: "conformance", summary: "What standards the API conforms to", result: "conformance",
			offers: doc, answer: (*service).conformance,
		},
		{
			path: "/api", id: "api", summary: "This document", result: "api",
			offers: []string{typeOpenAPI, typeJSON, typeHTML}, answer: (*service).apiDocument,
		},
		{
			path: "/collections", id: "collections", summary: "The collections", result: "collections",
			offers: append(slices.Clip(doc), typeGeoPackage), live: true, answer: (*service).collections,
		},
		{
			path: "/collections/{collection}", id: "collection", summary: "About the collection", result: "collection",
			offers: doc, live: true, answer: (*service).aboutCollection,
		},
		{
			path: "/collections/{collection}/queryables", id: "queryables", summary: "What filters may name", result: "queryables",
			offers: []string{typeSchema, typeJSON, typeHTML}, answer: (*service).queryables,
		},
		{
			path: "/collections/{collection}/items", id: "items", summary: "Features", result: "{collection}Items",
			offers: append(data, downloads()...), live: true, params: items, filtered: true, answer: (*service).items,
		},
		{
			method: http.MethodPost, path: "/collections/{collection}/items", id: "searchItems", summary: "Features, by a form in place of a long query", result: "{collection}Items",
			offers: append(data, downloads()...), accepts: []string{typeForm}, maxBody: maxFormBytes, form: true, live: true, params: items, filtered: true, answer: (*service).items,
		},
		{
			path: "/collections/{collection}/items/{fid}", id: "item", summary: "One feature", result: "{collection}Feature",
			offers: data, live: true, params: []param{paramCRS()}, answer: (*service).item,
		},
		{
			path: "/collections/{collection}/sums", id: "sums", summary: "How often each place is mentioned, by week or day", result: "sums",
			offers: json, live: true, params: []param{paramBy(), paramDate()}, filtered: true, only: schema.Mentions, answer: (*service).sums,
		},
		{
			path: "/collections/{collection}/facets", id: "facets", summary: "How many have each value", result: "facets",
			offers: json, live: true, filtered: true, only: schema.Mentions, answer: (*service).facets,
		},
		{
			path: "/collections/{collection}/articles", id: "mentioning", summary: "The articles that they stand in, newest first", result: "mentioning",
			offers: json, live: true, params: []param{paramLimit(defaultLimit, maxLimit)}, filtered: true, only: schema.Mentions, answer: (*service).mentioning,
		},
		{
			path: "/tiles/{collection}.json", id: "tileset", summary: "TileJSON", result: "tileset",
			offers: json, live: true, filtered: true, answer: (*service).tileset,
		},
		{
			path: "/tiles/{collection}/{z}/{x}/{y}.mvt", id: "tile", summary: "Vector tile", result: "tile",
			offers: []string{typeTile}, live: true, filtered: true, answer: (*service).tile,
		},
		{
			path: "/tileMatrixSets", id: "getTileMatrixSetsList", summary: "The tile matrix sets", result: "grids",
			offers: doc, answer: (*service).grids,
		},
		{
			path: "/tileMatrixSets/{" + gridVariable + "}", id: "getTileMatrixSet", summary: "A tile matrix set", result: "grid",
			offers: doc, answer: (*service).matrixSet,
		},
		{
			path: "/tiles", id: allTiles + "getTileSetsList", summary: "The tilesets of all collections", result: "tilesets",
			offers: doc, live: true, answer: (*service).tilesets,
		},
		{
			path: "/tiles/{" + gridVariable + "}", id: allTiles + "getTileSet", summary: "A tileset of all collections", result: "gridTileset",
			offers: doc, params: layers, live: true, answer: (*service).tilesetMeta,
		},
		{
			path: "/tiles/{" + gridVariable + "}" + tilePath, id: allTiles + "getTile", summary: "Vector tile with a layer for each collection", result: "tile",
			offers: []string{typeTile}, live: true, params: layers, answer: (*service).gridTile,
		},
		{
			path: "/collections/{collection}/tiles", id: tilesOf + "getTileSetsList", summary: "The tilesets", result: "tilesets",
			offers: doc, live: true, answer: (*service).tilesets,
		},
		{
			path: "/collections/{collection}/tiles/{" + gridVariable + "}", id: tilesOf + "getTileSet", summary: "A tileset", result: "gridTileset",
			offers: doc, filtered: true, live: true, answer: (*service).tilesetMeta,
		},
		{
			path: "/collections/{collection}/tiles/{" + gridVariable + "}" + tilePath, id: tilesOf + "getTile", summary: "Vector tile by row and column", result: "tile",
			offers: []string{typeTile}, live: true, filtered: true, answer: (*service).gridTile,
		},
		{
			path: "/articles/{id}", id: "article", summary: "An article with all that was found in it", result: "document",
			offers: json, live: true, answer: (*service).article,
		},
		{
			path: "/events", id: "events", summary: "An event at once and whenever the archive has grown", result: "events",
			offers: []string{typeEvents}, endless: true, answer: (*service).events,
		},
		{
			path: "/search", id: "search", summary: "Places by name", result: "search",
			offers: found, costly: true, params: searchParams(), answer: (*service).search,
		},
		{
			path: "/reverse", id: "reverse", summary: "Where a point is, as Nominatim says it", result: "reverse",
			offers: found, costly: true, params: reverseParams(), answer: (*service).reverse,
		},
		{
			path: "/lookup", id: "lookup", summary: "Places by their ids, as Nominatim says it", result: "search",
			offers: found, costly: true, params: lookupParams(), answer: (*service).lookup,
		},
		{
			path: "/status", id: "status", summary: "Whether the server runs, as Nominatim says it", result: "status",
			offers: []string{typeText, typeJSON}, params: []param{paramStatusFormat()}, answer: (*service).status,
		},
		{
			path: "/healthz", id: "health", summary: "Whether the server runs", result: "health",
			offers: json, answer: (*service).health,
		},
		{
			method: http.MethodPost, path: "/parse", id: "parse", summary: "Find the places in texts", result: "document",
			offers: []string{typeJSON, typeNDJSON, typeGeoJSON}, accepts: bodies, maxBody: maxParseBytes, costly: true, answer: (*service).parse,
		},
		{
			method: http.MethodPost, path: "/articles", id: "addArticles", summary: "Read articles into the archive", result: "counts",
			accepts: bodies, maxBody: maxPostBytes, secured: true, answer: (*service).addArticles,
		},
	}
}

// expand gives each collection its own paths, and every route the parameter f.
func expand(table []route, all []collection) []route {
	var out []route
	for _, r := range table {
		if r.method == "" {
			r.method = http.MethodGet
		}
		r.params = append([]param{paramF()}, r.params...)
		if !strings.Contains(r.path, "{collection}") {
			out = append(out, r)
			continue
		}
		for i := range all {
			if r.only != "" && r.only != all[i].ID {
				continue
			}
			c := r
			c.collection = &all[i]
			if r.filtered {
				c.params = withFilters(c.params, c.collection)
			}
			c.path = strings.ReplaceAll(r.path, "{collection}", all[i].ID)
			c.result = strings.ReplaceAll(r.result, "{collection}", all[i].ID)
			if c.id = all[i].ID + r.id; !strings.HasPrefix(r.id, ".") {
				c.id = all[i].ID + strings.ToUpper(r.id[:1]) + r.id[1:]
			}
			c.summary = all[i].Title + ": " + r.summary
			out = append(out, c)
		}
	}
	return out
}

// withFilters adds the filters of a collection but those whose name means
// something else here.
func withFilters(own []param, c *collection) []param {
	all := slices.Clip(own)
	for _, f := range c.filters() {
		if !slices.ContainsFunc(own, func(p param) bool { return p.name == f.name }) {
			all = append(all, f)
		}
	}
	return all
}
