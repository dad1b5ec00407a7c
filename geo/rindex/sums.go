package rindex

import (
	"iter"
	"slices"

	"dateline/feature"

	"github.com/paulmach/orb/maptile"
)

// maxSumZoom is the deepest zoom with precomputed counts.
const maxSumZoom = 10

// sums counts the points of a Table in the cells of tiles of low zooms. It is divided into runs
// of positions, each less than half as long as the one before, so that a growing Table is
// recounted only in part (the logarithmic method of Bentley and Saxe, Decomposable searching
// problems I, 1980). Each run is counted on first use.
type sums struct {
	runs []*pyramid
	gone func(position int) bool // removed positions; nil for none
}

// with returns sums that also count the positions from from to to.
func (s *sums) with(from, to int) sums {
	if from == to {
		return *s
	}
	runs := slices.Clone(s.runs)
	for len(runs) > 0 && runs[len(runs)-1].len() < 2*(to-from) {
		from = runs[len(runs)-1].from
		runs = runs[:len(runs)-1]
	}
	return sums{append(runs, &pyramid{from: from, to: to, gone: s.gone}), s.gone}
}

// forgotten returns uncounted sums of the same positions, for when features were replaced.
func (s *sums) forgotten() sums {
	runs := make([]*pyramid, len(s.runs))
	for i, r := range s.runs {
		runs[i] = &pyramid{from: r.from, to: r.to, gone: s.gone}
	}
	return sums{runs, s.gone}
}

// cells yields the cells of a tile and those around it; a cell may come once for each run.
func (s *sums) cells(t *feature.Table, tile maptile.Tile) iter.Seq[feature.Cell] {
	return func(yield func(feature.Cell) bool) {
		for _, r := range s.runs {
			for c := range r.cells(t, tile) {
				if !yield(c) {
					return
				}
			}
		}
	}
}
