package geo

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// someCentres are places where shapes are tried: near the equator, in the
// theatre, far north and south.
var someCentres = []orb.Point{{0, 0}, {36.65, 35.44}, {-122.4, 37.8}, {18.06, 69.6}, {151.2, -33.9}}

func TestDestinationUndoesDistanceAndBearing(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		a := someCentres[r.IntN(len(someCentres))]
		bearing, km := 360*r.Float64(), 1+500*r.Float64()
		b := Destination(a, bearing, km)
		if d := Distance(a, b); math.Abs(d-km) > 0.001*km {
			t.Errorf("%v, %.1f degrees, %.1f km: %.3f km away", a, bearing, km, d)
		}
		if off := math.Abs(math.Mod(Bearing(a, b)-bearing+540, 360) - 180); off > 0.01 {
			t.Errorf("%v, %.1f degrees, %.1f km: bearing off by %.4f", a, bearing, km, off)
		}
	}
}

func TestDestinationCrossesTheAntimeridian(t *testing.T) {
	if p := Destination(orb.Point{179.9, 0}, 90, 100); p[0] > -178 || p[0] < -180 {
		t.Errorf("100 km east of 179.9 is %v", p)
	}
}

func TestDisc(t *testing.T) {
	for _, c := range someCentres {
		disc := Disc(c, 20)
		for _, p := range disc[0] {
			if d := Distance(c, p); math.Abs(d-20) > 0.02 {
				t.Errorf("a vertex of the disc around %v is %.3f km away", c, d)
			}
		}
		if !planar.PolygonContains(disc, c) || planar.PolygonContains(disc, Destination(c, 45, 20.1)) || !planar.PolygonContains(disc, Destination(c, 45, 19.8)) {
			t.Errorf("the disc around %v does not hold what is within 20 km", c)
		}
		if disc[0].Orientation() != orb.CCW {
			t.Error("the outer ring does not run counter-clockwise (RFC 7946)")
		}
	}
}

func TestSectorAgainstBearings(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, c := range someCentres {
		area := Disc(c, 60)
		for _, bearing := range []float64{0, 45, 90, 180, 270, 337} {
			sector, err := Sector(area, c, bearing, 45)
			if err != nil {
				t.Fatal(err)
			}
			polygon, ok := sector.(orb.Polygon)
			if !ok {
				t.Fatalf("the sector is a %T", sector)
			}
			for range 200 {
				at, km := 360*r.Float64(), 2+55*r.Float64()
				off := math.Abs(math.Mod(at-bearing+540, 360) - 180)
				if math.Abs(off-45) < 3 { // edges are straight in degrees
					continue
				}
				if got := planar.PolygonContains(polygon, Destination(c, at, km)); got != (off < 45) {
					t.Errorf("centre %v, sector %v: a point at %.0f degrees and %.0f km, inside %v", c, bearing, at, km, got)
				}
			}
		}
	}
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
		if whole, parts := planar.Area(a), area(common)+area(rest); math.Abs(whole-parts) > 1e-9 {
			t.Errorf("area %v, parts %v", whole, parts)
		}
	}
}

func area(g orb.Geometry) float64 {
	if g == nil {
		return 0
	}
	return planar.Area(g)
}

func TestHull(t *testing.T) {
	g := Hull([]orb.Point{{0, 0}, {2, 0}, {1, 1}, {2, 2}, {0, 2}})
	polygon, ok := g.(orb.Polygon)
	if !ok || math.Abs(planar.Area(polygon)-4) > 1e-12 {
		t.Errorf("hull %v", g)
	}
	if g := Hull([]orb.Point{{0, 0}, {1, 1}, {2, 2}}); g != nil {
		t.Errorf("the hull of a line is %v", g)
	}
}

func TestSharedEdge(t *testing.T) {
	west := orb.Polygon{{{36, 35}, {37, 35}, {37, 35.5}, {37, 36}, {36, 36}, {36, 35}}}
	east := orb.Polygon{{{37.02, 35}, {38, 35}, {38, 36}, {37.02, 36}, {37.02, 35}}}
	edge := SharedEdge(west, east, 5)
	if len(edge) != 1 || len(edge[0]) != 3 {
		t.Fatalf("edge %v", edge)
	}
	for _, p := range edge[0] {
		if p[0] != 37 {
			t.Errorf("%v is no border", p)
		}
	}
	if far := SharedEdge(west, orb.Polygon{{{50, 35}, {51, 35}, {51, 36}, {50, 35}}}, 5); far != nil {
		t.Errorf("areas apart share %v", far)
	}
}
