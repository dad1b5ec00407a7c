package geoparse

import (
	"fmt"
	"math"
	"strings"

	"dateline/gazetteer"
	"dateline/geo"

	"github.com/paulmach/orb"
)

// Half angles of sectors, in degrees: a quarter of the circle to each side of
// one of the four directions in all, less for the four between.
const (
	cardinalHalfAngle = 45
	betweenHalfAngle  = 33.75
)

// Sizes of what has no outline, in kilometres.
const (
	axisUncertaintyKm   = 5
	roadUncertaintyKm   = 3
	schematicShare      = 0.15 // of a straight line that stands for a road
	divisionUncertainty = 15
	countryUncertainty  = 50
	offsetShare         = 0.10 // of a distance named
	entranceKm          = 2
	riverReachKm        = 150
)

// draw makes the geometry of a phrase from its places.
func (p *parse) draw(f *phrase, places []gazetteer.Place) drawing {
	switch {
	case f.kind == Border:
		return p.drawBorder(places)
	case f.kind == Axis || f.kind == RoadFront || f.noun == "between":
		return p.drawLine(f, places)
	case f.kind == Offset:
		return drawOffset(f, &places[0])
	}
	return p.drawArea(f, &places[0])
}

// drawLine joins the places in their order; a road with a line of its own is
// that line.
func (p *parse) drawLine(f *phrase, places []gazetteer.Place) drawing {
	names := placeNames(places)
	if len(places) == 1 {
		return p.drawSingleLine(f, &places[0])
	}
	line := make(orb.LineString, len(places))
	length := 0.0
	for i := range places {
		line[i] = places[i].Point
		if i > 0 {
			length += geo.Distance(line[i-1], line[i])
		}
	}
	d := drawing{geometry: line, sharpness: 0.8}
	switch f.kind {
	case Axis:
		d.uncertaintyKm, d.reading = axisUncertaintyKm, "line through "+strings.Join(names, ", ")
	case RoadFront:
		d.uncertaintyKm = math.Round(max(roadUncertaintyKm, schematicShare*length/float64(len(places)-1)))
		d.reading = "road between " + joinNames(names) + ", drawn straight"
	default:
		d.uncertaintyKm = math.Round(max(roadUncertaintyKm, schematicShare*length))
		d.reading = "between " + joinNames(names)
	}
	return d
}

// drawSingleLine draws a named road, or the axis that is called after one
// place: its surroundings.
func (p *parse) drawSingleLine(f *phrase, place *gazetteer.Place) drawing {
	if line := p.geometry(place); line != nil && place.Kind == gazetteer.Road {
		return drawing{line, roadUncertaintyKm, "the " + place.Name, 0.9}
	}
	if f.kind == Axis && place.Kind.Class() == 'P' {
		return drawing{geo.Disc(place.Point, townKm(place)), axisUncertaintyKm, "around " + place.Name, 0.6}
	}
	return drawing{}
}

func (p *parse) geometry(place *gazetteer.Place) orb.Geometry {
	r, ok := p.gaz.Find(place.ID)
	if !ok {
		return nil
	}
	return p.gaz.Geometry(r)
}

func drawOffset(f *phrase, place *gazetteer.Place) drawing {
	bearing := f.bearings[0]
	return drawing{
		geometry:      rounded(geo.Destination(place.Point, bearing, f.km)),
		uncertaintyKm: math.Round(max(2, offsetShare*f.km+f.km*math.Tan(math.Pi/16))),
		reading:       fmt.Sprintf("%.0f km %s of %s", f.km, compassName(bearing), place.Name),
		sharpness:     0.8,
	}
}

// drawArea draws a part of a place's area, or of the land around it.
func (p *parse) drawArea(f *phrase, place *gazetteer.Place) drawing {
	area, uncertainty, what := p.areaOf(f, place)
	if area == nil {
		return drawing{}
	}
	d := drawing{geometry: area, uncertaintyKm: uncertainty, sharpness: 0.7}
	side := ""
	switch {
	case f.central && len(f.bearings) == 0:
		side = "central part of "
		d.geometry = intersection(area, geo.Disc(geo.Middle(area), centralShare*reach(area)))
	case len(f.bearings) > 0:
		bearing := meanBearing(f.bearings)
		side = compassAdjective(f.bearings) + " part of "
		d.geometry = p.sectorOf(area, place, bearing, f.bearings)
	}
	if f.noun == "entrance" && len(f.bearings) > 0 {
		point := geo.Destination(place.Point, f.bearings[0], entranceKm)
		return drawing{rounded(point), entranceKm, compassAdjective(f.bearings) + " entrance to " + place.Name, 0.8}
	}
	d.geometry = rounded(d.geometry)
	d.reading = side + what
	return d
}

// centralShare is the radius of the central part, as a share of the way from
// the middle to the far corner.
const centralShare = 0.4

func reach(area orb.Geometry) float64 { return geo.Distance(geo.Middle(area), area.Bound().Max) }

// areaOf returns the area that a phrase takes a part of: the outline of a
// country or division, the shape of a feature, or the land around a town.
func (p *parse) areaOf(f *phrase, place *gazetteer.Place) (area orb.Geometry, uncertaintyKm float64, what string) {
	if outline := p.gaz.Boundary(place); outline != nil {
		uncertaintyKm = divisionUncertainty
		if place.Kind.IsCountry() {
			uncertaintyKm = countryUncertainty
		}
		return outline, uncertaintyKm, p.regionName(f, place)
	}
	if g := p.geometry(place); g != nil {
		if g.Dimensions() == 2 {
			return g, divisionUncertainty, place.Name
		}
		return geo.Disc(geo.Middle(g), riverReachKm), countryUncertainty, "the land along the " + place.Name
	}
	radius := p.radiusOf(place)
	if radius == 0 {
		return nil, 0, ""
	}
	if f.noun == "outskirts" || f.noun == "entrance" {
		radius /= 2
	}
	return geo.Disc(place.Point, radius), math.Round(radius / 2), p.regionName(f, place)
}

func (p *parse) regionName(f *phrase, place *gazetteer.Place) string {
	switch f.noun {
	case "countryside":
		if place.Kind.Class() == 'P' {
			return "the countryside of " + place.Name
		}
	case "pocket":
		return "the pocket in " + place.Name
	case "front":
		return "the front at " + place.Name
	case "outskirts":
		return "the outskirts of " + place.Name
	case "desert":
		return "the desert of " + place.Name
	}
	if place.Kind.Class() == 'P' {
		return "the land around " + place.Name
	}
	return place.Name
}

// radiusOf returns how far the land around a place reaches that has no
// outline, in kilometres.
func (p *parse) radiusOf(place *gazetteer.Place) float64 {
	switch {
	case place.Kind.IsCountry() || place.Kind == gazetteer.Continent:
		return 0
	case place.Kind == gazetteer.FirstDivision:
		return 60
	case place.Kind.IsDivision():
		return 25
	case place.Kind.Class() == 'P':
		return townKm(place)
	}
	return 15
}

// townKm is the radius of a town's surroundings: 8 km for a village, 20 for a
// city of a million.
func townKm(place *gazetteer.Place) float64 {
	return 8 + 12*min(1, math.Log10(float64(place.Population)+1)/6)
}

// sectorOf cuts an area to a direction: seen from the seat of a division, from
// the town, or of a country or feature from its middle.
func (p *parse) sectorOf(area orb.Geometry, place *gazetteer.Place, bearing float64, all []float64) orb.Geometry {
	centre := place.Point
	if place.Kind.IsCountry() || !area.Bound().Contains(centre) {
		centre = geo.Middle(area)
	}
	half := float64(cardinalHalfAngle)
	if math.Mod(bearing, 90) != 0 && len(all) == 1 {
		half = betweenHalfAngle
	}
	sector, err := geo.Sector(area, centre, bearing, half)
	if err != nil || sector == nil {
		return area
	}
	return sector
}

func intersection(a, b orb.Geometry) orb.Geometry {
	g, err := geo.Intersection(a, b)
	if err != nil || g == nil {
		return a
	}
	return g
}

// borderKm is how near the outlines of two countries run where they meet.
const borderKm = 8

// drawBorder returns the part of the first country's outline that runs along
// the second's.
func (p *parse) drawBorder(places []gazetteer.Place) drawing {
	a, b := p.gaz.Boundary(&places[0]), p.gaz.Boundary(&places[1])
	if a == nil || b == nil {
		return drawing{}
	}
	line := geo.SharedEdge(a, b, borderKm)
	if len(line) == 0 {
		return drawing{}
	}
	reading := "the border of " + joinNames(placeNames(places))
	return drawing{rounded(line), roadUncertaintyKm, reading, 0.9}
}
