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

// placed is a feature that is no point in the units of a tile.
type placed struct {
	feature feature.Feature
	middle  orb.Point      // of all of it
	size    float64        // width or height of all of it, the greater one
	shapes  []orb.Geometry // what the tile shows of it, whole units
	shown   orb.Point      // middle of shapes
}

// place brings a line or an area into the units of a tile; false when it has
// nothing there.
func place(f feature.Feature, to orb.Projection) (placed, bool) {
	// project.Geometry writes into its input.
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

// clipped cuts a shape to what is drawn.
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

// clippedPolygon cuts an area to what is drawn. One that leaves it and comes back
// becomes several: clipped as one its parts would hang together by lines along the
// edge, there and back. That way to clip wants rings that do not cross themselves;
// others, which it gives another area, stay one.
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

// areRings reports whether all rings are closed and of three corners at least.
func areRings(p orb.Polygon) bool {
	for _, r := range p {
		if len(r) < 4 || !r.Closed() {
			return false
		}
	}
	return true
}

// drawnBound is the tile with what is drawn around it.
func drawnBound() orb.Bound {
	return orb.Bound{Min: orb.Point{-buffer, -buffer}, Max: orb.Point{Extent + buffer, Extent + buffer}}
}

// flatten returns the members of a collection, of collections in it too; a tile
// has no collections.
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

// isCounted: too small to be drawn, or the last resort for a tile that gets too
// large.
func (p *placed) isCounted(cell int) bool {
	return p.size < float64(cell) || len(p.shapes) == 0 || cell >= Extent
}

// position returns where a feature is counted: in its middle. Where that is not on
// the tile, a small one is the neighbour's, and a large one is counted in the middle
// of what is shown of it.
func (p *placed) position() (orb.Point, bool) {
	if inTile(p.middle) || p.size < minCell && drawnBound().Contains(p.middle) {
		return floor(p.middle), true
	}
	at := floor(orb.Point{max(0, min(Extent-1, p.shown[0])), max(0, min(Extent-1, p.shown[1]))})
	return at, p.size >= minCell
}
