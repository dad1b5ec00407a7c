package tiles

import (
	"math"

	"dateline/feature"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/clip"
	"github.com/paulmach/orb/clip/smartclip"
	"github.com/paulmach/orb/planar"
	"github.com/paulmach/orb/project"
)

// placed is a line or area in the units of a tile.
type placed struct {
	feature feature.Feature
	middle  orb.Point      // centre of all of it
	size    float64        // the larger of its width and height
	shapes  []orb.Geometry // the part that the tile shows, in whole units
	shown   orb.Point      // centre of shapes
}

// place projects a line or an area into the units of a tile; false if nothing of it is there.
func place(f feature.Feature, to orb.Projection) (placed, bool) {
	// project.Geometry writes to its input.
	g := project.Geometry(orb.Clone(f.Geometry()), to)
	b := g.Bound()
	if b.IsEmpty() {
		return placed{}, false
	}
	p := placed{feature: f, middle: b.Center(), size: max(b.Max[0]-b.Min[0], b.Max[1]-b.Min[1])}
	for _, part := range flatten(g) {
		if shape := snap(clipped(part)); shape != nil {
			p.shapes = append(p.shapes, shape)
		}
	}
	if len(p.shapes) > 0 {
		p.shown = orb.Collection(p.shapes).Bound().Center()
	}
	return p, len(p.shapes) > 0 || drawnBound().Contains(p.middle)
}

// clipped clips a shape to the buffer.
func clipped(g orb.Geometry) orb.Geometry {
	switch g := g.(type) {
	case orb.Polygon:
		return clippedPolygon(g)
	case orb.MultiPolygon:
		var all orb.MultiPolygon
		for _, p := range g {
			all = append(all, clippedPolygon(p)...)
		}
		return all
	}
	return clip.Geometry(drawnBound(), g)
}

// clippedPolygon clips an area to the buffer. An area that leaves it and comes back becomes
// several: clipped as one, its parts would be joined by lines along the edge. This algorithm
// needs rings that do not cross themselves; others, which would change their area, stay in one
// piece.
func clippedPolygon(p orb.Polygon) orb.MultiPolygon {
	bound := drawnBound()
	one := clip.Polygon(bound, p.Clone())
	if len(one) == 0 {
		return nil
	}
	if b := p.Bound(); bound.Contains(b.Min) && bound.Contains(b.Max) || !areRings(p) {
		return orb.MultiPolygon{one}
	}
	parted := smartclip.Polygon(bound, p, orb.CW) // counterclockwise where y points north
	if math.Abs(planar.Area(parted)-planar.Area(one)) > 1 {
		return orb.MultiPolygon{one}
	}
	return parted
}

// areRings reports whether all rings are closed and have at least three corners.
func areRings(p orb.Polygon) bool {
	for _, r := range p {
		if len(r) < 4 || !r.Closed() {
			return false
		}
	}
	return true
}

// drawnBound is the tile with its buffer.
func drawnBound() orb.Bound {
	return orb.Bound{Min: orb.Point{-buffer, -buffer}, Max: orb.Point{Extent + buffer, Extent + buffer}}
}

// flatten returns the members of a collection and of nested ones, as tiles have no collections.
func flatten(g orb.Geometry) []orb.Geometry {
	c, ok := g.(orb.Collection)
	if !ok {
		return []orb.Geometry{g}
	}
	var all []orb.Geometry
	for _, member := range c {
		all = append(all, flatten(member)...)
	}
	return all
}

// isCounted reports whether a shape is too small to be drawn; all are when a tile would become
// too large otherwise.
func (p *placed) isCounted(cell int) bool {
	return p.size < float64(cell) || len(p.shapes) == 0 || cell >= Extent
}

// position returns the point at which a feature is counted: its centre. If that is not on the
// tile, a small feature belongs to the neighbour, and a large one is counted at the centre of
// its visible part.
func (p *placed) position() (orb.Point, bool) {
	if inTile(p.middle) || p.size < minCell && drawnBound().Contains(p.middle) {
		return floor(p.middle), true
	}
	at := floor(orb.Point{max(0, min(Extent-1, p.shown[0])), max(0, min(Extent-1, p.shown[1]))})
	return at, p.size >= minCell
}
