package server

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dateline/query"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/paulmach/orb"
)

// structuredNames are the parts of a structured search, from the finest
// (https://nominatim.org/release-docs/latest/api/Search/#structured-query).
func structuredNames() []string {
	return []string{"amenity", "street", "city", "county", "state", "country", "postalcode"}
}

// searchParams are the parameters of /search, Nominatim's and our own.
func searchParams() []param {
	all := []param{
		paramName(), paramLimit(defaultFound, maxFound), paramLat(), paramLon(), paramCountries(), paramViewBox(),
		paramSwitch("bounded", "Only places in viewbox.", func(p *params, on bool) { p.bounded = on }),
		paramExcluded(), paramFeatureType("featureType"), paramFeatureType("featuretype"),
	}
	for _, name := range structuredNames() {
		all = append(all, paramStructured(name))
	}
	return append(append(all, passedOver("dedupe")...), nominatimParams()...)
}

// reverseParams are the parameters of /reverse.
func reverseParams() []param {
	return append([]param{needed(paramLat()), needed(paramLon()), paramZoom()}, nominatimParams()...)
}

// lookupParams are the parameters of /lookup.
func lookupParams() []param { return append([]param{paramIDs()}, nominatimParams()...) }

// nominatimParams are what all of its searches take.
func nominatimParams() []param {
	all := []param{
		paramFormat(), paramCallback(), paramLanguage(), paramLayers(), paramThreshold(),
		paramSwitch("addressdetails", "Also say what the place lies in, part by part.", func(p *params, on bool) { p.addressDetails = on }),
		paramSwitch("namedetails", "Also list its names.", func(p *params, on bool) { p.nameDetails = on }),
		paramSwitch("extratags", "Also say how many people live there, and its id.", func(p *params, on bool) { p.extraTags = on }),
	}
	for _, form := range outlineForms() {
		all = append(all, paramSwitch("polygon_"+form, "Also give its outline, where that is known, as "+form+".", func(p *params, on bool) {
			if on {
				p.outlines = append(p.outlines, form)
			}
		}))
	}
	return append(all, passedOver("email", "debug", "entrances", "source")...)
}

// outlineForms are the forms of outlines: polygon_geojson and so on.
func outlineForms() []string { return []string{"geojson", "kml", "svg", "text"} }

// passedOver are parameters that clients of Nominatim send and that change nothing
// here.
func passedOver(names ...string) []param {
	var all []param
	for _, name := range names {
		all = append(all, param{name: name, schema: openapi3.NewStringSchema(), about: "For clients of Nominatim; it changes nothing here."})
	}
	return all
}

func paramStructured(name string) param {
	return param{
		name: name, schema: openapi3.NewStringSchema().WithMaxLength(maxText), about: "A part of a structured search, in place of q: the finest part is looked up in what the others name.",
		read: func(v string, into *params) error {
			if into.structured == nil {
				into.structured = map[string]string{}
			}
			into.structured[name] = strings.TrimSpace(v)
			return checkLength(v)
		},
	}
}

func paramExcluded() param {
	return param{
		name: "exclude_place_ids", list: true, about: "Not the places with these values of place_id.", schema: openapi3.NewArraySchema().WithItems(openapi3.NewStringSchema()),
		read: func(v string, into *params) error {
			for id := range strings.SplitSeq(v, ",") {
				if n, err := strconv.ParseUint(strings.TrimSpace(id), 10, 64); err == nil {
					into.excluded = append(into.excluded, n)
				}
			}
			return nil
		},
	}
}

// maxIDs is how many places /lookup looks up at once, as Nominatim's does.
const maxIDs = 50

func paramIDs() param {
	return param{
		name: "osm_ids", list: true, required: true, schema: openapi3.NewArraySchema().WithMinItems(1).WithMaxItems(maxIDs).WithItems(openapi3.NewStringSchema()),
		about: "Ids of places here, as gn168325. Of OpenStreetMap's, as N123, none is known.",
		read: func(v string, into *params) error {
			if into.ids = strings.Split(v, ","); len(into.ids) > maxIDs {
				return fmt.Errorf("it holds %d ids; give %d at most", len(into.ids), maxIDs)
			}
			return nil
		},
	}
}

func paramFeatureType(name string) param {
	types := []string{"country", "state", "city", "settlement"}
	return param{
		name: name, schema: enumSchema(append(types, "")...), about: "Only places of this type.",
		read: func(v string, into *params) error {
			if into.featureType = v; v != "" && !slices.Contains(types, v) {
				return fmt.Errorf("%q is no type of places; there is %s", v, strings.Join(types, ", "))
			}
			return nil
		},
	}
}

func paramLayers() param {
	layers := []string{"address", "poi", "railway", "natural", "manmade"}
	return param{
		name: "layer", list: true, schema: openapi3.NewArraySchema().WithItems(enumSchema(append(layers, "")...)),
		about: "Only places of these layers: address is towns, divisions and roads; poi is sites; natural is land, water and heights; of the others there is nothing.",
		read: func(v string, into *params) error {
			if v == "" {
				return nil
			}
			for layer := range strings.SplitSeq(v, ",") {
				if !slices.Contains(layers, layer) {
					return fmt.Errorf("%q is no layer; there is %s", layer, strings.Join(layers, ", "))
				}
				into.layers = append(into.layers, layer)
			}
			return nil
		},
	}
}

func paramThreshold() param {
	return param{
		name: "polygon_threshold", schema: openapi3.NewFloat64Schema().WithMin(0), about: "How far in degrees an outline may be from the true one, for fewer corners.",
		read: func(v string, into *params) (err error) {
			if into.threshold, err = query.ParseNumber(v); err == nil && into.threshold < 0 {
				err = fmt.Errorf("%s is less than nothing", v)
			}
			return err
		},
	}
}

const callbackPattern = `^[A-Za-z_$][A-Za-z0-9_$.]{0,127}$`

// paramCallback asks for a script that calls a function with the answer (JSONP).
func paramCallback() param {
	valid := regexp.MustCompile(callbackPattern)
	return param{
		name: "json_callback", schema: openapi3.NewStringSchema().WithPattern(callbackPattern), about: "Answer with a script that calls this function with the JSON.",
		read: func(v string, into *params) error {
			if into.callback = v; !valid.MatchString(v) {
				return fmt.Errorf("%q is no name of a function", v)
			}
			return nil
		},
	}
}

// paramFormat is Nominatim's name for f.
func paramFormat() param {
	formats := []string{"json", "jsonv2", "geojson", "geocodejson", "xml"}
	return param{
		name: "format", schema: enumSchema(formats...), about: "Answer as Nominatim does, in this format of its.",
		read: func(v string, into *params) error {
			if into.format = v; !slices.Contains(formats, v) {
				return fmt.Errorf("it must be one of %s", strings.Join(formats, ", "))
			}
			return nil
		},
	}
}

func enumSchema(values ...string) *openapi3.Schema {
	s := openapi3.NewStringSchema()
	for _, v := range values {
		s.Enum = append(s.Enum, v)
	}
	return s
}

func paramSwitch(name, about string, set func(*params, bool)) param {
	return param{
		name: name, about: about, schema: enumSchema("0", "1", "true", "false", "True", "False"),
		read: func(v string, into *params) error {
			v = strings.ToLower(v) // Python's True
			if !slices.Contains([]string{"0", "1", "true", "false"}, v) {
				return fmt.Errorf("%q is neither 0 nor 1", v)
			}
			set(into, v == "1" || v == "true")
			return nil
		},
	}
}

func paramZoom() param {
	return param{
		name: "zoom", standard: "18", schema: openapi3.NewIntegerSchema().WithMin(0).WithMax(18).WithDefault(18),
		about: "How fine the answer is to be: up to 4 a country, up to 7 a first-level division, else a town.",
		read: func(v string, into *params) (err error) {
			into.zoom, err = readWhole(v, 0, 18)
			return err
		},
	}
}

// paramViewBox takes two corners, whichever they are.
func paramViewBox() param {
	return param{
		name: "viewbox", list: true, schema: openapi3.NewArraySchema().WithMaxItems(4).WithItems(openapi3.NewFloat64Schema()),
		about: "Places in this box come first, with bounded=1 no others: lon,lat,lon,lat of two corners that lie across.",
		read: func(v string, into *params) error {
			if v == "" {
				return nil
			}
			parts := strings.Split(v, ",")
			if len(parts) != 4 {
				return fmt.Errorf("it holds %d numbers; give four", len(parts))
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
		},
	}
}
