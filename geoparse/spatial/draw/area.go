package draw

import (
	"math"

	"github.com/paulmach/orb"

	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse/spatial/expr"
)

// Half-angles of sectors in degrees: half the angle between adjacent cardinal (or ordinal)
// directions, plus half a point of sixteen as tolerance.
const (
	cardinalHalfAngle = 45 + 11.25
	betweenHalfAngle  = 22.5 + 11.25
)

// Shares of the extent of an area without a seat as reference point.
const (
	outerShare = 1.0 / 3
	farShare   = 1.0 / 6
)

// centralShare is the radius of the central part as a share of the distance from the middle to
// the farthest corner.
const centralShare = 0.4

// leastKm2 is the size in square kilometres below which a sector of an area counts as empty: the
// seat is at the edge.
func leastKm2(area float64) float64 { return max(0.01*area, min(100, 0.05*area)) }

// drawSector cuts out the part of an area in a direction: of a division as seen from its seat,
// of the land around a town from the town; of a country or feature, or a division with nothing
// on that side of its seat, the outer third.
func (dr *Drawer) drawSector(t *expr.Tree) Drawing {
	base := dr.Draw(&t.Of[0])
	if base.Geometry == nil || base.Geometry.Dimensions() != 2 {
		return Drawing{}
	}
	d := base
	d.UncertaintyKm = max(base.UncertaintyKm, vagueKm(base.Geometry))
	d.Sharpness = 0.7
	part, err := cutSector(t, base.Geometry)
	if err != nil || part == nil {
		return Drawing{}
	}
	d.Geometry, d.Reading = part, readSector(t, base.Reading, geo.Area(part)/geo.Area(base.Geometry))
	return d
}

// cutSector cuts out the sector or central part of an area.
func cutSector(t *expr.Tree, area orb.Geometry) (orb.Geometry, error) {
	bearing := expr.CompassBearing(t.Bearing)
	switch place := t.First(); {
	case t.Level == expr.Centre:
		return geo.Centre(area, geo.Middle(area), centralShare)
	case hasSeat(place, area):
		part, err := seenFrom(t, area, place.Point, bearing)
		if err == nil && geo.Area(part) >= leastKm2(geo.Area(area)) {
			return part, nil
		}
	}
	if t.Level == expr.Far {
		return geo.Outer(area, bearing, farShare)
	}
	return geo.Outer(area, bearing, outerShare)
}

// hasSeat reports whether directions in an area are relative to the point of its place: a town,
// or the seat of a division.
func hasSeat(place *gazetteer.Place, area orb.Geometry) bool {
	return place.Kind.Class() == 'P' || place.Kind.Class() == 'S' || place.Kind.IsDivision() && geo.Contains(area, place.Point)
}

func seenFrom(t *expr.Tree, area orb.Geometry, from orb.Point, bearing float64) (orb.Geometry, error) {
	half := float64(cardinalHalfAngle)
	if math.Mod(bearing, 90) != 0 {
		half = betweenHalfAngle
	}
	if t.Level == expr.Far {
		return geo.FarSector(area, from, bearing, half)
	}
	return geo.Sector(area, from, bearing, half)
}

// drawRing draws the land around a place.
func (dr *Drawer) drawRing(t *expr.Tree) Drawing {
	place := t.First()
	core := orb.Geometry(place.Point)
	radius := expr.BuiltKm(place)
	if base := dr.Draw(&t.Of[0]); base.Geometry != nil && !base.Schematic {
		core, radius = base.Geometry, 0
	} else if radius == 0 {
		return Drawing{} // a continent, a sea
	}
	from, to := ringKm(t, place, radius)
	area, err := around(core, from, to)
	if err != nil || area == nil {
		return Drawing{}
	}
	if t.Level != expr.Within && t.Level != expr.At {
		area = dr.inCountry(area, place)
	}
	return Drawing{area, max(1, (to-radius)/2), 0.7, true, readRing(t)}
}

// around returns the area between two distances from a point or area; if from is negative, it
// includes everything nearer.
func around(core orb.Geometry, from, to float64) (orb.Geometry, error) {
	if from < 0 {
		return geo.Buffer(core, to)
	}
	return geo.Around(core, from, to)
}

// ringKm returns the inner and outer distance of a ring around a place with a built-up radius;
// an inner distance of -1 includes the place.
func ringKm(t *expr.Tree, place *gazetteer.Place, builtKm float64) (from, to float64) {
	switch t.Level {
	case expr.Within:
		return -1, t.Km + t.SpreadKm
	case expr.At, expr.About:
		return (1-slackShare)*t.Km - t.SpreadKm, (1+slackShare)*t.Km + t.SpreadKm
	case expr.Outskirts:
		return builtKm / 2, builtKm + max(2, builtKm/2)
	case expr.Around:
		return builtKm, max(expr.LandKm(place), 2*builtKm)
	}
	return -1, max(expr.LandKm(place), 2*builtKm)
}

// Slack of distances and directions given in a text (geo.Slack).
const (
	slackShare   = 0.1
	vagueShare   = 0.2
	slackDegrees = 22.5
)

func drawOffset(t *expr.Tree) Drawing {
	place := t.First()
	bearing, slack, about := expr.CompassBearing(t.Bearing), geo.Slack{Share: slackShare, Degrees: slackDegrees}, ""
	sharpness := 0.8
	if t.Level == expr.About {
		slack.Share, about, sharpness = vagueShare, "about ", 0.7
	}
	slack.Share += t.SpreadKm / t.Km
	at, _, off := geo.Offset(place.Point, bearing, t.Km, slack)
	reading := about + t.KmRange(" to ") + " km " + t.Bearing + " of " + place.Name
	return Drawing{at, max(2, off), sharpness, false, reading}
}
