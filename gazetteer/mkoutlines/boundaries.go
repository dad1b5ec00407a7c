package main

import "github.com/paulmach/orb"

// addBoundary adds a country or division, to a thousandth of a degree, 100 m.
func addBoundary(outlines map[string]orb.Geometry, f feature) {
	if code := codeOfBoundary(f); code != "" && f.geometry != nil {
		outlines[code] = rounded(f.geometry, 1e3)
	}
}

// codeOfBoundary returns the gazetteer's code of a country or division (Place.Code). GeoNames
// numbers first-level divisions by their FIPS 10-4 codes.
func codeOfBoundary(f feature) string {
	country := f.text("iso_a2")
	if len(country) != 2 || country[0] == '-' {
		return ""
	}
	if _, isDivision := f.properties["woe_name"]; !isDivision {
		return country
	}
	fips := f.text("fips")
	if len(fips) != 4 {
		return ""
	}
	return country + "." + fips[2:]
}
