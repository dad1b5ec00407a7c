// Package counts keeps the number of mentions at each point in tables of an archive in PostgreSQL.
// With them the cost of a map, of the number of matches and of sums depends on the points, not on
// the mentions (package postgis).
//
// # Groups
//
// A group is the mentions at one point that agree in the properties Keys: place, name, role and
// others. It has their number, their first and last date and, for each other property that tiles
// show, the common value if there is one.
//
// Mentions are counted in parts: ranges of fids, of the size dateline_counting.step, wide of which
// are later joined into one. dateline_counts has the groups of each part, with the days and the
// confidence of each mention; dateline_totals has the groups of all parts together. The parts start
// at the first fid and have no gaps. Rows after the last part are not counted yet; readers add
// them.
//
// # Consistency
//
// Inserting costs nothing: fids rise in commit order and are never reused, so a counted part never
// gets new rows. Triggers log deletions and edits in dateline_uncounted, in the same transaction
// and whoever makes them. At points with logged changes readers use the rows, until Step has
// counted them again. So results are exact at any time, and it does not matter who calls Step, or
// when. If mentions hardly share points, counting stops: there would be as many groups as rows.
//
// Errors are those of package postgres. The package has no state of its own; Columns is immutable.
package counts
