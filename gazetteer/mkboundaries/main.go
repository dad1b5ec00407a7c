// Command mkboundaries compiles boundaries of countries and first-level
// divisions into the file that is embedded in the gazetteer package. They are
// Natural Earth's (public domain) as Debian's qgis-common carries them in
// world_map.gpkg:
//
//	ogr2ogr -f GeoJSON countries.json world_map.gpkg countries -simplify 0.05
//	ogr2ogr -f GeoJSON near.json world_map.gpkg countries -simplify 0.008 -where "iso_a2 IN ('SY','TR','IQ','LB','JO','IL','PS')"
//	ogr2ogr -f GeoJSON divisions.json world_map.gpkg states_provinces -simplify 0.005 -where "iso_a2 IN ('SY','TR','IQ','LB','JO','IL','PS')"
//	go run ./gazetteer/mkboundaries -out gazetteer/data/boundaries.zst countries.json near.json divisions.json
//
// A later file replaces what an earlier one said of the same country. It is
// run by hand when the data is to be renewed; the result is committed.
package main

import (
	"flag"
	"fmt"
	"log"
	"math"
	"os"

	"dateline/gazetteer"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

func main() {
	log.SetFlags(0)
	out := flag.String("out", "gazetteer/data/boundaries.zst", "file to write")
	flag.Parse()
	if err := run(flag.Args(), *out); err != nil {
		log.Fatal("mkboundaries: ", err)
	}
}

func run(files []string, out string) error {
	boundaries := map[string]orb.Geometry{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		collection, err := geojson.UnmarshalFeatureCollection(data)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		for _, f := range collection.Features {
			if code := codeOf(f.Properties); code != "" && f.Geometry != nil {
				boundaries[code] = rounded(f.Geometry)
			}
		}
	}
	packed, err := gazetteer.PackBoundaries(boundaries)
	if err != nil {
		return err
	}
	log.Printf("%d boundaries, %d bytes", len(boundaries), len(packed))
	return os.WriteFile(out, packed, 0o644)
}

// codeOf returns the code by which the gazetteer knows a country or division
// (Place.Code). GeoNames numbers first-level divisions by their FIPS 10-4 codes.
func codeOf(p geojson.Properties) string {
	country := p.MustString("iso_a2", "")
	if len(country) != 2 || country[0] == '-' {
		return ""
	}
	if _, isDivision := p["woe_name"]; !isDivision {
		return country
	}
	fips := p.MustString("fips", "")
	if len(fips) != 4 {
		return ""
	}
	return country + "." + fips[2:]
}

// rounded rounds coordinates to a thousandth of a degree, 100 m.
func rounded(g orb.Geometry) orb.Geometry {
	round := func(r orb.Ring) {
		for i := range r {
			r[i] = orb.Point{math.Round(r[i][0]*1000) / 1000, math.Round(r[i][1]*1000) / 1000}
		}
	}
	switch g := g.(type) {
	case orb.Polygon:
		for _, r := range g {
			round(r)
		}
	case orb.MultiPolygon:
		for _, p := range g {
			for _, r := range p {
				round(r)
			}
		}
	}
	return g
}
