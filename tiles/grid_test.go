package tiles

import (
	"bytes"
	"math"
	"slices"
	"testing"

	"dateline/feature"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/mvt"
	"github.com/paulmach/orb/geojson"
	"github.com/paulmach/orb/maptile"
)

// ofDegrees encodes a tile of WorldCRS84Quad and decodes it, in its own units.
func ofDegrees(t *testing.T, tile maptile.Tile, features []feature.Feature) []*geojson.Feature {
	t.Helper()
	data, err := testLayer().Encode(t.Context(), WorldCRS84Quad, tile, nothing, each(features))
	if err != nil {
		t.Fatal(err)
	}
	layers, err := mvt.Unmarshal(data)
	if err != nil {
		t.Fatal(err)
	}
	if len(layers) == 0 {
		return nil
	}
	return layers[0].Features
}

func TestGridOfDegrees(t *testing.T) {
	at := orb.Point{36.651, 35.443}
	for zoom := range WorldCRS84Quad.MaxZoom() + 1 {
		tile, side := WorldCRS84Quad.At(at, zoom), 180/math.Exp2(float64(zoom))
		got := ofDegrees(t, tile, []feature.Feature{newFeature("a", at)})
		if len(got) != 1 {
			t.Fatalf("zoom %d: %d features on %v", zoom, len(got), tile)
		}
		p := got[0].Geometry.(orb.Point)
		back := orb.Point{-180 + side*(float64(tile.X)+p[0]/Extent), 90 - side*(float64(tile.Y)+p[1]/Extent)}
		if math.Hypot(back[0]-at[0], back[1]-at[1]) > side/Extent*1.5 {
			t.Errorf("zoom %d: %v comes back as %v", zoom, at, back)
		}
	}
	line := ofDegrees(t, maptile.New(0, 0, 0), []feature.Feature{newFeature("line", orb.LineString{{-180, 90}, {-90, 0}, {0, -90}})})
	want := orb.LineString{{0, 0}, {Extent / 2, Extent / 2}, {Extent, Extent - 1}} // the pole belongs to the last row
	if len(line) != 1 || !orb.Equal(line[0].Geometry, want) {
		t.Errorf("line: %v, want %v", line[0].Geometry, want)
	}
}

// TestCountsAddUpInDegrees: no feature is lost or shown twice, also at the poles and the
// antimeridian, and a tile shows nothing outside its bound.
func TestCountsAddUpInDegrees(t *testing.T) {
	features := scattered(3000, "name ")
	for zoom := range 5 {
		wide, high := WorldCRS84Quad.Size(zoom)
		sum := 0.0
		for x := range wide {
			for y := range high {
				tile := maptile.New(uint32(x), uint32(y), maptile.Zoom(zoom))
				bound := WorldCRS84Quad.Bound(tile)
				inside := slices.DeleteFunc(slices.Clone(features), func(f feature.Feature) bool { return !bound.Contains(f.Geometry().(orb.Point)) })
				for _, f := range ofDegrees(t, tile, inside) {
					sum += f.Properties["count"].(float64)
				}
			}
		}
		if sum != 3000 {
			t.Errorf("zoom %d holds %v of 3000", zoom, sum)
		}
	}
	tile := maptile.New(2, 1, 1)
	some := slices.DeleteFunc(slices.Clone(features), func(f feature.Feature) bool {
		return !WorldCRS84Quad.Bound(tile).Contains(f.Geometry().(orb.Point))
	})
	a, _ := testLayer().Encode(t.Context(), WorldCRS84Quad, tile, nothing, each(features))
	b, _ := testLayer().Encode(t.Context(), WorldCRS84Quad, tile, nothing, each(some))
	if !bytes.Equal(a, b) {
		t.Error("a tile shows what is outside its bound")
	}
}

func TestGrids(t *testing.T) {
	for _, c := range []struct {
		grid  Grid
		tile  maptile.Tile
		valid bool
	}{
		{WebMercatorQuad, maptile.New(0, 0, 0), true},
		{WebMercatorQuad, maptile.New(1, 0, 0), false},
		{WebMercatorQuad, maptile.New(1<<18-1, 1<<18-1, 18), true},
		{WebMercatorQuad, maptile.New(0, 0, 19), false},
		{WorldCRS84Quad, maptile.New(1, 0, 0), true},
		{WorldCRS84Quad, maptile.New(0, 1, 0), false},
		{WorldCRS84Quad, maptile.New(2, 0, 0), false},
		{WorldCRS84Quad, maptile.New(1<<18-1, 1<<17-1, 17), true},
		{WorldCRS84Quad, maptile.New(0, 0, 18), false},
	} {
		if got := c.grid.Valid(c.tile); got != c.valid {
			t.Errorf("grid %d, %v: %v", c.grid, c.tile, got)
		}
	}
	for _, g := range []Grid{WebMercatorQuad, WorldCRS84Quad} {
		for _, p := range []orb.Point{{-180, 90}, {180, 90}, {-180, -90}, {180, -90}, {0, 0}, {36.65, 35.44}} {
			for zoom := range 6 {
				if tile := g.At(p, zoom); !g.Valid(tile) || !g.Bound(tile).Contains(p) {
					t.Errorf("grid %d: %v is on %v, which has %v", g, p, tile, g.Bound(tile))
				}
			}
		}
	}
}
