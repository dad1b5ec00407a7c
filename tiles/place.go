package tiles

import (
	"iter"

	"dateline/geo"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/clip"
	"github.com/paulmach/orb/maptile"
	"github.com/paulmach/orb/project"
)

// placed is a feature in the units of a tile.
type placed struct {
	feature *geo.Feature
	middle  orb.Point      // of all of it
	size    float64        // width or height of all of it, the greater one
	shapes  []orb.Geometry // what the tile shows of it, whole units; none for a point
	shown   orb.Point      // middle of shapes
}

// place brings features into the units of a tile, and leaves out those that
// have nothing there.
func place(t maptile.Tile, features iter.Seq[*geo.Feature]) []placed {
	to := toTile(t)
	var all []placed
	for f := range features {
		if p, ok := placeOne(f, to); ok {
			all = append(all, p)
		}
	}
	return all
}

func placeOne(f *geo.Feature, to orb.Projection) (placed, bool) {
	switch g := f.Geometry.(type) {
	case nil:
		return placed{}, false
	case orb.Point:
		at := to(g)
		return placed{feature: f, middle: at}, inTile(at)
	}
	// project.Geometry writes into its input.
	g := project.Geometry(orb.Clone(f.Geometry), to)
	b := g.Bound()
	if b.IsEmpty() {
		return placed{}, false
	}
	p := placed{feature: f, middle: b.Center(), size: max(b.Max[0]-b.Min[0], b.Max[1]-b.Min[1])}
	for _, part := range flatten(g) {
		if shape := snap(clip.Geometry(drawnBound(), part)); shape != nil {
			p.shapes = append(p.shapes, shape)
		}
	}
	if len(p.shapes) > 0 {
		p.shown = orb.Collection(p.shapes).Bound().Center()
	}
	return p, len(p.shapes) > 0 || inTile(p.middle)
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
