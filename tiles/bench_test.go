package tiles

import (
	"testing"

	"github.com/paulmach/orb/encoding/mvt"
	"github.com/paulmach/orb/maptile"
)

func BenchmarkEncode(b *testing.B) {
	features := scattered(100_000, "name ")
	for name, tile := range map[string]maptile.Tile{"world": {}, "zoom 6": maptile.New(38, 25, 6)} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				encode(testLayer(), tile, nothing, each(features))
			}
		})
	}
}

// BenchmarkWrite writes the same tile with our encoder and with orb's, which gets its features
// ready-made.
func BenchmarkWrite(b *testing.B) {
	points, large, err := testLayer().count(b.Context(), frame{}, nothing, each(scattered(100_000, "name ")))
	if err != nil {
		b.Fatal(err)
	}
	draw := func() []byte {
		data, err := testLayer().draw(b.Context(), points, large)
		if err != nil {
			b.Fatal(err)
		}
		return data
	}
	layers, err := mvt.Unmarshal(draw())
	if err != nil {
		b.Fatal(err)
	}
	b.Run("ours", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			draw()
		}
	})
	b.Run("orb", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := mvt.Marshal(layers); err != nil {
				b.Fatal(err)
			}
		}
	})
}
