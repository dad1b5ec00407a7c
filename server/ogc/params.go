package ogc

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dateline/query"
	"dateline/schema"
	"dateline/server"

	"github.com/getkin/kin-openapi/openapi3"
)

// params are the parameters of features and tiles, except filters and limit.
type params struct {
	crs         query.CRS // of the answer
	order       query.Order
	after       *query.Cursor // end of the previous page
	bom         bool          // start CSV with a byte order mark
	properties  []string      // requested; nil for all
	collections []string      // of tiles; nil for all
}

func newParams() any { return new(params) }

func paramCRS() server.Param {
	return server.ParamSystem("crs", "The system of the answer's coordinates (OGC 18-058r1).", func(req *server.Request, crs query.CRS) {
		req.Own.(*params).crs = crs
	})
}

// paramPosition is the paging token in next links: the end of the previous page. Without sortby
// it may also be an integer, the number of a feature.
func paramPosition() server.Param {
	return server.Param{
		Name: "position", Schema: openapi3.NewStringSchema().WithMinLength(1).WithPattern("^[A-Za-z0-9_-]+$"),
		About: "Where to go on, as next links say. It holds for one order of the features, and stays right when others are added " +
			"or removed, on another server of the same archive, and for another limit.",
		Then: server.Into(func(v string, into *params) error {
			if n, err := strconv.Atoi(v); err == nil && into.order == nil && n >= 0 && n <= maxNumber {
				into.after = &query.Cursor{Number: n}
				return nil
			}
			after, err := into.order.ReadCursor(v)
			into.after = &after
			return err
		}),
	}
}

const maxNumber = 1<<53 - 1

func paramSortBy() server.Param {
	return server.Param{
		Name: "sortby", List: true, Costly: true, Schema: openapi3.NewArraySchema().WithMinItems(1).WithItems(openapi3.NewStringSchema().WithMinLength(1)),
		About: "The order of the features: names of properties, - before those that fall; what has none comes last.",
		Then: func(v string, req *server.Request) (err error) {
			req.Own.(*params).order, err = query.ParseOrder(v, req.Collection.Fields)
			return err
		},
	}
}

func paramBOM() server.Param {
	return server.ParamSwitch("bom", "Begin CSV with a byte order mark, by which spreadsheets know that it is UTF-8.", func(p *params, on bool) { p.bom = on })
}

func paramProperties() server.Param {
	return server.Param{
		Name: "properties", List: true, Schema: openapi3.NewArraySchema().WithItems(openapi3.NewStringSchema()),
		About: "The properties to answer with; empty for none.",
		Then: func(v string, req *server.Request) error {
			p, c := req.Own.(*params), req.Collection
			p.properties = []string{}
			if v == "" {
				return nil
			}
			p.properties = strings.Split(v, ",")
			for _, name := range p.properties {
				if c.Index(name) < 0 {
					return fmt.Errorf("%s have no property %q", c.ID, name)
				}
			}
			return nil
		},
	}
}

func paramCollections(all []schema.Collection) server.Param {
	var enum []any
	for _, c := range all {
		enum = append(enum, c.ID)
	}
	return server.Param{
		Name: "collections", List: true, About: "The collections that the tiles hold, in this order; all where it is not given.",
		Schema: openapi3.NewArraySchema().WithMinItems(1).WithItems(openapi3.NewStringSchema().WithEnum(enum...)),
		Read: server.Into(func(v string, into *params) error {
			for id := range strings.SplitSeq(v, ",") {
				switch {
				case !slices.Contains(enum, any(id)):
					return fmt.Errorf("unknown collection %q", id)
				case slices.Contains(into.collections, id):
					return fmt.Errorf("%q is listed twice", id)
				}
				into.collections = append(into.collections, id)
			}
			return nil
		}),
	}
}
