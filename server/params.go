package server

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"

	"dateline/query"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/paulmach/orb"
	"golang.org/x/text/language"
)

// params is a query string as read.
type params struct {
	query.Query
	limit       int
	crs         query.CRS // of the answer
	bboxCRS     query.CRS
	filterCRS   query.CRS
	filterLang  string // empty for text
	order       query.Order
	from        int           // position in the collection where the page begins
	after       *query.Cursor // the same in an order
	bom         bool          // begin CSV with a byte order mark
	properties  []string      // to answer with; nil for all
	collections []string      // of tiles; nil for all
	search      string
	sumBin      string // one of the values of by
	sumDate     string // the property that holds the day
	lat, lon    *float64
	countries   []string

	// of Nominatim's
	structured     map[string]string // parts of a search, as city
	excluded       []uint64          // values of place_id
	layers         []string          // nil for all
	featureType    string            // empty for all
	ids            []string
	callback       string // a function of JavaScript
	format         string
	languages      []language.Tag // best first
	zoom           int
	viewBox        *orb.Bound
	bounded        bool
	addressDetails bool
	nameDetails    bool
	extraTags      bool
	outlines       []string // forms of outlines
	threshold      float64  // in degrees
}

// param is a parameter of query strings: what it is called, how it is told of
// in the OpenAPI document, and how it is read.
type param struct {
	name     string
	about    string
	schema   *openapi3.Schema
	required bool
	standard string // the value where it is not given; empty for none
	list     bool   // values with commas between
	costly   bool   // it makes the server look at every feature
	read     func(value string, into *params) error
	// then reads what hangs on other parameters, after all of them and in the
	// order of the table; nil where nothing does.
	then func(value string, into *params, c *collection) error
}

// readParams reads a query string. What is not in the list, or there twice, or
// can't be read, is an error (OGC 17-069r4, requirements query-param-unknown
// and query-param-invalid).
func readParams(known []param, given url.Values, c *collection) (params, error) {
	p := params{}
	for _, k := range known {
		if k.standard != "" && !given.Has(k.name) {
			if err := k.read(k.standard, &p); err != nil {
				return p, err
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		i := slices.IndexFunc(known, func(k param) bool { return k.name == name })
		switch {
		case i < 0:
			return p, badParameter(name, "there is no such parameter here; there is %s", names(known))
		case len(given[name]) > 1:
			return p, badParameter(name, "it is given %d times; give it once", len(given[name]))
		}
		if known[i].read == nil {
			continue
		}
		if err := known[i].read(given[name][0], &p); err != nil {
			return p, badParameter(name, "%v", err)
		}
	}
	for _, k := range known {
		if k.then == nil || !given.Has(k.name) {
			continue
		}
		if err := k.then(given.Get(k.name), &p, c); err != nil {
			return p, badParameter(k.name, "%v", err)
		}
	}
	return p, checkTogether(known, given)
}

// checkTogether finds what is missing.
func checkTogether(known []param, given url.Values) error {
	for _, k := range known {
		if k.required && !given.Has(k.name) {
			return badParameter(k.name, "it is missing")
		}
	}
	if given.Has("lat") != given.Has("lon") {
		return badParameter("lat", "lat and lon go together")
	}
	return nil
}

func names(known []param) string {
	list := make([]string, len(known))
	for i, k := range known {
		list[i] = k.name
	}
	return strings.Join(list, ", ")
}

// paramF is used by negotiate, where an answer has formats to choose from.
func paramF() param {
	enum := make([]any, 0, 3)
	for _, name := range formatNames() {
		enum = append(enum, name)
	}
	return param{
		name: "f", about: "The format of the answer; it wins over the Accept header.",
		schema: openapi3.NewStringSchema().WithEnum(enum...),
		read: func(v string, _ *params) error {
			if !slices.Contains(formatNames(), v) {
				return fmt.Errorf("it must be one of %s", strings.Join(formatNames(), ", "))
			}
			return nil
		},
	}
}
