// Command mkborders compiles the borders of countries into the file that is embedded in
// the gazetteer package, to tell what country a point lies in. They are those of the npm
// package @rapideditor/country-coder 5.6.1 (ISC licence), which are exact where people
// live, coarse elsewhere, and not for drawing:
//
//	go run ./gazetteer/mkborders -out gazetteer/data/borders.zst package/src/data/borders.json
//
// It is run by hand when the data is to be renewed; the result is committed.
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
	out := flag.String("out", "gazetteer/data/borders.zst", "file to write")
	flag.Parse()
	if err := run(flag.Arg(0), *out); err != nil {
		log.Fatal("mkborders: ", err)
	}
}

func run(file, out string) error {
	g, err := gazetteer.Default()
	if err != nil {
		return err
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	collection, err := geojson.UnmarshalFeatureCollection(data)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	areas := map[string]orb.MultiPolygon{}
	for _, f := range collection.Features {
		area, isArea := f.Geometry.(orb.MultiPolygon)
		code := codeOf(g, f.Properties)
		if !isArea || code == "" {
			log.Printf("left out: %s", f.Properties.MustString("nameEn", "?"))
			continue
		}
		areas[code] = append(areas[code], rounded(area)...)
	}
	borders := map[string]orb.Geometry{}
	for code, area := range areas {
		borders[code] = area
	}
	packed, err := gazetteer.PackBoundaries(borders)
	if err != nil {
		return err
	}
	log.Printf("%d countries, %d bytes", len(borders), len(packed))
	return os.WriteFile(out, packed, 0o644)
}

// codeOf returns the first code of a feature by which the gazetteer knows a country: its
// own, that of the territory it is a part of, or that of the state; empty for none. A
// part of a state that belongs to no territory of its own is nobody's: there towns say
// where a point is, as the sources differ.
func codeOf(g *gazetteer.Gazetteer, p geojson.Properties) string {
	codes := []string{p.MustString("iso1A2", "")}
	if groups, ok := p["groups"].([]any); ok {
		for _, group := range groups {
			if s, ok := group.(string); ok && len(s) == 2 && s != "UN" && s != "EU" {
				codes = append(codes, s)
			}
		}
	}
	if p.MustString("level", "") != "subterritory" || len(codes) > 1 {
		codes = append(codes, p.MustString("country", ""))
	}
	for _, code := range codes {
		if r, ok := g.Division(code); ok && g.Place(r).Kind.IsCountry() {
			return code
		}
	}
	return ""
}

// rounded rounds coordinates to a ten thousandth of a degree, 10 m.
func rounded(area orb.MultiPolygon) orb.MultiPolygon {
	for _, polygon := range area {
		for _, ring := range polygon {
			for i := range ring {
				ring[i] = orb.Point{math.Round(ring[i][0]*1e4) / 1e4, math.Round(ring[i][1]*1e4) / 1e4}
			}
		}
	}
	return area
}
