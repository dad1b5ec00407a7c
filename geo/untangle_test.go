package geo

import (
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// TestUntangledByTheEvenOddRule: points are inside if the ring goes around them an odd number of
// times, and the area is valid.
func TestUntangledByTheEvenOddRule(t *testing.T) {
	r := rand.New(rand.NewPCG(14, 12))
	tangled := 0
	for range 3000 {
		ring := orb.Ring{}
		for range 4 + r.IntN(3) {
			ring = append(ring, orb.Point{36 + float64(r.IntN(1000))/1000, 35 + float64(r.IntN(1000))/1000})
		}
		ring = append(ring, ring[0])
		area, ok := untangled(orb.Polygon{ring})
		if ok != (len(selfCrossings(ring)) == 1) {
			t.Fatalf("%v: %v", ring, ok)
		}
		if !ok {
			continue
		}
		tangled++
		for _, p := range joinedAreas([]orb.Geometry{area}) {
			if len(selfCrossings(p[0])) > 0 || p[0].Orientation() != orb.CCW {
				t.Errorf("%v has the part %v", ring, p)
			}
		}
		for range 200 {
			p := orb.Point{36 + r.Float64(), 35 + r.Float64()}
			if got, want := planar.MultiPolygonContains(joinedAreas([]orb.Geometry{area}), p), evenOdd(ring, p); got != want && clear(ring, p) {
				t.Errorf("%v: %v in it %v", ring, p, got)
			}
		}
	}
	if tangled < 100 {
		t.Errorf("%d rings", tangled)
	}
}

// evenOdd counts the edges to the east of a point.
func evenOdd(ring orb.Ring, p orb.Point) bool {
	inside := false
	for i := 1; i < len(ring); i++ {
		a, b := ring[i-1], ring[i]
		if (a[1] > p[1]) != (b[1] > p[1]) && p[0] < a[0]+(p[1]-a[1])/(b[1]-a[1])*(b[0]-a[0]) {
			inside = !inside
		}
	}
	return inside
}

// clear: no edge is within the distance to which corners are snapped.
func clear(ring orb.Ring, p orb.Point) bool {
	return planar.DistanceFrom(orb.LineString(ring), p) > 1e-6
}
