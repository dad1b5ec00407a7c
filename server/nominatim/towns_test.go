package nominatim

import (
	"context"
	"testing"

	"dateline/gazetteer"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// TestLargestTowns: towns come the most populous first, lie on the tile or its margin, one at each
// coordinate, and no town left out has more people; parts of towns are on close tiles only.
func TestLargestTowns(t *testing.T) {
	g, err := gazetteer.Default()
	if err != nil {
		t.Fatal(err)
	}
	all := newTowns(g)
	for _, tile := range []maptile.Tile{maptile.New(77, 50, 7), maptile.New(19, 12, 5), maptile.New(0, 0, 0), maptile.New(615, 403, 10), maptile.New(0, 0, 9), maptile.New(1225, 818, 11)} {
		positions, err := all.largest(context.Background(), tile)
		if err != nil {
			t.Fatal(err)
		}
		closeUp, parts := tile.Z >= partsZoom, 0
		margin, least, spots, ids := tile.Bound(0.1), int32(0), map[orb.Point]bool{}, map[string]bool{}
		for k, i := range positions {
			p, _ := all.table.At(int(i)).Point()
			if spots[p] || !margin.Contains(p) || k > 0 && all.population[i] > least {
				t.Errorf("%v: town %d at %v with %d people, before it %d", tile, k, p, all.population[i], least)
			}
			if id := all.table.At(int(i)).ID(); ids[id] {
				t.Errorf("%v: %s twice", tile, id)
			} else {
				ids[id] = true
			}
			spots[p], least = true, all.population[i]
			if all.part[i] {
				parts++
			}
		}
		if closeUp != (parts > 0) {
			t.Errorf("%v: %d parts of towns", tile, parts)
		}
		if len(positions) < townsInTile {
			least = -1
		}
		on := 0
		for i := range all.table.Len() {
			if p, _ := all.table.At(i).Point(); tile.Bound().Contains(p) && (closeUp || !all.part[i]) {
				on++
				if all.population[i] > least && !spots[p] {
					t.Errorf("%v: %s with %d people is left out", tile, all.table.At(i).ID(), all.population[i])
				}
			}
		}
		if len(positions) == 0 && on > 0 {
			t.Errorf("%v: none of %d", tile, on)
		}
	}
}

// TestTownsEnd: the search ends with its context.
func TestTownsEnd(t *testing.T) {
	g, err := gazetteer.Default()
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := newTowns(g).largest(ctx, maptile.New(0, 0, 0)); err == nil {
		t.Error("went on")
	}
}
