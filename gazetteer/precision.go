package gazetteer

import (
	"math"
	"strings"

	"dateline/geo"
)

// grid is the rounding of points in the hand-written tables, in degrees.
const grid = 0.01

// approximate is the prefix of the source of a described position, such as "approx: E of Beersheba".
const approximate = "approx"

// refine records the rows of the uppermost layer, the tables, whose point is the rounded point
// of the same place in a lower layer.
func (g *Gazetteer) refine(lower int) {
	u, l := g.layers[0], g.layers[lower]
	note := func(up, low int) {
		rough, exact := u.Place(up).Point, l.Place(low).Point
		if rough != exact && isRounded(rough[0], exact[0]) && isRounded(rough[1], exact[1]) {
			if _, done := g.refined[newRef(0, up)]; !done {
				g.refined[newRef(0, up)] = newRef(lower, low)
			}
		}
	}
	if u.Len() < l.Len() {
		common(u, l, note)
	} else {
		common(l, u, func(low, up int) { note(up, low) })
	}
}

// isRounded reports whether a coordinate is another one rounded to the grid.
func isRounded(rough, exact float64) bool {
	return onGrid(rough) && math.Abs(rough-exact) <= grid/2+1e-9
}

func onGrid(v float64) bool { return math.Abs(v/grid-math.Round(v/grid)) < 1e-6 }

// The error of a point in km, by its origin: half the diagonal of a grid cell, a described
// position, and a gazetteer with four decimals or more.
const (
	roundedKm = 0.8
	approxKm  = 5
	exactKm   = 0.1
)

// Uncertainty returns how far a place may extend from its point, in km: the error of the point,
// plus the extent of the place, which is the radius of a circle of the same area if that is
// known. It is 0 if unknown: for a division, a water or a region without an outline. It does not
// say whether the place is the one that is meant.
func (g *Gazetteer) Uncertainty(r Ref) float64 {
	p := g.Place(r)
	off := exactKm
	switch {
	case strings.HasPrefix(p.Source, approximate):
		off = approxKm
	case onGrid(p.Point[0]) && onGrid(p.Point[1]):
		off = roundedKm
	}
	extent := 0.0
	area := g.Geometry(r)
	if area == nil {
		area = g.Boundary(&p)
	}
	switch {
	case area != nil:
		extent = math.Sqrt(geo.Area(area) / math.Pi)
	case strings.ContainsRune("AHL", rune(p.Kind.Class())):
		return 0 // a division, a water or a region without an outline
	}
	return math.Round(10*math.Hypot(off, extent)) / 10
}
