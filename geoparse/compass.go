package geoparse

import (
	"math"
	"strings"

	"dateline/gazetteer"

	"github.com/paulmach/orb"
)

var compassNames = [...]string{"north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"}

// compassName names a bearing by the nearest of eight directions.
func compassName(bearing float64) string {
	return compassNames[int(math.Round(bearing/45))%len(compassNames)]
}

// compassAdjective names directions: "northern", "western and south-western".
func compassAdjective(bearings []float64) string {
	names := make([]string, len(bearings))
	for i, b := range bearings {
		names[i] = compassName(b) + "ern"
	}
	return joinNames(names)
}

// meanBearing returns the direction in the middle of several.
func meanBearing(bearings []float64) float64 {
	x, y := 0.0, 0.0
	for _, b := range bearings {
		x += math.Cos(b * math.Pi / 180)
		y += math.Sin(b * math.Pi / 180)
	}
	return math.Mod(math.Round(math.Atan2(y, x)*180/math.Pi*100)/100+360, 360)
}

func betweenBearings(a, b float64) float64 { return meanBearing([]float64{a, b}) }

// joinNames joins names with commas and a last "and".
func joinNames(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

func placeNames(places []gazetteer.Place) []string {
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
