package server

import (
	"errors"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// Param is a query parameter: its name, its description in the OpenAPI document, and how it is
// read.
type Param struct {
	Name     string
	About    string
	Schema   *Schema
	Required bool
	Default  string // empty for none
	List     bool   // comma-separated values
	Costly   bool   // makes the server look at every feature
	Read     func(value string, into *Request) error

	// Then reads what depends on other parameters, after all of them and in the order of the
	// table; nil for none.
	Then func(value string, into *Request) error

	// FromHeader returns the value from a request's headers if the parameter is not given, empty
	// for none; nil if there is no such header.
	FromHeader func(http.Header) string
}

// Into makes a Read or Then that stores a value in the surface's own parameters, a *T made by
// Route.Own.
func Into[T any](read func(value string, into *T) error) func(string, *Request) error {
	return func(value string, req *Request) error { return read(value, req.Own.(*T)) }
}

// readParams reads the query. Unknown, repeated and malformed parameters are errors (OGC
// 17-069r4, requirements query-param-unknown and query-param-invalid).
func (req *Request) readParams(known []Param) error {
	for _, k := range known {
		if k.Default != "" && !req.Query.Has(k.Name) {
			if err := k.Read(k.Default, req); err != nil {
				return err
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(req.Query)) {
		i := slices.IndexFunc(known, func(k Param) bool { return k.Name == name })
		switch values := req.Query[name]; {
		case i < 0:
			return BadParameter(name, "unknown parameter; the parameters here are %s", names(known))
		case len(values) > 1:
			return BadParameter(name, "it is given %d times; give it once", len(values))
		case known[i].Read == nil:
		default:
			if err := known[i].Read(values[0], req); err != nil {
				return BadParameter(name, "%v", err)
			}
		}
	}
	for _, k := range known {
		if k.Required && !req.Query.Has(k.Name) {
			return BadParameter(k.Name, "it is missing")
		}
	}
	return req.readDependent(known)
}

// readDependent reads what depends on other parameters.
func (req *Request) readDependent(known []Param) error {
	for _, k := range known {
		if k.Then == nil || !req.Query.Has(k.Name) {
			continue
		}
		var p *Problem
		switch err := k.Then(req.Query.Get(k.Name), req); {
		case errors.As(err, &p):
			return err
		case err != nil:
			return BadParameter(k.Name, "%v", err)
		}
	}
	return nil
}

func names(known []Param) string {
	list := make([]string, len(known))
	for i, k := range known {
		list[i] = k.Name
	}
	return strings.Join(list, ", ")
}

// paramF is read by negotiate, for answers with several formats.
func paramF() Param {
	enum := make([]any, 0, 3)
	for _, name := range formatNames() {
		enum = append(enum, name)
	}
	return Param{
		Name: "f", About: "The format of the answer; it wins over the Accept header.",
		Schema: openapi3.NewStringSchema().WithEnum(enum...),
		Read: func(v string, _ *Request) error {
			if !slices.Contains(formatNames(), v) {
				return fmt.Errorf("it must be one of %s", strings.Join(formatNames(), ", "))
			}
			return nil
		},
	}
}
