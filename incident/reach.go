package incident

import "github.com/paulmach/orb"

// How far a report reaches that comes or goes, so that incidents can be found anew from a
// part of all reports: incidents that begin within ReachDays of its day, at places in its
// cell or the two around that, may be others then, and no more. They are found among the
// reports of ReachDays and ReachCells more on each side.
//
// Reports are compared with those of the same day and the next, an incident is of two days
// at most, and who else took a place is looked for a day off: 4 days. A spot goes with a
// town in the next cell, and that with other spots.
const (
	ReachDays  = 4
	ReachCells = 2
)

// CellOf returns the cell that a point lies in, which is wider than NearKm up to 75 degrees
// north and south: column and row.
func CellOf(p orb.Point) [2]int { return cellOf(p) }

// CellsPerDegree is how many cells a degree has.
const CellsPerDegree = perDegree
