package geo

import (
	"maps"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// TestCells compares the cells of tiles with a count of every point, while points
// are added and features replaced.
func TestCells(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 4))
	b := NewBuilder([]Column{{"name", Text, false}, {"kind", Text, true}})
	start := func(g orb.Geometry) {
		b.Start("x", g, Days{})
		b.Text([]string{"Idlib", "Hama", "Homs"}[r.IntN(3)])
		b.Text([]string{"town", "city"}[r.IntN(8)/7])
	}
	z, from := &ZOrder{}, 0
	for range 60 {
		for range 1 + r.IntN(60) {
			start(orb.Point{36 + r.NormFloat64(), 35 + r.NormFloat64()})
			b.Add()
		}
		if r.IntN(3) == 0 {
			start(nil)
			b.Replace(r.IntN(b.Len()))
			z = z.Changed()
		}
		table := b.Table()
		z = z.Grow(table, from)
		from = table.Len()
		for range 4 {
			checkCells(t, z, table, maptile.At(orb.Point{36 + r.NormFloat64(), 35 + r.NormFloat64()}, maptile.Zoom(r.IntN(MaxCellZoom+1))))
		}
	}
}

func checkCells(t *testing.T, z *ZOrder, table *Table, tile maptile.Tile) {
	t.Helper()
	got, want := map[uint64]Cell{}, map[uint64]Cell{}
	count := func(into map[uint64]Cell, c Cell) {
		mean := c.Mean()
		key := mean.key() >> (64 - 2*(tile.Z+cellBits))
		sum := into[key]
		sum.Join(c)
		into[key] = sum
	}
	for c := range z.Cells(table, uint32(tile.Z), tile.X, tile.Y) {
		count(got, c)
	}
	for i := range table.Len() {
		f := table.At(i)
		if w, _ := f.World(); w.X>>(32-tile.Z) == tile.X && w.Y>>(32-tile.Z) == tile.Y {
			var one Cell
			one.Add(f, w, ^uint64(0))
			count(want, one)
		}
	}
	if !maps.Equal(got, want) {
		t.Fatalf("%v of %d points: %v, want %v", tile, table.Len(), got, want)
	}
}
