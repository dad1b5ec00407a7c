package tiles

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/feature"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/mvt"
	"github.com/paulmach/orb/geojson"
	"github.com/paulmach/orb/maptile"
)

func testLayer() *Layer {
	return &Layer{Name: "mentions", Description: "Names of places in articles", Fields: []Field{
		{"name", "String"}, {"place", "String"}, {"date", "String"}, {"confidence", "Number"}, {"sure", "Boolean"},
	}}
}

func newFeature(id string, g orb.Geometry, properties ...feature.Property) feature.Feature {
	return feature.NewFeature(id, g, feature.Days{}, properties)
}

// nothing has no precomputed counts.
func nothing(func(feature.Cell) bool) {}

func each(features []feature.Feature) iter.Seq2[feature.Feature, error] {
	return func(yield func(feature.Feature, error) bool) {
		for _, f := range features {
			if !yield(f, nil) {
				return
			}
		}
	}
}

// encode makes a tile, and no error is expected.
func encode(l *Layer, t maptile.Tile, counted iter.Seq[feature.Cell], features iter.Seq2[feature.Feature, error]) []byte {
	data, err := l.Encode(context.Background(), WebMercatorQuad, t, counted, features)
	if err != nil {
		panic(err)
	}
	return data
}

// decoded encodes a tile and decodes it, in its own units.
func decoded(t testing.TB, tile maptile.Tile, features ...feature.Feature) []*geojson.Feature {
	t.Helper()
	data := encode(testLayer(), tile, nothing, each(features))
	layers, err := mvt.Unmarshal(data)
	if err != nil {
		t.Fatal(err)
	}
	if len(layers) == 0 {
		return nil
	}
	if l := layers[0]; len(layers) != 1 || l.Name != "mentions" || l.Version != 2 || l.Extent != Extent {
		t.Fatalf("%d layers, the first %s of version %d, extent %d", len(layers), l.Name, l.Version, l.Extent)
	}
	return layers[0].Features
}

func TestPointComesBack(t *testing.T) {
	at := orb.Point{36.651, 35.443}
	tile := maptile.At(at, 12)
	f := newFeature("0123456789abcdef-10-23", at,
		feature.Property{Name: "name", Value: "Khan Shaykhun"}, feature.Property{Name: "place", Value: nil},
		feature.Property{Name: "date", Value: time.Date(2019, 8, 22, 0, 0, 0, 0, time.UTC)},
		feature.Property{Name: "confidence", Value: 0.93}, feature.Property{Name: "sure", Value: true},
		feature.Property{Name: "sentence", Value: "not a field of tiles"})
	got := decoded(t, tile, f)
	if len(got) != 1 {
		t.Fatalf("%d features", len(got))
	}
	want := geojson.Properties{"id": f.ID(), "count": 1.0, "name": "Khan Shaykhun", "date": "2019-08-22", "confidence": 0.93, "sure": true}
	if fmt.Sprint(got[0].Properties) != fmt.Sprint(want) {
		t.Errorf("properties %v, want %v", got[0].Properties, want)
	}
	if id, ok := got[0].ID.(float64); !ok || uint64(id) != NumericID(f.ID()) {
		t.Errorf("id %v, want %d", got[0].ID, NumericID(f.ID()))
	}
	layer := &mvt.Layer{Extent: Extent, Features: got}
	layer.ProjectToWGS84(tile)
	if back := got[0].Geometry.(orb.Point); math.Abs(back[0]-at[0]) > 1e-4 || math.Abs(back[1]-at[1]) > 1e-4 {
		t.Errorf("%v comes back as %v", at, back)
	}
}

func TestInputIsNotWritten(t *testing.T) {
	line := orb.LineString{{36, 35}, {37, 36}}
	decoded(t, maptile.New(0, 0, 0), newFeature("a", line))
	if want := (orb.LineString{{36, 35}, {37, 36}}); !line.Equal(want) {
		t.Errorf("the feature's geometry became %v", line)
	}
}

// scattered makes points in clusters over the whole world, including its edges.
func scattered(n int, text string) []feature.Feature {
	rnd := rand.New(rand.NewPCG(5, 6))
	b := feature.NewBuilder([]feature.Column{{Name: "name", Kind: feature.Text}, {Name: "place", Kind: feature.Text}})
	for i := range n {
		p := orb.Point{rnd.Float64()*360 - 180, rnd.Float64()*180 - 90}
		switch i % 10 {
		case 0:
			p = orb.Point{[]float64{-180, 180, 0, 36.65}[rnd.IntN(4)], []float64{-90, 90, 0, 35.44}[rnd.IntN(4)]}
		case 1, 2, 3:
			p = orb.Point{36 + rnd.Float64(), 35 + rnd.Float64()}
		}
		b.Start(fmt.Sprintf("%016x-%d-%d", i, i, i+4), p, feature.Days{})
		b.Text(fmt.Sprint(text, i))
		b.Text("gn1")
		b.Add()
	}
	features, table := make([]feature.Feature, n), b.Table()
	for i := range features {
		features[i] = table.At(i)
	}
	return features
}

func TestCountsAddUp(t *testing.T) {
	features := scattered(3000, "name ")
	for z := range maptile.Zoom(6) {
		sum := 0.0
		for x := range uint32(1) << z {
			for y := range uint32(1) << z {
				for _, f := range decoded(t, maptile.New(x, y, z), features...) {
					sum += f.Properties["count"].(float64)
				}
			}
		}
		if sum != 3000 {
			t.Errorf("zoom %d holds %v of 3000", z, sum)
		}
	}
}

func TestTooMuchForATile(t *testing.T) {
	features := scattered(20_000, strings.Repeat("long ", 100))
	tile := maptile.New(0, 0, 0)
	data := encode(testLayer(), tile, nothing, each(features))
	if len(data) > MaxBytes || len(data) < MaxBytes/20 {
		t.Fatalf("%d bytes", len(data))
	}
	again := encode(testLayer(), tile, nothing, each(features))
	if !bytes.Equal(data, again) {
		t.Error("the same features give other bytes")
	}
	sum := 0.0
	for _, f := range decoded(t, tile, features...) {
		sum += f.Properties["count"].(float64)
	}
	if sum != 20_000 {
		t.Errorf("the tile holds %v of 20000", sum)
	}
}

func TestCellSaysWhatAgrees(t *testing.T) {
	named := func(id, name, place string) feature.Feature {
		return newFeature(id, orb.Point{36.65, 35.44}, feature.Property{Name: "name", Value: name}, feature.Property{Name: "place", Value: place})
	}
	got := decoded(t, maptile.New(0, 0, 0), named("a", "Khan Shaykhun", "gn1"), named("b", "Khan Sheikhoun", "gn1"), named("c", "Khan Shaykhun", "gn1"))
	if len(got) != 1 || got[0].ID != nil || fmt.Sprint(got[0].Properties) != "map[count:3 place:gn1]" {
		t.Errorf("%d features, id %v, %v", len(got), got[0].ID, got[0].Properties)
	}
}

func TestNothingGivesNothing(t *testing.T) {
	if got := decoded(t, maptile.New(0, 0, 1), newFeature("east", orb.Point{36, 35}), newFeature("nowhere", nil)); got != nil {
		t.Errorf("%v", got)
	}
}

func TestBoundHoldsAll(t *testing.T) {
	features := scattered(2000, "")
	for _, tile := range []maptile.Tile{{X: 0, Y: 0, Z: 0}, {X: 1, Y: 0, Z: 1}, {X: 0, Y: 7, Z: 3}, {X: 4, Y: 3, Z: 3}} {
		b := WebMercatorQuad.Bound(tile)
		inside := slices.DeleteFunc(slices.Clone(features), func(f feature.Feature) bool { return !b.Contains(f.Geometry().(orb.Point)) })
		all := encode(testLayer(), tile, nothing, each(features))
		some := encode(testLayer(), tile, nothing, each(inside))
		if !bytes.Equal(all, some) {
			t.Errorf("%v shows what is outside its bound", tile)
		}
	}
}
