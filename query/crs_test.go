package query

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"dateline/feature"

	"github.com/paulmach/orb"
)

func TestCRS(t *testing.T) {
	p := orb.Point{36.75, 35.13}
	for c, want := range map[CRS]orb.Point{
		CRS84: p, "": p, EPSG4326: {35.13, 36.75},
		EPSG3857: {4090991.286, 4181561.688}, // by gdaltransform of GDAL 3.6.2
	} {
		got := c.FromLonLat(p).(orb.Point)
		if math.Abs(got[0]-want[0]) > 0.5 || math.Abs(got[1]-want[1]) > 0.5 {
			t.Errorf("%s: %v, want %v", c, got, want)
		}
		back := c.toLonLat(got).(orb.Point)
		if math.Abs(back[0]-p[0]) > 1e-9 || math.Abs(back[1]-p[1]) > 1e-9 {
			t.Errorf("%s: back at %v", c, back)
		}
	}
	if pole := EPSG3857.FromLonLat(orb.Point{0, 90}).(orb.Point); math.Abs(pole[1]-edge) > 1 {
		t.Errorf("the pole is at %v", pole)
	}
	line := orb.LineString{{1, 2}, {3, 4}}
	EPSG4326.FromLonLat(line)
	if line[0] != (orb.Point{1, 2}) {
		t.Error("the input was written to")
	}
}

func TestBBoxInSystems(t *testing.T) {
	world := orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}
	for _, c := range []struct {
		crs  CRS
		text string
		want orb.Bound
	}{
		{EPSG4326, "35,36,35.5,37", orb.Bound{Min: orb.Point{36, 35}, Max: orb.Point{37, 35.5}}},
		{EPSG4326, "-10,170,10,-170", orb.Bound{Min: orb.Point{170, -10}, Max: orb.Point{-170, 10}}},
		{EPSG3857, "-20037508.342789244,-20037508.342789244,20037508.342789244,20037508.342789244", world},
		{EPSG3857, "-20037508.34,-20037508.34,20037508.34,20037508.34", world},
		{EPSG3857, "-30000000,-25000000,40000000,25000000", world},
		{EPSG3857, "0,0,30000000,1", orb.Bound{Max: orb.Point{180, 0.000009}}},
		{EPSG3857, "0,20037508.342789,0,20037508.342789", orb.Bound{Min: orb.Point{0, maxLatitude}, Max: orb.Point{0, 90}}},
	} {
		got, err := c.crs.ParseBBox(c.text)
		if err != nil || math.Abs(got.Min[0]-c.want.Min[0])+math.Abs(got.Min[1]-c.want.Min[1])+math.Abs(got.Max[1]-c.want.Max[1])+math.Abs(got.Max[0]-c.want.Max[0]) > 1e-6 {
			t.Errorf("%s %s: %v, %v", c.crs, c.text, got, err)
		}
	}
	for _, text := range []string{"36,35,37,36,", "0,2,1,1", "0,25000000,1,24000000"} {
		if b, err := EPSG3857.ParseBBox(text); err == nil {
			t.Errorf("%s: %v", text, b)
		}
	}
	if _, err := ParseCRS("EPSG:4326"); err == nil {
		t.Error("EPSG:4326 is no URI")
	}
}

// TestWhatWasServedIsFound: the box of a point's served coordinates contains the point, in every
// coordinate system, and is no larger than its precision requires.
func TestWhatWasServedIsFound(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 12))
	for range 5000 {
		decimals := math.Pow10(r.IntN(7))
		p := orb.Point{math.Round((360*r.Float64()-180)*decimals) / decimals, math.Round((170*r.Float64()-85)*decimals) / decimals}
		for _, c := range Systems() {
			served := string(feature.AppendGeometry(nil, c.FromLonLat(p)))
			at := strings.Trim(strings.TrimPrefix(served, `{"type":"Point","coordinates":`), "[]}")
			b, err := c.ParseBBox(at + "," + at)
			if err != nil || !b.Contains(p) || b.Max[0]-b.Min[0]+b.Max[1]-b.Min[1] > 1e-9 {
				t.Fatalf("%v is served as %s in %s, which is asked for as %v, %v", p, at, c, b, err)
			}
			x, y, _ := strings.Cut(at, ",")
			f, err := ParseFilter("S_INTERSECTS(geometry, POINT("+x+" "+y+"))", []Field{{Name: Geometry, Type: Shape}}, c)
			if err != nil || !selects(f, feature.NewFeature("a", p, feature.Days{}, nil)) {
				t.Fatalf("%v is not at POINT(%s %s) of %s: %v", p, x, y, c, err)
			}
		}
	}
}
