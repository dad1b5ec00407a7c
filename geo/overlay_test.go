package geo

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
)

// TestSetOperationsBySampling: a point lies in a union, intersection or difference exactly when its
// membership in the two areas says so.
func TestSetOperationsBySampling(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 60 {
		c := someCentres[r.IntN(len(someCentres))]
		other := Destination(c, 360*r.Float64(), 60*r.Float64())
		a, b := Disc(c, 10+30*r.Float64()), Wedge(other, 360*r.Float64(), 20+60*r.Float64(), 0, 10+40*r.Float64())
		for name, op := range map[string]struct {
			shape func(a, b orb.Geometry) (orb.Geometry, error)
			in    func(a, b bool) bool
		}{
			"union":        {func(a, b orb.Geometry) (orb.Geometry, error) { return Union(a, b) }, func(a, b bool) bool { return a || b }},
			"intersection": {Intersection, func(a, b bool) bool { return a && b }},
			"difference":   {Difference, func(a, b bool) bool { return a && !b }},
		} {
			shape, err := op.shape(a, b)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			checkSamples(t, r, name, shape, c, 90, func(p orb.Point) (bool, bool) {
				return op.in(Contains(a, p), Contains(b, p)), edgeDistance(a, p) < 0.01 || edgeDistance(b, p) < 0.01
			})
		}
	}
}

func edgeDistance(g orb.Geometry, p orb.Point) float64 {
	km := math.Inf(1)
	for _, line := range linesOf(g) {
		km = min(km, nearest(line, p).km)
	}
	return km
}

func TestIntersectionAndDifferenceAddUp(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 50 {
		a := Disc(orb.Point{36, 35}, 10+30*r.Float64())
		b := Disc(orb.Point{36 + r.Float64()/2, 35 + r.Float64()/2}, 10+30*r.Float64())
		common, err := Intersection(a, b)
		if err != nil {
			t.Fatal(err)
		}
		rest, err := Difference(a, b)
		if err != nil {
			t.Fatal(err)
		}
		if whole, parts := Area(a), Area(common)+Area(rest); math.Abs(whole-parts) > 1e-3 {
			t.Errorf("area %v, parts %v", whole, parts)
		}
	}
}

func TestEmptyAreas(t *testing.T) {
	disc := Disc(orb.Point{36, 35}, 5)
	if g, err := Union(); g != nil || err != nil {
		t.Errorf("the union of nothing is %v, %v", g, err)
	}
	if g, err := Union(nil, disc, nil); err != nil || math.Abs(Area(g)-Area(disc)) > 1e-3 {
		t.Errorf("the union of nothing and a disc is %v, %v", g, err)
	}
	if g, err := Intersection(disc, nil); g != nil || err != nil {
		t.Errorf("a disc and nothing have %v in common, %v", g, err)
	}
	if g, err := Difference(disc, disc); g != nil || err != nil {
		t.Errorf("a disc without itself is %v, %v", g, err)
	}
}
