package tiles

import (
	"encoding/json"
	"fmt"
	"slices"
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
		{"Point", orb.LineString{{36, 35}, {36.001, 35.001}}}, // too small to draw
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

// TestSliverIsCounted: an area so thin that it has none in whole units remains.
func TestSliverIsCounted(t *testing.T) {
	got := decoded(t, maptile.New(0, 0, 0), newFeature("border", orb.Polygon{square(0, 10, 60, 10.0001)}))
	if len(got) != 1 || got[0].Geometry.GeoJSONType() != "Point" {
		t.Errorf("%v", got)
	}
}

// TestSmallShapesAreCountedOnce, even on the edge of two tiles.
func TestSmallShapesAreCountedOnce(t *testing.T) {
	small := newFeature("camp", orb.Polygon{square(-0.1, 10, 0.2, 10.1)})
	west, east := decoded(t, maptile.New(0, 0, 1), small), decoded(t, maptile.New(1, 0, 1), small)
	if len(west) != 1 || west[0].Properties["count"] != 0.0 || len(east) != 1 || east[0].Properties["count"] != 1.0 {
		t.Errorf("%v in the west, %v in the east", west, east)
	}
}

// TestManyLargeShapes: as a last resort shapes, too, are replaced by counts.
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
	const address = "http://127.0.0.1/{z}/{x}/{y}.mvt"
	got := testLayer().TileJSON(address, &orb.Bound{Min: orb.Point{35, 32}, Max: orb.Point{42, 90}})
	if got.TileJSON != "3.0.0" || !slices.Equal(got.Bounds, []float64{35, 32, 42, geo.MaxLatitude}) || got.VectorLayers[0].Fields["confidence"] != "Number" {
		t.Errorf("%+v", got)
	}
	if empty, err := json.Marshal(testLayer().TileJSON(address, nil)); err != nil || strings.Contains(string(empty), "bounds") {
		t.Errorf("of no features: %s, %v", empty, err)
	}
}

// TestEdge: a mark near the edge of a tile is in its neighbour too, at the same place, for display
// only: counted once, and otherwise with the same properties.
func TestEdge(t *testing.T) {
	const zoom = 7
	left, right := maptile.New(76, 50, zoom), maptile.New(77, 50, zoom)
	b := left.Bound()
	side, lat := b.Max[0]-b.Min[0], b.Center()[1]
	for name, c := range map[string]struct {
		units  float64 // east of the edge
		counts [2]float64
		beyond [2]any
	}{
		"west of the edge":           {-10, [2]float64{1, 0}, [2]any{nil, 1.0}},
		"east of the edge":           {10, [2]float64{0, 1}, [2]any{1.0, nil}},
		"a cell from the edge":       {-63, [2]float64{1, 0}, [2]any{nil, 1.0}},
		"more than a cell from it":   {-66, [2]float64{1, -1}, [2]any{nil, nil}},
		"more than that to the east": {66, [2]float64{-1, 1}, [2]any{nil, nil}},
	} {
		f := newFeature("a", orb.Point{b.Max[0] + c.units/Extent*side, lat}, feature.Property{Name: "name", Value: "Hama"})
		var at [2]orb.Point
		for i, tile := range []maptile.Tile{left, right} {
			got := decoded(t, tile, f)
			if c.counts[i] < 0 {
				if len(got) != 0 {
					t.Errorf("%s: %v is on tile %d", name, got[0].Properties, i)
				}
				continue
			}
			if len(got) != 1 || got[0].Properties["count"] != c.counts[i] || got[0].Properties["beyond"] != c.beyond[i] || got[0].Properties["name"] != "Hama" {
				t.Fatalf("%s: tile %d has %d features, %v", name, i, len(got), got)
			}
			at[i] = got[0].Geometry.(orb.Point)
		}
		if at[1] != (orb.Point{}) && at[0] != (orb.Point{}) && at[0][0]-Extent != at[1][0] {
			t.Errorf("%s: at %v and at %v", name, at[0], at[1])
		}
	}
}

// TestAreaInParts: an area that leaves a tile and returns has several parts on it, which do not
// touch along the edge.
func TestAreaInParts(t *testing.T) {
	tile := maptile.New(77, 50, 7)
	b := tile.Bound()
	x := func(share float64) float64 { return b.Min[0] + share*(b.Max[0]-b.Min[0]) }
	y := func(share float64) float64 { return b.Min[1] + share*(b.Max[1]-b.Min[1]) }
	comb := orb.Ring{{x(-1), y(.1)}, {x(.5), y(.1)}, {x(.5), y(.2)}, {x(-.5), y(.2)}, {x(-.5), y(.4)}, {x(.5), y(.4)}, {x(.5), y(.5)}, {x(-1), y(.5)}, {x(-1), y(.1)}}
	got := decoded(t, tile, newFeature("a", orb.Polygon{comb}))
	if len(got) != 1 {
		t.Fatalf("%d features", len(got))
	}
	parts, several := got[0].Geometry.(orb.MultiPolygon)
	if !several || len(parts) != 2 || len(parts[0][0]) != 5 || len(parts[1][0]) != 5 {
		t.Errorf("%v", got[0].Geometry)
	}
	whole := orb.Polygon{{{x(-1), y(-1)}, {x(2), y(-1)}, {x(2), y(2)}, {x(-1), y(2)}, {x(-1), y(-1)}}}
	if got := decoded(t, tile, newFeature("b", whole)); len(got) != 1 || got[0].Geometry.Bound() != drawnBound() {
		t.Errorf("an area around the tile: %v", got)
	}
}
