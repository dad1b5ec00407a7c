// Command mkoutlines compiles outlines into files that are embedded in the gazetteer package.
// Boundaries are for drawing areas: those of countries and first-level divisions from Natural Earth
// (public domain), as Debian's qgis-common carries them in world_map.gpkg:
//
//	ogr2ogr -f GeoJSON countries.json world_map.gpkg countries -simplify 0.05
//	ogr2ogr -f GeoJSON near.json world_map.gpkg countries -simplify 0.008 -where "iso_a2 IN ('SY','TR','IQ','LB','JO','IL','PS')"
//	ogr2ogr -f GeoJSON divisions.json world_map.gpkg states_provinces -simplify 0.005 -where "iso_a2 IN ('SY','TR','IQ','LB','JO','IL','PS')"
//	go run ./gazetteer/mkoutlines -boundaries gazetteer/data/boundaries.zst countries.json near.json divisions.json
//
// A later file replaces the countries of an earlier one.
//
// Borders are for finding the country of a point. They are those of the npm package
// @rapideditor/country-coder 5.6.1 (ISC licence), which are exact where people live, coarse
// elsewhere, and not for drawing:
//
//	go run ./gazetteer/mkoutlines -borders gazetteer/data/borders.zst package/src/data/borders.json
//
// It is run by hand to update the data; the results are committed.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log"
	"math"
	"os"

	"dateline/gazetteer"
	"dateline/geo/geojson"
	"dateline/jsonstream"

	"github.com/paulmach/orb"
)

func main() {
	log.SetFlags(0)
	boundaries := flag.String("boundaries", "", "file of boundaries to write")
	borders := flag.String("borders", "", "file of borders to write")
	flag.Parse()
	if err := run(*boundaries, *borders, flag.Args()); err != nil {
		log.Fatal("mkoutlines: ", err)
	}
}

func run(boundaries, borders string, files []string) error {
	switch {
	case (boundaries == "") == (borders == ""):
		return errors.New("give either -boundaries or -borders, the file to write")
	case boundaries != "":
		return pack(boundaries, files, addBoundary)
	}
	g, err := gazetteer.Default()
	if err != nil {
		return err
	}
	return pack(borders, files, func(outlines map[string]orb.Geometry, f feature) { addBorder(g, outlines, f) })
}

// feature is a feature of a file.
type feature struct {
	geometry   orb.Geometry
	properties map[string]json.RawMessage
}

// text returns a text property, else "".
func (f feature) text(name string) (s string) {
	_ = json.Unmarshal(f.properties[name], &s) // "" otherwise
	return s
}

// pack adds the features of files to outlines, by code, and writes them.
func pack(out string, files []string, add func(map[string]orb.Geometry, feature)) error {
	outlines := map[string]orb.Geometry{}
	for _, file := range files {
		if err := read(file, func(f feature) { add(outlines, f) }); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	packed, err := gazetteer.PackBoundaries(outlines)
	if err != nil {
		return err
	}
	log.Printf("%d outlines, %d bytes", len(outlines), len(packed))
	return os.WriteFile(out, packed, 0o644)
}

func read(file string, use func(feature)) error {
	in, err := os.Open(file)
	if err != nil {
		return err
	}
	defer in.Close()
	return geojson.Each(jsonstream.NewDecoder(in), func(raw json.RawMessage) error {
		var f geojson.Feature
		if err := json.Unmarshal(raw, &f); err != nil {
			return err
		}
		g, err := geojson.Read(f.Geometry)
		if err != nil {
			return err
		}
		use(feature{g, f.Properties})
		return nil
	})
}

// rounded rounds the coordinates of areas to fractions of a degree.
func rounded(g orb.Geometry, parts float64) orb.Geometry {
	areas, _ := g.(orb.MultiPolygon)
	if area, ok := g.(orb.Polygon); ok {
		areas = orb.MultiPolygon{area}
	}
	for _, area := range areas {
		for _, ring := range area {
			for i := range ring {
				ring[i] = orb.Point{math.Round(ring[i][0]*parts) / parts, math.Round(ring[i][1]*parts) / parts}
			}
		}
	}
	return g
}
