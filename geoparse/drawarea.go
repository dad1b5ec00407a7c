package geoparse

import (
	"math"

	"dateline/gazetteer"
	"dateline/geo"

	"github.com/paulmach/orb"
)

// Half angles of sectors, in degrees: half of what lies between one of the four
// directions, or of the eight, and the next, and half a wind more, as people
// don't draw the line so finely.
const (
	cardinalHalfAngle = 45 + 11.25
	betweenHalfAngle  = 22.5 + 11.25
)

// Shares of the extent of an area that has no seat to be seen from.
const (
	outerShare = 1.0 / 3
	farShare   = 1.0 / 6
)

// centralShare is the radius of the central part, as a share of the way from
// the middle to the far corner.
const centralShare = 0.4

// leastKm2 is the size in square kilometres below which a sector of an area of
// so many is none: its seat lies on the edge.
func leastKm2(area float64) float64 { return max(0.01*area, min(100, 0.05*area)) }

// drawSector cuts an area to a direction: a division as seen from its seat, the
// land around a town from the town; a country or feature, and a division whose
// seat has nothing there, to its outer third.
func (p *Parser) drawSector(t *Tree) drawing {
	base := p.draw(&t.Of[0])
	if base.geometry == nil || base.geometry.Dimensions() != 2 {
		return drawing{}
	}
	d := base
	d.uncertaintyKm = max(base.uncertaintyKm, vagueKm(base.geometry))
	d.sharpness = 0.7
	part, err := cutSector(t, base.geometry)
	if err != nil || part == nil {
		return drawing{}
	}
	d.geometry, d.reading = part, readSector(t, base.reading, geo.Area(part)/geo.Area(base.geometry))
	return d
}

// cutSector cuts an area to a direction or its middle.
func cutSector(t *Tree, area orb.Geometry) (orb.Geometry, error) {
	bearing := compassBearing(t.Bearing)
	switch place := t.first(); {
	case t.Level == levelCentre:
		return geo.Centre(area, geo.Middle(area), centralShare)
	case hasSeat(place, area):
		part, err := seenFrom(t, area, place.Point, bearing)
		if err == nil && geo.Area(part) >= leastKm2(geo.Area(area)) {
			return part, nil
		}
	}
	if t.Level == levelFar {
		return geo.Outer(area, bearing, farShare)
	}
	return geo.Outer(area, bearing, outerShare)
}

// hasSeat reports whether directions in an area are seen from the point of its
// place: a town, or the seat of a division.
func hasSeat(place *gazetteer.Place, area orb.Geometry) bool {
	return place.Kind.Class() == 'P' || place.Kind.Class() == 'S' || place.Kind.IsDivision() && geo.Contains(area, place.Point)
}

func seenFrom(t *Tree, area orb.Geometry, from orb.Point, bearing float64) (orb.Geometry, error) {
	half := float64(cardinalHalfAngle)
	if math.Mod(bearing, 90) != 0 {
		half = betweenHalfAngle
	}
	if t.Level == levelFar {
		return geo.FarSector(area, from, bearing, half)
	}
	return geo.Sector(area, from, bearing, half)
}

// drawRing draws the land around a place.
func (p *Parser) drawRing(t *Tree) drawing {
	place := t.first()
	core := orb.Geometry(place.Point)
	radius := builtKm(place)
	if base := p.draw(&t.Of[0]); base.geometry != nil && !base.schematic {
		core, radius = base.geometry, 0
	} else if radius == 0 {
		return drawing{} // a continent, a sea
	}
	from, to := ringKm(t, place, radius)
	area, err := around(core, from, to)
	if err != nil || area == nil {
		return drawing{}
	}
	if t.Level != levelWithin && t.Level != levelAt {
		area = p.inCountry(area, place)
	}
	return drawing{area, max(1, (to-radius)/2), 0.7, true, readRing(t)}
}

// around returns the area between two distances from a point or area; from below
// zero it holds all that is nearer too.
func around(core orb.Geometry, from, to float64) (orb.Geometry, error) {
	if from < 0 {
		return geo.Buffer(core, to)
	}
	return geo.Around(core, from, to)
}

// ringKm returns the distances that a ring lies between, from the middle of a
// place that is built up to a radius; -1 when it begins with the place itself.
func ringKm(t *Tree, place *gazetteer.Place, builtKm float64) (from, to float64) {
	switch t.Level {
	case levelWithin:
		return -1, t.Km + t.SpreadKm
	case levelAt, levelAbout:
		return (1-slackShare)*t.Km - t.SpreadKm, (1+slackShare)*t.Km + t.SpreadKm
	case levelOutskirts:
		return builtKm / 2, builtKm + max(2, builtKm/2)
	case levelAround:
		return builtKm, max(landKm(place), 2*builtKm)
	}
	return -1, max(landKm(place), 2*builtKm)
}

// Slack of distances and directions that a text gives (geo.Slack).
const (
	slackShare   = 0.1
	vagueShare   = 0.2
	slackDegrees = 22.5
)

func drawOffset(t *Tree) drawing {
	place := t.first()
	bearing, slack, about := compassBearing(t.Bearing), geo.Slack{Share: slackShare, Degrees: slackDegrees}, ""
	sharpness := 0.8
	if t.Level == levelAbout {
		slack.Share, about, sharpness = vagueShare, "about ", 0.7
	}
	slack.Share += t.SpreadKm / t.Km
	at, _, off := geo.Offset(place.Point, bearing, t.Km, slack)
	reading := about + t.kmRange(" to ") + " km " + t.Bearing + " of " + place.Name
	return drawing{at, max(2, off), sharpness, false, reading}
}

// Sizes of what has no outline, in kilometres.
const (
	peoplePerKm2 = 5000 // in the built-up area of a town of the region
	mostBuiltKm  = 15
	siteKm       = 1
	featureKm    = 5
	districtKm   = 12
	divisionKm   = 30
)

// builtKm is the radius of a disc that stands for a place without an outline: a
// town by its population or, where that is unknown, its rank; 0 for what may be
// of any size.
func builtKm(place *gazetteer.Place) float64 {
	kind := place.Kind
	switch {
	case kind == gazetteer.FirstDivision:
		return divisionKm
	case kind.IsDivision():
		return districtKm
	case kind.Class() == 'S':
		return siteKm
	case kind.Class() == 'P' && place.Population > 0:
		return min(mostBuiltKm, max(1, math.Sqrt(float64(place.Population)/peoplePerKm2/math.Pi)))
	case kind.Class() == 'P':
		return rankKm(kind)
	case kind == "T.HLL", kind == "T.MT", kind == "H.LK", kind == "H.RSV", kind == "L.MILB":
		return featureKm
	}
	return 0
}

// rankKm is the radius of a town of unknown population.
func rankKm(kind gazetteer.Kind) float64 {
	switch kind {
	case gazetteer.Capital:
		return 8
	case "P.PPLA":
		return 4
	case "P.PPLA2":
		return 2
	}
	return 1
}

// landKm is how far the land around a place reaches: 8 km for a village, 20 for
// a city of a million.
func landKm(place *gazetteer.Place) float64 {
	if place.Kind.Class() != 'P' {
		return max(8, 1.5*builtKm(place))
	}
	return 8 + 12*min(1, math.Log10(float64(place.Population)+1)/6)
}
