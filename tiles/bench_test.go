package tiles

import (
	"testing"

	"github.com/paulmach/orb/maptile"
)

func BenchmarkEncode(b *testing.B) {
	features := scattered(100_000, "name ")
	for name, tile := range map[string]maptile.Tile{"world": {}, "zoom 6": maptile.New(38, 25, 6)} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				testLayer().Encode(tile, nothing, each(features))
			}
		})
	}
}
