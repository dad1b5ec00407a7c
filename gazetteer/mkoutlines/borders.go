package main

import (
	"encoding/json"
	"log"

	"dateline/gazetteer"

	"github.com/paulmach/orb"
)

// addBorder adds a country or a part of one, to a ten thousandth of a degree, 10 m.
func addBorder(g *gazetteer.Gazetteer, outlines map[string]orb.Geometry, f feature) {
	area, isArea := f.geometry.(orb.MultiPolygon)
	code := codeOfBorder(g, f)
	if !isArea || code == "" {
		log.Printf("left out: %s", f.text("nameEn"))
		return
	}
	before, _ := outlines[code].(orb.MultiPolygon)
	outlines[code] = append(before, rounded(area, 1e4).(orb.MultiPolygon)...)
}

// codeOfBorder returns the first code of a feature that the gazetteer knows as a country: its
// own, that of its territory, or that of the state; empty for none. Disputed parts of a state
// belong to nobody: there the nearest town decides, as sources differ.
func codeOfBorder(g *gazetteer.Gazetteer, f feature) string {
	codes := []string{f.text("iso1A2")}
	var groups []any
	_ = json.Unmarshal(f.properties["groups"], &groups) // empty if missing
	for _, group := range groups {
		if s, ok := group.(string); ok && len(s) == 2 && s != "UN" && s != "EU" {
			codes = append(codes, s)
		}
	}
	if f.text("level") != "subterritory" || len(codes) > 1 {
		codes = append(codes, f.text("country"))
	}
	for _, code := range codes {
		if r, ok := g.Division(code); ok && g.Place(r).Kind.IsCountry() {
			return code
		}
	}
	return ""
}
