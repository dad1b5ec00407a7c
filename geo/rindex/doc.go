// Package rindex finds features by location, through R-trees (Guttman 1984, as
// github.com/tidwall/rtree builds them).
//
// Points indexes the points of a Table. Geocoded points share few coordinates, a million
// mentions some thousands of them, so each distinct coordinate has one entry, with the list of
// the features there (its posting list) and the properties in which they agree. A box or a tile
// costs its coordinates and not its features:
//
//	points := new(rindex.Points).Grow(table, 0)
//	points.Search(table.Window(bound), func(positions []int32) bool { … })
//
// Bounds indexes lines and areas by their bounds.
//
// Both are immutable and safe for concurrent use. Grow returns a larger index that shares most
// memory with the old one: tree nodes are copied on write, and lists are appended to beyond what
// older indexes see. So Grow may be called at most once on each.
package rindex
