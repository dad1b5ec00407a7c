package server

import (
	"dateline/access"
	"net/http"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// Surface is a group of related routes.
type Surface struct {
	Name    string // the tag of its operations
	About   string // its purpose
	Routes  []Route
	Types   Types              // the routes' results and bodies, and their parts
	Schemas Schemas            // those not derived from Go types
	Narrow  NarrowSchemas      // properties of Types for which the Go type is too general
	Vars    map[string]*Schema // path variables that are not plain strings

	// Rewrite returns the usual path for an alternative one, and defaults for its query as
	// name=value; false for an unknown path. nil: there are none.
	Rewrite func(path string) (usual, query string, known bool)
}

// Schema is a schema in the OpenAPI document.
type Schema = openapi3.Schema

// Schemas are schemas by name.
type Schemas map[string]*Schema

// NarrowSchemas are schemas of properties, by schema.property.
type NarrowSchemas map[string]*openapi3.SchemaRef

// Route is an entry in the table of routes.
type Route struct {
	Method  string // empty: GET
	Path    string // as in OpenAPI; {collection} stands for a path for each
	ID      string // operationId
	Summary string
	About   string // in addition to the summary
	Result  string // name of the response schema; empty if not JSON
	Body    string // name of the schema of a JSON body
	Params  []Param
	Own     func() any // makes the value that Into fills; nil: none
	Offers  []string   // media types of the answer, the default first; none: the handler decides
	Also    []string   // further media types that a parameter can request
	Heavy   []string   // offers that are always expensive
	Accepts []string   // media types of the request's body
	MaxBody int64      // bytes
	Only    string     // the one collection that has it; empty: all
	Fails   []int      // further statuses of problems

	Right access.Right // required; empty: none, or Read if the server is private
	Admin bool         // the right Admin suffices

	Live       bool // the answer depends on the view
	Page       bool // its HTML is the page, with any query
	Fresh      bool // never cached, as it differs each time
	Public     bool // open to all even if the server is private
	SameOrigin bool // refused to other sites in a browser
	Filtered   bool // takes the filters of a collection
	Costly     bool // always expensive
	Form       bool // a GET whose query may be, or continue in, a form in the body
	Endless    bool // streamed until the client goes
	Empty      bool // may answer 204
	Hidden     bool // not in the OpenAPI document

	// Handle makes the answer. It must be safe for concurrent use.
	Handle func(*Request) (*Answer, error)

	tag        string // set by expand, as is the next
	collection *Collection
}

// expand gives each collection its own paths, and every route the tag of its surface and the
// parameter f.
func (x *Surface) expand(all []Collection) []Route {
	var out []Route
	for _, r := range x.Routes {
		r.tag = x.Name
		if r.Method == "" {
			r.Method = http.MethodGet
		}
		r.Params = append([]Param{paramF()}, r.Params...)
		if !strings.Contains(r.Path, "{collection}") {
			out = append(out, r)
			continue
		}
		for i := range all {
			if r.Only == "" || r.Only == all[i].ID {
				out = append(out, r.of(&all[i]))
			}
		}
	}
	return out
}

// of returns the route for one collection.
func (r Route) of(c *Collection) Route {
	out := r
	out.collection = c
	if r.Filtered {
		out.Params = withFilters(out.Params, c)
	}
	out.Path = strings.ReplaceAll(r.Path, "{collection}", c.ID)
	out.Result = strings.ReplaceAll(r.Result, "{collection}", c.ID)
	if out.ID = c.ID + r.ID; !strings.HasPrefix(r.ID, ".") {
		out.ID = c.ID + strings.ToUpper(r.ID[:1]) + r.ID[1:]
	}
	out.Summary = c.Title + ": " + r.Summary
	return out
}

// withFilters adds the filters of a collection, except those whose name has another meaning
// here.
func withFilters(own []Param, c *Collection) []Param {
	all := slices.Clip(own)
	for _, f := range c.filters() {
		if !slices.ContainsFunc(own, func(p Param) bool { return p.Name == f.Name }) {
			all = append(all, f)
		}
	}
	return all
}

// changes reports whether a route writes: it requires a right, and is not a search.
func (r *Route) changes() bool { return r.Right != "" && r.Method != http.MethodGet }
