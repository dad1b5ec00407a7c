package rindex

import (
	"cmp"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"dateline/feature"
	"dateline/geo"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// grower makes a series of Tables, each extending the last, and their Points: at few coordinates
// and in clusters, at the edges of the world and on the corners of tiles, and features without a
// point.
type grower struct {
	*rand.Rand
	builder *feature.Builder
	points  *Points
	table   *feature.Table
}

func newGrower(seed uint64) *grower {
	columns := []feature.Column{{Name: "name", Kind: feature.Text}, {Name: "kind", Kind: feature.Text, Unique: true}}
	return &grower{rand.New(rand.NewPCG(seed, 4)), feature.NewBuilder(columns), &Points{}, &feature.Table{}}
}

func (g *grower) start() {
	var at orb.Geometry
	switch g.IntN(12) {
	case 0:
		at = orb.Point{[]float64{-180, 180, 0, 90}[g.IntN(4)], []float64{-90, 90, 0, geo.MaxLatitude, 45}[g.IntN(5)]}
	case 1:
		at = orb.Point{g.Float64()*360 - 180, g.Float64()*180 - 90}
	case 2:
		at = orb.LineString{{36, 35}, {37, 36}}
	case 3:
	case 4, 5, 6:
		at = orb.Point{36 + g.NormFloat64(), 35 + g.NormFloat64()}
	default:
		at = orb.Point{36 + float64(g.IntN(9))/8, 35 + float64(g.IntN(9))/8}
	}
	g.builder.Start("x", at, feature.Days{})
	g.builder.Text([]string{"Idlib", "Hama", "Homs"}[g.IntN(3)])
	g.builder.Text([]string{"town", "city"}[g.IntN(8)/7])
}

// grow adds some features and now and then replaces some.
func (g *grower) grow() {
	from := g.builder.Len()
	for range 1 + g.IntN(90) {
		g.start()
		g.builder.Add()
	}
	var replaced []int
	for from > 0 && g.IntN(3) == 0 {
		replaced = append(replaced, g.IntN(from))
		g.start()
		g.builder.Replace(replaced[len(replaced)-1])
	}
	g.table = g.builder.Table()
	if replaced != nil {
		g.points = g.points.Replaced(g.table, replaced)
	}
	g.points = g.points.Grow(g.table, from)
}

func (g *grower) box() orb.Bound {
	west, south := 30+g.Float64()*10, 30+g.Float64()*10
	switch g.IntN(7) {
	case 0:
		return orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}
	case 1:
		return orb.Bound{Min: orb.Point{-180, 86}, Max: orb.Point{180, 90}}
	case 2:
		return orb.Bound{Min: orb.Point{36.125, 35.25}, Max: orb.Point{36.125, 35.25}}
	case 3:
		return orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{0, 45}}
	case 4: // edges through spots
		return orb.Bound{Min: orb.Point{36.25, 35.125}, Max: orb.Point{36.75, 35.875}}
	}
	return orb.Bound{Min: orb.Point{west, south}, Max: orb.Point{west + g.Float64()*5, south + g.Float64()*5}}
}

func (g *grower) tile(deepest int) maptile.Tile {
	if g.IntN(6) == 0 {
		z := maptile.Zoom(g.IntN(3))
		return maptile.New(uint32(g.IntN(1<<z)), uint32(g.IntN(1<<z)), z)
	}
	return maptile.At(orb.Point{36 + g.NormFloat64(), 35 + g.NormFloat64()}, maptile.Zoom(g.IntN(deepest+1)))
}

// TestPoints compares windows and tiles with a scan of all points, in a series of Points each
// extending the last; earlier ones keep their answers.
func TestPoints(t *testing.T) {
	g := newGrower(4)
	type state struct {
		points *Points
		table  *feature.Table
	}
	var states []state
	for range 60 {
		g.grow()
		states = append(states, state{g.points, g.table})
		for range 6 {
			s := states[g.IntN(len(states))]
			checkWindow(t, s.points, s.table, g.box())
			checkTile(t, s.points, s.table, g.tile(18))
		}
	}
	if n := len(g.points.sums.runs); n > 12 {
		t.Errorf("%d runs of sums", n)
	}
}

func checkWindow(t *testing.T, p *Points, table *feature.Table, b orb.Bound) {
	t.Helper()
	var got, want []int32
	p.Search(table.Window(b), func(positions []int32) bool {
		got = append(got, positions...)
		return true
	})
	for i := range table.Len() {
		if at, ok := table.At(i).Point(); ok && b.Contains(at) {
			want = append(want, int32(i))
		}
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Fatalf("%v holds %d of %d, want %d", b, len(got), table.Len(), len(want))
	}
	if p.Within(table.Window(b)) && len(want) != countPoints(table) {
		t.Fatalf("%v holds %d points and not all", b, len(want))
	}
	if first := p.Search(table.Window(b), func([]int32) bool { return false }); first != (len(want) == 0) {
		t.Fatalf("%v: a search that was stopped says %t", b, first)
	}
}

func countPoints(table *feature.Table) int {
	n := 0
	for i := range table.Len() {
		if table.IsPoint(i) {
			n++
		}
	}
	return n
}

func checkTile(t *testing.T, p *Points, table *feature.Table, tile maptile.Tile) {
	t.Helper()
	var got, drawn, want, wantDrawn []int32
	for positions := range p.Tile(table, tile) {
		got = append(got, positions...)
	}
	for positions := range p.Drawn(table, tile) {
		drawn = append(drawn, positions...)
	}
	for i := range table.Len() {
		w, ok := table.At(i).World()
		if ok && w.X>>(32-tile.Z) == tile.X && w.Y>>(32-tile.Z) == tile.Y {
			want = append(want, int32(i))
		}
		if ok && isAround(tile.X, tile.Z, w.X) && isAround(tile.Y, tile.Z, w.Y) {
			wantDrawn = append(wantDrawn, int32(i))
		}
	}
	slices.Sort(got)
	slices.Sort(drawn)
	if !slices.Equal(got, want) || !slices.Equal(drawn, wantDrawn) {
		t.Fatalf("%v of %d: holds %d, want %d; shows %d, want %d", tile, table.Len(), len(got), len(want), len(drawn), len(wantDrawn))
	}
}

// TestCells compares the cells of tiles, both precomputed and counted from the coordinates, with a
// count of every point, while points are added and features replaced.
func TestCells(t *testing.T) {
	g := newGrower(6)
	for range 60 {
		g.grow()
		for range 4 {
			tile := g.tile(maxSumZoom)
			want := map[uint32]feature.Cell{}
			for i := range g.table.Len() {
				f := g.table.At(i)
				if w, ok := f.World(); ok && isAround(tile.X, tile.Z, w.X) && isAround(tile.Y, tile.Z, w.Y) {
					join(want, tile, feature.NewCell(feature.CommonOf(f, math.MaxUint64), 1, w))
				}
			}
			fromSums, fromSpots := map[uint32]feature.Cell{}, map[uint32]feature.Cell{}
			for c := range g.points.sums.cells(g.table, tile) {
				join(fromSums, tile, c)
			}
			for c := range g.points.Cells(g.table, tile) {
				join(fromSpots, tile, c)
			}
			if !maps.Equal(fromSums, want) || !maps.Equal(fromSpots, want) {
				t.Fatalf("%v of %d points: %v by sums, %v by coordinates, want %v", tile, g.table.Len(), fromSums, fromSpots, want)
			}
		}
	}
}

// isAround reports whether a place is in a column or row of tiles, or a cell beside it.
func isAround(tile uint32, zoom maptile.Zoom, at uint32) bool {
	cell, first := int(at>>(32-zoom-cellBits)), int(tile)<<cellBits
	return cell >= first-1 && cell <= first+1<<cellBits
}

// join adds a cell to that of its square of a tile.
func join(into map[uint32]feature.Cell, tile maptile.Tile, c feature.Cell) {
	mean, shift := c.Mean(), 32-uint32(tile.Z)-cellBits
	key := interleaved(mean.X>>shift, mean.Y>>shift)
	sum := into[key]
	sum.Merge(c)
	into[key] = sum
}

// TestNearest compares the nearest points with all distances, sorted.
func TestNearest(t *testing.T) {
	g := newGrower(7)
	for range 20 {
		g.grow()
	}
	var km []float64
	for range 200 {
		from := orb.Point{g.Float64()*360 - 180, g.Float64()*180 - 90}
		if g.IntN(2) == 0 {
			from = orb.Point{36 + g.NormFloat64(), 35 + g.NormFloat64()}
		}
		km = km[:0]
		for i := range g.table.Len() {
			if at, ok := g.table.At(i).Point(); ok {
				km = append(km, geo.Distance(from, at))
			}
		}
		slices.Sort(km)
		n := 0
		g.points.Nearest(g.table, from, func(positions []int32, d float64) bool {
			for range positions {
				if cmp.Compare(km[n], d) != 0 {
					t.Fatalf("from %v the point %d is %v km away, want %v", from, n, d, km[n])
				}
				n++
			}
			return n < 30
		})
	}
}

// TestWithout compares windows, tiles and cells with a scan of the points that were not removed,
// while points are added and removed; earlier ones keep their answers.
func TestWithout(t *testing.T) {
	g := newGrower(6)
	gone := map[int]bool{}
	for range 40 {
		g.grow()
		older, all := g.points, visible(g.table, gone)
		var taken []int
		for i := range g.table.Len() {
			if !gone[i] && g.IntN(9) == 0 {
				taken = append(taken, i)
			}
		}
		now := maps.Clone(gone)
		for _, i := range taken {
			now[i] = true
		}
		gone = now
		g.points = g.points.Without(g.table, taken, func(i int) bool { return now[i] })
		world := g.table.Window(orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}})
		if got := searched(older, world); !slices.Equal(got, all) {
			t.Fatalf("older points are %d, want %d", len(got), len(all))
		}
		left := visible(g.table, gone)
		if got := searched(g.points, world); !slices.Equal(got, left) {
			t.Fatalf("%d points are left, want %d", len(got), len(left))
		}
		counted, byCells, bySums := 0, 0, 0
		for positions := range g.points.Tile(g.table, maptile.Tile{}) {
			counted += len(positions)
		}
		for c := range g.points.Cells(g.table, maptile.Tile{}) {
			byCells += c.Count
		}
		for c := range g.points.sums.cells(g.table, maptile.Tile{}) {
			bySums += c.Count
		}
		if counted != byCells || counted != bySums {
			t.Fatalf("the world has %d points, %d in cells, %d in sums", counted, byCells, bySums)
		}
	}
}

func visible(table *feature.Table, gone map[int]bool) (positions []int32) {
	for i := range table.Len() {
		if table.IsPoint(i) && !gone[i] {
			positions = append(positions, int32(i))
		}
	}
	return positions
}

func searched(p *Points, w feature.Window) (found []int32) {
	p.Search(w, func(positions []int32) bool {
		found = append(found, positions...)
		return true
	})
	slices.Sort(found)
	return found
}
