package tiles

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"dateline/feature"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// TestRandomShapesAreValid: for any input, shapes are valid by the specification and lie on the
// tile or near it.
func TestRandomShapesAreValid(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 8))
	var features []feature.Feature
	for i := range 3000 {
		features = append(features, newFeature(fmt.Sprint(i), randomShape(rnd)))
	}
	for _, tile := range []maptile.Tile{{}, {X: 1, Y: 0, Z: 1}, {X: 4, Y: 3, Z: 3}, {X: 18, Y: 12, Z: 5}, {X: 614, Y: 403, Z: 10}} {
		for _, f := range decoded(t, tile, features...) {
			if err := validShape(f.Geometry); err != nil {
				t.Fatalf("tile %v: %v", tile, err)
			}
		}
	}
}

// randomShape is anything from a speck to the whole world, with corners on a coarse grid, so that
// many coincide.
func randomShape(rnd *rand.Rand) orb.Geometry {
	scale := []float64{0.001, 0.5, 20, 179}[rnd.IntN(4)]
	points := make([]orb.Point, rnd.IntN(8))
	for i := range points {
		x, y := float64(rnd.IntN(5)-2)/2*scale, float64(rnd.IntN(5)-2)/2*scale
		points[i] = orb.Point{max(-180, min(180, 36+x)), max(-90, min(90, 35+y))}
	}
	switch rnd.IntN(5) {
	case 0:
		return orb.LineString(points)
	case 1:
		return orb.Polygon{orb.Ring(points)}
	case 2:
		return orb.MultiPoint(points)
	case 3:
		return orb.Collection{orb.MultiLineString{points, points}, orb.MultiPolygon{{orb.Ring(points), orb.Ring(points)}}}
	}
	return orb.MultiPolygon{{orb.Ring(points)}, {}}
}

func validShape(g orb.Geometry) error {
	drawn := drawnBound()
	if b := g.Bound(); !drawn.Contains(b.Min) || !drawn.Contains(b.Max) {
		return fmt.Errorf("%v lies outside", g)
	}
	switch g := g.(type) {
	case orb.LineString:
		return validLine(g)
	case orb.MultiLineString:
		for _, l := range g {
			if err := validLine(l); err != nil {
				return err
			}
		}
	case orb.Polygon:
		return validPolygon(g)
	case orb.MultiPolygon:
		for _, p := range g {
			if err := validPolygon(p); err != nil {
				return err
			}
		}
	}
	return nil
}

func validLine(l orb.LineString) error {
	for i := 1; i < len(l); i++ {
		if l[i] == l[i-1] {
			return fmt.Errorf("%v is twice in a row in %v", l[i], l)
		}
	}
	if len(l) < 2 {
		return fmt.Errorf("a line of %d points", len(l))
	}
	return nil
}

func validPolygon(p orb.Polygon) error {
	for i, r := range p {
		if outer := r.Orientation() == orb.CCW; !r.Closed() || len(r) < 4 || r.Orientation() == 0 || outer != (i == 0) {
			return fmt.Errorf("ring %d of %v", i, p)
		}
	}
	return nil
}
