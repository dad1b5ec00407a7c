package server

import (
	"dateline/access"
	"net/http"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// Surface is a part of the API that belongs together.
type Surface struct {
	Name    string // the tag of its operations
	About   string // what it is for
	Routes  []Route
	Types   Types              // of what routes name as their results and bodies, and of what these are made of
	Schemas Schemas            // of what is of no Go type
	Narrow  NarrowSchemas      // properties of Types that a Go type says too little of
	Vars    map[string]*Schema // variables of paths that are no plain strings

	// Rewrite returns the usual path of a resource that has others, too, and what a
	// query has there that does not say otherwise, as name=value; false for a
	// path that it does not know. nil: there are none.
	Rewrite func(path string) (usual, query string, known bool)
}

// Schema describes a value in the OpenAPI document.
type Schema = openapi3.Schema

// Schemas are named descriptions of values.
type Schemas map[string]*Schema

// NarrowSchemas describe properties, given as schema.property.
type NarrowSchemas map[string]*openapi3.SchemaRef

// Route is one entry in the table of what a server answers.
type Route struct {
	Method  string // empty: GET
	Path    string // as OpenAPI writes it; {collection} stands for one path for each
	ID      string // operationId
	Summary string
	About   string // more than the summary says; empty: that says all
	Result  string // the name of the answer's schema; empty for what is no JSON
	Body    string // the name of the schema of a JSON body
	Params  []Param
	Own     func() any // makes what Into reads parameters into; nil: there are none
	Offers  []string   // media types of the answer, the usual one first; none: the handler says
	Also    []string   // media types that a parameter can ask for beyond these
	Heavy   []string   // offers that are costly whatever is asked for
	Accepts []string   // media types of the request's body
	MaxBody int64      // bytes
	Only    string     // the one collection that has it; empty: each has
	Fails   []int      // statuses of problems that other routes of its kind don't have

	Right access.Right // that it takes; empty: none, or Read where the server is private
	Admin bool         // who has the right Admin needs no other

	Live       bool // the answer depends on the view
	Page       bool // as HTML it is the page, which may be called with any query
	Fresh      bool // never kept, as it is different each time
	Public     bool // open to all where the server is private, too
	SameOrigin bool // not for other sites to ask for in a browser
	Filtered   bool // takes the filters of a collection
	Costly     bool // whatever is asked for
	Form       bool // a GET whose query is, or goes on in, a form in the body
	Endless    bool // sent as it comes, until the client goes
	Empty      bool // the answer may be that there is nothing: 204
	Hidden     bool // not in the OpenAPI document

	// Handle makes the answer. It must be safe for concurrent use.
	Handle func(*Request) (*Answer, error)

	tag        string // set by expand, as is the next
	collection *Collection
}

// expand gives each collection its own paths, and every route the tag of the surface
// and the parameter f.
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

// withFilters adds the filters of a collection but those whose name means
// something else here.
func withFilters(own []Param, c *Collection) []Param {
	all := slices.Clip(own)
	for _, f := range c.filters() {
		if !slices.ContainsFunc(own, func(p Param) bool { return p.Name == f.Name }) {
			all = append(all, f)
		}
	}
	return all
}

// changes reports whether a route writes something: it takes a right, and is no
// question.
func (r *Route) changes() bool { return r.Right != "" && r.Method != http.MethodGet }
