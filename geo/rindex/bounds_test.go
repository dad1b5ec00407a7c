package rindex

import (
	"math/rand/v2"
	"slices"
	"testing"

	"dateline/geo"

	"github.com/paulmach/orb"
)

func randomBound(r *rand.Rand, size float64) orb.Bound {
	west, south := -180+360*r.Float64(), -90+180*r.Float64()
	return orb.Bound{
		Min: orb.Point{west, south}, Max: orb.Point{min(180, west+size*r.Float64()), min(90, south+size*r.Float64())},
	}
}

// Bounds finds the same as a scan of all bounds, also after it is extended.
func TestBoundsAgainstBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 0))
	var bounds []orb.Bound
	var trees []*Bounds
	var tree *Bounds
	for range 20 {
		tree = tree.Grow(func(insert func(int, orb.Bound)) {
			for range 50 {
				bounds = append(bounds, randomBound(r, 10))
				insert(len(bounds)-1, bounds[len(bounds)-1])
			}
		})
		trees = append(trees, tree)
	}
	for i, tree := range trees {
		for range 50 {
			b := randomBound(r, 120)
			if r.IntN(3) == 0 {
				b.Min[0], b.Max[0] = b.Max[0], b.Min[0] // across the antimeridian
			}
			if got, want := tree.Search(b), touching(bounds[:(i+1)*50], b); !slices.Equal(got, want) {
				t.Fatalf("tree %d, %v: %v, want %v", i, b, got, want)
			}
		}
	}
}

func touching(bounds []orb.Bound, b orb.Bound) []int {
	var found []int
	for i := range bounds {
		if slices.ContainsFunc(geo.SplitAntimeridian(b), bounds[i].Intersects) {
			found = append(found, i)
		}
	}
	return found
}

func TestBoundOfBounds(t *testing.T) {
	var none *Bounds
	if b, ok := none.Bound(); ok || none.Search(orb.Bound{}) != nil {
		t.Errorf("nothing has the bound %v", b)
	}
	if b, ok := none.Grow(func(func(int, orb.Bound)) {}).Bound(); ok {
		t.Errorf("nothing has the bound %v", b)
	}
	two := none.Grow(func(insert func(int, orb.Bound)) {
		insert(0, orb.Point{1, 2}.Bound())
		insert(1, orb.Point{-3, 4}.Bound())
	})
	if b, ok := two.Bound(); !ok || b != (orb.Bound{Min: orb.Point{-3, 2}, Max: orb.Point{1, 4}}) {
		t.Errorf("%v", b)
	}
}
