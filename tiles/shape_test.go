package tiles

import (
	"fmt"
	"strings"
	"testing"

	"dateline/feature"
	"dateline/geo"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

func square(west, south, east, north float64) orb.Ring {
	return orb.Ring{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}
}

func TestLineAcrossTiles(t *testing.T) {
	line := newFeature("m4", orb.LineString{{-90, 10}, {90, 10}})
	for x, want := range []orb.LineString{{{2048, 1931}, {4160, 1931}}, {{-64, 1931}, {2048, 1931}}} {
		got := decoded(t, maptile.New(uint32(x), 0, 1), line)
		if len(got) != 1 {
			t.Fatalf("tile %d: %d features", x, len(got))
		}
		l, ok := got[0].Geometry.(orb.LineString)
		if !ok || len(l) != 2 || l[0][0] != want[0][0] || l[1][0] != want[1][0] || l[0][1] != l[1][1] {
			t.Errorf("tile %d: %v, want about %v", x, got[0].Geometry, want)
		}
	}
}

func TestRingsWindAsTheSpecificationSays(t *testing.T) {
	outer, hole := square(10, 10, 60, 60), square(20, 20, 50, 50)
	for name, p := range map[string]orb.Polygon{
		"as RFC 7946 says": {outer, reversed(hole)},
		"other way round":  {reversed(outer), hole},
		"not closed":       {outer[:4], hole[:4]},
	} {
		got := decoded(t, maptile.New(0, 0, 0), newFeature("pocket", p))
		q, ok := got[0].Geometry.(orb.Polygon)
		if !ok || len(q) != 2 || q[0].Orientation() != orb.CCW || q[1].Orientation() != orb.CW || !q[0].Closed() {
			t.Errorf("%s: %v", name, got[0].Geometry)
		}
	}
}

func reversed(r orb.Ring) orb.Ring {
	r = r.Clone()
	r.Reverse()
	return r
}

func TestEveryKindOfGeometry(t *testing.T) {
	line, area := orb.LineString{{-60, 0}, {60, 40}}, orb.Polygon{square(0, 0, 60, 60)}
	for _, c := range []struct {
		want string
		g    orb.Geometry
	}{
		{"MultiPoint", orb.MultiPoint{{0, 0}, {90, 0}}},
		{"LineString", orb.MultiLineString{line}},
		{"MultiLineString", orb.MultiLineString{line, {{0, 0}, {-90, -40}}}},
		{"Polygon", area},
		{"Polygon", area.Bound()},
		{"MultiPolygon", orb.MultiPolygon{area, {square(-60, -60, -20, -20)}}},
		{"Point LineString", orb.Collection{orb.Point{5, 5}, orb.Collection{line}}},
		{"LineString LineString", orb.Collection{line, line}},
		{"Point", orb.LineString{{36, 35}, {36.001, 35.001}}}, // too small to be drawn
		{"Point", orb.LineString{{36, 35}, {36, 35}}},
		{"", orb.MultiPoint{}},
		{"", orb.Polygon{}},
	} {
		var kinds []string
		for _, f := range decoded(t, maptile.New(0, 0, 0), newFeature("x", c.g)) {
			kinds = append(kinds, f.Geometry.GeoJSONType())
		}
		if got := strings.Join(kinds, " "); got != c.want {
			t.Errorf("%v is drawn as %q, want %q", c.g, got, c.want)
		}
	}
}

// TestSliverIsCounted: an area too thin to have one in whole units stays.
func TestSliverIsCounted(t *testing.T) {
	got := decoded(t, maptile.New(0, 0, 0), newFeature("border", orb.Polygon{square(0, 10, 60, 10.0001)}))
	if len(got) != 1 || got[0].Geometry.GeoJSONType() != "Point" {
		t.Errorf("%v", got)
	}
}

// TestSmallShapesAreInOneTile even on the edge of two.
func TestSmallShapesAreInOneTile(t *testing.T) {
	small := newFeature("camp", orb.Polygon{square(-0.1, 10, 0.2, 10.1)})
	west, east := decoded(t, maptile.New(0, 0, 1), small), decoded(t, maptile.New(1, 0, 1), small)
	if len(west) != 0 || len(east) != 1 {
		t.Errorf("%d in the west, %d in the east", len(west), len(east))
	}
}

// TestManyLargeShapes: as a last resort what is drawn becomes a number too.
func TestManyLargeShapes(t *testing.T) {
	var features []feature.Feature
	for i := range 30_000 {
		d := float64(i) / 1000
		features = append(features, newFeature(fmt.Sprint("area ", i), orb.Polygon{square(-100-d, -50-d, 100+d, 50+d)}))
	}
	tile := maptile.New(1, 1, 2)
	data := encode(testLayer(), tile, nothing, each(features))
	if len(data) > MaxBytes {
		t.Fatalf("%d bytes", len(data))
	}
	got := decoded(t, tile, features...)
	if len(got) != 1 || got[0].Properties["count"] != 30_000.0 || !inTile(got[0].Geometry.(orb.Point)) {
		t.Errorf("%d features, the first %v at %v", len(got), got[0].Properties, got[0].Geometry)
	}
}

func TestTileJSON(t *testing.T) {
	got := testLayer().TileJSON("http://127.0.0.1/{z}/{x}/{y}.mvt", orb.Bound{Min: orb.Point{35, 32}, Max: orb.Point{42, 90}})
	if got.TileJSON != "3.0.0" || got.Bounds != [4]float64{35, 32, 42, geo.MaxLatitude} || got.VectorLayers[0].Fields["confidence"] != "Number" {
		t.Errorf("%+v", got)
	}
}
