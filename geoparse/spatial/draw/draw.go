// Package draw draws spatial expressions: by the outlines and courses in the gazetteer, or else as
// shapes by rule.
//
//	drawn := draw.New(g).Rounded(&tree)
//	drawn.Geometry      // nil where the tree cannot be drawn
//	drawn.UncertaintyKm // how far the true bounds may lie from it
//	drawn.Reading       // "northern third of Hama Governorate, without Hama city"
//
// Geometry is in degrees, (lon, lat).
package draw

import (
	"math"
	"sync"

	"github.com/paulmach/orb"

	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse/spatial/expr"
	"dateline/recent"
)

// Drawing is the drawn form of a tree; equal trees share it.
type Drawing struct {
	Geometry      orb.Geometry // nil if it can't be drawn
	UncertaintyKm float64
	Sharpness     float64 // how precisely the words define the bounds, 0..1
	Schematic     bool    // drawn by rule; not a known outline or course
	Reading       string
}

// Drawer draws expressions. It caches drawings, and clears the cache when it is full. It is safe
// for concurrent use.
type Drawer struct {
	gaz        *gazetteer.Gazetteer
	geometries *recent.Memo[orb.Geometry] // of places, by ID
	mu         sync.Mutex
	shapes     map[string]Drawing
	once       sync.Once
	roads      []road // known ones, filled at the first need
}

const maxShapes = 4096

// New returns a Drawer with the outlines and courses of a gazetteer.
func New(g *gazetteer.Gazetteer) *Drawer {
	return &Drawer{gaz: g, geometries: recent.NewMemo(maxShapes, func(id string) orb.Geometry {
		if r, ok := g.Find(id); ok {
			return g.Geometry(r)
		}
		return nil
	})}
}

func (dr *Drawer) get(key string, draw func() Drawing) Drawing {
	dr.mu.Lock()
	d, ok := dr.shapes[key]
	dr.mu.Unlock()
	if ok {
		return d
	}
	d = draw()
	dr.mu.Lock()
	defer dr.mu.Unlock()
	if dr.shapes == nil || len(dr.shapes) >= maxShapes {
		dr.shapes = map[string]Drawing{}
	}
	dr.shapes[key] = d
	return d
}

// Rounded draws a tree and rounds it; its geometry is as RFC 7946 requires.
func (dr *Drawer) Rounded(t *expr.Tree) Drawing {
	return dr.get("front "+t.Key(), func() Drawing {
		d := dr.Draw(t)
		d.Geometry, _ = geo.RFC7946(rounded(d.Geometry))
		return d
	})
}

// Draw draws a tree, from the cache if possible.
func (dr *Drawer) Draw(t *expr.Tree) Drawing {
	return dr.get(t.Key(), func() Drawing { return dr.drawAnew(t) })
}

// CanDraw reports whether a tree can be drawn.
func (dr *Drawer) CanDraw(t *expr.Tree) bool { return dr.Draw(t).Geometry != nil }

func (dr *Drawer) drawAnew(t *expr.Tree) Drawing {
	switch t.Op {
	case "":
		return dr.drawPlace(t.Place)
	case expr.Sector:
		return dr.drawSector(t)
	case expr.Ring:
		return dr.drawRing(t)
	case expr.Offset:
		return drawOffset(t)
	case expr.Side, expr.Corridor:
		return dr.drawBeside(t)
	case expr.Midpoint:
		return drawMidpoint(t)
	case expr.Between, expr.Line, expr.Road, expr.Hull:
		return dr.drawThrough(t)
	case expr.Border:
		return dr.drawBorder(t)
	}
	return dr.drawSet(t)
}

// Uncertainties of known outlines and courses in kilometres, and of areas as a share of the side
// of a square of equal size.
const (
	outlineKm   = 3
	areaShare   = 0.1
	areaLeastKm = 2
	areaMostKm  = 60
)

// vagueKm is the uncertainty of a bound by which a part of an area is cut out.
func vagueKm(area orb.Geometry) float64 {
	return min(areaMostKm, max(areaLeastKm, areaShare*math.Sqrt(geo.Area(area))))
}

// drawPlace draws a place by its outline or course; without one, a town or site as a disc by
// kind and population, a division as a disc within its country.
func (dr *Drawer) drawPlace(place *gazetteer.Place) Drawing {
	if outline := dr.gaz.Boundary(place); outline != nil {
		return Drawing{outline, outlineKm, 0.9, false, place.Name}
	}
	if g := dr.Geometry(place); g != nil {
		if g.Dimensions() == 2 {
			return Drawing{g, vagueKm(g), 0.8, false, place.Name}
		}
		return Drawing{g, outlineKm, 0.9, false, place.Name}
	}
	radius := expr.BuiltKm(place)
	if radius == 0 {
		return Drawing{}
	}
	d := Drawing{geo.Disc(place.Point, radius), max(1, radius/2), 0.7, true, place.Name}
	if place.Kind.IsDivision() {
		d.Geometry = dr.inCountry(d.Geometry, place)
	}
	return d
}

// Geometry returns the line or area that the gazetteer has of a place, nil for
// none.
func (dr *Drawer) Geometry(place *gazetteer.Place) orb.Geometry { return *dr.geometries.Get(place.ID) }

// inCountry clips an area to the country of a place if the outline is known.
func (dr *Drawer) inCountry(area orb.Geometry, place *gazetteer.Place) orb.Geometry {
	r, ok := dr.gaz.Division(place.Country)
	if !ok || area == nil {
		return area
	}
	country := dr.gaz.Place(r)
	outline := dr.gaz.Boundary(&country)
	if outline == nil || !geo.Contains(outline, place.Point) {
		return area
	}
	inside, err := geo.Clip(area, outline)
	if err != nil || inside == nil {
		return area
	}
	return inside
}

// drawSet draws a union, difference or intersection of areas. If the overlay fails, or a
// difference is empty, it draws the first part.
func (dr *Drawer) drawSet(t *expr.Tree) Drawing {
	parts := make([]Drawing, len(t.Of))
	for i := range t.Of {
		if parts[i] = dr.Draw(&t.Of[i]); parts[i].Geometry == nil {
			return Drawing{}
		}
	}
	d := parts[0]
	var err error
	for _, next := range parts[1:] {
		var g orb.Geometry
		switch t.Op {
		case expr.Union:
			g, err = geo.Union(d.Geometry, next.Geometry)
			d.UncertaintyKm = max(d.UncertaintyKm, next.UncertaintyKm)
		case expr.Difference:
			g, err = geo.Difference(d.Geometry, next.Geometry)
		case expr.Intersection:
			g, err = geo.Intersection(d.Geometry, next.Geometry)
		}
		if err != nil || g == nil {
			return Drawing{}
		}
		d.Geometry, d.Schematic = g, d.Schematic || next.Schematic && t.Op != expr.Difference
	}
	d.Reading = readSet(t, parts)
	return d
}

// rounded rounds coordinates to a thousandth of a degree, some 100 m: more precise than any
// front is known.
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
