package geoparse

import (
	"math"
	"sync"

	"dateline/gazetteer"
	"dateline/geo"

	"github.com/paulmach/orb"
)

// drawing is what a tree looks like; equal trees share it.
type drawing struct {
	geometry      orb.Geometry // nil when it can't be drawn
	uncertaintyKm float64
	sharpness     float64 // how well the words say where the bounds are, 0..1
	schematic     bool    // drawn by rule, not from a known outline or course
	reading       string
}

// shapeCache keeps drawings, so that an expression is drawn once however often
// it occurs. It is safe for concurrent use and forgets all when it is full.
type shapeCache struct {
	mu     sync.Mutex
	shapes map[string]drawing
	once   sync.Once
	roads  []road // known ones, filled at the first need
}

const maxShapes = 4096

func (c *shapeCache) get(key string, draw func() drawing) drawing {
	c.mu.Lock()
	d, ok := c.shapes[key]
	c.mu.Unlock()
	if ok {
		return d
	}
	d = draw()
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.shapes == nil || len(c.shapes) >= maxShapes {
		c.shapes = map[string]drawing{}
	}
	c.shapes[key] = d
	return d
}

// drawFront draws a tree and rounds it.
func (p *Parser) drawFront(t *Tree) drawing {
	return p.shapes.get("front "+t.key(), func() drawing {
		d := p.draw(t)
		d.geometry = rounded(d.geometry)
		return d
	})
}

// draw draws a tree, from what was drawn before where it can.
func (p *Parser) draw(t *Tree) drawing {
	return p.shapes.get(t.key(), func() drawing { return p.drawAnew(t) })
}

func (p *Parser) drawAnew(t *Tree) drawing {
	switch t.Op {
	case "":
		return p.drawPlace(t.Place)
	case OpSector:
		return p.drawSector(t)
	case OpRing:
		return p.drawRing(t)
	case OpOffset:
		return drawOffset(t)
	case OpSide, OpCorridor:
		return p.drawBeside(t)
	case OpMidpoint:
		return drawMidpoint(t)
	case OpBetween, OpLine, OpRoad, OpHull:
		return p.drawThrough(t)
	case OpBorder:
		return p.drawBorder(t)
	}
	return p.drawSet(t)
}

// Uncertainties of what is drawn from an outline or a course, in kilometres,
// and those of an area as a share of the side of a square as large.
const (
	outlineKm   = 3
	areaShare   = 0.1
	areaLeastKm = 2
	areaMostKm  = 60
)

// vagueKm is how far the bounds of a part of an area may lie from where it is
// cut.
func vagueKm(area orb.Geometry) float64 {
	return min(areaMostKm, max(areaLeastKm, areaShare*math.Sqrt(geo.Area(area))))
}

// drawPlace draws a place by its outline or course, a town or site without one
// as a disc by its kind and population, a division as a disc within its country.
func (p *Parser) drawPlace(place *gazetteer.Place) drawing {
	if outline := p.gaz.Boundary(place); outline != nil {
		return drawing{outline, outlineKm, 0.9, false, place.Name}
	}
	if g := p.geometry(place); g != nil {
		if g.Dimensions() == 2 {
			return drawing{g, vagueKm(g), 0.8, false, place.Name}
		}
		return drawing{g, outlineKm, 0.9, false, place.Name}
	}
	radius := builtKm(place)
	if radius == 0 {
		return drawing{}
	}
	d := drawing{geo.Disc(place.Point, radius), max(1, radius/2), 0.7, true, place.Name}
	if place.Kind.IsDivision() {
		d.geometry = p.inCountry(d.geometry, place)
	}
	return d
}

// geometry returns the line or area that the gazetteer has of a place, nil for
// none.
func (p *Parser) geometry(place *gazetteer.Place) orb.Geometry {
	return p.shapes.get("geometry "+place.ID, func() drawing {
		r, ok := p.gaz.Find(place.ID)
		if !ok {
			return drawing{}
		}
		return drawing{geometry: p.gaz.Geometry(r)}
	}).geometry
}

// inCountry cuts an area to the country of a place, where its outline is known.
func (p *Parser) inCountry(area orb.Geometry, place *gazetteer.Place) orb.Geometry {
	r, ok := p.gaz.Division(place.Country)
	if !ok || area == nil {
		return area
	}
	country := p.gaz.Place(r)
	outline := p.gaz.Boundary(&country)
	if outline == nil || !geo.Contains(outline, place.Point) {
		return area
	}
	inside, err := geo.Clip(area, outline)
	if err != nil || inside == nil {
		return area
	}
	return inside
}

// drawSet draws a union, difference or intersection of areas. Where an overlay
// fails or leaves nothing of a difference, the first part stands.
func (p *Parser) drawSet(t *Tree) drawing {
	parts := make([]drawing, len(t.Of))
	for i := range t.Of {
		if parts[i] = p.draw(&t.Of[i]); parts[i].geometry == nil {
			return drawing{}
		}
	}
	d := parts[0]
	var err error
	for _, next := range parts[1:] {
		var g orb.Geometry
		switch t.Op {
		case OpUnion:
			g, err = geo.Union(d.geometry, next.geometry)
			d.uncertaintyKm = max(d.uncertaintyKm, next.uncertaintyKm)
		case OpDifference:
			g, err = geo.Difference(d.geometry, next.geometry)
		case OpIntersection:
			g, err = geo.Intersection(d.geometry, next.geometry)
		}
		if err != nil || g == nil {
			return drawing{}
		}
		d.geometry, d.schematic = g, d.schematic || next.schematic && t.Op != OpDifference
	}
	d.reading = readSet(t, parts)
	return d
}
