package geo

import (
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
)

func TestTouches(t *testing.T) {
	box := orb.Bound{Min: orb.Point{0, 0}, Max: orb.Point{10, 10}}
	square := func(min, max float64) orb.Ring {
		return orb.Ring{{min, min}, {max, min}, {max, max}, {min, max}, {min, min}}
	}
	for name, c := range map[string]struct {
		g    orb.Geometry
		want bool
	}{
		"no geometry":                  {nil, false},
		"point inside":                 {orb.Point{5, 5}, true},
		"point on the edge":            {orb.Point{10, 5}, true},
		"point outside":                {orb.Point{11, 5}, false},
		"one of two points":            {orb.MultiPoint{{20, 20}, {1, 1}}, true},
		"line across, ends outside":    {orb.LineString{{-5, 5}, {15, 6}}, true},
		"line round a corner":          {orb.LineString{{-5, 8}, {2, 15}}, false},
		"line through a corner":        {orb.LineString{{-5, 5}, {5, 15}}, true},
		"line of one point":            {orb.LineString{{3, 3}}, true},
		"line that only its box meets": {orb.LineString{{-1, 9.5}, {-1, 20}, {20, 20}}, false},
		"polygon around the box":       {orb.Polygon{square(-5, 15)}, true},
		"box in the polygon's hole":    {orb.Polygon{square(-5, 15), square(-1, 11)}, false},
		"polygon inside":               {orb.Polygon{square(2, 3)}, true},
		"ring":                         {square(9, 20), true},
		"empty polygon":                {orb.Polygon{}, false},
		"second of two polygons":       {orb.MultiPolygon{{square(20, 30)}, {square(5, 6)}}, true},
		"second of two lines":          {orb.MultiLineString{{{20, 20}, {30, 30}}, {{1, 1}, {2, 2}}}, true},
		"collection":                   {orb.Collection{orb.Point{50, 50}, orb.Point{5, 5}}, true},
		"box":                          {orb.Bound{Min: orb.Point{10, 10}, Max: orb.Point{20, 20}}, true},
	} {
		if got := Touches(c.g, box); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// TestTouchesSampled compares segments with points taken along them.
func TestTouchesSampled(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	point := func() orb.Point { return orb.Point{rnd.Float64() * 10, rnd.Float64() * 10} }
	for range 20_000 {
		p, q := point(), point()
		box := orb.MultiPoint{point(), point()}.Bound()
		if sampled := sampledTouch(p, q, box); sampled && !Touches(orb.LineString{p, q}, box) {
			t.Fatalf("%v to %v passes through %v", p, q, box)
		}
		grown := box.Pad(0.02)
		if Touches(orb.LineString{p, q}, box) && !sampledTouch(p, q, grown) {
			t.Fatalf("%v to %v keeps away from %v", p, q, box)
		}
	}
}

func sampledTouch(p, q orb.Point, b orb.Bound) bool {
	for i := range 1001 {
		f := float64(i) / 1000
		if b.Contains(orb.Point{p[0] + f*(q[0]-p[0]), p[1] + f*(q[1]-p[1])}) {
			return true
		}
	}
	return false
}
