package geo

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
)

// someCentres are places where shapes are tested: near the equator, in the theatre, far north and
// south, on the antimeridian and at the poles.
var someCentres = []orb.Point{
	{0, 0}, {36.65, 35.44}, {-122.4, 37.8}, {18.06, 69.6}, {151.2, -33.9},
	{179.95, -16.5}, {-179.99, 65}, {180, 71}, {12, 89.9}, {-100, -89.7},
}

// flat reports whether a degree of longitude is nearly as long all over a shape
// around p, so that edges straight in degrees are straight on the globe too.
func flat(p orb.Point) bool { return math.Abs(p[1]) < 66 }

// checkSamples compares a shape with a predicate at points around a centre, except within slack
// kilometres of the edge as it measures it.
func checkSamples(t *testing.T, r *rand.Rand, name string, shape orb.Geometry, centre orb.Point, reach float64, inside func(orb.Point) (in, near bool)) {
	t.Helper()
	checkOnMap(t, name, shape)
	for range 300 {
		p := onMap(Destination(centre, 360*r.Float64(), reach*math.Sqrt(r.Float64())))
		want, near := inside(p)
		if near {
			continue
		}
		if got := shape != nil && Contains(shape, p); got != want {
			t.Errorf("%s around %v: %v, %.1f km away, inside %v", name, centre, p, Distance(centre, p), got)
			return
		}
	}
}

// checkOnMap: all corners are on the map, and outer rings run counter-clockwise.
func checkOnMap(t *testing.T, name string, shape orb.Geometry) {
	t.Helper()
	for i, ring := range rings(shape) {
		for _, p := range ring {
			if math.Abs(p[0]) > 180 || math.Abs(p[1]) > 90 || p[0] != p[0] {
				t.Errorf("%s: corner %v", name, p)
			}
		}
		if polygon, ok := shape.(orb.Polygon); ok && i == 0 && polygon[0].Orientation() != orb.CCW {
			t.Errorf("%s: the outer ring does not run counter-clockwise (RFC 7946)", name)
		}
	}
}

// angleOff returns how far two bearings are apart, 0..180.
func angleOff(a, b float64) float64 { return math.Abs(math.Mod(a-b+900, 360) - 180) }

func TestDisc(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, c := range someCentres {
		for _, km := range []float64{0.5, 20, 300} {
			checkSamples(t, r, "disc", Disc(c, km), c, 2*km, func(p orb.Point) (bool, bool) {
				d := Distance(c, p)
				return d < km, math.Abs(d-km) < 0.006*km+edgeKm(c, km)
			})
		}
	}
}

// edgeKm is how far an edge of a shape of a size, which is straight in degrees, can lie from the
// great circle.
func edgeKm(p orb.Point, sizeKm float64) float64 {
	chord := 0.25 * sizeKm
	return chord * chord * math.Tan(min(math.Abs(p[1])+sizeKm/degreeKm, 89.9)*math.Pi/180) / (8 * 6378)
}

func TestWedgeAgainstBearings(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, c := range someCentres {
		for _, bearing := range []float64{0, 45, 90, 180, 270, 337} {
			for _, inner := range []float64{0, 20} {
				shape := Wedge(c, bearing, 45, inner, 60)
				checkSamples(t, r, "wedge", shape, c, 80, func(p orb.Point) (bool, bool) {
					d, off := Distance(c, p), angleOff(Bearing(c, p), bearing)
					side := math.Min(d, 60) * math.Abs(off-45) * math.Pi / 180
					return d < 60 && d > inner && off < 45, math.Abs(d-60) < 1.5 || math.Abs(d-inner) < 1 || side < 1.5 || math.Abs(c[1]) > 88
				})
			}
		}
	}
}

func TestSectorsTileAnArea(t *testing.T) {
	for _, c := range someCentres {
		area := Disc(c, 60)
		sum, far := 0.0, 0.0
		for _, bearing := range []float64{0, 90, 180, 270} {
			part, err := Sector(area, c, bearing, 45)
			if err != nil {
				t.Fatal(err)
			}
			outer, err := FarSector(area, c, bearing, 45)
			if err != nil {
				t.Fatal(err)
			}
			sum, far = sum+Area(part), far+Area(outer)
		}
		if whole := Area(area); math.Abs(sum/whole-1) > 0.01 {
			t.Errorf("around %v: %.0f km2, its sectors %.0f", c, whole, sum)
		} else if math.Abs(far/whole-0.682) > 0.02 && flat(c) {
			t.Errorf("around %v: the outer halves are %.3f of the disc, want 0.682", c, far/whole)
		}
	}
}

func TestSectorOfNothing(t *testing.T) {
	if g, err := Sector(Disc(orb.Point{36, 35}, 5), orb.Point{36, 35.5}, 0, 45); g != nil || err != nil {
		t.Errorf("north of an area lies %v, %v", g, err)
	}
	if g, err := FarSector(Disc(orb.Point{36, 35}, 5), orb.Point{36, 35.5}, 0, 45); g != nil || err != nil {
		t.Errorf("far north of an area lies %v, %v", g, err)
	}
}

func TestCentre(t *testing.T) {
	c := orb.Point{36.65, 35.44}
	middle, err := Centre(Disc(c, 50), c, 0.4)
	if err != nil || math.Abs(Area(middle)/Area(Disc(c, 20))-1) > 0.02 {
		t.Errorf("the centre is %.0f km2, error %v", Area(middle), err)
	}
}

func TestHull(t *testing.T) {
	g := Hull([]orb.Point{{0, 0}, {2, 0}, {1, 1}, {2, 2}, {0, 2}})
	if p, ok := g.(orb.Polygon); !ok || len(p[0]) != 5 {
		t.Errorf("hull %v", g)
	}
	if g := Hull([]orb.Point{{0, 0}, {1, 1}, {2, 2}}); g != nil {
		t.Errorf("the hull of a line is %v", g)
	}
	across := Hull([]orb.Point{{179, 0}, {-179, 0}, {-179, 1}, {179, 1}})
	checkOnMap(t, "hull", across)
	if _, ok := across.(orb.MultiPolygon); !ok || math.Abs(Area(across)/24727-1) > 0.01 {
		t.Errorf("the hull across the antimeridian is %v, %.0f km2", across, Area(across))
	}
}

// TestHullHoldsItsPoints: the hull is the smallest such area by Carathéodory's theorem, as each
// corner is one of the points.
func TestHullHoldsItsPoints(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 9))
	for range 100 {
		points := make([]orb.Point, 3+r.IntN(8))
		for i := range points {
			points[i] = orb.Point{36 + r.Float64(), 35 + r.Float64()}
		}
		hull := Hull(points)
		for _, p := range points {
			if DistanceTo(hull, p) > 1e-6 {
				t.Errorf("%v lies outside the hull of %v", p, points)
			}
		}
		for _, corner := range hull.(orb.Polygon)[0] {
			if !contains(points, corner) {
				t.Errorf("%v is a corner of the hull, but none of %v", corner, points)
			}
		}
	}
}

func contains(points []orb.Point, p orb.Point) bool {
	for _, q := range points {
		if q == p {
			return true
		}
	}
	return false
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

// TestOuter: a point of the area lies in its outer third exactly if it lies less than a third of
// the extent from the end.
func TestOuter(t *testing.T) {
	r := rand.New(rand.NewPCG(19, 6))
	for _, c := range someCentres {
		if !flat(c) {
			continue
		}
		area := Disc(c, 90)
		for _, bearing := range []float64{0, 45, 90, 180, 250, 315} {
			part, err := Outer(area, bearing, 1.0/3)
			if err != nil {
				t.Fatal(err)
			}
			checkSamples(t, r, "outer third", part, c, 100, func(p orb.Point) (bool, bool) {
				d := Distance(c, p)
				along := d * math.Cos((Bearing(c, p)-bearing)*math.Pi/180)
				return d < 90 && along > 30, math.Abs(d-90) < 1 || math.Abs(along-30) < 3
			})
		}
		if whole, err := Outer(area, 77, 1); err != nil || math.Abs(Area(whole)/Area(area)-1) > 1e-6 {
			t.Errorf("all of the disc around %v is %.0f km2 of %.0f, %v", c, Area(whole), Area(area), err)
		}
	}
}
