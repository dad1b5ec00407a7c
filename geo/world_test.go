package geo

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

func TestWorldOf(t *testing.T) {
	for _, c := range []struct {
		at   orb.Point
		want World
	}{
		{orb.Point{-180, 90}, World{0, 0}},
		{orb.Point{180, -90}, World{math.MaxUint32, math.MaxUint32}},
		{orb.Point{0, 0}, World{1 << 31, 1 << 31}},
		{orb.Point{-90, 0}, World{1 << 30, 1 << 31}},
	} {
		if got := WorldOf(c.at); got != c.want {
			t.Errorf("%v: %v, want %v", c.at, got, c.want)
		}
	}
	r := rand.New(rand.NewPCG(5, 4))
	for range 1000 {
		p := orb.Point{r.Float64()*360 - 180, r.Float64()*170 - 85}
		if w, tile := WorldOf(p), maptile.At(p, 20); w.X>>12 != tile.X || w.Y>>12 != tile.Y {
			t.Errorf("%v: %v, in tile %v", p, w, tile)
		}
	}
}
