package nominatim

import (
	"fmt"
	"strings"

	"dateline/query"
	"dateline/server"

	"github.com/getkin/kin-openapi/openapi3"
)

func paramName() server.Param {
	return server.Param{
		Name: "q", Schema: openapi3.NewStringSchema().WithMinLength(1).WithMaxLength(server.MaxText),
		About: "The name of a place, or its beginning, in any spelling and script; behind commas, or words, what it lies in, as Tripoli, Lebanon; or coordinates, latitude first.",
		Read: server.Into(func(v string, into *params) error {
			if into.search = strings.TrimSpace(v); into.search == "" {
				return fmt.Errorf("it is empty; give a name or its beginning")
			}
			return server.CheckLength(v)
		}),
	}
}

// paramDegrees makes lat and lon.
func paramDegrees(name string, most float64, field func(*params) **float64) server.Param {
	return server.Param{
		Name: name, Schema: openapi3.NewFloat64Schema().WithMin(-most).WithMax(most),
		About: "Places near this point come first; lat and lon go together.",
		Read: server.Into(func(v string, into *params) error {
			n, err := query.ParseNumber(v)
			if err == nil && (n < -most || n > most) {
				err = fmt.Errorf("%v is beyond %v degrees", n, most)
			}
			*field(into) = &n
			return err
		}),
	}
}

func paramLat() server.Param {
	return together(paramDegrees("lat", 90, func(p *params) **float64 { return &p.lat }))
}

func paramLon() server.Param {
	return together(paramDegrees("lon", 180, func(p *params) **float64 { return &p.lon }))
}

// together refuses lat without lon, and vice versa.
func together(p server.Param) server.Param {
	p.Then = server.Into(func(_ string, into *params) error {
		if into.near() == nil {
			return server.BadParameter("lat", "lat and lon go together")
		}
		return nil
	})
	return p
}

const maxCountries = 300

func paramCountries() server.Param {
	return server.Param{
		Name: "countrycodes", List: true, About: "Only places in these countries: codes of ISO 3166-1, as sy,tr.",
		Schema: openapi3.NewArraySchema().WithMaxItems(maxCountries).
			WithItems(openapi3.NewStringSchema().WithPattern("^([A-Za-z]{2})?$")),
		Read: server.Into(func(v string, into *params) error {
			for code := range strings.FieldsFuncSeq(strings.ToUpper(v), func(r rune) bool { return r == ',' || r == ' ' }) {
				if len(code) != 2 || strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
					return fmt.Errorf("%q is not a code of two letters", code)
				}
				into.countries = append(into.countries, code)
			}
			if len(into.countries) > maxCountries {
				return fmt.Errorf("it has %d codes; give at most %d", len(into.countries), maxCountries)
			}
			return nil
		}),
	}
}

// needed makes a parameter required.
func needed(p server.Param) server.Param {
	p.Required = true
	p.About = "In degrees, WGS 84."
	return p
}
