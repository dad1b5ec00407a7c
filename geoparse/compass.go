package geoparse

import (
	"math"
	"slices"
	"strings"

	"dateline/gazetteer"

	"github.com/paulmach/orb"
)

// compassNames are the sixteen winds, clockwise from north.
var compassNames = [...]string{
	"north", "north-north-east", "north-east", "east-north-east", "east", "east-south-east", "south-east", "south-south-east",
	"south", "south-south-west", "south-west", "west-south-west", "west", "west-north-west", "north-west", "north-north-west",
}

const compassStep = 22.5 // degrees from one to the next

// compassName names a bearing by the nearest of sixteen directions.
func compassName(bearing float64) string {
	return compassNames[int(math.Round(bearing/compassStep))%len(compassNames)]
}

// compassBearing returns the bearing of a direction that compassName gave.
func compassBearing(name string) float64 {
	return compassStep * float64(slices.Index(compassNames[:], name))
}

// compassAdjective is the adjective of a direction: "northern".
func compassAdjective(name string) string { return name + "ern" }

// meanBearing returns the direction in the middle of several.
func meanBearing(bearings []float64) float64 {
	x, y := 0.0, 0.0
	for _, b := range bearings {
		x += math.Cos(b * math.Pi / 180)
		y += math.Sin(b * math.Pi / 180)
	}
	return math.Mod(math.Round(math.Atan2(y, x)*180/math.Pi*100)/100+360, 360)
}

// turnBetween returns how far two bearings are apart, 0..180.
func turnBetween(a, b float64) float64 { return math.Abs(math.Mod(a-b+900, 360) - 180) }

func betweenBearings(a, b float64) float64 { return meanBearing([]float64{a, b}) }

// joinNames joins names with commas and a last "and".
func joinNames(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

func placeNames(places []*gazetteer.Place) []string {
	names := make([]string, len(places))
	for i, p := range places {
		names[i] = p.Name
	}
	return names
}

// rounded rounds coordinates to a thousandth of a degree, 100 m: finer than
// any front is known.
func rounded(g orb.Geometry) orb.Geometry {
	round := func(p orb.Point) orb.Point {
		return orb.Point{math.Round(p[0]*1000) / 1000, math.Round(p[1]*1000) / 1000}
	}
	each := func(points []orb.Point) {
		for i := range points {
			points[i] = round(points[i])
		}
	}
	g = orb.Clone(g)
	switch g := g.(type) {
	case orb.Point:
		return round(g)
	case orb.LineString:
		each(g)
	case orb.MultiLineString:
		for _, l := range g {
			each(l)
		}
	case orb.Polygon:
		for _, r := range g {
			each(r)
		}
	case orb.MultiPolygon:
		for _, polygon := range g {
			for _, r := range polygon {
				each(r)
			}
		}
	}
	return g
}
