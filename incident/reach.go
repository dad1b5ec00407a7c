package incident

import "github.com/paulmach/orb"

// How far adding or removing a report reaches, so that incidents can be recomputed from a part
// of all reports: only incidents that begin within ReachDays of its day, at places in its cell
// or within two cells of it, may change. They depend on the reports of ReachDays and ReachCells
// more on each side.
//
// Reports are compared with those of the same day and the next, an incident spans two days at
// most, and rival captures are searched a day off: 4 days. A spot belongs to a town in the next
// cell, and that town to other spots.
const (
	ReachDays  = 4
	ReachCells = 2
)

// CellOf returns the cell of a point, column and row. Cells are wider than NearKm up to 75
// degrees north and south.
func CellOf(p orb.Point) [2]int { return cellOf(p) }

// CellsPerDegree is the number of cells per degree.
const CellsPerDegree = perDegree
