package nominatim

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dateline/query"
	"dateline/server"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/paulmach/orb"
	"golang.org/x/text/language"
)

// params are the parameters of Nominatim's searches, except limit.
type params struct {
	search         string
	lat, lon       *float64
	countries      []string
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

func newParams() any { return new(params) }

// structuredNames are the parts of a structured search, from the finest
// (https://nominatim.org/release-docs/latest/api/Search/#structured-query).
func structuredNames() []string {
	return []string{"amenity", "street", "city", "county", "state", "country", "postalcode"}
}

// searchParams are the parameters of /search, Nominatim's and our own.
func searchParams() []server.Param {
	all := []server.Param{
		paramName(), server.ParamLimit(defaultFound, maxFound), paramLat(), paramLon(), paramCountries(), paramViewBox(),
		server.ParamSwitch("bounded", "Only places in viewbox.", func(p *params, on bool) { p.bounded = on }),
		paramExcluded(), paramFeatureType("featureType"), paramFeatureType("featuretype"),
	}
	for _, name := range structuredNames() {
		all = append(all, paramStructured(name))
	}
	return append(append(all, passedOver("dedupe")...), nominatimParams()...)
}

// reverseParams are the parameters of /reverse.
func reverseParams() []server.Param {
	return append([]server.Param{needed(paramLat()), needed(paramLon()), paramZoom()}, nominatimParams()...)
}

// lookupParams are the parameters of /lookup.
func lookupParams() []server.Param { return append([]server.Param{paramIDs()}, nominatimParams()...) }

// nominatimParams are what all of its searches take.
func nominatimParams() []server.Param {
	all := []server.Param{
		paramFormat(), paramCallback(), paramLanguage(), paramLayers(), paramThreshold(),
		server.ParamSwitch("addressdetails", "Also say what the place lies in, part by part.", func(p *params, on bool) { p.addressDetails = on }),
		server.ParamSwitch("namedetails", "Also list its names.", func(p *params, on bool) { p.nameDetails = on }),
		server.ParamSwitch("extratags", "Also say how many people live there, and its id.", func(p *params, on bool) { p.extraTags = on }),
	}
	for _, form := range outlineForms() {
		all = append(all, server.ParamSwitch("polygon_"+form, "Also give its outline, where that is known, as "+form+".", func(p *params, on bool) {
			if on {
				p.outlines = append(p.outlines, form)
			}
		}))
	}
	return append(all, passedOver("email", "debug", "entrances", "source")...)
}

// outlineForms are the forms of outlines: polygon_geojson and so on.
func outlineForms() []string { return []string{"geojson", "kml", "svg", "text"} }

// passedOver are parameters that clients of Nominatim send and that have no effect here.
func passedOver(names ...string) []server.Param {
	var all []server.Param
	for _, name := range names {
		all = append(all, server.Param{Name: name, Schema: openapi3.NewStringSchema(), About: "For clients of Nominatim; it changes nothing here."})
	}
	return all
}

func paramStructured(name string) server.Param {
	return server.Param{
		Name: name, Schema: openapi3.NewStringSchema().WithMaxLength(server.MaxText), About: "A part of a structured search, in place of q: the finest part is looked up in what the others name.",
		Read: server.Into(func(v string, into *params) error {
			if into.structured == nil {
				into.structured = map[string]string{}
			}
			into.structured[name] = strings.TrimSpace(v)
			return server.CheckLength(v)
		}),
	}
}

func paramExcluded() server.Param {
	return server.Param{
		Name: "exclude_place_ids", List: true, About: "Not the places with these values of place_id.", Schema: openapi3.NewArraySchema().WithItems(openapi3.NewStringSchema()),
		Read: server.Into(func(v string, into *params) error {
			for id := range strings.SplitSeq(v, ",") {
				if n, err := strconv.ParseUint(strings.TrimSpace(id), 10, 64); err == nil {
					into.excluded = append(into.excluded, n)
				}
			}
			return nil
		}),
	}
}

// maxIDs is the number of places that /lookup accepts, as in Nominatim.
const maxIDs = 50

func paramIDs() server.Param {
	return server.Param{
		Name: "osm_ids", List: true, Required: true, Schema: openapi3.NewArraySchema().WithMinItems(1).WithMaxItems(maxIDs).WithItems(openapi3.NewStringSchema()),
		About: "Ids of places here, as gn168325. Of OpenStreetMap's, as N123, none is known.",
		Read: server.Into(func(v string, into *params) error {
			if into.ids = strings.Split(v, ","); len(into.ids) > maxIDs {
				return fmt.Errorf("it has %d ids; give at most %d", len(into.ids), maxIDs)
			}
			return nil
		}),
	}
}

func paramFeatureType(name string) server.Param {
	types := []string{"country", "state", "city", "settlement"}
	return server.Param{
		Name: name, Schema: server.EnumSchema(append(types, "")...), About: "Only places of this type.",
		Read: server.Into(func(v string, into *params) error {
			if into.featureType = v; v != "" && !slices.Contains(types, v) {
				return fmt.Errorf("%q is not a type of places; use %s", v, strings.Join(types, ", "))
			}
			return nil
		}),
	}
}

func paramLayers() server.Param {
	layers := []string{"address", "poi", "railway", "natural", "manmade"}
	return server.Param{
		Name: "layer", List: true, Schema: openapi3.NewArraySchema().WithItems(server.EnumSchema(append(layers, "")...)),
		About: "Only places of these layers: address is towns, divisions and roads; poi is sites; natural is land, water and heights; of the others there is nothing.",
		Read: server.Into(func(v string, into *params) error {
			if v == "" {
				return nil
			}
			for layer := range strings.SplitSeq(v, ",") {
				if !slices.Contains(layers, layer) {
					return fmt.Errorf("%q is not a layer; use %s", layer, strings.Join(layers, ", "))
				}
				into.layers = append(into.layers, layer)
			}
			return nil
		}),
	}
}

func paramThreshold() server.Param {
	return server.Param{
		Name: "polygon_threshold", Schema: openapi3.NewFloat64Schema().WithMin(0), About: "How far in degrees an outline may be from the true one, for fewer corners.",
		Read: server.Into(func(v string, into *params) (err error) {
			if into.threshold, err = query.ParseNumber(v); err == nil && into.threshold < 0 {
				err = fmt.Errorf("%s is negative", v)
			}
			return err
		}),
	}
}

const callbackPattern = `^[A-Za-z_$][A-Za-z0-9_$.]{0,127}$`

// paramCallback requests a script that calls a function with the answer (JSONP).
func paramCallback() server.Param {
	valid := regexp.MustCompile(callbackPattern)
	return server.Param{
		Name: "json_callback", Schema: openapi3.NewStringSchema().WithPattern(callbackPattern), About: "Answer with a script that calls this function with the JSON.",
		Read: server.Into(func(v string, into *params) error {
			if into.callback = v; !valid.MatchString(v) {
				return fmt.Errorf("%q is not the name of a function", v)
			}
			return nil
		}),
	}
}

// paramFormat is Nominatim's name for f.
func paramFormat() server.Param {
	formats := []string{"json", "jsonv2", "geojson", "geocodejson", "xml"}
	return server.Param{
		Name: "format", Schema: server.EnumSchema(formats...), About: "Answer as Nominatim does, in this format of its.",
		Read: server.Into(func(v string, into *params) error {
			if into.format = v; !slices.Contains(formats, v) {
				return fmt.Errorf("it must be one of %s", strings.Join(formats, ", "))
			}
			return nil
		}),
	}
}

func paramZoom() server.Param {
	return server.Param{
		Name: "zoom", Default: "18", Schema: openapi3.NewIntegerSchema().WithMin(0).WithMax(18).WithDefault(18),
		About: "How fine the answer is to be: up to 4 a country, up to 7 a first-level division, else a town.",
		Read: server.Into(func(v string, into *params) (err error) {
			into.zoom, err = server.ReadWhole(v, 0, 18)
			return err
		}),
	}
}

// paramViewBox takes two opposite corners in any order.
func paramViewBox() server.Param {
	return server.Param{
		Name: "viewbox", List: true, Schema: openapi3.NewArraySchema().WithMaxItems(4).WithItems(openapi3.NewFloat64Schema()),
		About: "Places in this box come first, with bounded=1 no others: lon,lat,lon,lat of two corners that lie across.",
		Read: server.Into(func(v string, into *params) error {
			if v == "" {
				return nil
			}
			parts := strings.Split(v, ",")
			if len(parts) != 4 {
				return fmt.Errorf("it has %d numbers; give four", len(parts))
			}
			var n [4]float64
			for i, part := range parts {
				var err error
				if n[i], err = query.ParseNumber(strings.TrimSpace(part)); err != nil {
					return err
				}
			}
			into.viewBox = &orb.Bound{Min: orb.Point{min(n[0], n[2]), min(n[1], n[3])}, Max: orb.Point{max(n[0], n[2]), max(n[1], n[3])}}
			return nil
		}),
	}
}
