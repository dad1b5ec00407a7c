package rindex

import (
	"iter"
	"slices"

	"dateline/feature"

	"github.com/paulmach/orb/maptile"
)

// maxSumZoom is the deepest zoom of which cells are counted beforehand.
const maxSumZoom = 10

// sums counts the points of a Table in the cells of tiles of low zooms. It is
// parted into runs of positions, each less than half as long as the one before,
// so that a growing Table is counted again in part only (the logarithmic method
// of Bentley and Saxe, Decomposable searching problems I, 1980). Each run is
// counted when it is first asked for.
type sums struct {
	runs []*pyramid
	gone func(position int) bool // which positions hold no point any more; nil for none
}

// with returns sums that also count the positions from from up to to.
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

// forgotten returns sums of the same positions that are yet to be counted, for
// when features were replaced.
func (s *sums) forgotten() sums {
	runs := make([]*pyramid, len(s.runs))
	for i, r := range s.runs {
		runs[i] = &pyramid{from: r.from, to: r.to, gone: s.gone}
	}
	return sums{runs, s.gone}
}

// cells yields the cells of a tile and those around it; one may come once for each run.
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
