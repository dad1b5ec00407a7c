package server

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/query"
	"dateline/schema"

	"github.com/getkin/kin-openapi/openapi3"
)

// filters returns the parameters by which a collection's features are selected,
// those for its properties last.
func (c *collection) filters() []param {
	all := []param{
		paramBBoxCRS(), paramBBox(), paramDatetime(), paramQ(),
		paramFilterLang(), paramFilterCRS(), paramFilter(),
	}
	for i, f := range c.fields {
		if f.Type != query.Shape {
			all = append(all, paramEquals(f, &c.Properties[i-1]))
		}
	}
	return all
}

// paramEquals selects by a property's value (OGC 19-079r2, conformance class
// queryables-query-parameters).
func paramEquals(f query.Field, p *schema.Property) param {
	s := valueSchema(p.Type)
	if s.Format == "uri-reference" {
		s.Format = ""
	}
	return param{
		name: f.Name, costly: true, schema: s, about: "Only features of which this is so: " + p.About + ".",
		then: func(v string, into *params, _ *collection) error {
			if _, err := strconv.Atoi(v); err != nil && p.Type == schema.Integer {
				return fmt.Errorf("%q is no whole number", v)
			}
			equal, err := query.Equals(f, v)
			into.Filter = into.Filter.And(equal)
			return err
		},
	}
}

// systemParam makes the parameters whose values are systems of coordinates.
func systemParam(name, about string, field func(*params) *query.CRS) param {
	var enum []any
	for _, c := range query.Systems() {
		enum = append(enum, string(c))
	}
	return param{
		name: name, about: about, schema: openapi3.NewStringSchema().WithEnum(enum...).WithDefault(string(query.CRS84)),
		read: func(v string, into *params) (err error) {
			*field(into), err = query.ParseCRS(v)
			return err
		},
	}
}

func paramCRS() param {
	return systemParam("crs", "The system of the answer's coordinates (OGC 18-058r1).", func(p *params) *query.CRS { return &p.crs })
}

func paramBBoxCRS() param {
	return systemParam("bbox-crs", "The system of bbox (OGC 18-058r1).", func(p *params) *query.CRS { return &p.bboxCRS })
}

func paramFilterCRS() param {
	return systemParam("filter-crs", "The system of the geometries in filter.", func(p *params) *query.CRS { return &p.filterCRS })
}

// Languages of filters (OGC 19-079r2, 7.2).
const (
	cql2Text = "cql2-text"
	cql2JSON = "cql2-json"
)

func paramFilterLang() param {
	return param{
		name: "filter-lang", about: "The language of filter.", schema: enumSchema(cql2Text, cql2JSON).WithDefault(cql2Text),
		read: func(v string, into *params) error {
			if into.filterLang = v; v != cql2Text && v != cql2JSON {
				return fmt.Errorf("%q is no language of filters here; there is %s and %s", v, cql2Text, cql2JSON)
			}
			return nil
		},
	}
}

func paramFilter() param {
	return param{
		name: "filter", costly: true, schema: openapi3.NewStringSchema().WithMinLength(1),
		about: "Only features of which this expression of CQL2 is true, as confidence > 0.8 AND S_INTERSECTS(geometry,BBOX(36,35,37,36)). " +
			"The collection's queryables say what it may name.",
		then: func(v string, into *params, c *collection) error {
			parse := query.ParseFilter
			if into.filterLang == cql2JSON {
				parse = query.ParseFilterJSON
			}
			f, err := parse(v, c.fields, into.filterCRS)
			if err != nil && into.filterLang != cql2JSON && strings.HasPrefix(strings.TrimSpace(v), "{") {
				err = fmt.Errorf("%w; of CQL2 JSON filter-lang=%s must say so", err, cql2JSON)
			}
			into.Filter = into.Filter.And(f)
			return err
		},
	}
}

func paramSortBy() param {
	return param{
		name: "sortby", list: true, costly: true, schema: openapi3.NewArraySchema().WithMinItems(1).WithItems(openapi3.NewStringSchema().WithMinLength(1)),
		about: "The order of the features: names of properties, - before those that fall; what has none comes last.",
		then: func(v string, into *params, c *collection) (err error) {
			into.order, err = query.ParseOrder(v, c.fields)
			return err
		},
	}
}

func paramBOM() param {
	return paramSwitch("bom", "Begin CSV with a byte order mark, by which spreadsheets know that it is UTF-8.", func(p *params, on bool) { p.bom = on })
}

func paramProperties() param {
	return param{
		name: "properties", list: true, schema: openapi3.NewArraySchema().WithItems(openapi3.NewStringSchema()),
		about: "The properties to answer with; empty for none.",
		then: func(v string, into *params, c *collection) error {
			into.properties = []string{}
			if v == "" {
				return nil
			}
			into.properties = strings.Split(v, ",")
			for _, name := range into.properties {
				if c.Index(name) < 0 {
					return fmt.Errorf("%s have no property %q", c.ID, name)
				}
			}
			return nil
		},
	}
}
