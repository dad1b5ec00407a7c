package export

import (
	"bytes"
	"encoding/binary"
	"slices"
	"testing"

	"dateline/feature"
	"dateline/tiles"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// TestEqualTilesAreKeptOnce: an area around the world is on all tiles, nearly all of them equal.
func TestEqualTilesAreKeptOnce(t *testing.T) {
	world := orb.Polygon{{{-180, -85}, {180, -85}, {180, 85}, {-180, 85}, {-180, -85}}}
	all := []feature.Feature{feature.NewFeature("world", world, feature.Days{}, nil), feature.NewFeature("town", orb.Point{36.65, 35.44}, feature.Days{}, nil)}
	layer, zoom := &tiles.Layer{Name: "fronts"}, 7
	var b bytes.Buffer
	if err := PMTiles(t.Context(), &b, layer, slices.Values(all), zoom); err != nil {
		t.Fatal(err)
	}
	archive := b.Bytes()
	at := func(i int) uint64 { return binary.LittleEndian.Uint64(archive[8+8*i:]) }
	addressed, entries, contents := at(8), at(9), at(10)
	want := uint64(0)
	for z := range zoom + 1 {
		want += 1 << (2 * z)
	}
	if addressed != want || entries > addressed/10 || contents > entries || len(archive) > 100_000 {
		t.Errorf("%d tiles, want %d; %d entries, %d contents, %d bytes", addressed, want, entries, contents, len(archive))
	}
	for _, tile := range []maptile.Tile{maptile.New(0, 0, 0), maptile.New(3, 2, 2), maptile.New(70, 60, 7), maptile.New(71, 60, 7), maptile.New(127, 127, 7), maptile.At(orb.Point{36.65, 35.44}, 7)} {
		wanted, err := layer.Encode(t.Context(), tiles.WebMercatorQuad, tile, nothing, each(within(all, tile)))
		if err != nil {
			t.Fatal(err)
		}
		if got := readTile(t, archive, tileNumber(tile)); !bytes.Equal(got, wanted) {
			t.Errorf("tile %v has %d bytes, want %d", tile, len(got), len(wanted))
		}
	}
}
