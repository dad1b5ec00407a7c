package draw

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"

	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse/spatial/expr"
)

// Dimensions of lines and the land along them, in kilometres.
const (
	axisKm          = 5
	roadKm          = 3
	schematicShare  = 0.15 // of the length of a straight line: possible deviation of the true course
	betweenShare    = 0.25 // of the distance of two places: width of the land between them on each side
	corridorKm      = 10
	corridorDegrees = 0.02 // tolerance for simplifying the line of a corridor: 2 km
	bankKm          = 5
	roadSideKm      = 20
	riverSideKm     = 400
	borderKm        = 8 // maximum gap between the outlines of two countries along their border
)

// drawThrough draws a line through places, or the land between them.
func (dr *Drawer) drawThrough(t *expr.Tree) Drawing {
	places := make([]*gazetteer.Place, len(t.Of))
	line := make(orb.LineString, len(t.Of))
	for i := range t.Of {
		places[i] = t.Of[i].First()
		line[i] = places[i].Point
	}
	straight := Drawing{line, math.Max(axisKm, schematicShare*longest(line)), 0.8, true, readLine(t, placeNames(places))}
	switch t.Op {
	case expr.Road:
		return dr.drawRoad(places, straight)
	case expr.Between:
		return areaOf(geo.Between(line[0], line[1], betweenShare), straight)
	case expr.Hull:
		return areaOf(geo.Hull(line), straight)
	}
	return straight
}

// midpointShare is the possible deviation of the middle of a route from that of the straight
// line, as a share of its length.
const midpointShare = 0.15

// drawMidpoint draws the point halfway between two places.
func drawMidpoint(t *expr.Tree) Drawing {
	from, to := t.Of[0].First(), t.Of[1].First()
	km := geo.Distance(from.Point, to.Point)
	middle := geo.Destination(from.Point, geo.Bearing(from.Point, to.Point), km/2)
	return Drawing{middle, max(2, midpointShare*km), 0.7, true, "midway between " + from.Name + " and " + to.Name}
}

// areaOf returns a drawing with its line replaced by an area; unchanged if that is nil.
func areaOf(area orb.Geometry, line Drawing) Drawing {
	if area == nil {
		return line
	}
	line.Geometry, line.UncertaintyKm = area, vagueKm(area)
	return line
}

func longest(line orb.LineString) float64 {
	km := 0.0
	for i := 1; i < len(line); i++ {
		km = max(km, geo.Distance(line[i-1], line[i]))
	}
	return km
}

// road is a road with a known course.
type road struct {
	id, name string
	line     orb.LineString
}

// knownRoads returns the gazetteer's roads with a course, ordered by id.
func (dr *Drawer) knownRoads() []road {
	dr.once.Do(func() {
		for _, layer := range dr.gaz.Layers() {
			for i := range layer.Len() {
				line, ok := layer.Geometry(i).(orb.LineString)
				if !ok {
					continue
				}
				if place := layer.Place(i); place.Kind == gazetteer.Road {
					dr.roads = append(dr.roads, road{place.ID, place.Name, line})
				}
			}
		}
		slices.SortStableFunc(dr.roads, func(a, b road) int { return cmp.Compare(a.id, b.id) })
	})
	return dr.roads
}

// Limits for using a known road as the one between two places.
const (
	offRoadKm    = 12  // maximum distance of the places from it
	offRoadShare = 0.3 // the same as a share of their distance from each other
	maxDetour    = 1.5 // maximum length relative to the straight line
)

// drawRoad draws the road through places: along known roads where they connect consecutive
// places, else in straight lines.
func (dr *Drawer) drawRoad(places []*gazetteer.Place, straight Drawing) Drawing {
	var line orb.LineString
	var names []string
	unknown := 0.0
	for i := 1; i < len(places); i++ {
		from, to := places[i-1].Point, places[i].Point
		stretch, name := dr.knownRoad(from, to)
		if stretch == nil {
			stretch, unknown = orb.LineString{from, to}, max(unknown, geo.Distance(from, to))
		} else if !slices.Contains(names, name) {
			names = append(names, name)
		}
		line = append(line, stretch...)
	}
	d := straight
	d.Geometry, d.Schematic = slices.Compact(line), unknown > 0
	d.UncertaintyKm = max(roadKm, schematicShare*unknown)
	if len(names) > 0 {
		d.Reading += ", along the " + joinNames(names)
	}
	if unknown > 0 {
		d.Reading += ", drawn straight"
		if len(names) > 0 {
			d.Reading += " elsewhere"
		}
	}
	return d
}

// knownRoad returns the shortest stretch of a known road between two points, nil if none.
func (dr *Drawer) knownRoad(from, to orb.Point) (stretch orb.LineString, name string) {
	straight := geo.Distance(from, to)
	best := maxDetour * straight
	for _, r := range dr.knownRoads() {
		if s, off := geo.Along(r.line, from, to); s != nil && off <= min(offRoadKm, offRoadShare*straight) && geo.Length(s)+off <= best {
			stretch, name, best = s, r.name, geo.Length(s)+off
		}
	}
	return stretch, name
}

// drawBeside draws the land beside or along a line.
func (dr *Drawer) drawBeside(t *expr.Tree) Drawing {
	base := dr.Draw(&t.Of[0])
	if base.Geometry == nil || base.Geometry.Dimensions() != 1 {
		return Drawing{}
	}
	d := Drawing{nil, outlineKm, 0.7, true, base.Reading}
	var err error
	switch {
	case t.Op == expr.Corridor:
		d.Geometry, err = geo.Buffer(geo.Simplified(base.Geometry, corridorDegrees), corridorKm)
		d.Reading = "the land along " + base.Reading
	case t.Level == expr.Near:
		d.Geometry, err = geo.Side(base.Geometry, expr.CompassBearing(t.Bearing), bankKm)
		d.Reading = "the " + expr.Adjective(t.Bearing) + " bank of the " + base.Reading
	default:
		reach := float64(riverSideKm)
		if place := t.First(); place.Kind == gazetteer.Road {
			reach = roadSideKm
		}
		d.Geometry, err = geo.Side(base.Geometry, expr.CompassBearing(t.Bearing), reach)
		d.Reading = "the land " + t.Bearing + " of the " + base.Reading
	}
	if err != nil || d.Geometry == nil {
		return Drawing{}
	}
	return d
}

// drawBorder returns the part of the first country's outline along the second's.
func (dr *Drawer) drawBorder(t *expr.Tree) Drawing {
	a, b := dr.gaz.Boundary(t.Of[0].Place), dr.gaz.Boundary(t.Of[1].Place)
	if a == nil || b == nil {
		return Drawing{}
	}
	line := geo.SharedEdge(a, b, borderKm)
	if len(line) == 0 {
		return Drawing{}
	}
	names := placeNames([]*gazetteer.Place{t.Of[0].Place, t.Of[1].Place})
	return Drawing{line, roadKm, 0.9, false, "the border of " + joinNames(names)}
}
