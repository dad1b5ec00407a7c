package gazetteer

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
	"golang.org/x/text/language"
)

// synonyms lists the names of each property in other programs, in lower case; the first with a
// value counts.
func synonyms(property string) []string {
	switch property {
	case "id":
		return []string{"id", "fid", "@id", "osm_id"}
	case "name":
		return []string{"name:en", "name_en", "name", "shapename"}
	case "names":
		return []string{"names", "alternatenames", "alternate_names", "alt_name", "name", "int_name", "name:ar", "name_ar", "asciiname"}
	case "lon":
		return []string{"lon", "lng", "long", "longitude", "x"}
	case "lat":
		return []string{"lat", "latitude", "y"}
	case "kind":
		return []string{"kind"}
	case "class":
		return []string{"feature_class", "featureclass", "fclass"}
	case "code":
		return []string{"feature_code", "featurecode", "fcode"}
	case "country":
		return []string{"country", "country_code", "countrycode", "iso_a2", "iso3166-1:alpha2", "iso_a3", "adm0_a3", "iso3166-1:alpha3"}
	case "admin1":
		return []string{"admin1", "admin1_code", "admin1code"}
	case "admin2":
		return []string{"admin2", "admin2_code", "admin2code"}
	case "population":
		return []string{"population", "pop"}
	}
	return []string{property}
}

// properties is a row of a table or a GeoJSON feature, by the name of the column or property in
// lower case.
type properties map[string]string

// get returns the value of a property, and the name under which it was found.
func (p properties) get(property string) (value, column string) {
	for _, name := range synonyms(property) {
		if v := strings.TrimSpace(p[name]); v != "" {
			return v, name
		}
	}
	return "", property
}

func (p properties) value(property string) string { v, _ := p.get(property); return v }

// entry makes a place of the properties, at geometry if they have no lon and lat. source is the
// prefix of its IDs.
func (p properties) entry(source string, geometry orb.Geometry) (Entry, error) {
	name, column := p.get("name")
	if name == "" {
		return Entry{}, columnError(column, "empty; want the usual name")
	}
	point, err := p.point(geometry)
	if err != nil {
		return Entry{}, err
	}
	country, err := p.country()
	if err != nil {
		return Entry{}, err
	}
	population, err := p.population()
	if err != nil {
		return Entry{}, err
	}
	kind, err := p.kind(geometry)
	if err != nil {
		return Entry{}, err
	}
	e := Entry{Place: Place{
		Name: name, Kind: kind, Point: point, Country: country, Admin1: p.value("admin1"), Admin2: p.value("admin2"),
		Population: population, Source: cmp.Or(p.value("source"), source), SourceDate: day(p.value("source_date")),
	}, Names: p.names(name)}
	if geometry != nil && geometry.Dimensions() > 0 {
		e.Geometry = geometry
	}
	e.ID = p.id(source, &e.Place)
	return e, e.check()
}

// point returns lon and lat of the properties, or a point on its geometry.
func (p properties) point(geometry orb.Geometry) (orb.Point, error) {
	x, xColumn := p.get("lon")
	y, yColumn := p.get("lat")
	if geometry != nil && (x == "" || y == "") {
		return pointOn(geometry), nil
	}
	lon, err := degrees(x, 180)
	if err != nil {
		return orb.Point{}, columnError(xColumn, "%w", err)
	}
	lat, err := degrees(y, 90)
	if err != nil {
		return orb.Point{}, columnError(yColumn, "%w", err)
	}
	return orb.Point{lon, lat}, nil
}

// country returns the two-letter code for one of two or three letters.
func (p properties) country() (string, error) {
	value, column := p.get("country")
	if value == "" {
		return "", nil
	}
	region, err := language.ParseRegion(value)
	if code := region.String(); err == nil && len(value) <= 3 && isCountryCode(code) {
		return code, nil
	}
	if code := strings.ToUpper(value); isCountryCode(code) { // one that is missing from the ISO tables
		return code, nil
	}
	return "", columnError(column, "%q; want the two or three letters of a country (ISO 3166-1), such as SY or SYR", value)
}

func (p properties) population() (int, error) {
	value, column := p.get("population")
	if value == "" {
		return 0, nil
	}
	v, err := strconv.ParseFloat(value, 64)
	if err != nil || !(v >= 0 && v < 1e11) {
		return 0, columnError(column, "%q; want a number of people", value)
	}
	return int(v), nil
}

// kind returns the kind in the properties; by default a point is a populated place and anything
// larger a region.
func (p properties) kind(geometry orb.Geometry) (Kind, error) {
	value, column := p.get("kind")
	if class := p.value("class"); value == "" && class != "" {
		value = class + "." + p.value("code")
	}
	switch {
	case value == "" && (geometry == nil || geometry.Dimensions() == 0):
		return "P.PPL", nil
	case value == "":
		return Region, nil
	case len(value) > 1 && value[1] == '.' && strings.IndexByte("AHLPRSTUV", value[0]) >= 0:
		return Kind(value), nil
	}
	return "", columnError(column, "%q; want a GeoNames class and code, such as P.PPL or A.ADM1", value)
}

// names returns the other names of the properties, in a fixed order.
func (p properties) names(usual string) []string {
	var names []string
	for _, property := range synonyms("names") {
		for _, name := range splitNames(p[property]) {
			if name = strings.TrimSpace(name); name != "" && name != usual && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// id returns the ID in the properties, with the source as a prefix if it has none; without an
// ID, a hash of the properties.
func (p properties) id(source string, place *Place) string {
	if id, err := strconv.ParseUint(p["geonameid"], 10, 63); err == nil {
		return sourceID(id)
	}
	if id, err := strconv.ParseUint(p["wof:id"], 10, 63); err == nil {
		return "wof" + strconv.FormatUint(id, 10)
	}
	id := p.value("id")
	if isSourced(id) {
		return id
	}
	if id == "" {
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%s\n%.5f %.5f", place.Name, place.Kind, place.Point[0], place.Point[1]))
		id = hex.EncodeToString(sum[:6])
	}
	return slug(source) + "." + slug(id)
}

// isSourced reports whether an ID has the prefix of a source: gn173566, wof421190429, dl-m5.
func isSourced(id string) bool {
	if rest, ok := strings.CutPrefix(id, "dl-"); ok {
		return rest != "" && slug(rest) == rest
	}
	number, ok := strings.CutPrefix(id, "gn")
	if !ok {
		number, ok = strings.CutPrefix(id, "wof")
	}
	_, err := strconv.ParseUint(number, 10, 63)
	return ok && err == nil
}

// slug keeps what an address may contain: ASCII letters and digits, with a hyphen for everything
// else.
func slug(s string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '_':
			return c
		}
		return '-'
	}, s)
}

func isCountryCode(s string) bool {
	return len(s) == 2 && 'A' <= s[0] && s[0] <= 'Z' && 'A' <= s[1] && s[1] <= 'Z'
}
