package server

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/query"
	"dateline/schema"

	"github.com/getkin/kin-openapi/openapi3"
)

// filterSystems are parameters that say how to read others.
type filterSystems struct {
	bbox, filter query.CRS
	language     string // of filter; empty for text
}

// filters returns the parameters that select a collection's features, those for its properties
// last.
func (c *Collection) filters() []Param {
	all := []Param{
		ParamBBoxCRS(), ParamBBox(), paramNear(), ParamDatetime(), ParamQ(),
		paramFilterLang(), paramFilterCRS(), paramFilter(),
	}
	if c.ID == schema.Articles || c.Index("article") >= 0 {
		all = append(all, paramCopies())
	}
	for i, f := range c.Fields {
		if f.Type != query.Shape && c.Properties[i-1].Type != schema.Records {
			all = append(all, paramEquals(f, &c.Properties[i-1]))
		}
	}
	return all
}

// paramNear selects by a circle.
func paramNear() Param {
	return Param{
		Name: "near", List: true, Costly: true,
		Schema: openapi3.NewArraySchema().WithItems(openapi3.NewFloat64Schema()).WithMinItems(3).WithMaxItems(3),
		About: fmt.Sprintf("Only features whose geometry touches this circle: lon,lat,km, the longitude and latitude of its centre in degrees (WGS 84) "+
			"and its radius in kilometres, %v to %v, as 36.63,35.93,15.", query.LeastKm, query.MostKm),
		Then: func(v string, into *Request) error {
			circle, err := query.ParseCircle(v)
			into.Select.Filter = into.Select.Filter.And(circle)
			return err
		},
	}
}

// paramCopies chooses whether copies of an article count.
func paramCopies() Param {
	return Param{
		Name: "copies", Default: "all", Schema: EnumSchema("all", "none").WithDefault("all"),
		About: "Whether what stands in copies of an earlier article counts: all does, or none, so that a story that many outlets print counts once.",
		Read: func(v string, into *Request) error {
			if into.Select.NoCopies = v == "none"; v != "all" && v != "none" {
				return fmt.Errorf("%q is neither all nor none", v)
			}
			return nil
		},
	}
}

// paramEquals selects by a property's value (OGC 19-079r2, conformance class
// queryables-query-parameters).
func paramEquals(f query.Field, p *schema.Property) Param {
	s := ValueSchema(p.Type)
	if s.Format == "uri-reference" {
		s.Format = ""
	}
	return Param{
		Name: f.Name, Costly: true, Schema: s, About: "Only features of which this is so: " + p.About + ".",
		Then: func(v string, into *Request) error {
			if _, err := strconv.Atoi(v); err != nil && p.Type == schema.Integer {
				return fmt.Errorf("%q is not a whole number", v)
			}
			equal, err := query.Equals(f, v)
			into.Select.Filter = into.Select.Filter.And(equal)
			return err
		},
	}
}

// ParamSystem makes a parameter whose values are coordinate systems.
func ParamSystem(name, about string, set func(*Request, query.CRS)) Param {
	var enum []any
	for _, c := range query.Systems() {
		enum = append(enum, string(c))
	}
	return Param{
		Name: name, About: about, Schema: openapi3.NewStringSchema().WithEnum(enum...).WithDefault(string(query.CRS84)),
		Read: func(v string, into *Request) error {
			crs, err := query.ParseCRS(v)
			set(into, crs)
			return err
		},
	}
}

// ParamBBoxCRS is the coordinate system of ParamBBox.
func ParamBBoxCRS() Param {
	return ParamSystem("bbox-crs", "The system of bbox (OGC 18-058r1).", func(req *Request, crs query.CRS) { req.filters.bbox = crs })
}

func paramFilterCRS() Param {
	return ParamSystem("filter-crs", "The system of the geometries in filter.", func(req *Request, crs query.CRS) { req.filters.filter = crs })
}

// Filter languages (OGC 19-079r2, 7.2).
const (
	cql2Text = "cql2-text"
	cql2JSON = "cql2-json"
)

func paramFilterLang() Param {
	return Param{
		Name: "filter-lang", About: "The language of filter.", Schema: EnumSchema(cql2Text, cql2JSON).WithDefault(cql2Text),
		Read: func(v string, into *Request) error {
			if into.filters.language = v; v != cql2Text && v != cql2JSON {
				return fmt.Errorf("%q is not a supported filter language; use %s or %s", v, cql2Text, cql2JSON)
			}
			return nil
		},
	}
}

func paramFilter() Param {
	return Param{
		Name: "filter", Costly: true, Schema: openapi3.NewStringSchema().WithMinLength(1),
		About: "Only features of which this expression of CQL2 is true, as confidence > 0.8 AND S_INTERSECTS(geometry,BBOX(36,35,37,36)). " +
			"The collection's queryables say what it may name.",
		Then: func(v string, into *Request) error {
			parse := query.ParseFilter
			if into.filters.language == cql2JSON {
				parse = query.ParseFilterJSON
			}
			f, err := parse(v, into.Collection.Fields, into.filters.filter)
			if err != nil && into.filters.language != cql2JSON && strings.HasPrefix(strings.TrimSpace(v), "{") {
				err = fmt.Errorf("%w; CQL2 JSON needs filter-lang=%s", err, cql2JSON)
			}
			into.Select.Filter = into.Select.Filter.And(f)
			return err
		},
	}
}
