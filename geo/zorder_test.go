package geo

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// zSamples returns Tables that grow, with points in clumps, at the edges of the
// world and on the corners of tiles, and features without a point.
func zSamples(r *rand.Rand) []*Table {
	b := NewBuilder(nil)
	var tables []*Table
	for n := range 3000 {
		var g orb.Geometry = orb.Point{36 + r.NormFloat64(), 35 + r.NormFloat64()}
		switch n % 12 {
		case 0:
			g = orb.Point{[]float64{-180, 180, 0, 90}[r.IntN(4)], []float64{-90, 90, 0, MaxLatitude, 45}[r.IntN(5)]}
		case 1:
			g = orb.Point{r.Float64()*360 - 180, r.Float64()*180 - 90}
		case 2:
			g = orb.LineString{{36, 35}, {37, 36}}
		case 3:
			g = nil
		case 4:
			g = orb.Point{36.65, 35.44}
		}
		b.Start("x", g, Days{})
		b.Add()
		if r.IntN(20) == 0 {
			tables = append(tables, b.Table())
		}
	}
	return tables
}

// TestZOrder compares boxes and tiles with a look at every point, for each of
// many that grew out of each other.
func TestZOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	z, from := &ZOrder{}, 0
	for _, table := range zSamples(r) {
		z = z.Grow(table, from)
		from = table.Len()
		for range 5 {
			checkBox(t, z, table, randomZBox(r))
			checkTile(t, z, table, maptile.At(orb.Point{36 + r.NormFloat64(), 35 + r.NormFloat64()}, maptile.Zoom(r.IntN(19))))
		}
	}
	if n := len(z.runs); n > 12 {
		t.Errorf("%d runs", n)
	}
}

func randomZBox(r *rand.Rand) orb.Bound {
	west, south := 30+r.Float64()*10, 30+r.Float64()*10
	switch r.IntN(6) {
	case 0:
		return orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}
	case 1:
		return orb.Bound{Min: orb.Point{-180, 86}, Max: orb.Point{180, 90}}
	case 2:
		return orb.Bound{Min: orb.Point{36.65, 35.44}, Max: orb.Point{36.65, 35.44}}
	case 3:
		return orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{0, 45}}
	}
	return orb.Bound{Min: orb.Point{west, south}, Max: orb.Point{west + r.Float64()*5, south + r.Float64()*5}}
}

func checkBox(t *testing.T, z *ZOrder, table *Table, b orb.Bound) {
	t.Helper()
	window := table.Window(b)
	var got, want []int
	z.Box(b, func(positions []int32, sure bool) {
		for _, i := range positions {
			if sure || window.Has(int(i)) {
				got = append(got, int(i))
			}
		}
	})
	for i := range table.Len() {
		if p, ok := table.At(i).Geometry().(orb.Point); ok && b.Contains(p) {
			want = append(want, i)
		}
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Fatalf("%v holds %d of %d, want %d", b, len(got), table.Len(), len(want))
	}
}

func checkTile(t *testing.T, z *ZOrder, table *Table, tile maptile.Tile) {
	t.Helper()
	var got, want []int
	for positions := range z.Tile(uint32(tile.Z), tile.X, tile.Y) {
		for _, i := range positions {
			got = append(got, int(i))
		}
	}
	for i := range table.Len() {
		if w, ok := table.At(i).World(); ok && w.X>>(32-tile.Z) == tile.X && w.Y>>(32-tile.Z) == tile.Y {
			want = append(want, i)
		}
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Fatalf("%v holds %d of %d, want %d", tile, len(got), table.Len(), len(want))
	}
}

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
		w, tile := WorldOf(p), maptile.At(p, 20)
		if w.X>>12 != tile.X || w.Y>>12 != tile.Y {
			t.Errorf("%v: %v, in tile %v", p, w, tile)
		}
		if k := w.key(); gather(k) != w.X || gather(k>>1) != w.Y {
			t.Errorf("%v comes back as %d, %d", w, gather(k), gather(k>>1))
		}
	}
}
