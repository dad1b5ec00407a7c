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

// Sizes of lines and what lies along them, in kilometres.
const (
	axisKm          = 5
	roadKm          = 3
	schematicShare  = 0.15 // of a straight line: how far the true course may lie from it
	betweenShare    = 0.25 // of the distance of two places: how far the land between them reaches to each side
	corridorKm      = 10
	corridorDegrees = 0.02 // by which the line of a corridor is simplified: 2 km
	bankKm          = 5
	roadSideKm      = 20
	riverSideKm     = 400
	borderKm        = 8 // how near the outlines of two countries run where they meet
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

// midpointShare is how far the middle of a way may lie from the middle of the
// straight line, as a share of its length.
const midpointShare = 0.15

// drawMidpoint draws the point in the middle between two places.
func drawMidpoint(t *expr.Tree) Drawing {
	from, to := t.Of[0].First(), t.Of[1].First()
	km := geo.Distance(from.Point, to.Point)
	middle := geo.Destination(from.Point, geo.Bearing(from.Point, to.Point), km/2)
	return Drawing{middle, max(2, midpointShare*km), 0.7, true, "midway between " + from.Name + " and " + to.Name}
}

// areaOf is a drawing with an area for its line; the line where there is none.
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

// road is one whose course is known.
type road struct {
	id, name string
	line     orb.LineString
}

// knownRoads returns the roads of the gazetteer that have a course, in the order
// of their ids.
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

// Bounds within which a known road is the one between two places.
const (
	offRoadKm    = 12  // how far they may lie from it
	offRoadShare = 0.3 // the same as a share of their distance
	maxDetour    = 1.5 // how much longer it may be than the straight line
)

// drawRoad draws the road through places: stretches of known roads where they
// lead from one to the next, else straight lines.
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

// knownRoad returns the stretch of the road that leads from one point to another
// on the shortest way, nil when none is known.
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

// drawBorder returns the part of the first country's outline that runs along
// the second's.
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
