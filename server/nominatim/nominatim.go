// Package nominatim is the surface that looks places up by name, by point and by id, compatible
// with clients of Nominatim (https://nominatim.org/release-docs/latest/api/Overview/).
//
//	GET /search?q=Khan+Shaykhun
//	GET /reverse?lat=35.44&lon=36.65
//
// A name is one lookup in the gazetteer, a point one in the R-tree of its towns.
package nominatim

import (
	"fmt"
	"strings"
	"sync"
	"sync/atomic"

	"dateline/gazetteer"
	"dateline/server"

	"github.com/getkin/kin-openapi/openapi3"
)

// api is shared by the handlers.
type api struct {
	gazetteer *gazetteer.Gazetteer
	version   string           // of the program
	towns     func() *towns    // made on first use
	outlines  func() *outlines // likewise
}

// Limits of the answers of /search.
const (
	defaultFound = 10
	maxFound     = 50
)

// New returns the surface; g returns the current gazetteer, version is the program's.
func New(g func() *gazetteer.Gazetteer, version string) server.Surface {
	s := &current{gazetteer: g, version: version}
	return server.Surface{
		Name: "places", About: "Places by name, by point and by id, in the manner of Nominatim.",
		Routes: s.routes(), Types: types(), Schemas: schemas(), Rewrite: usualPath,
	}
}

func newAPI(g *gazetteer.Gazetteer, version string) *api {
	return &api{
		gazetteer: g, version: version,
		towns:    sync.OnceValue(func() *towns { return newTowns(g) }),
		outlines: sync.OnceValue(func() *outlines { return newOutlines(g) }),
	}
}

// current answers from the current gazetteer.
type current struct {
	gazetteer func() *gazetteer.Gazetteer
	version   string
	made      atomic.Pointer[api] // for the gazetteer last used
}

func (c *current) handle(do func(*api, *server.Request) (*server.Answer, error)) func(*server.Request) (*server.Answer, error) {
	return func(req *server.Request) (*server.Answer, error) {
		g, s := c.gazetteer(), c.made.Load()
		if s == nil || s.gazetteer != g {
			s = newAPI(g, c.version)
			c.made.Store(s)
		}
		return do(s, req)
	}
}

func (c *current) routes() []server.Route {
	found, also := []string{server.TypeJSON, server.TypeGeoJSON}, []string{server.TypeXML, server.TypeScript}
	return []server.Route{
		{
			Path: "/search", ID: "search", Summary: "Places by name",
			About:  "By name or its beginning, in any spelling and script. With format it answers as Nominatim does.",
			Result: "search",
			Offers: found, Also: also, Costly: true, Params: searchParams(), Own: newParams, Handle: c.handle((*api).search),
		},
		{
			Path: "/reverse", ID: "reverse", Summary: "Where a point is, as Nominatim says it",
			About:  "What a point lies in: a country up to zoom 4, a first-level division up to zoom 7, else a town.",
			Result: "reverse",
			Offers: found, Also: also, Costly: true, Params: reverseParams(), Own: newParams, Handle: c.handle((*api).reverse),
		},
		{
			Path: "/lookup", ID: "lookup", Summary: "Places by their ids, as Nominatim says it",
			About:  "Places by ids of the gazetteer, at most 50.",
			Result: "search",
			Offers: found, Also: also, Costly: true, Params: lookupParams(), Own: newParams, Handle: c.handle((*api).lookup),
		},
		{
			Path: "/towns/{z}/{x}/{y}", ID: "towns", Summary: "The largest towns of a tile",
			About:  fmt.Sprintf("Populated places of the gazetteer on a tile of WebMercatorQuad from zoom %d on, the most populous first, at most %d.", townsZoom, townsInTile),
			Result: "towns",
			Offers: []string{server.TypeJSON}, Handle: c.handle((*api).townsOn),
		},
		{
			Path: "/status", ID: "status", Summary: "Whether the server runs, as Nominatim says it",
			About:  "OK, or its JSON.",
			Result: "status",
			Offers: []string{server.TypeText, server.TypeJSON}, Params: []server.Param{paramStatusFormat()}, Own: newParams, Handle: c.handle((*api).status),
		},
	}
}

// usualPath returns the path for /search.php, /search/ and so on. Clients that request .php
// expect Nominatim's default format.
func usualPath(path string) (usual, query string, known bool) {
	usual, isScript := strings.CutSuffix(strings.TrimRight(path, "/"), ".php")
	formats := map[string]string{"/search": "jsonv2", "/reverse": "xml", "/lookup": "xml", "/status": "text"}
	format, known := formats[usual]
	if known && isScript {
		query = "format=" + format
	}
	return usual, query, known
}

func types() server.Types {
	return server.Types{
		"places": searchDoc{}, "place": found{}, "towns": townsDoc{}, "town": townDoc{}, "status": statusDoc{},
		"nominatimPlace": foundDoc{}, "nominatimNothing": nothingDoc{}, "nominatimFeatures": placesDoc{},
	}
}

func schemas() server.Schemas {
	either := func(s ...*openapi3.SchemaRef) *server.Schema {
		return &server.Schema{OneOf: append(s, server.Ref("nominatimFeatures"))}
	}
	return server.Schemas{
		"search":  either(server.Ref("places"), server.ListOf(server.Ref("nominatimPlace"))),
		"reverse": either(server.Ref("nominatimPlace"), server.Ref("nominatimNothing")),
	}
}
