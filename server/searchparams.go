package server

import (
	"fmt"
	"strings"

	"dateline/query"

	"github.com/getkin/kin-openapi/openapi3"
)

func paramName() param {
	return param{
		name: "q", schema: openapi3.NewStringSchema().WithMinLength(1).WithMaxLength(maxText),
		about: "The name of a place, or its beginning, in any spelling and script; behind commas, or words, what it lies in, as Tripoli, Lebanon; or coordinates, latitude first.",
		read: func(v string, into *params) error {
			if into.search = strings.TrimSpace(v); into.search == "" {
				return fmt.Errorf("it is empty; give a name or its beginning")
			}
			return checkLength(v)
		},
	}
}

// paramDegrees makes lat and lon.
func paramDegrees(name string, most float64, field func(*params) **float64) param {
	return param{
		name: name, schema: openapi3.NewFloat64Schema().WithMin(-most).WithMax(most),
		about: "Places near this point come first; lat and lon go together.",
		read: func(v string, into *params) error {
			n, err := query.ParseNumber(v)
			if err == nil && (n < -most || n > most) {
				err = fmt.Errorf("%v is beyond %v degrees", n, most)
			}
			*field(into) = &n
			return err
		},
	}
}

func paramLat() param {
	return paramDegrees("lat", 90, func(p *params) **float64 { return &p.lat })
}

func paramLon() param {
	return paramDegrees("lon", 180, func(p *params) **float64 { return &p.lon })
}

const maxCountries = 300

func paramCountries() param {
	return param{
		name: "countrycodes", list: true, about: "Only places in these countries: codes of ISO 3166-1, as sy,tr.",
		schema: openapi3.NewArraySchema().WithMaxItems(maxCountries).
			WithItems(openapi3.NewStringSchema().WithPattern("^([A-Za-z]{2})?$")),
		read: func(v string, into *params) error {
			for code := range strings.FieldsFuncSeq(strings.ToUpper(v), func(r rune) bool { return r == ',' || r == ' ' }) {
				if len(code) != 2 || strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
					return fmt.Errorf("%q is no code of two letters", code)
				}
				into.countries = append(into.countries, code)
			}
			if len(into.countries) > maxCountries {
				return fmt.Errorf("it holds %d codes; give %d at most", len(into.countries), maxCountries)
			}
			return nil
		},
	}
}

// needed makes a parameter one that must be there.
func needed(p param) param {
	p.required = true
	p.about = "In degrees, WGS 84."
	return p
}
